import { describe, expect, it } from '@jest/globals';
import { parseValue } from 'graphql';
import { DateTime } from './date-time.js';

describe('a moment', () => {
  it.each([
    ['2027-03-31T09:30:00Z', '2027-03-31T09:30:00.000Z'],
    ['2027-03-31T09:30:00.125Z', '2027-03-31T09:30:00.125Z'],
    ['2027-03-31T09:30+01:00', '2027-03-31T08:30:00.000Z'],
    ['2028-02-29T00:00:00-05:30', '2028-02-29T05:30:00.000Z'],
  ])('is read from %s', (text, moment) => {
    expect(DateTime.parseValue(text).toISOString()).toBe(moment);
    expect(DateTime.parseLiteral(parseValue(`"${text}"`), {}).toISOString()).toBe(moment);
  });

  it.each([
    'tomorrow',
    '2027-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-00-10T00:00:00Z',
    '2027-03-31',
    '2027-03-31T24:00:00Z',
    '2027-03-31T09:60:00Z',
    '2027-03-31T09:30:00',
    '2027-03-31 09:30:00Z',
    '+012027-03-31T09:30:00Z',
    '0',
    '',
    0,
    1e300,
    true,
    null,
    {},
    [],
  ])('is not %p', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow('DateTime is written as');
  });

  it('is not a number in a document', () => {
    expect(() => DateTime.parseLiteral(parseValue('1'), {})).toThrow('DateTime is written as');
  });

  it('is written in UTC', () => {
    expect(DateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});
