import type { ExposureMeasurementsQuery } from '../generated/graphql';

export type Measurement = ExposureMeasurementsQuery['exposureMeasurements'][number];

/** A group in each of the measurements, the oldest first; nothing where there were too few to tell. */
export interface Line {
  grouping: string;
  label: string;
  ratios: (number | null)[];
}

/** More groups than this are not looked at one by one. */
const mostLines = 4;

/** How far a ratio is from even shares, whichever way. */
const distance = (ratio: number): number => Math.abs(Math.log2(Math.max(ratio, 0.01)));

/** The groups that are furthest from even shares in the newest measurement, and how that came: measurements newest first. */
export const furthest = (measurements: readonly Measurement[]): Line[] => {
  const [latest, ...earlier] = measurements;
  if (!latest || earlier.length === 0) return [];
  return latest.groups
    .flatMap(({ grouping, label, ratio }) => (ratio === null ? [] : [{ grouping, label, ratio }]))
    .toSorted((a, b) => distance(b.ratio) - distance(a.ratio))
    .slice(0, mostLines)
    .map(({ grouping, label }) => ({
      grouping,
      label,
      ratios: measurements
        .map(({ groups }) => groups.find((one) => one.grouping === grouping && one.label === label)?.ratio ?? null)
        .reverse(),
    }));
};
