import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { analyse } from './analyse.js';
import {
  easyAccuracy,
  expertiseLoss,
  hardAccuracy,
  mean,
  type Numbers,
  ndcgAt10,
  ranked,
  tallyRatings,
} from './metrics.js';
import { directoryOf } from './testing.js';
import { prepareBrief, textFit, type WorkText } from './text-fit.js';

interface ExpertiseRatings {
  texts: { title: string; abstract: string }[];
  versions: { people: Record<string, number[]>; items: Record<string, number> }[];
  ratings: Record<string, Record<string, number>>;
}
interface GradedRetrieval {
  documents: Record<string, string>;
  queries: Record<string, { long: string; short: string }>;
  grades: Record<string, Numbers>;
}

/** A judged collection, or null with a line that says so. */
const collection = <T>(name: string): T | null => {
  const path = join(process.env.BENCHSIDE_DATA ?? projectPath('../shared/data'), 'matching', name);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
  console.log(`Skipped: ${path} is not there. BENCHSIDE_DATA names the folder of the judged collections.`);
  return null;
};

const scoresOf = ({ texts, ratings }: ExpertiseRatings, version: ExpertiseRatings['versions'][0]) => {
  const textOf = (index: number | undefined) => {
    const text = texts[index ?? -1];
    return `${text?.title ?? ''}\n${text?.abstract ?? ''}`;
  };
  const numbers = [...new Set(Object.values(version.people).flat())];
  const { landmarks, works, guess } = directoryOf(numbers.map(textOf));
  const workOf = new Map(numbers.map((number, index) => [number, works[index]]));
  return Object.fromEntries(
    Object.entries(ratings).map(([person, own]) => {
      const theirs = (version.people[person] ?? []).flatMap((number): WorkText[] => {
        const work = workOf.get(number);
        return work ? [work] : [];
      });
      const fitTo = (item: string) =>
        textFit(prepareBrief(analyse(textOf(version.items[item])), guess, landmarks), theirs);
      return [person, Object.fromEntries(Object.keys(own).map((item) => [item, fitTo(item)]))];
    }),
  );
};

describe('the text fit against judgements by people', () => {
  it('orders works as researchers rated their own expertise', () => {
    const judged = collection<ExpertiseRatings>('expertise.json');
    if (!judged) return;
    // Two of the ten versions: they differ by .01 or so.
    const tallies = tallyRatings(
      judged.ratings,
      judged.versions.slice(0, 2).map((version) => scoresOf(judged, version)),
    );
    expect(expertiseLoss(tallies)).toBeLessThan(0.26);
    expect(easyAccuracy(tallies)).toBeGreaterThan(0.82);
    expect(hardAccuracy(tallies)).toBeGreaterThan(0.59);
  }, 300_000);

  it('finds answers to medical questions, short and long', () => {
    const judged = collection<GradedRetrieval>('medical-questions.json');
    if (!judged) return;
    const names = Object.keys(judged.documents);
    const { landmarks, works, guess } = directoryOf(Object.values(judged.documents));
    const answered = Object.entries(judged.grades).filter(([, grades]) =>
      Object.values(grades).some((grade) => grade >= 2),
    );
    const gainOf = (kind: 'short' | 'long') =>
      mean(
        answered.map(([query, grades]) => {
          const brief = prepareBrief(analyse(judged.queries[query]?.[kind] ?? ''), guess, landmarks);
          const fits = Object.fromEntries(works.map((work, index) => [names[index] ?? '', textFit(brief, [work])]));
          return ndcgAt10(grades, ranked(fits));
        }),
      );
    expect(gainOf('short')).toBeGreaterThan(0.7);
    expect(gainOf('long')).toBeGreaterThan(0.62);
  }, 300_000);
});
