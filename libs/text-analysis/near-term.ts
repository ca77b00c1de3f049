/** Shorter terms have too many neighbours for a slip to be told from another word. */
const shortest = 6;

/** How many slips a term of this length may have: one, or two in a long one. */
export const slipsAllowed = (term: string): number => {
  if (term.length < shortest || !/^[a-z]+$/.test(term)) return 0;
  return term.length >= 9 ? 2 : 1;
};

/** Letters to add, leave out, change or swap to come from one term to another; `most + 1` if more than `most`. */
export const slips = (from: string, to: string, most: number): number => {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    let lowest = row;
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      lowest = Math.min(lowest, cost);
    }
    if (lowest > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(most + 1, last[to.length] ?? most + 1);
};

/**
 * The known term that an unknown one most likely stands for: fibromialgia for fibromyalgia. It begins with the same
 * letter; of equally near ones the commonest is taken, then the first in the alphabet.
 */
export const nearestTerm = (unknown: string, known: Iterable<{ term: string; works: number }>): string | null => {
  const most = slipsAllowed(unknown);
  if (most === 0) return null;
  let best: { term: string; works: number; slips: number } | null = null;
  for (const { term, works } of known) {
    if (term[0] !== unknown[0] || Math.abs(term.length - unknown.length) > most || slipsAllowed(term) === 0) continue;
    const count = slips(unknown, term, most);
    if (count > most) continue;
    const better =
      best === null ||
      count < best.slips ||
      (count === best.slips && (works > best.works || (works === best.works && term < best.term)));
    if (better) best = { term, works, slips: count };
  }
  return best?.term ?? null;
};
