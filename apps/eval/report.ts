import { bootstrapInterval, mean } from '#text-analysis';

/** A figure, and between what limits it lies 95 times in 100 when the people or questions are drawn again. */
export interface Figure {
  value: number;
  interval: [low: number, high: number];
}

/** What an evaluation found, and every score behind it. */
export interface Evaluation {
  collection: string;
  /** Whose judgements they are, or how many questions were asked: what the intervals are drawn over. */
  people?: number;
  questions?: number;
  metrics: Record<string, Figure>;
  scores: unknown;
  [more: string]: unknown;
}

/** Digits beyond these are noise. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

export const figure = <T>(sample: readonly T[], statistic: (drawn: readonly T[]) => number): Figure => {
  const [low, high] = bootstrapInterval(sample, statistic);
  return { value: rounded(statistic(sample)), interval: [rounded(low), rounded(high)] };
};

/** The mean of one value for each question. */
export const meanFigure = (values: readonly number[]): Figure => figure(values, mean);
