import {
  type IndexedVersion,
  type SearchDocument,
  SearchEngine,
  type SearchHealth,
  type SearchKind,
  type SearchRequest,
  type SearchResult,
} from '../../search-engine.js';
import { SearchRefused, SearchTimedOut, SearchUnavailable } from '../../search-errors.js';
import { shareSource } from './shared-source.js';

/** A version that no record has: what the two engines hold of a document differs. */
const differs = -1;

/**
 * An engine with another one behind it that answers when the first cannot. Both are written, so the second is ready at
 * any time; a write succeeds when both have it, and otherwise is to be made again. After a failure the first engine is
 * left alone for some seconds, so that not every search waits for its time limit.
 */
export class FallbackEngine extends SearchEngine {
  readonly #first: SearchEngine;
  readonly #second: SearchEngine;
  readonly #pause: number;
  #leaveAloneUntil = 0;
  #failure = '';

  /** @param pause milliseconds for which the first engine is left alone after a failure */
  constructor(first: SearchEngine, second: SearchEngine, { pause = 5_000 } = {}) {
    super();
    this.#first = first;
    this.#second = second;
    this.#pause = pause;
  }

  async search(kind: SearchKind, request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    if (Date.now() >= this.#leaveAloneUntil) {
      // One search tries again; those that come while it waits do not.
      if (this.#failure) this.#leaveAloneUntil = Date.now() + this.#pause;
      try {
        const result = await this.#first.search(kind, request, signal);
        this.#recover();
        return result;
      } catch (error) {
        if (!cannot(error)) throw error;
        this.#leaveAlone(error);
      }
    }
    return { ...(await this.#second.search(kind, request, signal)), degraded: true };
  }

  async put(kind: SearchKind, documents: readonly SearchDocument[]): Promise<void> {
    await this.#both((engine) => engine.put(kind, documents));
  }

  async remove(kind: SearchKind, ids: readonly string[]): Promise<void> {
    await this.#both((engine) => engine.remove(kind, ids));
  }

  async replaceAll(
    kind: SearchKind,
    documents: AsyncIterable<SearchDocument>,
    onProgress?: (loaded: number) => void,
  ): Promise<number> {
    const sources = new Map([this.#first, this.#second].map((engine) => [engine, 0]));
    const [forFirst, forSecond] = shareSource(documents, 2);
    const tell = (engine: SearchEngine) => (loaded: number) => {
      const before = Math.min(...sources.values());
      sources.set(engine, loaded);
      const now = Math.min(...sources.values());
      if (now > before) onProgress?.(now);
    };
    return this.#both(async (engine) => {
      const source = engine === this.#first ? forFirst : forSecond;
      if (!source) return 0;
      try {
        return await engine.replaceAll(kind, source, tell(engine));
      } finally {
        sources.delete(engine);
        // An engine that fails before it reads would hold up the other for ever.
        await source.return?.();
      }
    });
  }

  /** Where the engines differ, a version that no record has, so that whoever compares versions mends both. */
  async *versions(kind: SearchKind): AsyncIterable<IndexedVersion> {
    const held = new Map<string, number>();
    for await (const { id, version } of this.#second.versions(kind)) held.set(id, version);
    for await (const { id, version } of this.#first.versions(kind)) {
      yield { id, version: held.get(id) === version ? version : differs };
      held.delete(id);
    }
    for (const id of held.keys()) yield { id, version: differs };
  }

  async health(): Promise<SearchHealth> {
    const [first, second] = await Promise.all([this.#first.health(), this.#second.health()]);
    const details = [first, second].flatMap(({ detail }) => detail ?? []);
    if (first.ok && this.#failure) details.push(`Left alone for a moment: ${this.#failure}`);
    return {
      ok: first.ok || second.ok,
      degraded: !first.ok || !second.ok || this.#failure !== '',
      ...(details.length > 0 ? { detail: details.join('; ') } : {}),
    };
  }

  /** Does the same with both engines at once; resolves as the first does, rejects if either does. */
  async #both<Result>(work: (engine: SearchEngine) => Promise<Result>): Promise<Result> {
    const [first, second] = await Promise.allSettled([work(this.#first), work(this.#second)]);
    if (first.status === 'rejected' && cannot(first.reason)) this.#leaveAlone(first.reason);
    if (first.status === 'fulfilled' && second.status === 'fulfilled') return first.value;
    const reasons = [first, second].flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    const refusals = reasons.filter((reason) => reason instanceof SearchRefused);
    // Only if everything else went well is a refusal the last word; otherwise the write has to be made again.
    const other = reasons.find((reason) => !(reason instanceof SearchRefused));
    const [refusal] = refusals;
    if (other || !refusal) throw other;
    throw new SearchRefused([...new Set(refusals.flatMap(({ ids }) => ids))], refusal.reason);
  }

  #leaveAlone(error: Error) {
    this.#failure = error.message;
    this.#leaveAloneUntil = Date.now() + this.#pause;
  }

  #recover() {
    this.#failure = '';
    this.#leaveAloneUntil = 0;
  }
}

const cannot = (error: unknown): error is Error =>
  error instanceof SearchUnavailable || error instanceof SearchTimedOut;
