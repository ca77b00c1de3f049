import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearestTerm, slips, slipsAllowed } from './near-term.js';

const known = [
  { term: 'fibromyalgia', works: 40 },
  { term: 'fibromyoma', works: 2 },
  { term: 'gabapentin', works: 9 },
  { term: 'causal', works: 9 },
];

describe('the slips between two terms', () => {
  it('are letters added, left out, changed or swapped', () => {
    expect(slips('fibromialgia', 'fibromyalgia', 2)).toBe(1);
    expect(slips('gabamentin', 'gabapentin', 2)).toBe(1);
    expect(slips('diognosis', 'diagnosis', 2)).toBe(1);
    expect(slips('sytnoms', 'symptoms', 2)).toBe(3);
    expect(slips('causal', 'casual', 2)).toBe(1);
    expect(slips('', 'ab', 5)).toBe(2);
  });

  it('are the same from both sides, and none for the same term', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b, 8)).toBe(slips(b, a, 8));
        expect(slips(a, a, 8)).toBe(0);
      }),
    );
  });
});

describe('the term that an unknown one stands for', () => {
  it('is the nearest known one', () => {
    expect(nearestTerm('fibromialgia', known)).toBe('fibromyalgia');
    expect(nearestTerm('gabamentin', known)).toBe('gabapentin');
  });

  it('is none for short words, numbers and far ones', () => {
    expect(nearestTerm('casul', known)).toBeNull();
    expect(nearestTerm('gaba123tin', known)).toBeNull();
    expect(nearestTerm('hypertension', known)).toBeNull();
    expect(slipsAllowed('asthma')).toBe(1);
    expect(slipsAllowed('fibromyalgia')).toBe(2);
  });

  it('is the commoner of two that are as near', () => {
    const both = [
      { term: 'castin', works: 1 },
      { term: 'casein', works: 5 },
    ];
    expect(nearestTerm('casxin', both)).toBe('casein');
    expect(nearestTerm('casxin', both.reverse())).toBe('casein');
  });
});
