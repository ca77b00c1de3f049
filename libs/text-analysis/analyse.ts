import { plainText } from './spelling.js';
import { stemOf } from './stem.js';
import { stopWords } from './stop-words.js';

/** How a text uses a term. */
export interface TermUse {
  count: number;
  /** As the text first writes it, in lower case: what people are shown. */
  written: string;
}

/** The terms of a text, in the order of their first use. */
export interface Analysis {
  terms: ReadonlyMap<string, TermUse>;
  /** Uses of all terms together. */
  length: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’\u2010-][\p{L}\p{N}]+)*/gu;
/** Longer ones are addresses, sequences and other noise. */
const longestWord = 40;

/** A letter or digit that narrows the word before it. The article is no such letter, save as a capital: hepatitis A. */
const narrows = (written: string) => written.length === 1 && (written === 'A' || !stopWords.has(written.toLowerCase()));
const tellsNothing = (word: string) => word.length < 2 || stopWords.has(word);

/**
 * The terms of a text: stems without stop words; a hyphenated compound as a whole and in its parts; a single letter or
 * digit with the word before it, because hepatitis B is not hepatitis C.
 */
export const analyse = (text: string): Analysis => {
  const terms = new Map<string, TermUse>();
  let length = 0;
  const use = (term: string, written: string) => {
    length += 1;
    const before = terms.get(term);
    if (before) before.count += 1;
    else terms.set(term, { count: 1, written });
  };
  const plain = plainText(text);
  let previous: { stem: string; word: string; end: number } | null = null;
  for (const { 0: match, index } of plain.matchAll(wordPattern)) {
    if (match.length > longestWord) continue;
    const word = match
      .toLowerCase()
      .replace(/['’]s(?=-|$)/g, '')
      .replace(/['’]/g, '');
    const parts = word.split(/[\u2010-]/).filter((part) => part !== '');
    if (parts.length > 1) {
      use(parts.map(stemOf).join('-'), word);
      for (const part of parts) if (!tellsNothing(part)) use(stemOf(part), part);
      previous = null;
      continue;
    }
    const joined = previous !== null && index === previous.end + 1 && plain[previous.end] === ' ';
    if (previous !== null && joined && narrows(match)) use(`${previous.stem}-${word}`, `${previous.word} ${word}`);
    previous = null;
    if (tellsNothing(word)) continue;
    const stem = stemOf(word);
    use(stem, word);
    previous = { stem, word, end: index + match.length };
  }
  return { terms, length };
};
