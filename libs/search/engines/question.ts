import { type QueryText, readQuery, readTellingWords } from '../query-text.js';
import type { SearchMatching, SearchRequest, SearchSort } from '../search-engine.js';
import { isFieldName } from './prepared-document.js';

/** A request with its defaults filled in, its text taken apart, and everything that selects nothing left out. */
export interface Question {
  text: QuestionText | null;
  /** Facets with at least one code selected. */
  selected: [facet: string, codes: string[]][];
  without: [facet: string, codes: string[]][];
  ranges: [name: string, bounds: { min?: number; max?: number }][];
  sort: { by: 'relevance' | 'name'; name?: undefined } | { by: 'number'; name: string };
  descending: boolean;
  counted: string[];
  offset: number;
  limit: number;
  highlight: boolean;
}

/** What the text asks for. */
export type QuestionText = ({ matching: 'all' | 'most' } & QueryText) | { matching: 'any'; words: string[] };

/** The most hits that are returned at once. */
export const largestLimit = 1_000;
/** Meilisearch is told the same: further into a list than this nobody pages. */
export const largestOffset = 100_000;

/**
 * Reads a request.
 *
 * @throws RangeError when the request is one that no caller should make
 */
export const readRequest = (request: SearchRequest): Question => {
  const { filter = {}, sort = { by: 'relevance' }, facets = [], offset, limit } = request;
  if (!Number.isInteger(offset) || offset < 0 || offset > largestOffset) {
    throw new RangeError(`The offset of a search is 0 to ${largestOffset}, not ${offset}`);
  }
  if (!Number.isInteger(limit) || limit < 0 || limit > largestLimit) {
    throw new RangeError(`The limit of a search is 0 to ${largestLimit}, not ${limit}`);
  }
  const ranges = Object.entries(filter.ranges ?? {}).filter(
    ([, { min, max }]) => min !== undefined || max !== undefined,
  );
  for (const [name, { min = 0, max = 0 }] of ranges) {
    if (!Number.isFinite(min) || !Number.isFinite(max)) throw new RangeError(`A bound of "${name}" is not a number`);
  }
  const selected = selections(filter.facets);
  const without = selections(filter.without);
  const counted = [...new Set(facets)];
  for (const name of [...selected, ...without, ...ranges].map(([name]) => name).concat(counted)) checkName(name);
  return {
    text: readText(request.text ?? '', request.matching ?? 'most'),
    selected,
    without,
    ranges,
    sort: readSort(sort),
    descending: sort.by !== 'relevance' && sort.direction === 'descending',
    counted,
    offset,
    limit,
    highlight: request.highlight ?? false,
  };
};

const readText = (text: string, matching: SearchMatching): QuestionText | null => {
  if (matching === 'any') {
    const words = readTellingWords(text);
    if (words.length > 0) return { matching, words };
  }
  const query = readQuery(text);
  if (query.terms.length + query.excluded.length === 0) return null;
  return { matching: matching === 'any' ? 'most' : matching, ...query };
};

const readSort = ({ by }: SearchSort): Question['sort'] => {
  if (by === 'relevance') return { by: 'relevance' };
  if (by === 'name') return { by: 'name' };
  checkName(by);
  return { by: 'number', name: by };
};

const selections = (facets: Record<string, string[]> = {}): [string, string[]][] =>
  Object.entries(facets)
    .filter(([, codes]) => codes.length > 0)
    .map(([facet, codes]) => [facet, [...new Set(codes)]]);

const checkName = (name: string) => {
  if (!isFieldName(name)) throw new RangeError(`"${name}" is not the name of a facet or a number`);
};
