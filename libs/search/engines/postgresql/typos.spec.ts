import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedTypos, countTypos, typoPatterns } from './typos.js';

describe('allowedTypos', () => {
  it('is one from five letters and two from nine', () => {
    expect(['lung', 'heart', 'diabetes', 'pneumonia'].map(allowedTypos)).toEqual([0, 1, 1, 2]);
  });

  it('is none in a number', () => {
    expect(['20240', '1234567890'].map(allowedTypos)).toEqual([0, 0]);
  });
});

describe('countTypos', () => {
  it.each([
    ['asthma', 'asthma', 0],
    ['asthna', 'asthma', 1],
    ['astma', 'asthma', 1],
    ['assthma', 'asthma', 1],
    ['ashtma', 'asthma', 1],
    ['haert', 'heart', 1],
    ['hepatits', 'hepatitis', 1],
    ['pnuemonai', 'pneumonia', 2],
    ['immunolgoy', 'immunology', 1],
    ['bneumonia', 'pneumonia', 2],
    ['npeumonia', 'pneumonia', 2],
    ['neumonia', 'pneumonia', null],
    ['lnug', 'lung', null],
    ['bsthma', 'asthma', null],
    ['asstma', 'asthma', null],
    ['astmah', 'asthma', null],
    ['bneumonai', 'pneumonia', null],
  ])('between %s and %s is %s', (typed, meant, typos) => {
    expect(countTypos(typed, meant)).toBe(typos);
  });

  it('lets a candidate go on only where the word is a beginning', () => {
    expect(countTypos('imunol', 'immunology', true)).toBe(1);
    expect(countTypos('imunol', 'immunology')).toBeNull();
  });
});

describe('typoPatterns', () => {
  const word = (shortest: number) =>
    fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: shortest, maxLength: 14 });
  const matches = (candidate: string, typed: string, prefix: boolean) =>
    typoPatterns(typed, prefix).some(
      ({ pattern, shortest, longest }) =>
        candidate.length >= shortest &&
        candidate.length <= longest &&
        new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`).test(candidate),
    );
  const edit = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('add', 'miss', 'replace', 'swap'),
    letter: fc.constantFrom(...'abcdefgh'),
  });
  const mistype = (meant: string, { at, kind, letter }: { at: number; kind: string; letter: string }) => {
    const place = at % meant.length;
    const before = meant.slice(0, place);
    if (kind === 'add') return before + letter + meant.slice(place);
    if (kind === 'miss') return before + meant.slice(place + 1);
    if (kind === 'replace') return before + letter + meant.slice(place + 1);
    return before + (meant[place + 1] ?? '') + meant[place] + meant.slice(place + 2);
  };

  it('find every word with one typing error', () => {
    fc.assert(
      fc.property(word(6), edit, fc.boolean(), (meant, error, prefix) => {
        const typed = mistype(meant, error);
        fc.pre(typed !== meant && countTypos(typed, meant) !== null);
        expect(matches(meant, typed, prefix)).toBe(true);
      }),
    );
  });

  it('find every word with two typing errors, of which at most one swaps letters', () => {
    fc.assert(
      fc.property(word(10), edit, edit, fc.boolean(), (meant, first, second, prefix) => {
        fc.pre(first.kind !== 'swap' || second.kind !== 'swap');
        const typed = mistype(mistype(meant, first), second);
        fc.pre(typed !== meant && countTypos(typed, meant) !== null);
        expect(matches(meant, typed, prefix)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
