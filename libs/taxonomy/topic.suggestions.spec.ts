import { describe, expect, it } from '@jest/globals';
import { readTaxonomy } from './vocabulary.js';

const taxonomy = readTaxonomy();
const codes = (prefix: string, limit?: number) => taxonomy.suggestTopics(prefix, limit).map((term) => term.code);

describe('suggesting topics', () => {
  it.each([
    ['MI', 'myocardial-infarction'],
    ['mi', 'myocardial-infarction'],
    ['heart att', 'myocardial-infarction'],
    ['copd', 'chronic-obstructive-pulmonary-disease'],
    ['asth', 'asthma'],
    ['ASTHMA', 'asthma'],
    ['alzheimers', 'alzheimers-disease'],
    ["Crohn's dis", 'crohns-disease'],
    ['stroke reh', 'stroke-rehabilitation'],
    ['bowel cancer', 'colorectal-cancer'],
    ['leukem', 'leukaemia'],
    ['leukaem', 'leukaemia'],
    ['pre-ec', 'pre-eclampsia'],
    ['  real   world ', 'real-world-evidence'],
    ['Meniere', 'balance-and-vestibular-disorders'],
  ])('offers for %j first %s', (prefix, expected) => {
    expect(codes(prefix)[0]).toBe(expected);
  });

  it('looks at every word, and puts labels before synonyms', () => {
    expect(codes('rehab', 40)).toEqual(expect.arrayContaining(['pulmonary-rehabilitation', 'stroke-rehabilitation']));
    const labels = taxonomy.suggestTopics('cancer', 100).map((term) => term.label.toLowerCase().includes('cancer'));
    expect(labels.lastIndexOf(true)).toBeLessThan(labels.includes(false) ? labels.indexOf(false) : labels.length);
  });

  it('offers the top groups for nothing typed, nothing for nonsense, and never one topic twice', () => {
    expect(taxonomy.suggestTopics('', 100).every((term) => term.parent === null)).toBe(true);
    expect(codes('zzzz')).toEqual([]);
    expect(codes('()*%_')).toEqual(codes(''));
    for (const prefix of ['c', 'd', 'pa', 'heart']) {
      const all = codes(prefix, 1_000);
      expect(new Set(all).size).toBe(all.length);
      expect(codes(prefix, 3)).toEqual(all.slice(0, 3));
    }
  });
});
