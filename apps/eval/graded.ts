import { type Numbers, ndcgAt10, ranked } from '#text-analysis';
import type { GradedCollection } from './collection.js';
import { type Evaluation, type Figure, meanFigure } from './report.js';
import type { EvaluationWorld } from './world.js';

/** A question without an answer of this grade has nothing to find. */
const answers = 2;
const forms = ['long', 'short'] as const;

/**
 * How experts graded answers to questions, against the order in which they are found among all documents; every document
 * is one work. What nobody graded gains nothing there; among the graded ones alone it does not stand in the way.
 */
export const evaluateGraded = async (
  world: EvaluationWorld,
  { kind, documents, queries, grades }: GradedCollection,
): Promise<Evaluation> => {
  const works = Object.entries(documents).map(([id, text]) => ({ id, works: [{ title: '', abstract: text }] }));
  const directory = await world.takeIn(works);
  const asked = Object.entries(queries);
  const answered = asked.filter(([id]) => Object.values(grades[id] ?? {}).some((grade) => grade >= answers));
  const scores: Record<string, Record<string, Numbers>> = {};
  const metrics: Record<string, Figure> = {};
  for (const form of forms) {
    world.say(`${asked.length} ${form} questions`);
    const found: Record<string, Numbers> = {};
    for (const [id, query] of asked) found[id] = Object.fromEntries(await directory.fits(query[form]));
    scores[form] = found;
    const gains = (seen: (scores: Numbers, grades: Numbers) => Numbers) =>
      meanFigure(
        answered.map(([id]) => {
          const own = grades[id] ?? {};
          return ndcgAt10(own, ranked(seen(found[id] ?? {}, own)));
        }),
      );
    metrics[`${form}NdcgAt10`] = gains((scores) => scores);
    metrics[`${form}NdcgAt10AmongGraded`] = gains(gradedOnly);
  }
  return { collection: kind, questions: answered.length, documents: works.length, metrics, scores };
};

/** The scores of those that were judged. */
export const gradedOnly = (scores: Numbers, grades: Numbers): Numbers =>
  Object.fromEntries(Object.keys(grades).map((name) => [name, scores[name] ?? 0]));
