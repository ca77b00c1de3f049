import { describe, expect, it } from '@jest/globals';
import { eventTimes, mostTimes } from './event.times.js';

const times = (startsAt: string, endsAt: string, slotMinutes = 30) =>
  eventTimes({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), slotMinutes }).map((time) =>
    time.toISOString().slice(0, 16),
  );

describe('the times of an event', () => {
  it('follow each other, and the last one ends with the event', () => {
    expect(times('2027-03-01T09:00:00Z', '2027-03-01T10:45:00Z')).toEqual([
      '2027-03-01T09:00',
      '2027-03-01T09:30',
      '2027-03-01T10:00',
    ]);
  });

  it('are in the hours of each day where there are several', () => {
    expect(times('2027-03-01T09:00:00Z', '2027-03-02T10:00:00Z')).toEqual([
      '2027-03-01T09:00',
      '2027-03-01T09:30',
      '2027-03-02T09:00',
      '2027-03-02T09:30',
    ]);
  });

  it('are none where there is no time for one, and never more than a page takes', () => {
    expect(times('2027-03-01T09:00:00Z', '2027-03-01T09:10:00Z')).toEqual([]);
    expect(times('2027-03-01T00:00:00Z', '2027-03-15T00:00:00Z', 20)).toHaveLength(mostTimes);
  });
});
