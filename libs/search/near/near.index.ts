import type { Meaning } from '#texts';
import type { SearchKind } from '../search-engine.js';

/** What somebody's texts mean, as it is looked through for what is near. */
export interface NearDocument {
  id: string;
  /** Of the texts that were read. */
  version: number;
  /** One of each text. */
  meanings: readonly Meaning[];
}

/**
 * Where whoever means the same is looked for, among all: a second port beside the search engine's, because vectors come later
 * than words, from the worker, and are never needed for an answer. What it holds is a copy of `text_meaning`, which is compared
 * with it and put right; what it finds is loaded and authorised like everything that is found.
 */
export abstract class NearIndex {
  /** What it is, for the log and for health; null where nothing is looked for by meaning. */
  abstract readonly name: 'meilisearch' | 'pgvector' | null;

  /** Stores or replaces by id. */
  abstract put(kind: SearchKind, documents: readonly NearDocument[]): Promise<void>;

  /** Removes by id; unknown ids are no error. */
  abstract remove(kind: SearchKind, ids: readonly string[]): Promise<void>;

  /** The version of everything that is held. */
  abstract versions(kind: SearchKind): Promise<Map<string, number>>;

  /** Whose texts are nearest to a meaning, by the nearest of each, the nearest first. */
  abstract nearest(kind: SearchKind, meaning: Meaning, limit: number): Promise<string[]>;

  /** Takes away all that is held. */
  abstract clear(): Promise<void>;
}

/** Nothing is looked for by meaning: those that the words have found are compared, and nobody else. */
export class NoNearIndex extends NearIndex {
  readonly name = null;

  async put() {}

  async remove() {}

  async versions() {
    return new Map<string, number>();
  }

  async nearest() {
    return [];
  }

  async clear() {}
}
