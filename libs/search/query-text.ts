import { locateWords, readWords } from './words.js';

/** A word asked for, or a phrase: words that must stand side by side. */
export interface QueryTerm {
  /** Folded as in the index; one for a word, one or more for a phrase. */
  words: string[];
  phrase: boolean;
  /** As it was typed, without anything that an engine could read as an operator. */
  typed: string;
}

/** What a person typed, taken apart. */
export interface QueryText {
  /** At most ten: Meilisearch reads no further, so neither does the other engine. */
  terms: QueryTerm[];
  /** Words and phrases that a document must not hold. */
  excluded: QueryTerm[];
  /** Whether the last term is the beginning of a word still being typed. */
  prefix: boolean;
}

/** Words and phrases of a query that count. */
const termLimit = 10;
/** Characters of a query that are read; a pasted brief has some 3,000. */
const readLimit = 20_000;
const tellingLimit = 200;

/** English words that carry no subject; only long texts are cleared of them. */
const emptyWords = new Set(
  `a about after all also an and any are as at be been both but by can could do does each for from had has have how i if
  in into is it its may more most must no not of on one or other our out over shall she should so some such than that the
  their them then there these they this those through to under up us was we were what when where which while who will
  with within would you your`.split(/\s+/),
);

/** Takes a query apart: words, "phrases in quotes", and -excluded words or phrases. */
export const readQuery = (text: string): QueryText => {
  const terms: QueryTerm[] = [];
  const excluded: QueryTerm[] = [];
  for (const [, dash, phrase, run = ''] of clean(text).matchAll(/(-?)"([^"]*)"?|([^\s"]+)/g)) {
    if (phrase !== undefined) addTo(dash ? excluded : terms, [asPhrase(phrase)]);
    else if (run.startsWith('-')) addTo(excluded, [asPhrase(run)]);
    else addTo(terms, asWords(run));
  }
  const kept = terms.slice(0, termLimit);
  return {
    terms: kept,
    excluded: excluded.slice(0, termLimit),
    prefix: kept.length === terms.length && kept.at(-1)?.phrase === false,
  };
};

/** The distinct words of a long text that may tell documents apart, in their order: at most two hundred, no grammar. */
export const readTellingWords = (text: string): string[] => {
  const words = new Set(readWords(clean(text)).filter((word) => word.length > 1 && !emptyWords.has(word)));
  return [...words].slice(0, tellingLimit);
};

/** Control characters part words, as a space does; they have no other meaning in a query. */
const clean = (text: string) => text.slice(0, readLimit).replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, ' ');

const addTo = (list: QueryTerm[], found: QueryTerm[]) => {
  list.push(...found.filter(({ words }) => words.length > 0));
};

/** Words of a phrase that count: a longer one is as good as never found, and dear to look for. */
const phraseLimit = 12;

const asPhrase = (text: string): QueryTerm => {
  const located = locateWords(text).slice(0, phraseLimit);
  return {
    words: located.map(({ word }) => word),
    phrase: true,
    typed: located.map(({ start, end }) => text.slice(start, end)).join(' '),
  };
};

const asWords = (text: string): QueryTerm[] =>
  locateWords(text).map(({ word, start, end }) => ({ words: [word], phrase: false, typed: text.slice(start, end) }));
