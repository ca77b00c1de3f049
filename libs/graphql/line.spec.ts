import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { Line } from './line.js';

class Named {
  @Line(2, 5)
  name: unknown;
}

const problemOf = (name: unknown) =>
  validateSync(Object.assign(new Named(), { name })).flatMap(({ constraints }) => Object.values(constraints ?? {}))[0];

describe('a line', () => {
  it.each([
    '',
    '   ',
    '\u200b\u200b',
    '\u00a0\ufeff',
    '\u2060\u180e',
    '\t\n',
    '\u0000',
    '\u3164\u3164',
    '\ufe0f\ufe0f',
  ])('of which nothing is seen is blank: %j', (text) => {
    expect(problemOf(text)).toBe('name must not be blank: write something that can be seen');
  });

  it.each(['Ada\u0007', 'Ada\nB', '\u001b[31m'])('holds no control characters: %j', (text) => {
    expect(problemOf(text)).toBe('name must not hold line breaks or other control characters');
  });

  it.each(['A', ' A ', 'Adaaaa', '☺\ufe0f☺\ufe0f☺\ufe0f'])(
    'has as many characters as the database takes: %j',
    (text) => {
      expect(problemOf(text)).toBe('name must have 2 to 5 characters, without the spaces around it');
    },
  );

  it.each(['Ada', '  Ada  ', 'Ẽé', '李娜', 'عل\u200cي', '👩🏽‍⚕️'])('is any name of people: %j', (text) => {
    expect(problemOf(text)).toBeUndefined();
  });

  it.each([null, undefined, 5, ['Ada']])('is a text: %p', (value) => {
    expect(problemOf(value)).toBe('name must be a text');
  });
});
