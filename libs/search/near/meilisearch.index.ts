import { createHash } from 'node:crypto';
import type { Meaning } from '#texts';
import { isFault, Server, TaskRefused } from '../engines/meilisearch/server.js';
import { type SearchKind, searchKinds } from '../search-engine.js';
import { type NearDocument, NearIndex } from './near.index.js';

const embedder = 'meaning';
const page = 1_000;

interface Held {
  id: string;
  version: number;
  _vectors: { [embedder]: { embeddings: number[][]; regenerate: false } };
}

interface Options {
  url: string;
  apiKey: string;
  /** What the names of all indexes begin with. */
  prefix: string;
  dimensions: number;
  encoder: string;
}

/**
 * Vectors in Meilisearch, in indexes of their own: those of words are built anew from rows alone, and their totals and facets
 * would count whatever is near. The encoder is in the name of an index, so that another one begins with an empty one.
 */
export class MeilisearchNearIndex extends NearIndex {
  readonly name = 'meilisearch';
  readonly #server: Server;
  readonly #options: Options;
  readonly #prepared = new Map<SearchKind, Promise<void>>();

  constructor(options: Options) {
    super();
    this.#options = options;
    this.#server = new Server(options.url, options.apiKey, { search: 2_000, request: 30_000, task: 600_000 });
  }

  async put(kind: SearchKind, documents: readonly NearDocument[]) {
    if (documents.length === 0) return;
    await this.#prepare(kind);
    const held = documents.map(
      ({ id, version, meanings }): Held => ({
        id,
        version,
        _vectors: { [embedder]: { embeddings: meanings.map((meaning) => [...meaning]), regenerate: false } },
      }),
    );
    await this.#server.run((client) => client.index<Held>(this.#nameOf(kind)).addDocuments(held));
  }

  async remove(kind: SearchKind, ids: readonly string[]) {
    if (ids.length === 0) return;
    await this.#prepare(kind);
    await this.#server.run((client) => client.index(this.#nameOf(kind)).deleteDocuments([...ids]));
  }

  async versions(kind: SearchKind) {
    await this.#prepare(kind);
    const held = new Map<string, number>();
    for (let offset = 0; ; offset += page) {
      const { results } = await this.#server.ask((client) =>
        client.index<Held>(this.#nameOf(kind)).getDocuments({ fields: ['id', 'version'], offset, limit: page }),
      );
      for (const { id, version } of results) held.set(id, version);
      if (results.length < page) return held;
    }
  }

  async nearest(kind: SearchKind, meaning: Meaning, limit: number) {
    const asked = {
      indexUid: this.#nameOf(kind),
      vector: [...meaning],
      hybrid: { embedder, semanticRatio: 1 },
      attributesToRetrieve: ['id'],
      limit,
    };
    try {
      const [found] = await this.#server.search([asked]);
      return found?.hits.map(({ id }) => id) ?? [];
    } catch (error) {
      // Nothing was read yet.
      if (isFault(error, 'index_not_found') || isFault(error, 'invalid_search_embedder')) return [];
      throw error;
    }
  }

  async clear() {
    for (const kind of searchKinds) await this.#removeAll(`${this.#options.prefix}meaning_${kind}_`);
  }

  #nameOf(kind: SearchKind) {
    const { prefix, encoder } = this.#options;
    return `${prefix}meaning_${kind}_${createHash('sha256').update(encoder).digest('hex').slice(0, 8)}`;
  }

  #prepare(kind: SearchKind): Promise<void> {
    const known = this.#prepared.get(kind);
    if (known) return known;
    const preparing = this.#make(kind).catch((error) => {
      this.#prepared.delete(kind);
      throw error;
    });
    this.#prepared.set(kind, preparing);
    return preparing;
  }

  async #make(kind: SearchKind) {
    const name = this.#nameOf(kind);
    // Those of another encoder are never asked again.
    await this.#removeAll(`${this.#options.prefix}meaning_${kind}_`, name);
    await this.#server.run((client) => client.createIndex(name, { primaryKey: 'id' })).catch(unlessRefused);
    await this.#server.run((client) =>
      client.index(name).updateSettings({
        searchableAttributes: [],
        embedders: { [embedder]: { source: 'userProvided', dimensions: this.#options.dimensions } },
      }),
    );
  }

  async #removeAll(prefix: string, but?: string) {
    const { results } = await this.#server.ask((client) => client.getRawIndexes({ limit: 1_000 }));
    for (const { uid } of results) {
      if (!uid.startsWith(prefix) || uid === but) continue;
      await this.#server.run((client) => client.deleteIndex(uid)).catch(unlessRefused);
    }
  }
}

/** That an index is there already, or is there no longer, is what was wanted: another process may have been first. */
const unlessRefused = (error: unknown) => {
  if (!(error instanceof TaskRefused) && !isFault(error, 'index_not_found')) throw error;
};
