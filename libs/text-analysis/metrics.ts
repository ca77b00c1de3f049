import { seededRandom } from './random.js';

/** Numbers by name: ratings or scores of items, grades of documents. */
export type Numbers = Readonly<Record<string, number>>;

/** What one person's ratings say of the scores: sums, so that people can be put together and drawn again. */
export interface PersonTally {
  person: string;
  /** The weight of pairs in the wrong order, ties by half. */
  lost: number;
  /** The weight of all pairs rated differently. */
  weight: number;
  easyRight: number;
  easyPairs: number;
  hardRight: number;
  hardPairs: number;
}

/**
 * The pairs that each person rated differently, over all versions of the scores. Definitions of Stelmakh et al. 2023
 * (arXiv 2303.16750): a pair weighs the difference of its ratings; an easy pair has one item rated 4 or more and one 2
 * or less, in a hard pair both are rated 4 or more; a tie is half lost, and for easy and hard pairs not right.
 */
export const tallyRatings = (
  ratings: Readonly<Record<string, Numbers>>,
  versions: readonly Readonly<Record<string, Numbers>>[],
): PersonTally[] =>
  Object.entries(ratings).map(([person, own]) => {
    const tally = { person, lost: 0, weight: 0, easyRight: 0, easyPairs: 0, hardRight: 0, hardPairs: 0 };
    const items = Object.entries(own);
    for (const version of versions) {
      const scores = version[person] ?? {};
      items.forEach(([first, firstRating], index) => {
        for (const [second, secondRating] of items.slice(index + 1)) {
          if (firstRating === secondRating) continue;
          const order = ((scores[first] ?? 0) - (scores[second] ?? 0)) * (firstRating - secondRating);
          const weight = Math.abs(firstRating - secondRating);
          tally.weight += weight;
          tally.lost += order === 0 ? weight / 2 : order < 0 ? weight : 0;
          const [low, high] = [Math.min(firstRating, secondRating), Math.max(firstRating, secondRating)];
          if (low >= 4) {
            tally.hardPairs += 1;
            tally.hardRight += order > 0 ? 1 : 0;
          } else if (high >= 4 && low <= 2) {
            tally.easyPairs += 1;
            tally.easyRight += order > 0 ? 1 : 0;
          }
        }
      });
    }
    return tally;
  });

const share = (tallies: readonly PersonTally[], part: keyof PersonTally, whole: keyof PersonTally): number => {
  let [parts, wholes] = [0, 0];
  for (const tally of tallies) {
    parts += Number(tally[part]);
    wholes += Number(tally[whole]);
  }
  return parts / wholes;
};

/** 0 if every pair is in the order of its ratings, .5 by chance, 1 if none is. */
export const expertiseLoss = (tallies: readonly PersonTally[]): number => share(tallies, 'lost', 'weight');
export const easyAccuracy = (tallies: readonly PersonTally[]): number => share(tallies, 'easyRight', 'easyPairs');
export const hardAccuracy = (tallies: readonly PersonTally[]): number => share(tallies, 'hardRight', 'hardPairs');

/** Names in the order of their scores, the highest first; equal scores in the order of the names. */
export const ranked = (scores: Numbers): string[] =>
  Object.keys(scores).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (a < b ? -1 : 1));

/** nDCG of the first ten with a gain of 2^grade - 1; what was not graded gains nothing. */
export const ndcgAt10 = (grades: Numbers, order: readonly string[]): number => {
  const total = (gains: readonly number[]) =>
    gains.slice(0, 10).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
  const best = total(Object.values(grades).sort((a, b) => b - a));
  return best === 0 ? 0 : total(order.map((name) => grades[name] ?? 0)) / best;
};

/** The mean of the precision at each relevant name; relevant names that are not in the order count as never found. */
export const averagePrecision = (relevant: ReadonlySet<string>, order: readonly string[]): number => {
  if (relevant.size === 0) return 0;
  let found = 0;
  let sum = 0;
  order.forEach((name, rank) => {
    if (!relevant.has(name)) return;
    found += 1;
    sum += found / (rank + 1);
  });
  return sum / relevant.size;
};

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Between what limits a statistic of people or questions lies 95 times in 100, by drawing them again with replacement. */
export const bootstrapInterval = <T>(
  sample: readonly T[],
  statistic: (drawn: T[]) => number,
  { draws = 2000, seed = 20230316 } = {},
): [low: number, high: number] => {
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = sample.flatMap(() => {
      const one = sample[Math.floor(random() * sample.length)];
      return one === undefined ? [] : [one];
    });
    const value = statistic(drawn);
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (part: number) => values[Math.min(values.length - 1, Math.floor(part * values.length))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
};
