import { placesIn, plainText } from './spelling.js';
import { stemOf } from './stem.js';
import { stopWords } from './stop-words.js';

/** How a text uses a term. */
export interface TermUse {
  count: number;
  /** As the text writes it, but for the capital that begins a sentence: what people are shown. */
  written: string;
  /** Whether it is a word by itself: used alone, or what a compound is of (TSLP of anti-TSLP). Others are fragments. */
  whole: boolean;
}

interface Written {
  text: string;
  /** Whether it begins a sentence, so that its capital says nothing. */
  begins: boolean;
  whole: boolean;
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
/** The end of what stands before a sentence: nothing, a new line, or a mark. */
const sentenceEnd = /(?:^|[\n.!?:;•“"]\s*)$/;
const capitalised = /^\p{Lu}[^\p{Lu}\p{N}]*$/u;
/** What ends a compound and is shorter is no word by itself: follow-up, IL-5. */
const shortestHead = 4;

/** The parts of a compound, as they are written; hyphens that do not break are hyphens. */
const hyphens = /[\u2010\u2011-]/;
const tellsNothing = (word: string) => word.length < 2 || stopWords.has(word);

/**
 * The terms of a text: stems without stop words; a hyphenated compound as a whole and in its parts; a single letter or
 * digit with the word before it, because hepatitis B is not hepatitis C.
 */
export const analyse = (text: string): Analysis => {
  const terms = new Map<string, TermUse>();
  let length = 0;
  const beginning = new Set<string>();
  const use = (term: string, { text: written, begins, whole }: Written) => {
    length += 1;
    const before = terms.get(term);
    if (!before) {
      terms.set(term, { count: 1, written: begins ? written.toLowerCase() : written, whole });
      if (begins) beginning.add(term);
      return;
    }
    before.count += 1;
    // Where it does not begin a sentence, its capital is its own; where it is no part, it is written as it is.
    if ((whole && !before.whole) || (!begins && whole && beginning.delete(term))) before.written = written;
    before.whole ||= whole;
  };
  const plain = plainText(text);
  const place = placesIn(text, plain);
  let previous: { stem: string; written: string; end: number } | null = null;
  for (const { 0: match, index } of plain.matchAll(wordPattern)) {
    if (match.length > longestWord) continue;
    const written = text.slice(place(index), place(index + match.length));
    const begins = capitalised.test(written) && sentenceEnd.test(plain.slice(Math.max(0, index - 4), index));
    const word = match
      .toLowerCase()
      .replace(/['’]s(?=-|$)/g, '')
      .replace(/['’]/g, '');
    const parts = word.split(/[\u2010-]/).filter((part) => part !== '');
    if (parts.length > 1) {
      use(parts.map(stemOf).join('-'), { text: written, begins, whole: true });
      const inText = written.split(hyphens);
      parts.forEach((part, at) => {
        if (tellsNothing(part)) return;
        const whole = at === parts.length - 1 && part.length >= shortestHead;
        use(stemOf(part), { text: inText.length === parts.length ? (inText[at] ?? part) : part, begins: false, whole });
      });
      previous = null;
      continue;
    }
    const joined = previous !== null && index === previous.end + 1 && plain[previous.end] === ' ';
    if (previous !== null && joined && narrows(match))
      use(`${previous.stem}-${word}`, { text: `${previous.written} ${match}`, begins: false, whole: true });
    previous = null;
    if (tellsNothing(word)) continue;
    const stem = stemOf(word);
    use(stem, { text: written, begins, whole: true });
    previous = { stem, written: begins ? written.toLowerCase() : written, end: index + match.length };
  }
  return { terms, length };
};
