import { readFileSync } from 'node:fs';
import type { Settings } from '#config';
import { type Judged, type JudgedPair, JudgedPairs, judgementGrades } from '#feedback';
import { readWeights, rescored, type Weights, weights as weightsInForce } from '#matching';
import { mean, ndcgAt10, ranked } from '#text-analysis';
import { type Evaluation, type Figure, figure } from './report.js';
import { EvaluationWorld } from './world.js';

/** A side whose matches were judged, as one weighting orders them. */
interface Question {
  /** Pairs of matches with different grades: how many, and how many of them stand in the order of their grades. */
  pairs: number;
  right: number;
  /** Null where nothing was judged relevant, or only one match: there is no order to be right about. */
  ndcg: number | null;
}

/** What one weighting makes of the matches that were judged for one side. */
const questionOf = (judged: readonly JudgedPair[], weights: Weights): Question => {
  const scores = judged.map(({ parts }) => rescored(parts, weights));
  let [pairs, right] = [0, 0];
  judged.forEach((first, index) => {
    for (let other = index + 1; other < judged.length; other += 1) {
      const grades = first.grade - (judged[other]?.grade ?? 0);
      if (grades === 0) continue;
      const order = grades * ((scores[index] ?? 0) - (scores[other] ?? 0));
      pairs += 1;
      right += order > 0 ? 1 : order === 0 ? 0.5 : 0;
    }
  });
  const named = (values: readonly number[]) =>
    Object.fromEntries(judged.map(({ item }, index) => [item, values[index] ?? 0]));
  const grades = named(judged.map(({ grade }) => grade));
  const answered = judged.length > 1 && judged.some(({ grade }) => grade >= judgementGrades.relevant);
  return { pairs, right, ndcg: answered ? ndcgAt10(grades, ranked(named(scores))) : null };
};

const accuracy = (questions: readonly Question[]): number =>
  questions.reduce((sum, { right }) => sum + right, 0) / questions.reduce((sum, { pairs }) => sum + pairs, 0);
const ndcg = (questions: readonly Question[]): number =>
  mean(questions.flatMap((question) => (question.ndcg === null ? [] : [question.ndcg])));

const metricsOf = (questions: readonly Question[]): Record<string, Figure> => ({
  pairAccuracy: figure(questions, accuracy),
  ndcgAt10: figure(questions, ndcg),
});

/** What a candidate would change that judgements cannot tell: it is in the values that were found at the time. */
const untold = (candidate: Weights): string[] =>
  (['topics', 'timing', 'place'] as const).filter(
    (key) => JSON.stringify(candidate[key]) !== JSON.stringify(weightsInForce[key]),
  );

/** Compares the weights in force, and a candidate, on what people have judged. Intervals are drawn over the asking sides. */
export const compareWeightings = ({ pairs, counts }: Judged, candidate: Weights | null): Evaluation => {
  const bySide = new Map<string, JudgedPair[]>();
  for (const pair of pairs) bySide.set(pair.question, [...(bySide.get(pair.question) ?? []), pair]);
  // A side whose judgements are all alike tells nothing of the order.
  const sides = [...bySide.values()].filter((judged) => questionOf(judged, weightsInForce).pairs > 0);
  const current = sides.map((judged) => questionOf(judged, weightsInForce));
  const other = candidate ? sides.map((judged) => questionOf(judged, candidate)) : [];
  const compared = current.reduce((sum, question) => sum + question.pairs, 0);
  const { enough } = judgementGrades;
  const isEnough = sides.length >= enough.questions && compared >= enough.pairs;
  const notes = [
    ...(isEnough
      ? []
      : [
          `Too few to tell weightings apart: ${compared} pairs of matches judged differently, for ${sides.length} sides; ` +
            `wanted are ${enough.pairs} and ${enough.questions}. Decide nothing on these figures.`,
        ]),
    ...(candidate && untold(candidate).length > 0
      ? [`The candidate also changes ${untold(candidate).join(', ')}: that is not measured here.`]
      : []),
    'People judge what they were shown: a match that no weighting has shown has no judgement.',
  ];
  const both = current.map((own, index) => ({ own, other: other[index] ?? own }));
  const difference = (statistic: (questions: readonly Question[]) => number) =>
    figure(both, (drawn) => statistic(drawn.map((one) => one.other)) - statistic(drawn.map(({ own }) => own)));
  return {
    collection: 'feedback',
    questions: sides.length,
    pairs: compared,
    judged: pairs.length,
    judgements: counts,
    enough: isEnough,
    notes,
    weights: weightsInForce.edition,
    metrics: sides.length > 0 ? metricsOf(current) : {},
    ...(candidate && sides.length > 0
      ? {
          candidate: { weights: candidate.edition, metrics: metricsOf(other) },
          difference: { pairAccuracy: difference(accuracy), ndcgAt10: difference(ndcg) },
        }
      : {}),
    scores: pairs.map(({ question, item, grade, parts }) => ({
      question,
      item,
      grade,
      score: rescored(parts, weightsInForce),
      ...(candidate ? { candidate: rescored(parts, candidate) } : {}),
    })),
  };
};

/** Reads what people have judged from the database of the product, and changes nothing in it. */
export const evaluateFeedback = async (settings: Settings, candidate: string | undefined): Promise<Evaluation> => {
  const other = candidate === undefined ? null : readWeights(readFileSync(candidate, 'utf8'));
  const { app, close } = await EvaluationWorld.onTheProduct(settings);
  try {
    return compareWeightings(await app.get(JudgedPairs).all(), other);
  } finally {
    await close();
  }
};
