import type { QueryTerm } from '../../query-text.js';
import { countTypos, typoPatterns } from './typos.js';

/** What the index knows about the words of a query. */
export interface WordMeanings {
  /** Documents in the index. */
  documents: number;
  /** Documents that hold a word, for those asked for that the index knows. */
  known: Map<string, number>;
  /** Documents that hold words beginning with the last one asked for. */
  begun: number;
  /** What a rare or unknown word may have been meant for, the likeliest first. */
  similar: Map<string, SimilarWord[]>;
  /** The two words that a rare or unknown one may be, written apart. */
  split: Map<string, [string, string][]>;
}

/** A word of the index that an asked one may have been meant for. */
export interface SimilarWord {
  word: string;
  documents: number;
  typos: number;
}

/** A row of the dictionary's answer. */
export interface DictionaryRow {
  role: 'all' | 'known' | 'begun' | 'similar' | 'split';
  asked: string;
  word: string;
  documents: number;
}

/** What a query asks the dictionary. */
export interface DictionaryQuestion {
  terms: readonly QueryTerm[];
  /** Whether the last term is a word still being typed. */
  prefix: boolean;
  /** Whether to look for what mistyped words were meant for; a long text can do without. */
  forgiving: boolean;
}

/** Where fewer documents hold a word, it may be mistyped: there or in the query. */
const rareBelow = 3;
const meaningLimit = 20;
const splitLimit = 3;

/** Two and three neighbouring words of a query written as one, as "bio marker" in "biomarker". */
export const joinedWords = (terms: readonly QueryTerm[]): { joined: string; from: number; to: number }[] =>
  terms.flatMap((_, from) =>
    [from + 2, from + 3]
      .filter((to) => to <= terms.length && terms.slice(from, to).every((term) => !term.phrase))
      .map((to) => ({ joined: terms.slice(from, to).map(wordOf).join(''), from, to })),
  );

/**
 * Reads everything that the index knows about a query's words in one statement. Only rare and unknown words are
 * compared with similar ones: most queries have none, and cost one look-up a word.
 */
export const dictionaryStatement = (base: string, { terms, prefix, forgiving }: DictionaryQuestion) => {
  const words = [...new Set(terms.filter(({ phrase }) => !phrase).map(wordOf))];
  const last = prefix ? wordOf(terms.at(-1)) : null;
  const doubted = forgiving ? words : [];
  const joined = forgiving ? joinedWords(terms).map((join) => join.joined) : [];
  return {
    text: dictionaryQuery(base),
    values: [
      [...new Set([...terms.flatMap((term) => term.words), ...joined])],
      last,
      last && `${last}\u{10ffff}`,
      JSON.stringify(
        doubted.flatMap((asked) => typoPatterns(asked, asked === last).map((pattern) => ({ asked, ...pattern }))),
      ),
      JSON.stringify(doubted.flatMap(halvesOf)),
    ],
  };
};

/** Makes sense of the dictionary's answer. */
export const readMeanings = (rows: readonly DictionaryRow[], { terms, prefix }: DictionaryQuestion): WordMeanings => {
  const last = prefix ? wordOf(terms.at(-1)) : null;
  const meanings: WordMeanings = { documents: 0, known: new Map(), begun: 0, similar: new Map(), split: new Map() };
  const similar = new Map<string, SimilarWord[]>();
  for (const { role, asked, word, documents } of rows.toSorted((a, b) => b.documents - a.documents)) {
    if (role === 'all') meanings.documents = documents;
    if (role === 'begun') meanings.begun = documents;
    if (role === 'known') meanings.known.set(word, documents);
    if (role === 'split') addTo(meanings.split, asked, word.split(' ') as [string, string], splitLimit);
    if (role === 'similar') {
      const typos = countTypos(asked, word, asked === last);
      if (typos) addTo(similar, asked, { word, documents, typos });
    }
  }
  for (const [asked, found] of similar) {
    // A word two errors away is noise where one is a single error away.
    const fewest = Math.min(...found.map(({ typos }) => typos));
    meanings.similar.set(asked, found.filter(({ typos }) => typos === fewest).slice(0, meaningLimit));
  }
  return meanings;
};

const wordOf = (term: QueryTerm | undefined) => term?.words[0] ?? '';

const addTo = <Item>(map: Map<string, Item[]>, key: string, item: Item, limit = Number.POSITIVE_INFINITY) => {
  const items = map.get(key) ?? [];
  if (items.length < limit) map.set(key, [...items, item]);
};

const halvesOf = (asked: string) =>
  Array.from({ length: Math.max(0, asked.length - 3) }, (_, index) => ({
    asked,
    left: asked.slice(0, index + 2),
    right: asked.slice(index + 2),
  }));

/** Parameters stand inside sub-selects for the same reason as in `searchStatement`. */
const dictionaryQuery = (base: string) => `
  WITH known AS MATERIALIZED (
    SELECT word, documents FROM ${base}_word WHERE word = ANY ((SELECT $1::text[])::text[]) AND documents > 0
  ), begun AS MATERIALIZED (
    SELECT coalesce(sum(documents), 0)::int AS documents FROM (
      SELECT documents FROM ${base}_word WHERE word >= (SELECT $2) AND word < (SELECT $3) AND documents > 0 LIMIT 100
    ) AS beginning
  ), settled AS MATERIALIZED (
    SELECT word FROM known WHERE documents >= ${rareBelow}
    UNION ALL SELECT $2 FROM begun WHERE documents >= ${rareBelow}
  ), pattern AS MATERIALIZED (
    SELECT * FROM json_to_recordset($4::json) AS p(asked text, pattern text, shortest int, longest int)
    WHERE asked NOT IN (SELECT word FROM settled)
  ), half AS MATERIALIZED (
    SELECT * FROM json_to_recordset($5::json) AS s(asked text, "left" text, "right" text)
    WHERE asked NOT IN (SELECT word FROM settled)
  )
  SELECT 'known' AS role, '' AS asked, word, documents FROM known
  UNION ALL
  SELECT 'begun', '', '', documents FROM begun
  UNION ALL
  SELECT 'all', '', '', documents FROM ${base}_facet WHERE facet = '' AND code = ''
  UNION ALL
  SELECT DISTINCT 'similar', asked, meant.word, meant.documents
    FROM pattern JOIN ${base}_word AS meant
      ON meant.word LIKE pattern.pattern AND length(meant.word) BETWEEN shortest AND longest AND meant.documents > 0
  UNION ALL
  SELECT 'split', asked, "left" || ' ' || "right", least(l.documents, r.documents)
    FROM half JOIN ${base}_word AS l ON l.word = "left" AND l.documents > 0
              JOIN ${base}_word AS r ON r.word = "right" AND r.documents > 0`;
