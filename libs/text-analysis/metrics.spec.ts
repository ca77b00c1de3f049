import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  averagePrecision,
  bootstrapInterval,
  easyAccuracy,
  expertiseLoss,
  hardAccuracy,
  mean,
  ndcgAt10,
  ranked,
  tallyRatings,
} from './metrics.js';

describe('the loss of scores against ratings', () => {
  const ratings = { ada: { a: 5, b: 4, c: 1 }, ben: { a: 2, b: 2, c: 3 } };

  it('weighs each wrong pair by the difference of its ratings, and ties by half', () => {
    // Ada: a-b right (1), a-c tie (4), b-c wrong (3). Ben: a-b not counted, a-c right (1), b-c right (1).
    const tallies = tallyRatings(ratings, [{ ada: { a: 2, b: 1, c: 2 }, ben: { a: 0, b: 0, c: 1 } }]);
    expect(expertiseLoss(tallies)).toBeCloseTo((4 / 2 + 3) / (1 + 4 + 3 + 1 + 1), 12);
    expect(tallies.map(({ person, lost, weight }) => [person, lost, weight])).toEqual([
      ['ada', 5, 8],
      ['ben', 0, 2],
    ]);
  });

  it('tells easy pairs, 4 or more against 2 or less, from hard ones, both 4 or more; a tie is not right', () => {
    const tallies = tallyRatings(ratings, [{ ada: { a: 2, b: 1, c: 2 }, ben: { a: 0, b: 0, c: 1 } }]);
    expect(easyAccuracy(tallies)).toBe(0);
    expect(hardAccuracy(tallies)).toBe(1);
  });

  it('puts versions of the scores together', () => {
    const right = { ada: { a: 3, b: 2, c: 1 }, ben: { a: 0, b: 0, c: 1 } };
    const wrong = { ada: { a: 1, b: 2, c: 3 }, ben: { a: 1, b: 1, c: 0 } };
    expect(expertiseLoss(tallyRatings(ratings, [right]))).toBe(0);
    expect(expertiseLoss(tallyRatings(ratings, [wrong]))).toBe(1);
    expect(expertiseLoss(tallyRatings(ratings, [right, wrong]))).toBe(0.5);
  });

  it('is a half when nothing is told apart', () => {
    expect(expertiseLoss(tallyRatings(ratings, [{}]))).toBe(0.5);
  });
});

describe('nDCG of the first ten', () => {
  it('discounts 2^grade - 1 by the rank', () => {
    const got = 1 / Math.log2(2) + 7 / Math.log2(4);
    const best = 7 / Math.log2(2) + 1 / Math.log2(3);
    expect(ndcgAt10({ x: 3, y: 1, z: 0 }, ['y', 'z', 'x'])).toBeCloseTo(got / best, 12);
  });

  it('gives nothing for what was not graded, nor beyond the tenth', () => {
    const strangers = Array.from({ length: 10 }, (_, index) => `stranger ${index}`);
    expect(ndcgAt10({ x: 3 }, [...strangers, 'x'])).toBe(0);
    expect(ndcgAt10({ x: 3 }, ['x', ...strangers])).toBe(1);
    expect(ndcgAt10({ x: 0 }, ['x'])).toBe(0);
  });
});

describe('average precision', () => {
  it('is the mean of the precisions at what is relevant', () => {
    expect(averagePrecision(new Set(['a', 'c']), ['a', 'b', 'c'])).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(averagePrecision(new Set(['a', 'missing']), ['a'])).toBe(0.5);
    expect(averagePrecision(new Set(), ['a'])).toBe(0);
  });
});

describe('the order of scores', () => {
  it('is from the highest, equal ones by name', () => {
    expect(ranked({ b: 1, a: 1, c: 2 })).toEqual(['c', 'a', 'b']);
  });
});

describe('the interval of a statistic', () => {
  it('is the same for the same seed and holds the value of the sample', () => {
    const sample = Array.from({ length: 40 }, (_, index) => index);
    const [low, high] = bootstrapInterval(sample, mean);
    expect([low, high]).toEqual(bootstrapInterval(sample, mean));
    expect(low).toBeLessThan(19.5);
    expect(high).toBeGreaterThan(19.5);
    // Of a mean of 40 with a deviation of 11.5: about 1.96 x 1.83 to either side.
    expect(high - low).toBeGreaterThan(5.5);
    expect(high - low).toBeLessThan(9);
  });

  it('is a point where all are equal', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (value) => {
        const [low, high] = bootstrapInterval([value, value], (drawn) => drawn[0] ?? Number.NaN, { draws: 20 });
        expect([low, high]).toEqual([value, value]);
      }),
    );
  });
});
