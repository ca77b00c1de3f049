/**
 * Shares as points out of 100 with one decimal, so rounded that they add up to the rounded sum: a table whose lines do
 * not add up is not believed.
 */
export const pointsOf = (shares: readonly number[]): { lines: number[]; sum: number } => {
  const exact = shares.map((share) => share * 1000);
  const sum = Math.round(exact.reduce((all, share) => all + share, 0));
  const lines = exact.map(Math.floor);
  const order = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = sum - lines.reduce((all, line) => all + line, 0);
  for (const { index } of order) {
    if (missing <= 0) break;
    lines[index] = (lines[index] ?? 0) + 1;
    missing -= 1;
  }
  return { lines: lines.map((line) => line / 10), sum: sum / 10 };
};

/** How well one part fits, in words. */
export const fitWord = (value: number, unknown: boolean): string => {
  if (unknown) return 'Not stated';
  if (value >= 0.95) return 'Fits fully';
  if (value >= 0.6) return 'Fits well';
  if (value >= 0.3) return 'Fits in part';
  return value > 0.02 ? 'Fits a little' : 'Does not fit';
};
