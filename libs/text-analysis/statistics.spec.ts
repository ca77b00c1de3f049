import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CorpusStatistics, rarity } from './statistics.js';
import { anyVector } from './testing.js';

const work = (...terms: number[]) => ({
  terms: Int32Array.from(terms),
  counts: new Uint8Array(terms.length).fill(1),
  length: terms.length,
});

describe('the counts of a directory', () => {
  it('say how many works have a term, and how long works are', () => {
    const statistics = new CorpusStatistics();
    statistics.add(work(1, 2, 3, 4));
    statistics.add(work(1, 2));
    expect(statistics.works).toBe(2);
    expect(statistics.averageLength).toBe(3);
    expect([1, 3, 9].map((term) => statistics.worksWith(term))).toEqual([2, 1, 0]);
  });

  it('make a term of one work in three ln 4 rare, of all three ln 4/3, of none as of one', () => {
    const statistics = new CorpusStatistics();
    for (const each of [work(1, 2), work(1), work(1)]) statistics.add(each);
    expect(rarity(statistics, 2)).toBeCloseTo(Math.log(4), 12);
    expect(rarity(statistics, 1)).toBeCloseTo(Math.log(4 / 3), 12);
    expect(rarity(statistics, 7)).toBe(rarity(statistics, 2));
    expect(rarity(statistics, undefined)).toBe(rarity(statistics, 2));
  });

  it('are as if a work had never been, once it is taken out', () => {
    fc.assert(
      fc.property(fc.array(anyVector), anyVector, (others, work) => {
        const [with_, without] = [new CorpusStatistics(), new CorpusStatistics()];
        with_.add(work);
        for (const other of others) {
          with_.add(other);
          without.add(other);
        }
        with_.remove(work);
        expect(with_).toEqual(without);
      }),
    );
  });
});
