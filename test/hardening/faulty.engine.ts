import {
  type IndexedVersion,
  type SearchDocument,
  SearchEngine,
  type SearchHealth,
  type SearchKind,
  SearchRefused,
  type SearchRequest,
  type SearchResult,
  SearchUnavailable,
} from '#search';

/** Numbers from 0 to 1 that look random and are the same in every run. */
export const numbersFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A real engine, whose writes fail as the writes of a server elsewhere do: before, after or only for some. */
export class FaultyEngine extends SearchEngine {
  /** The share of writes that fail, 0 to 1; half of them after the engine has done what it was told. */
  faults = 0;
  /** Documents that are refused whenever they are put. */
  readonly refused = new Set<string>();
  writes = 0;
  failed = 0;

  constructor(
    private readonly engine: SearchEngine,
    private readonly chance: () => number,
  ) {
    super();
  }

  search(kind: SearchKind, request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    return this.engine.search(kind, request, signal);
  }

  put(kind: SearchKind, documents: readonly SearchDocument[]): Promise<void> {
    const bad = documents.filter(({ id }) => this.refused.has(id)).map(({ id }) => id);
    return this.write(async () => {
      await this.engine.put(
        kind,
        documents.filter(({ id }) => !this.refused.has(id)),
      );
      if (bad.length > 0) throw new SearchRefused(bad, 'this document is refused');
    });
  }

  remove(kind: SearchKind, ids: readonly string[]): Promise<void> {
    return this.write(() => this.engine.remove(kind, ids));
  }

  replaceAll(kind: SearchKind, documents: AsyncIterable<SearchDocument>): Promise<number> {
    return this.engine.replaceAll(kind, documents);
  }

  versions(kind: SearchKind): AsyncIterable<IndexedVersion> {
    return this.engine.versions(kind);
  }

  health(): Promise<SearchHealth> {
    return this.engine.health();
  }

  private async write(work: () => Promise<void>): Promise<void> {
    this.writes += 1;
    const fails = this.chance() < this.faults;
    const late = this.chance() < 0.5;
    if (fails) this.failed += 1;
    if (fails && !late) throw new SearchUnavailable('the engine is away');
    await work();
    if (fails) throw new SearchUnavailable('the engine went away before it said that it was done');
  }
}
