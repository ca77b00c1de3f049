import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AssignedMeeting, assignMeetings, type Candidate } from './stable.assignment.js';

const side = (name: string, count: number, others: string, otherCount: number): fc.Arbitrary<Candidate[]> =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc
        .record({
          times: fc.uniqueArray(fc.integer({ min: 0, max: 3 })),
          // Three grades for up to six people: ties everywhere; null: not wanted.
          grades: fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: otherCount, maxLength: otherCount }),
        })
        .map(({ times, grades }) => ({
          id: `${name}${index}`,
          times,
          likes: new Map(
            grades.flatMap((grade, at) => (grade === null ? [] : [[`${others}${at}`, grade] as [string, number]])),
          ),
        })),
    ),
  );

const people = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .chain(([lefts, rights]) => fc.tuple(side('l', lefts, 'r', rights), side('r', rights, 'l', lefts)));

/** Pairs that do not meet and would both rather, at some time, than what they have then. */
const blocking = (left: Candidate[], right: Candidate[], meetings: AssignedMeeting[]) => {
  const at = (id: string, time: number) =>
    meetings.find((one) => one.time === time && (one.left === id || one.right === id));
  const found: string[] = [];
  for (const a of left) {
    for (const b of right) {
      if (!a.likes.has(b.id) || !b.likes.has(a.id)) continue;
      if (meetings.some((one) => one.left === a.id && one.right === b.id)) continue;
      for (const time of a.times.filter((one) => b.times.includes(one))) {
        const hasA = at(a.id, time)?.right;
        const hasB = at(b.id, time)?.left;
        const wouldA = hasA === undefined || (a.likes.get(b.id) ?? 0) > (a.likes.get(hasA) ?? 0);
        const wouldB = hasB === undefined || (b.likes.get(a.id) ?? 0) > (b.likes.get(hasB) ?? 0);
        if (wouldA && wouldB) found.push(`${a.id} ${b.id} ${time}`);
      }
    }
  }
  return found;
};

describe('the meetings that are suggested', () => {
  it('are stable: nobody prefers each other over their slots, with ties and sides of any size', () => {
    fc.assert(
      fc.property(people, ([left, right]) => {
        expect(blocking(left, right, assignMeetings(left, right))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('give nobody two meetings at a time, no pair two meetings, and nobody one that they do not want or cannot come to', () => {
    fc.assert(
      fc.property(people, ([left, right]) => {
        const meetings = assignMeetings(left, right);
        const seats = meetings.flatMap((one) => [`${one.left} ${one.time}`, `${one.right} ${one.time}`]);
        expect(new Set(seats).size).toBe(seats.length);
        expect(new Set(meetings.map((one) => `${one.left} ${one.right}`)).size).toBe(meetings.length);
        for (const one of meetings) {
          const a = left.find(({ id }) => id === one.left);
          const b = right.find(({ id }) => id === one.right);
          expect(a?.times.includes(one.time) && a.likes.has(one.right)).toBe(true);
          expect(b?.times.includes(one.time) && b.likes.has(one.left)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are the same whatever order people came in', () => {
    fc.assert(
      fc.property(people, ([left, right]) => {
        const line = (one: AssignedMeeting) => `${one.time} ${one.left} ${one.right}`;
        const there = assignMeetings(left, right).map(line).sort();
        expect(
          assignMeetings([...left].reverse(), [...right].reverse())
            .map(line)
            .sort(),
        ).toEqual(there);
      }),
      { numRuns: 200 },
    );
  });

  it('are the best that those of one side can have, where both sides are of one mind', () => {
    const like = (...pairs: [string, number][]) => new Map(pairs);
    const left = [
      { id: 'a', times: [1], likes: like(['x', 2], ['y', 1]) },
      { id: 'b', times: [1], likes: like(['x', 2], ['y', 1]) },
    ];
    const right = [
      { id: 'x', times: [1], likes: like(['a', 1], ['b', 2]) },
      { id: 'y', times: [1], likes: like(['a', 2], ['b', 1]) },
    ];
    expect(assignMeetings(left, right)).toEqual([
      { left: 'b', right: 'x', time: 1 },
      { left: 'a', right: 'y', time: 1 },
    ]);
  });
});
