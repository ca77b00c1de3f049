import { describe, expect, it } from '@jest/globals';
import { readQuery, readTellingWords } from './query-text.js';

const positive = (text: string) => readQuery(text).terms.map(({ words, phrase }) => (phrase ? words : words.join()));
const negative = (text: string) => readQuery(text).excluded.map(({ words }) => words);

describe('readQuery', () => {
  it('reads words in their order', () => {
    expect(positive('  Heart\tfailure\n nurse ')).toEqual(['heart', 'failure', 'nurse']);
  });

  it('reads a phrase in quotes, also one left open', () => {
    expect(positive('"heart failure" nurse')).toEqual([['heart', 'failure'], 'nurse']);
    expect(positive('nurse "heart failure')).toEqual(['nurse', ['heart', 'failure']]);
  });

  it('reads a dash before a word or a phrase as its exclusion', () => {
    expect(positive('asthma -child -"heart failure"')).toEqual(['asthma']);
    expect(negative('asthma -child -"heart failure"')).toEqual([['child'], ['heart', 'failure']]);
  });

  it('reads a dash inside a word, or alone, as a space', () => {
    expect(positive('beta-blocker - trial')).toEqual(['beta', 'blocker', 'trial']);
    expect(negative('beta-blocker - trial')).toEqual([]);
  });

  it('drops the s of a possessive', () => {
    expect(positive("Parkinson's disease, Crohn’s")).toEqual(['parkinson', 'disease', 'crohn']);
  });

  it('folds case, accents, ligatures and letters that do not decompose', () => {
    expect(positive('Gießen Ærø Łódź ÉCOLE e\u0301cole ﬁbre')).toEqual([
      'giessen',
      'aero',
      'lodz',
      'ecole',
      'ecole',
      'fibre',
    ]);
  });

  it('reads ten terms and no more', () => {
    const { terms, prefix } = readQuery('a b c d e f g h i j k l');
    expect(terms).toHaveLength(10);
    expect(prefix).toBe(false);
  });

  it('takes the last term for the beginning of a word unless it is a phrase', () => {
    expect(readQuery('heart fail').prefix).toBe(true);
    expect(readQuery('heart "fail"').prefix).toBe(false);
    expect(readQuery('').prefix).toBe(false);
  });

  it('finds nothing in punctuation, control characters and empty quotes', () => {
    for (const text of ['', ' ', '""', '-', '--', '"', '\u0000\u0001', '!?;(', '-""']) {
      expect(readQuery(text)).toEqual({ terms: [], excluded: [], prefix: false });
    }
  });
});

describe('readTellingWords', () => {
  it('leaves out grammar, single letters and repeats', () => {
    expect(readTellingWords('We are looking for a clinician with asthma, and an asthma nurse')).toEqual([
      'looking',
      'clinician',
      'asthma',
      'nurse',
    ]);
  });

  it('keeps two hundred words of a text of any length', () => {
    const text = Array.from({ length: 5_000 }, (_, index) => `word${index}`).join(' ');
    expect(readTellingWords(text)).toHaveLength(200);
  });
});
