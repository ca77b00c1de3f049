/** The kinds of record that can be found; each has its own index. */
export const searchKinds = ['academics', 'organisations', 'opportunities'] as const;

/** One of the kinds of record that can be found. */
export type SearchKind = (typeof searchKinds)[number];

/** The name of the engine that answered. */
export type SearchEngineName = 'meilisearch' | 'postgresql';

/** The searchable fields of a document, the weightiest first: a word in the name outranks the same word in the summary. */
export const searchableFields = ['name', 'topics', 'role', 'organisation', 'place', 'summary'] as const;

/** One of the searchable fields of a document. */
export type SearchableField = (typeof searchableFields)[number];

/** What an index holds of one record: only what its owner made public. */
export interface SearchDocument {
  /** The record's UUID. */
  id: string;
  /** The record's version when the document was made: a whole number that only grows. */
  version: number;
  name: string;
  /** Labels, synonyms and abbreviations of the record's topics, as text. */
  topics: string[];
  role: string;
  organisation: string;
  place: string;
  summary: string;
  /** Codes that can be filtered by and counted, e.g. `{ topic: ['asthma'], sector: ['biotechnology'] }`. */
  facets: Record<string, string[]>;
  /** Numbers that can be filtered by range and sorted by, e.g. `updatedAt` in epoch seconds; null where unknown. */
  numbers: Record<string, number | null>;
}

/** Which documents may be found at all, whatever the text says. */
export interface SearchFilter {
  /** Codes that a document must carry: any one of those inside a facet, in every facet named. */
  facets?: Record<string, string[]>;
  /** Codes that a document must not carry: none of them. */
  without?: Record<string, string[]>;
  /** Bounds, both inclusive, on a number; a document that lacks the number is outside every bound. */
  ranges?: Record<string, { min?: number; max?: number }>;
}

/**
 * How many of the text's words a document must hold. `all`: every word. `most`: every word where some document holds
 * them all, otherwise the most frequent words are dropped until something is found. `any`: at least one word, those
 * with more and rarer words first; meant for long texts such as a pasted brief.
 */
export type SearchMatching = 'all' | 'most' | 'any';

/** The order of hits: by relevance, by name or by one of the numbers; documents without the number come last. */
export interface SearchSort {
  by: 'relevance' | 'name' | (string & {});
  /** Defaults to `ascending`; relevance has one direction only. */
  direction?: 'ascending' | 'descending';
}

/** One question to an engine. */
export interface SearchRequest {
  /**
   * Free text: the last word is a prefix, "words in quotes" are a phrase, -word excludes. In `all` and `most` the first
   * ten words count. In `any` quotes and dashes mean nothing, and of a long text at least the first twenty words count,
   * grammar left out: what matters most goes first.
   */
  text?: string;
  filter?: SearchFilter;
  /** Defaults to relevance; without text that is the order of names. */
  sort?: SearchSort;
  /** The facets to count. A facet's own selection is ignored in its counts, so the alternatives stay visible. */
  facets?: string[];
  /** How many hits to skip: 0 or more. */
  offset: number;
  /** How many hits to return: 0 to 1,000. */
  limit: number;
  /** Whether hits carry the passages that matched the text. */
  highlight?: boolean;
  /** Defaults to `most`. */
  matching?: SearchMatching;
}

/** A passage of a hit: HTML-escaped text in which only `<mark>` elements, around the words that matched, are markup. */
export interface SearchHighlight {
  field: SearchableField;
  text: string;
}

/** One document found. The rest of the record is loaded, and its access checked, by id. */
export interface SearchHit {
  id: string;
  /** Higher is better, comparable within one result only; null when nothing was ranked. */
  score: number | null;
  /** The version of the record that the highlights quote; null where none were asked for. */
  version: number | null;
  highlights: SearchHighlight[];
}

/** What an engine found. */
export interface SearchResult {
  /** How many documents match, over all pages. */
  total: number;
  hits: SearchHit[];
  /** Documents per code for each facet asked for; codes that no document carries are left out. */
  facets: Record<string, Record<string, number>>;
  engine: SearchEngineName;
  /** Whether another engine than the usual one answered, because that one could not. */
  degraded: boolean;
}

/** Which version of a record an index holds. */
export interface IndexedVersion {
  id: string;
  version: number;
}

/** How an engine is. Asking costs it a request, so a search says by itself whether it was degraded. */
export interface SearchHealth {
  /** Whether searches are answered. */
  ok: boolean;
  /** Whether they are answered by another engine than the usual one, or writes do not reach every engine. */
  degraded: boolean;
  /** One sentence on what is wrong. */
  detail?: string;
}

/**
 * The port: what the platform asks of a search engine, and its own injection token. Every engine passes
 * search-engine.contract.ts. An engine finds; who may see what is found is decided where the hits are loaded.
 */
export abstract class SearchEngine {
  /** Finds documents; rejects with SearchTimedOut or SearchUnavailable, or with the signal's reason once it is aborted. */
  abstract search(kind: SearchKind, request: SearchRequest, signal?: AbortSignal): Promise<SearchResult>;

  /**
   * Stores or replaces documents by id and resolves once they can be found. If some are refused, the others are stored
   * and it rejects with SearchRefused, which names them. A document of an older version than the one held is left out
   * without a word: whoever comes late has nothing new to say. Of one id twice in a call, the newer version counts, and
   * of one version the later document.
   */
  abstract put(kind: SearchKind, documents: readonly SearchDocument[]): Promise<void>;

  /** Removes documents by id and resolves once they can no longer be found; unknown ids are no error. */
  abstract remove(kind: SearchKind, ids: readonly string[]): Promise<void>;

  /**
   * Fills a new index beside the live one, then swaps them at once, and resolves with the number of documents in it.
   * Searches see the old index until the swap; if it fails, the old one stays. What is written meanwhile goes to the
   * old index, so the caller puts it again afterwards. Refused documents are left out and named as in `put`.
   * @param onProgress told how many documents have been loaded so far
   */
  abstract replaceAll(
    kind: SearchKind,
    documents: AsyncIterable<SearchDocument>,
    onProgress?: (loaded: number) => void,
  ): Promise<number>;

  /** Every id in the index with its version, in no particular order. */
  abstract versions(kind: SearchKind): AsyncIterable<IndexedVersion>;

  /** Whether the engine can answer now; never rejects. */
  abstract health(): Promise<SearchHealth>;
}
