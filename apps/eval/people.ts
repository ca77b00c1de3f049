import { averagePrecision, type Numbers, ranked } from '#text-analysis';
import type { CollectionText, PeopleCollection } from './collection.js';
import { type Evaluation, meanFigure } from './report.js';
import { briefOf, type EvaluationWorld } from './world.js';

/**
 * Who is found for a text whose people are known. Its own text is left out of every profile, of the counts of how rare
 * each term is and how long works are, and of the landmarks: all is as if nobody had written it. Two things still know of
 * it, both bounded: of a work of more than 200 terms, which of the least telling ones are kept was settled when the
 * directory was read, as in the product; and with an encoder, what is usual between two texts is of 48 texts of all.
 */
export const evaluatePeople = async (
  world: EvaluationWorld,
  { kind, texts, people, queries }: PeopleCollection,
): Promise<Evaluation> => {
  const works = Object.entries(people).map(([id, own]) => ({ id, works: own.flatMap((at) => texts[at] ?? []) }));
  const directory = await world.takeIn(works);
  const scores: Numbers[] = [];
  for (const [index, query] of queries.entries()) {
    if (index % 100 === 0) world.say(`Question ${index + 1} of ${queries.length}`);
    const asked = texts[query.text];
    const fits = await directory.fits(briefOf(asked), (text) => same(text, asked));
    scores.push(Object.fromEntries(fits));
  }
  const found = queries.map(({ relevant }, index) => averagePrecision(new Set(relevant), ranked(scores[index] ?? {})));
  return {
    collection: kind,
    people: works.length,
    questions: queries.length,
    metrics: { meanAveragePrecision: meanFigure(found) },
    scores,
  };
};

/** The same text under another number is still the text itself. */
const same = (a: CollectionText, b: CollectionText | undefined) => a.title === b?.title && a.abstract === b.abstract;
