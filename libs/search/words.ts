/** A word as it is indexed, and where it stands in the text it was read from (UTF-16 offsets, `end` excluded). */
export interface LocatedWord {
  word: string;
  start: number;
  end: number;
}

/** Longer runs of letters are data, not words; nobody types them. */
const longestWord = 100;

/** Letters that Unicode does not decompose, as an English keyboard writes them. */
const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};
const needsSpelling = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'gu');
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

const isAscii = (text: string) => /^[\0-\x7f]*$/.test(text);

/** Lower case, without accents and ligatures, so that "Gießen" and "giessen" are one word. */
export const fold = (text: string): string => {
  const lower = text.toLowerCase();
  // Most words are plain English: normalising them costs ten times the test.
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(needsSpelling, (letter) => spelledOut[letter] ?? letter);
};

const englishPattern = /[a-z0-9]+/g;

/** The words of a text in their order; a possessive's s is dropped, so "Parkinson's" is the word "parkinson". */
export const locateWords = (text: string): LocatedWord[] => {
  const words: LocatedWord[] = [];
  if (isAscii(text)) {
    // The same as below, four times as fast: most texts are plain English.
    for (const { 0: word, index: start } of text.toLowerCase().matchAll(englishPattern)) {
      if (word.length > longestWord || isPossessive(text, word, start)) continue;
      words.push({ word, start, end: start + word.length });
    }
    return words;
  }
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isPossessive(text, match[0], start)) continue;
    // Folding can part a run: one letter of Arabic script stands for three words.
    for (const word of fold(match[0]).match(wordPattern) ?? []) {
      if (word.length <= longestWord) words.push({ word, start, end });
    }
  }
  return words;
};

/** The words of a text, folded. */
export const readWords = (text: string): string[] => locateWords(text).map(({ word }) => word);

const isPossessive = (text: string, run: string, start: number): boolean =>
  (run === 's' || run === 'S') && /[\p{L}\p{N}\p{M}]['’ʼ]$/u.test(text.slice(Math.max(0, start - 3), start));
