import fc from 'fast-check';
import { analyse } from './analyse.js';
import { Landmarks } from './landmarks.js';
import { nearestTerm } from './near-term.js';
import { CorpusStatistics, Lexicon } from './statistics.js';
import type { WorkText } from './text-fit.js';
import { type WorkVector, workVector } from './work-vector.js';

/** A small directory of works in memory, for specs. */
export const directoryOf = (texts: readonly string[]) => {
  const lexicon = new Lexicon();
  const statistics = new CorpusStatistics();
  const analyses = texts.map(analyse);
  const numberOf = (term: string) => lexicon.number(term);
  // What is kept of long texts depends on the counts, so these are made first.
  const first = new CorpusStatistics();
  for (const analysis of analyses) first.add(workVector(analysis, numberOf));
  const vectors = analyses.map((analysis) => workVector(analysis, numberOf, first));
  for (const vector of vectors) statistics.add(vector);
  const landmarks = new Landmarks(
    vectors.map((vector, index) => ({ id: `work ${index}`, vector })),
    statistics,
  );
  const works: WorkText[] = vectors.map((vector, index) => ({
    vector,
    profile: landmarks.profile(vector, `work ${index}`),
  }));
  const known = Array.from(lexicon, ([term, number]) => ({ term, works: statistics.worksWith(number) }));
  const lookup = (term: string) => {
    const number = lexicon.find(term);
    return number === undefined ? undefined : { number };
  };
  /** Takes the nearest known term in the place of an unknown one, as the store does. */
  const nearest = new Map<string, string | null>();
  const guess = (term: string) => {
    if (!lookup(term) && !nearest.has(term)) nearest.set(term, nearestTerm(term, known));
    const near = nearest.get(term) ?? null;
    const found = lookup(near ?? term);
    return found && { ...found, guessed: near !== null };
  };
  return { lexicon, statistics, landmarks, works, lookup, guess };
};

/** Works of up to 40 terms out of 60. */
export const anyVector: fc.Arbitrary<WorkVector> = fc
  .uniqueArray(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 255 })), { selector: ([term]) => term, maxLength: 40 })
  .map((uses) => {
    const sorted = uses.sort(([a], [b]) => a - b);
    return {
      terms: Int32Array.from(sorted, ([term]) => term),
      counts: Uint8Array.from(sorted, ([, count]) => count),
      length: sorted.reduce((sum, [, count]) => sum + count, 0),
    };
  });

const words = 'asthma inhaler airway stroke rehabilitation statin lipid melanoma biopsy imaging cohort trial'.split(
  ' ',
);
/** Texts of a few words of medicine. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...words), { maxLength: 20 })
  .map((all) => all.join(' '));
