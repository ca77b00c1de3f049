import { neighbourhood } from './landmarks.js';
import { parameters } from './parameters.js';
import { type Brief, fitOf, type WorkText, wordingOf, workFit } from './text-fit.js';

/** What a term, or a landmark, is of the whole fit. */
export interface TermEvidence {
  /** As the brief writes it; null where it is a fragment, or a part of a compound that is shared as a whole. */
  term: string | null;
  points: number;
}
export interface LandmarkEvidence {
  /** The slot of a work that both are near to. */
  landmark: number;
  points: number;
}

/** What one work brings to the fit of a person. */
export interface WorkEvidence {
  /** Which of the works that were given. */
  work: number;
  /** The part of the fit that is this work's; all works together make the fit. */
  points: number;
  /** Terms that the brief and the work share, the weightiest first. */
  terms: TermEvidence[];
  /** Works of the directory near to both, the weightiest first: for fields that share few words. */
  landmarks: LandmarkEvidence[];
}

export interface FitEvidence {
  fit: number;
  /** The weightiest first. */
  works: WorkEvidence[];
}

const weightiestFirst = (a: { points: number }, b: { points: number }) => b.points - a.points;

/**
 * Where a fit comes from. The fit is parted among the works by their powers in the mean, and within a work among its
 * terms and landmarks by what they add: all points together are the fit.
 */
export const fitEvidence = (brief: Brief, works: readonly WorkText[]): FitEvidence => {
  const fits = works.map((work) => workFit(brief, work));
  const fit = fitOf(fits.map((each) => each.fit));
  const powers = fits.map((each) => each.fit ** parameters.workPower);
  const all = powers.reduce((sum, power) => sum + power, 0);
  if (all === 0) return { fit, works: [] };
  const evidence = works.flatMap((work, index): WorkEvidence[] => {
    const own = fits[index];
    const points = (fit * (powers[index] ?? 0)) / all;
    if (own === undefined || own.fit === 0 || points === 0) return [];
    const near = (brief.neighbourhoodShare * own.neighbourhood) / own.fit;
    return [
      {
        work: index,
        points,
        // Worked out where somebody reads it: of a hundred works three are told of.
        get terms() {
          return termsOf(brief, work, points * (1 - near));
        },
        get landmarks() {
          return landmarksOf(brief, work, points * near);
        },
      },
    ];
  });
  return { fit, works: evidence.sort((a, b) => weightiestFirst(a, b) || a.work - b.work) };
};

const termsOf = (brief: Brief, { vector }: WorkText, points: number): TermEvidence[] => {
  const found: { term: number; adds: number }[] = [];
  const all = wordingOf(brief, vector, (term, adds) => found.push({ term, adds }));
  if (all === 0) return [];
  const within = new Set(found.flatMap(({ term }) => brief.parts.get(term) ?? []));
  return found
    .map(({ term, adds }) => ({
      term: within.has(term) ? null : (brief.written.get(term) ?? null),
      points: (points * adds) / all,
    }))
    .filter((each) => each.points > 0)
    .sort(weightiestFirst);
};

const landmarksOf = (brief: Brief, { profile }: WorkText, points: number): LandmarkEvidence[] => {
  if (profile === null || points === 0) return [];
  const own = new Map(Array.from(brief.profile.landmarks, (slot, index) => [slot, brief.profile.weights[index] ?? 0]));
  const all = neighbourhood(brief.profile, profile);
  return Array.from(profile.landmarks, (landmark, index) => ({
    landmark,
    points: (points * (own.get(landmark) ?? 0) * (profile.weights[index] ?? 0)) / (all || 1),
  }))
    .filter((each) => each.points > 0)
    .sort(weightiestFirst);
};
