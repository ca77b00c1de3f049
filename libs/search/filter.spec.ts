import { describe, expect, it } from '@jest/globals';
import { dayInLondon, filterOf } from './filter.js';

describe('the filter of a list', () => {
  it('knows the day in London, an hour before midnight UTC in summer and in winter', () => {
    expect(dayInLondon(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
    expect(dayInLondon(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01');
  });

  it('asks for what is open today only where that is wanted', () => {
    const today = Date.parse(`${dayInLondon()}T00:00:00Z`) / 1000;
    expect(filterOf({ openToday: true }).ranges).toEqual({ openUntil: { min: today } });
    expect(filterOf({ openToday: false }).ranges).toEqual({});
  });
});
