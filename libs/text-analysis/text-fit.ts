import type { Analysis } from './analyse.js';
import { type Landmarks, type NeighbourProfile, neighbourhood, saturated } from './landmarks.js';
import { parameters } from './parameters.js';
import { rarity } from './statistics.js';
import type { WorkVector } from './work-vector.js';

/** A work of an academic as the fit reads it. The profile is missing until it has been made. */
export interface WorkText {
  vector: WorkVector;
  profile: NeighbourProfile | null;
}

/** A brief made ready to be compared with many works. */
export interface Brief {
  /** Numbers of its known terms, ascending. */
  readonly terms: Int32Array;
  /** What one use of each term in a work adds to the wording, before saturation. */
  readonly weights: Float64Array;
  /** The terms as the brief writes them, but for fragments: those are not for people. */
  readonly written: ReadonlyMap<number, string>;
  /** Of each compound the terms that are its parts: nobody is shown both. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  readonly profile: NeighbourProfile;
  /** The share of the neighbourhood in the fit, 0 to `parameters.neighbourhoodShare`. */
  readonly neighbourhoodShare: number;
  readonly averageLength: number;
}

/** What a work has in common with a brief, each 0 to 1. */
export interface WorkFit {
  /** Terms that both use. */
  wording: number;
  /** Works of the directory that both are near to. */
  neighbourhood: number;
  /** The two together. */
  fit: number;
}

/** What a store knows of a term of a brief: its number, or that of the term it most likely stands for. */
export interface FoundTerm {
  number: number;
  /** Whether the term itself is unknown, and this one was taken in its place: it counts for less. */
  guessed?: boolean;
}
export type TermLookup = (term: string) => FoundTerm | undefined;

/**
 * Makes a brief ready. Terms that nobody's works have still make it less covered. Where its place among the landmarks is
 * known already it is given, and not looked for again.
 */
export const prepareBrief = (
  analysis: Pick<Analysis, 'terms'>,
  lookup: TermLookup,
  landmarks: Landmarks,
  profile?: NeighbourProfile | null,
): Brief => {
  const { statistics } = landmarks;
  const uses = new Map<number, { count: number; written: string | null; trust: number }>();
  const parts = new Map<number, number[]>();
  let square = 0;
  for (const [term, { count, written, whole }] of analysis.terms) {
    const found = lookup(term);
    if (found === undefined || statistics.worksWith(found.number) === 0) {
      square += ((1 + Math.log(count)) * rarity(statistics, undefined)) ** 2;
      continue;
    }
    const before = uses.get(found.number);
    const trust = Math.max(before?.trust ?? 0, found.guessed ? parameters.guessedTermTrust : 1);
    uses.set(found.number, {
      count: count + (before?.count ?? 0),
      written: before?.written ?? (whole ? written : null),
      trust,
    });
    if (term.includes('-'))
      parts.set(
        found.number,
        term.split('-').flatMap((part) => lookup(part)?.number ?? []),
      );
  }
  const known = [...uses].sort(([a], [b]) => a - b);
  const terms = Int32Array.from(known, ([term]) => term);
  const counts = Uint8Array.from(known, ([, { count }]) => Math.min(255, count));
  const own = known.map(([term, { count }]) => (1 + Math.log(count)) * rarity(statistics, term));
  for (const weight of own) square += weight * weight;
  known.forEach(([, { trust }], index) => {
    own[index] = trust * (own[index] ?? 0);
  });
  const norm = (Math.sqrt(square) || 1) * landmarks.typicalNorm;
  const { neighbourhoodShare, fullBriefTerms, fullLandmarks, workRarityPower } = parameters;
  return {
    terms,
    weights: Float64Array.from(
      own,
      (weight, index) => (weight * rarity(statistics, terms[index]) ** workRarityPower) / norm,
    ),
    written: new Map(known.flatMap(([term, { written }]) => (written === null ? [] : [[term, written]]))),
    parts,
    profile: profile ?? landmarks.profile({ terms, counts }),
    neighbourhoodShare:
      neighbourhoodShare * Math.min(1, known.length / fullBriefTerms) * Math.min(1, landmarks.size / fullLandmarks),
    averageLength: statistics.averageLength,
  };
};

/** Makes a stored text ready as a brief: for comparing many at once. It does not know how its terms are written. */
export const storedBrief = (
  { terms, counts }: Pick<WorkVector, 'terms' | 'counts'>,
  profile: NeighbourProfile | null,
  landmarks: Landmarks,
): Brief => {
  const { statistics } = landmarks;
  const { neighbourhoodShare, fullBriefTerms, fullLandmarks, workRarityPower } = parameters;
  const weights = new Float64Array(terms.length);
  let square = 0;
  let known = 0;
  for (let index = 0; index < terms.length; index += 1) {
    const term = terms[index] ?? 0;
    const rare = rarity(statistics, term);
    const own = (1 + Math.log(counts[index] ?? 1)) * rare;
    square += own * own;
    if (statistics.worksWith(term) === 0) continue;
    known += 1;
    weights[index] = own * rare ** workRarityPower;
  }
  const norm = (Math.sqrt(square) || 1) * landmarks.typicalNorm;
  for (let index = 0; index < weights.length; index += 1) weights[index] = (weights[index] ?? 0) / norm;
  return {
    terms,
    weights,
    written: new Map(),
    parts: new Map(),
    profile: profile ?? landmarks.profile({ terms, counts }),
    neighbourhoodShare:
      neighbourhoodShare * Math.min(1, known / fullBriefTerms) * Math.min(1, landmarks.size / fullLandmarks),
    averageLength: statistics.averageLength,
  };
};

/** What the terms that a brief and a work share add to the wording. Calls back for each, where asked. */
export const wordingOf = (
  brief: Brief,
  { terms, counts, length }: WorkVector,
  found?: (term: number, adds: number) => void,
): number => {
  const own = brief.terms;
  const size = terms.length;
  let sum = 0;
  let at = 0;
  for (let index = 0; index < own.length; index += 1) {
    const term = own[index] ?? 0;
    while (at < size && (terms[at] ?? 0) < term) at += 1;
    if (at === size) break;
    if (terms[at] !== term) continue;
    const adds = (brief.weights[index] ?? 0) * saturated(counts[at] ?? 1, length, brief.averageLength);
    sum += adds;
    found?.(term, adds);
  }
  return sum;
};

/** How one work fits a brief. */
export const workFit = (brief: Brief, work: WorkText): WorkFit => {
  const wording = Math.min(1, wordingOf(brief, work.vector));
  const share = brief.neighbourhoodShare;
  const near = work.profile === null || share === 0 ? 0 : neighbourhood(brief.profile, work.profile);
  return { wording, neighbourhood: near, fit: (1 - share) * wording + share * near };
};

/** The fit of somebody's works together: a power mean, held back the less the more of them there are. */
export const fitOf = (fits: readonly number[]): number => {
  if (fits.length === 0) return 0;
  const { workPower, workCountPower } = parameters;
  let sum = 0;
  for (const fit of fits) sum += fit ** workPower;
  return Math.min(1, (sum / fits.length ** workCountPower) ** (1 / workPower));
};

/**
 * How well somebody's works fit a brief, 0 to 1. It depends on these two and the counts of the directory alone, so that
 * fits of different people to a brief, and of different briefs to a person, can be compared.
 */
export const textFit = (brief: Brief, works: readonly WorkText[]): number =>
  fitOf(works.map((work) => workFit(brief, work).fit));

/** The highest fit first, then by id: the same list on every run. */
const byFit = (a: { id: string; fit: number }, b: { id: string; fit: number }) =>
  b.fit - a.fit || (a.id < b.id ? -1 : 1);

/** People in the order of their fit to a brief. */
export const rankPeople = (
  brief: Brief,
  people: Iterable<{ id: string; works: readonly WorkText[] }>,
): { id: string; fit: number }[] =>
  Array.from(people, ({ id, works }) => ({ id, fit: textFit(brief, works) })).sort(byFit);

/** Briefs in the order of their fit to a person. */
export const rankBriefs = (
  works: readonly WorkText[],
  briefs: Iterable<{ id: string; brief: Brief }>,
): { id: string; fit: number }[] =>
  Array.from(briefs, ({ id, brief }) => ({ id, fit: textFit(brief, works) })).sort(byFit);
