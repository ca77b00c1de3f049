import type { Hit, SearchResponse } from 'meilisearch';
import type { QueryTerm } from '../../query-text.js';
import {
  type IndexedVersion,
  type SearchDocument,
  SearchEngine,
  type SearchHealth,
  type SearchHit,
  type SearchKind,
  type SearchRequest,
  type SearchResult,
  searchableFields,
  searchKinds,
} from '../../search-engine.js';
import { markMatches } from '../marked-text.js';
import {
  inBatches,
  type PreparedDocument,
  prepare,
  type RefusedDocument,
  throwIfRefused,
} from '../prepared-document.js';
import { type Question, readRequest } from '../question.js';
import { Turns } from '../turns.js';
import { readHighlights } from './highlights.js';
import { hasSettings, type IndexedDocument, indexSettings } from './index-settings.js';
import { isOneOf, searchQueries, textOf } from './queries.js';
import { isFault, Server, TaskRefused, type TimeLimits } from './server.js';
import { scoreByTellingWords } from './telling-words.js';
import { Writer } from './writing.js';

/** Where a Meilisearch server is, and how long it may take. */
export interface MeilisearchOptions {
  url: string;
  /** A key that may search, write documents, and make, set up and swap indexes. */
  apiKey: string;
  /** What the names of all indexes begin with. */
  prefix?: string;
  /** Milliseconds. */
  timeLimits?: Partial<TimeLimits>;
}

type Found = SearchResponse<IndexedDocument>;

const defaultTimeLimits: TimeLimits = { search: 2_000, request: 30_000, task: 600_000 };
const versionsPage = 1_000;
const batchSize = 500;

/** The engine for production. */
export class MeilisearchEngine extends SearchEngine {
  readonly #server: Server;
  readonly #prefix: string;
  readonly #rebuilds = new Turns();
  readonly #prepared = new Map<SearchKind, Promise<void>>();

  constructor({ url, apiKey, prefix = 'benchside_', timeLimits = {} }: MeilisearchOptions) {
    super();
    this.#server = new Server(url, apiKey, { ...defaultTimeLimits, ...timeLimits });
    this.#prefix = prefix;
  }

  async search(kind: SearchKind, request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    const question = readRequest(request);
    try {
      return await this.#answer(kind, question, signal);
    } catch (error) {
      if (!isFault(error, 'index_not_found')) throw error;
      // Nothing was ever written, or somebody has removed the index.
      this.#prepared.delete(kind);
      await this.#prepare(kind);
      return this.#answer(kind, question, signal);
    }
  }

  async put(kind: SearchKind, documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.#prepare(kind);
    const writer = new Writer(this.#server, this.#nameOf(kind));
    const { ready, refused } = prepare(documents);
    await writer.send(await this.#notOlder(kind, ready));
    await writer.drain();
    throwIfRefused([...refused, ...writer.refused]);
  }

  async remove(kind: SearchKind, ids: readonly string[]): Promise<void> {
    // An id that could never have been stored would be refused, and the others with it.
    const own = ids.filter((id) => /^[a-zA-Z0-9_-]{1,511}$/.test(id));
    if (own.length === 0) return;
    await this.#prepare(kind);
    await this.#server.run((client) => client.index(this.#nameOf(kind)).deleteDocuments([...own]));
  }

  async replaceAll(
    kind: SearchKind,
    documents: AsyncIterable<SearchDocument>,
    onProgress?: (loaded: number) => void,
  ): Promise<number> {
    return this.#rebuilds.take(kind, async () => {
      await this.#prepare(kind);
      const [live, next] = [this.#nameOf(kind), `${this.#nameOf(kind)}_next`];
      await this.#removeIndex(next);
      await this.#makeIndex(next);
      const writer = new Writer(this.#server, next);
      const refused: RefusedDocument[] = [];
      let loaded = 0;
      try {
        for await (const batch of inBatches(documents, batchSize)) {
          const { ready, refused: some } = prepare(batch);
          await writer.send(ready);
          refused.push(...some);
          loaded += ready.length;
          onProgress?.(loaded);
        }
        // A swap does not take along what waits in the queue.
        await writer.drain();
        await this.#server.run((client) => client.swapIndexes([{ indexes: [live, next], rename: false }]));
      } finally {
        // What cannot be removed now is removed by the next rebuild.
        await this.#removeIndex(next).catch(() => undefined);
      }
      throwIfRefused([...refused, ...writer.refused]);
      const { numberOfDocuments } = await this.#server.ask((client) => client.index(live).getStats());
      return numberOfDocuments;
    });
  }

  async *versions(kind: SearchKind): AsyncIterable<IndexedVersion> {
    await this.#prepare(kind);
    for (let offset = 0; ; offset += versionsPage) {
      const { results } = await this.#server.ask((client) =>
        client
          .index<IndexedDocument>(this.#nameOf(kind))
          .getDocuments({ fields: ['id', 'version'], offset, limit: versionsPage }),
      );
      for (const { id, version } of results) yield { id, version };
      if (results.length < versionsPage) return;
    }
  }

  async health(): Promise<SearchHealth> {
    try {
      // Unlike /health, this also says whether the key is good.
      await this.#server.search(searchKinds.slice(0, 1).map((kind) => ({ indexUid: this.#nameOf(kind), limit: 0 })));
      return { ok: true, degraded: false };
    } catch (error) {
      if (isFault(error, 'index_not_found')) return { ok: true, degraded: false };
      return { ok: false, degraded: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }

  async #answer(kind: SearchKind, question: Question, signal?: AbortSignal): Promise<SearchResult> {
    const { text } = question;
    const indexUid = this.#nameOf(kind);
    if (text?.matching === 'any') return this.#answerAny(indexUid, question, text.words, signal);
    const ask = (matchingStrategy: 'all' | 'frequency') =>
      this.#server.search(searchQueries(indexUid, question, text ? { q: textOf(text), matchingStrategy } : {}), signal);
    const whole = await ask('all');
    if (text?.matching !== 'most' || isFound(whole)) return resultOf(question, whole);
    const most = await ask('frequency');
    if (isFound(most)) return resultOf(question, most);
    // Words of one frequency are dropped together, which can leave none where each alone finds something.
    return this.#answerAny(indexUid, question, singleWords(text.terms), signal);
  }

  async #answerAny(
    indexUid: string,
    question: Question,
    words: readonly string[],
    signal?: AbortSignal,
  ): Promise<SearchResult> {
    const scores = await scoreByTellingWords(this.#server, indexUid, question, words, signal);
    if (scores.size === 0) return resultOf(question, []);
    const whole = { ...question, text: null, offset: 0, limit: scores.size };
    const result = resultOf(
      question,
      await this.#server.search(searchQueries(indexUid, whole, { filter: [isOneOf([...scores.keys()])] }), signal),
    );
    if (question.sort.by === 'relevance') {
      for (const hit of result.hits) hit.score = scores.get(hit.id) ?? 0;
      result.hits.sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
    }
    result.hits = result.hits.slice(question.offset, question.offset + question.limit);
    if (question.highlight) await this.#highlight(indexUid, result.hits, words, signal);
    return result;
  }

  /** Hits found by their ids have no words that matched, so these are looked for here. */
  async #highlight(indexUid: string, hits: SearchHit[], words: readonly string[], signal?: AbortSignal) {
    if (hits.length === 0) return;
    const filter = isOneOf(hits.map(({ id }) => id));
    const attributesToRetrieve = ['id', ...searchableFields];
    const [found] = await this.#server.search([{ indexUid, filter, attributesToRetrieve, limit: hits.length }], signal);
    const contents = new Map(found?.hits.map((hit) => [hit.id, hit]));
    for (const hit of hits) {
      const content = contents.get(hit.id);
      if (content) hit.highlights = markMatches(content, { words: new Set(words), prefixes: [], phrases: [] });
    }
  }

  /**
   * Those that are no older than what is held. The server knows no condition for a write, so this is asked before it;
   * the one relay writes one batch after the other.
   */
  async #notOlder(kind: SearchKind, documents: PreparedDocument[]): Promise<PreparedDocument[]> {
    const index = this.#nameOf(kind);
    const held = new Map<string, number>();
    for (let from = 0; from < documents.length; from += versionsPage) {
      const filter = isOneOf(documents.slice(from, from + versionsPage).map(({ id }) => id));
      const { results } = await this.#server.ask((client) =>
        client.index<IndexedDocument>(index).getDocuments({ filter, fields: ['id', 'version'], limit: versionsPage }),
      );
      for (const { id, version } of results) held.set(id, version);
    }
    return documents.filter(({ id, version }) => version >= (held.get(id) ?? 0));
  }

  /** Takes the index of a kind away, with all that is in it. */
  async removeAll(kind: SearchKind): Promise<void> {
    this.#prepared.delete(kind);
    await this.#removeIndex(this.#nameOf(kind));
  }

  #nameOf(kind: SearchKind) {
    return `${this.#prefix}${kind}`;
  }

  /** Makes sure, once, that the index exists and is set up; a failure is tried again the next time. */
  #prepare(kind: SearchKind): Promise<void> {
    const known = this.#prepared.get(kind);
    if (known) return known;
    const preparing = this.#makeIndex(this.#nameOf(kind)).catch((error) => {
      this.#prepared.delete(kind);
      throw error;
    });
    this.#prepared.set(kind, preparing);
    return preparing;
  }

  async #makeIndex(name: string): Promise<void> {
    const held = await this.#settingsOf(name).catch(async (error) => {
      if (!isFault(error, 'index_not_found')) throw error;
      await unlessRefused(this.#server.run((client) => client.createIndex(name, { primaryKey: 'id' })));
      return this.#settingsOf(name);
    });
    if (hasSettings(held, indexSettings)) return;
    await this.#server.run((client) => client.index(name).updateSettings(indexSettings));
  }

  #settingsOf(name: string) {
    return this.#server.ask((client) => client.index(name).getSettings());
  }

  async #removeIndex(name: string): Promise<void> {
    const { results } = await this.#server.ask((client) => client.getRawIndexes({ limit: 1_000 }));
    if (!results.some(({ uid }) => uid === name)) return;
    await unlessRefused(this.#server.run((client) => client.deleteIndex(name)));
  }
}

/** That an index is there already, or is there no longer, is what was wanted: another process may have been first. */
const unlessRefused = async (task: Promise<void>) => {
  try {
    await task;
  } catch (error) {
    if (!(error instanceof TaskRefused) && !isFault(error, 'index_not_found')) throw error;
  }
};

const isFound = ([main]: Found[]) => (main?.estimatedTotalHits ?? 0) > 0;

const singleWords = (terms: readonly QueryTerm[]) => terms.flatMap(({ words, phrase }) => (phrase ? [] : words));

const resultOf = (question: Question, [main, ...own]: Found[]): SearchResult => {
  const distributions = Object.assign({}, main?.facetDistribution, ...own.map((found) => found.facetDistribution));
  return {
    total: main?.estimatedTotalHits ?? 0,
    hits: (main?.hits ?? []).map((hit) => asHit(question, hit)),
    facets: Object.fromEntries(question.counted.map((facet) => [facet, distributions[`facets.${facet}`] ?? {}])),
    engine: 'meilisearch',
    degraded: false,
  };
};

const asHit = ({ highlight }: Question, hit: Hit<IndexedDocument>): SearchHit => ({
  id: hit.id,
  score: hit._rankingScore ?? null,
  version: highlight ? hit.version : null,
  highlights: highlight ? readHighlights(hit) : [],
});
