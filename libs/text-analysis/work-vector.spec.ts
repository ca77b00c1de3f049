import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from './analyse.js';
import { UnreadableBytes } from './bytes.js';
import { CorpusStatistics, Lexicon } from './statistics.js';
import { anyVector } from './testing.js';
import { cosine, decodeWorkVector, encodeWorkVector, unitVector, workVector } from './work-vector.js';

const statisticsOf = (vectors: Parameters<CorpusStatistics['add']>[0][]) => {
  const statistics = new CorpusStatistics();
  for (const vector of vectors) statistics.add(vector);
  return statistics;
};

describe('the vector of a work', () => {
  it('holds the numbers of its terms in order, with their counts', () => {
    const lexicon = new Lexicon();
    lexicon.number('biopsi');
    const vector = workVector(analyse('melanoma biopsy, melanoma'), (term) => lexicon.number(term));
    expect([...vector.terms]).toEqual([0, 1]);
    expect([...vector.counts]).toEqual([1, 2]);
    expect(vector.length).toBe(3);
  });

  it('keeps the most telling terms of a long text, and its whole length', () => {
    const lexicon = new Lexicon();
    const number = (term: string) => lexicon.number(term);
    const common = workVector(analyse('trial'), number);
    const statistics = statisticsOf([common, common, common, workVector(analyse('melanoma'), number)]);
    const vector = workVector(analyse('trial biopsy melanoma trial'), number, statistics, 2);
    expect(Array.from(vector.terms, (term) => lexicon.term(term)).sort()).toEqual(['biopsi', 'melanoma']);
    expect(vector.length).toBe(4);
  });

  it('comes back from its bytes as it was', () => {
    fc.assert(
      fc.property(anyVector, (vector) => {
        expect(decodeWorkVector(encodeWorkVector(vector))).toEqual(vector);
      }),
    );
    const far = {
      terms: Int32Array.of(0, 127, 128, 2_000_000_000),
      counts: Uint8Array.of(1, 2, 3, 255),
      length: 70_000,
    };
    expect(decodeWorkVector(encodeWorkVector(far))).toEqual(far);
  });

  it('takes about two bytes a term', () => {
    const terms = Int32Array.from({ length: 100 }, (_, index) => index * 300);
    expect(encodeWorkVector({ terms, counts: new Uint8Array(100).fill(1), length: 160 }).length).toBeLessThan(310);
  });

  it('is refused when its bytes are cut short or of another version', () => {
    const bytes = encodeWorkVector({ terms: Int32Array.of(3, 9), counts: Uint8Array.of(1, 1), length: 2 });
    for (let end = 0; end < bytes.length; end += 1) {
      expect(() => decodeWorkVector(bytes.subarray(0, end))).toThrow(UnreadableBytes);
    }
    expect(() => decodeWorkVector(Buffer.from([9, 1, 0]))).toThrow('version 9');
    expect(() => decodeWorkVector(Buffer.from([1, ...new Array(12).fill(0xff)]))).toThrow(UnreadableBytes);
  });
});

describe('the cosine of two works', () => {
  it('is the inner product of their weighted terms at unit length', () => {
    const a = { terms: Int32Array.of(1, 2), counts: Uint8Array.of(1, 1), length: 2 };
    const b = { terms: Int32Array.of(2, 3), counts: Uint8Array.of(1, 1), length: 2 };
    const statistics = statisticsOf([a, b, { terms: Int32Array.of(), counts: Uint8Array.of(), length: 0 }]);
    // N = 3: term 2 is ln(4/2), the others ln 4, twice that. Lengths: sqrt(1 + 4) in units of ln 2.
    expect(cosine(unitVector(a, statistics), unitVector(b, statistics))).toBeCloseTo(1 / 5, 12);
    expect(cosine(unitVector(a, statistics), unitVector(a, statistics))).toBeCloseTo(1, 12);
  });

  it('is the same from both sides, and between 0 and 1', () => {
    fc.assert(
      fc.property(anyVector, anyVector, (a, b) => {
        const statistics = statisticsOf([a, b]);
        const [left, right] = [unitVector(a, statistics), unitVector(b, statistics)];
        expect(cosine(left, right)).toBeCloseTo(cosine(right, left), 12);
        expect(cosine(left, right)).toBeGreaterThanOrEqual(0);
        expect(cosine(left, right)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
