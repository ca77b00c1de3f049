import { createHash } from 'node:crypto';
import type { SearchDocument, SearchEngine, SearchKind, SearchRequest, SearchResult } from '../search-engine.js';

/** Starts an engine for one spec file; its indexes may be empty or not. */
export interface EngineUnderTest {
  engine: SearchEngine;
  stop(): Promise<void>;
}

/** A document of the cases: what a case does not mention is empty, and the id follows from the name. */
export const document = (fields: Partial<SearchDocument> & { name: string }): SearchDocument => ({
  id: idOf(fields.name),
  version: 1,
  topics: [],
  role: '',
  organisation: '',
  place: '',
  summary: '',
  facets: {},
  numbers: {},
  ...fields,
});

/** The UUID of the document of that name. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

/** Documents as a source for `replaceAll`. */
export const streamOf = async function* (documents: Iterable<SearchDocument>): AsyncIterable<SearchDocument> {
  yield* documents;
};

/** One kind's documents in an engine, spoken of by their names. */
export class Library {
  readonly #engine: () => SearchEngine;
  readonly #kind: SearchKind;
  readonly #names = new Map<string, string>();

  constructor(engine: () => SearchEngine, kind: SearchKind = 'academics') {
    this.#engine = engine;
    this.#kind = kind;
  }

  /** Makes these the only documents of the kind. */
  async hold(documents: SearchDocument[]): Promise<void> {
    this.know(documents);
    await this.#engine().replaceAll(this.#kind, streamOf(documents));
  }

  async put(...documents: SearchDocument[]): Promise<void> {
    this.know(documents);
    await this.#engine().put(this.#kind, documents);
  }

  async remove(...names: string[]): Promise<void> {
    await this.#engine().remove(this.#kind, names.map(idOf));
  }

  /** Lets hits be spoken of by name. */
  know(documents: Iterable<SearchDocument>): void {
    for (const { id, name } of documents) this.#names.set(id, name);
  }

  async search(request: Partial<SearchRequest>): Promise<SearchResult> {
    return this.#engine().search(this.#kind, { offset: 0, limit: 100, ...request });
  }

  /** The names found, in their order. */
  async find(request: Partial<SearchRequest> | string): Promise<string[]> {
    const { hits } = await this.search(typeof request === 'string' ? { text: request, matching: 'all' } : request);
    return hits.map(({ id }) => this.#names.get(id) ?? id);
  }

  /** The highlights of the only hit, by field. */
  async marks(text: string): Promise<Record<string, string>> {
    const { hits } = await this.search({ text, matching: 'all', highlight: true });
    if (hits.length !== 1) throw new Error(`${hits.length} documents were found for "${text}"`);
    return Object.fromEntries((hits[0]?.highlights ?? []).map(({ field, text }) => [field, text]));
  }

  async versions(): Promise<Record<string, number>> {
    const versions: [string, number][] = [];
    for await (const { id, version } of this.#engine().versions(this.#kind)) {
      versions.push([this.#names.get(id) ?? id, version]);
    }
    return Object.fromEntries(versions);
  }
}
