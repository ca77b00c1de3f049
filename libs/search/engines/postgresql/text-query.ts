import type { QueryTerm } from '../../query-text.js';
import type { Marks } from '../marked-text.js';
import { joinedWords, type WordMeanings } from './dictionary.js';

/** A text as PostgreSQL is asked for it; every query is tsquery text. */
export interface TextQuery {
  /** What a document must match. */
  match: string;
  /** Every word and meaning, any of which ranks a document; null where words are only excluded. */
  rank: string | null;
  /** The words exactly as asked for, which rank a document higher; null where none is known. */
  exact: string | null;
  /** What a document matches without any typing error, where others match only with some. */
  faultless: string | null;
  /** What to mark in a hit. */
  marks: Marks;
}

/** A text with its meanings looked up. */
export interface UnderstoodText {
  terms: readonly QueryTerm[];
  excluded: readonly QueryTerm[];
  prefix: boolean;
  meanings: WordMeanings;
}

/** The words of a long text that tell documents apart: any one finds a document, each adds its weight to the score. */
export interface TellingQueries {
  /** tsquery text. */
  queries: string[];
  weights: number[];
  marks: Marks;
}

/** One term's part: the queries of which one must match, and what they are worth. */
interface TermQueries {
  alternatives: string[];
  faultless: string[];
  mistyped: boolean;
  exact: string | null;
}

/** How many neighbouring words of one query are looked for written as one. */
const joinLimit = 4;
/** Documents looked at, over all words of a long text; the rarest words come first and say most. */
export const documentsLookedAt = 6_000;
export const tellingLimit = 60;

/** Makes the query of a text; null when some term is not in the index at all, so that no document can match. */
export const textQuery = (text: UnderstoodText): TextQuery | null => {
  const marks: Marks = { words: new Set(), prefixes: [], phrases: [] };
  const queries = text.terms.map((term, index) => termQueries(text, term, index, marks));
  if (queries.some(({ alternatives }) => alternatives.length === 0)) return null;
  const without = text.excluded.map((term) => `!${phrase(term.words)}`);
  const exact = queries.flatMap((query) => query.exact ?? []);
  const mixed = queries.some(({ mistyped, faultless }) => mistyped && faultless.length > 0);
  return {
    match: all([...queries.map(({ alternatives }) => any(alternatives)), ...without]),
    rank: queries.length > 0 ? any(queries.flatMap(({ alternatives }) => alternatives)) : null,
    exact: exact.length > 0 ? any(exact) : null,
    faultless:
      mixed && queries.every(({ faultless }) => faultless.length > 0)
        ? all(queries.map(({ faultless }) => any(faultless)))
        : null,
    marks,
  };
};

/** Chooses the words of a long text to search by: the rarest ones, as many as can be looked at in a few milliseconds. */
export const tellingQueries = (text: UnderstoodText): TellingQueries => {
  const found = text.terms
    .map((term, index) => ({ term, index, documents: frequency(text, term, index) }))
    .filter(({ documents }) => documents > 0)
    .toSorted((a, b) => a.documents - b.documents)
    .slice(0, tellingLimit);
  const telling: TellingQueries = { queries: [], weights: [], marks: { words: new Set(), prefixes: [], phrases: [] } };
  let lookedAt = 0;
  for (const { term, index, documents } of found) {
    lookedAt += documents;
    if (telling.queries.length > 0 && lookedAt > documentsLookedAt) break;
    telling.queries.push(any(termQueries(text, term, index, telling.marks).alternatives));
    telling.weights.push(Math.log(1 + text.meanings.documents / documents));
  }
  return telling;
};

/**
 * The same text with ever fewer words, the most frequent dropped first; words that the index lacks go before all
 * others. Phrases and exclusions are meant, so they stay until nothing else is left.
 */
export const shorterTexts = (text: UnderstoodText): UnderstoodText[] => {
  const drops = text.terms
    .map((term, index) => ({ term, weight: frequency(text, term, index) || Number.POSITIVE_INFINITY }))
    .toSorted((a, b) => Number(a.term.phrase) - Number(b.term.phrase) || b.weight - a.weight)
    .map(({ term }) => term);
  return drops.slice(0, -1).map((_, index) => {
    const dropped = new Set(drops.slice(0, index + 1));
    const terms = text.terms.filter((term) => !dropped.has(term));
    return { ...text, terms, prefix: text.prefix && terms.at(-1) === text.terms.at(-1) };
  });
};

const termQueries = (text: UnderstoodText, term: QueryTerm, index: number, marks: Marks): TermQueries => {
  const { known, similar, split } = text.meanings;
  if (term.phrase) {
    const complete = term.words.every((word) => known.has(word));
    if (complete) marks.phrases.push(term.words);
    const query = complete ? [phrase(term.words)] : [];
    return { alternatives: query, faultless: query, mistyped: false, exact: query[0] ?? null };
  }
  const [word = ''] = term.words;
  const last = text.prefix && index === text.terms.length - 1;
  const faultless: string[] = [];
  if (last && text.meanings.begun > 0) {
    marks.prefixes.push(word);
    faultless.push(`${quoted(word)}:*`);
  } else if (known.has(word)) {
    marks.words.add(word);
    faultless.push(quoted(word));
  }
  for (const { joined } of joinsOf(text, index)) {
    marks.words.add(joined);
    faultless.push(quoted(joined));
  }
  const mistyped: string[] = [];
  for (const meaning of similar.get(word) ?? []) {
    marks.words.add(meaning.word);
    mistyped.push(quoted(meaning.word));
  }
  for (const halves of split.get(word) ?? []) {
    marks.phrases.push(halves);
    mistyped.push(phrase(halves));
  }
  return {
    alternatives: [...faultless, ...mistyped],
    faultless,
    mistyped: mistyped.length > 0,
    exact: known.has(word) ? quoted(word) : null,
  };
};

const joinsOf = ({ terms, meanings }: UnderstoodText, index: number) =>
  joinedWords(terms)
    .filter(({ joined }) => meanings.known.has(joined))
    .slice(0, joinLimit)
    .filter(({ from, to }) => from <= index && index < to);

const frequency = ({ meanings, prefix, terms }: UnderstoodText, { words, phrase }: QueryTerm, index: number) => {
  if (phrase) return Math.min(...words.map((word) => meanings.known.get(word) ?? 0));
  const [word = ''] = words;
  const begun = prefix && index === terms.length - 1 ? meanings.begun : 0;
  const meant = (meanings.similar.get(word) ?? []).map(({ documents }) => documents);
  return Math.max(meanings.known.get(word) ?? 0, begun, ...meant);
};

/** Words are letters and digits only, so nothing inside the quotes needs escaping. */
const quoted = (word: string) => `'${word}'`;
const phrase = (words: readonly string[]) => `(${words.map(quoted).join(' <-> ')})`;
const any = (queries: readonly string[]) => `(${queries.join(' | ')})`;
const all = (queries: readonly string[]) => queries.join(' & ');
