/** A LIKE pattern that finds words which may be the asked one mistyped, and the lengths such words can have. */
export interface TypoPattern {
  pattern: string;
  shortest: number;
  longest: number;
}

const oneTypoFrom = 5;
const twoTyposFrom = 9;
/** No length bound for what begins with the asked word. */
const anyLength = 1_000;

/** How many typing errors a word may hold: one from five letters, two from nine, none in a number. */
export const allowedTypos = (word: string): 0 | 1 | 2 => {
  const { length } = letters(word);
  if (length < oneTypoFrom || !/\p{L}/u.test(word)) return 0;
  return length < twoTyposFrom ? 1 : 2;
};

/**
 * Patterns that together find every word within the errors allowed. Trigram similarity does not: "heart" and "haert"
 * share two trigrams of ten. But a word with one error keeps one of its halves, a word with two keeps one of its
 * thirds, and those a trigram index finds.
 * @param prefix whether the word may be the beginning of a longer one
 */
export const typoPatterns = (word: string, prefix: boolean): TypoPattern[] => {
  const typos = allowedTypos(word);
  if (typos === 0) return [];
  const typed = letters(word);
  const { length } = typed;
  const rest = prefix ? '%' : '';
  const bounds = { shortest: length - typos, longest: prefix ? anyLength : length + typos };
  const patterns = typos === 1 ? halves(typed, rest) : [...thirds(typed, rest), ...otherFirstLetter(typed, rest)];
  return patterns.map((pattern) => ({ pattern, ...bounds }));
};

/**
 * The typing errors between a word and a candidate, or null when there are more than allowed. A letter added, missing,
 * replaced or swapped with its neighbour is one; an error in the first letter is two.
 * @param prefix whether the candidate may go on after the word
 */
export const countTypos = (word: string, candidate: string, prefix = false): number | null => {
  const typed = letters(word);
  const found = letters(candidate);
  const allowed = allowedTypos(word);
  const atFirst = typed[0] === found[0] ? 0 : 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: found.length + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= found.length; column += 1) {
      const same = typed[row - 1] === found[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === found[column - 2] && typed[row - 2] === found[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > allowed) return null;
    beforeLast = last;
    last = current;
  }
  const typos = (prefix ? Math.min(...last) : at(last, found.length)) + atFirst;
  return typos <= allowed ? typos : null;
};

const letters = (word: string) => [...word];
const at = (row: number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;
const part = (typed: string[], from: number, to?: number) => typed.slice(from, to).join('');

/** A swap across the middle leaves neither half whole, so it is looked up as it would have been meant. */
const halves = (typed: string[], rest: string) => {
  const middle = Math.ceil(typed.length / 2);
  const [first = ''] = typed;
  return [
    `${part(typed, 0, middle)}%`,
    `${first}%${part(typed, middle)}${rest}`,
    `${part(typed, 0, middle - 1)}${typed[middle]}${typed[middle - 1]}${part(typed, middle + 1)}${rest}`,
  ];
};

/** Cut at two different places: a swap across one cut is inside a third of the other. */
const thirds = (typed: string[], rest: string) => {
  const [first = ''] = typed;
  const size = Math.floor(typed.length / 3);
  return [
    [size, size * 2],
    [size + 1, size * 2 + 1],
  ].flatMap(([cut, nextCut = 0]) => [
    `${part(typed, 0, cut)}%`,
    `${first}%${part(typed, cut ?? 0, nextCut)}%`,
    `${first}%${part(typed, nextCut)}${rest}`,
  ]);
};

/** An error in the first letter uses up both that are allowed, so everything after it is as typed. */
const otherFirstLetter = (typed: string[], rest: string) => {
  const [first = '', second = ''] = typed;
  return [
    `_${part(typed, 1)}${rest}`,
    `${part(typed, 1)}${rest}`,
    `_${part(typed, 0)}${rest}`,
    `${second}${first}${part(typed, 2)}${rest}`,
  ];
};
