import { describe, expect, it } from '@jest/globals';
import type { Judged, JudgedPair } from '#feedback';
import { type FoundPart, readWeights, weights } from '#matching';
import { compareWeightings } from './feedback.js';

const parts = (values: Partial<Record<FoundPart['part'], number>>): FoundPart[] =>
  Object.entries(weights.parts).map(([part]) => {
    const name = part as FoundPart['part'];
    return { part: name, value: values[name] ?? 0.5, unknown: false };
  });

const pair = (question: number, item: string, grade: number, values: Parameters<typeof parts>[0]): JudgedPair => ({
  question: `side ${question}`,
  item,
  grade,
  parts: parts(values),
});

const judged = (pairs: JudgedPair[]): Judged => ({
  pairs,
  counts: { said: pairs.length, requested: 0, accepted: 0, declined: 0, completed: 0, withoutGrade: 0 },
});

/** Weights under which the text says everything. */
const textOnly = readWeights(
  JSON.stringify({
    ...weights,
    edition: 'text only',
    parts: Object.fromEntries(
      Object.entries(weights.parts).map(([name, part]) => [name, { ...part, weight: name === 'text' ? 100 : 0.001 }]),
    ),
  }),
);

describe('weightings compared on feedback', () => {
  it('are right where the better judged match has the higher score, and half right on a tie', () => {
    const { metrics, pairs, questions } = compareWeightings(
      judged([
        pair(1, 'good', 3, { topics: 1 }),
        pair(1, 'bad', 0, { topics: 0 }),
        pair(2, 'good', 2, { topics: 0.5 }),
        pair(2, 'bad', 0, { topics: 0.5 }),
        // Nothing to be right about: one match alone, and two of the same grade.
        pair(3, 'alone', 2, {}),
        pair(4, 'one', 2, { topics: 1 }),
        pair(4, 'two', 2, { topics: 0 }),
      ]),
      null,
    );
    expect({ questions, pairs }).toEqual({ questions: 2, pairs: 2 });
    expect(metrics.pairAccuracy?.value).toBe(0.75);
  });

  it('tell a better candidate from the weights in force, with the difference and its interval', () => {
    const sides = Array.from({ length: 40 }, (_, side) => [
      // The text is right for all sides, the topics for every fourth.
      pair(side, 'a', 3, { text: 0.9, topics: side % 4 === 0 ? 1 : 0 }),
      pair(side, 'b', 1, { text: 0.4, topics: side % 4 === 0 ? 0 : 1 }),
      pair(side, 'c', 0, { text: 0.1, topics: 0.5 }),
      pair(side, 'd', 0, { text: 0.1, topics: 0.6 }),
    ]).flat();
    const found = compareWeightings(judged(sides), textOnly);
    expect(found).toMatchObject({
      enough: true,
      questions: 40,
      pairs: 200,
      candidate: { weights: 'text only', metrics: { pairAccuracy: { value: 1 } } },
    });
    const { pairAccuracy } = found.difference as { pairAccuracy: { value: number; interval: [number, number] } };
    expect(pairAccuracy.value).toBeGreaterThan(0.1);
    expect(pairAccuracy.interval[0]).toBeGreaterThan(0);
  });

  it('say when there is too little to go by, and when nothing was judged at all', () => {
    const few = compareWeightings(judged([pair(1, 'a', 2, { topics: 1 }), pair(1, 'b', 0, { topics: 0 })]), null);
    expect(few.enough).toBe(false);
    expect(few.notes).toEqual(expect.arrayContaining([expect.stringMatching(/^Too few .* 1 pairs .* for 1 sides/)]));
    expect(compareWeightings(judged([]), textOnly)).toMatchObject({ enough: false, questions: 0, metrics: {} });
  });

  it('say what of a candidate they cannot measure', () => {
    const other = { ...weights, place: { ...weights.place, elsewhere: 0.1 } };
    expect(compareWeightings(judged([]), other).notes).toContain(
      'The candidate also changes place: that is not measured here.',
    );
  });
});
