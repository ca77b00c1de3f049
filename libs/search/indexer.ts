import { Inject, Injectable, Logger } from '@nestjs/common';
import { Database } from '#database';
import { OutboxConsumer } from '#outbox';
import { TaxonomyService } from '#taxonomy';
import { TextStore } from '#texts';
import { DocumentSource, type Indexed } from './document.source.js';
import { type SearchDocument, SearchEngine, type SearchKind, searchKinds } from './search-engine.js';
import { SearchRefused } from './search-errors.js';

/** Goes up with every change of how documents are made, so that the index is built anew. */
const recipe = 4;

const chunk = 500;

/** What a comparison of database and index found and mended. */
export interface Sweep {
  kind: SearchKind;
  compared: number;
  missing: number;
  stale: number;
  surplus: number;
}

/** Keeps the index like the database: row by row from the outbox, as a whole by sweeping and rebuilding. */
@Injectable()
export class Indexer extends OutboxConsumer {
  private readonly log = new Logger('Index');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SearchEngine) private readonly engine: SearchEngine,
    @Inject(DocumentSource) private readonly source: DocumentSource,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(TextStore) private readonly texts: TextStore,
  ) {
    super();
  }

  /** Re-reads the rows: those that may be found are put, all others removed. A refused document is logged and left out. */
  async apply(kind: string, ids: string[]): Promise<void> {
    if (!isSearchKind(kind)) return;
    // A change of the vocabularies and the rows that it touches are committed together: what is made of these knows it.
    await this.taxonomy.refresh();
    for (let start = 0; start < ids.length; start += chunk) {
      const part = ids.slice(start, start + chunk);
      const rows = await this.source.documents(kind, part);
      const found = new Set(rows.map(({ document }) => document.id));
      const gone = part.filter((id) => !found.has(id));
      // What must not be found any more goes first: nothing that fails after it can hold it back.
      if (gone.length > 0) await this.engine.remove(kind, gone);
      await this.texts.remove(kind, gone);
      await this.texts.put(kind, rows.map(ownerOf));
      if (rows.length > 0) await this.put(kind, rows);
    }
  }

  /** Compares every id and version both ways and mends what differs. */
  async sweep(kind: SearchKind): Promise<Sweep> {
    const indexed = new Map<string, number>();
    for await (const { id, version } of this.engine.versions(kind)) indexed.set(id, version);
    const texts = await this.texts.versions(kind);
    const wrong: string[] = [];
    // Newer than its row, as after the return to a backup: an engine keeps the newer one until it is taken away.
    const ahead: string[] = [];
    const result: Sweep = { kind, compared: 0, missing: 0, stale: 0, surplus: 0 };
    for await (const { id, version } of this.source.versions(kind)) {
      result.compared += 1;
      const known = indexed.get(id);
      const said = texts.get(id);
      indexed.delete(id);
      texts.delete(id);
      if (known === version && said === version) continue;
      result[known === undefined ? 'missing' : 'stale'] += 1;
      wrong.push(id);
      if (known !== undefined && known > version) ahead.push(id);
    }
    result.surplus = indexed.size;
    wrong.push(...new Set([...indexed.keys(), ...texts.keys()]));
    if (ahead.length > 0) await this.engine.remove(kind, ahead);
    await this.apply(kind, wrong);
    if (wrong.length > 0) this.log.warn(`${kind}: ${wrong.length} documents were wrong and are mended`);
    return result;
  }

  /**
   * Fills a new index and swaps it in. What changes meanwhile waits in the outbox and is put after the swap: the
   * sweep at the end finds whatever was relayed to the old index while the new one was filled.
   */
  async rebuild(kind: SearchKind, onProgress?: (loaded: number) => void): Promise<number> {
    const count = await this.engine.replaceAll(kind, this.takenIn(kind), onProgress);
    await this.sweep(kind);
    await this.database.affected(
      `INSERT INTO index_recipe (kind, recipe) VALUES ($1, $2)
       ON CONFLICT (kind) DO UPDATE SET recipe = excluded.recipe, built_at = now()`,
      [kind, await this.recipe()],
    );
    return count;
  }

  /** Builds what was never built, or was made from other vocabularies or by an older recipe, and sweeps the rest. */
  async refresh(onProgress?: (kind: SearchKind, loaded: number, total: number) => void): Promise<void> {
    const current = await this.recipe();
    for (const kind of searchKinds) {
      const built = await this.database.row<{ recipe: string }>('SELECT recipe FROM index_recipe WHERE kind = $1', [
        kind,
      ]);
      if (built?.recipe === current) {
        await this.sweep(kind);
        continue;
      }
      const total = await this.source.count(kind);
      await this.rebuild(kind, (loaded) => onProgress?.(kind, loaded, total));
    }
    await this.placeTexts();
  }

  /** Places all texts anew where the directory has grown much since they were placed. */
  placeTexts(): Promise<boolean> {
    return this.texts.placeAnew();
  }

  /** Every document of a kind; on the way its texts are taken in. */
  private async *takenIn(kind: SearchKind): AsyncIterable<SearchDocument> {
    for await (const rows of this.source.all(kind)) {
      await this.texts.put(kind, rows.map(ownerOf));
      for (const { document } of rows) yield document;
    }
  }

  private async put(kind: SearchKind, rows: readonly Indexed[]) {
    try {
      await this.engine.put(
        kind,
        rows.map(({ document }) => document),
      );
    } catch (error) {
      if (!(error instanceof SearchRefused)) throw error;
      this.log.error(`${kind}: the engine refused ${error.message}`);
    }
  }

  private async recipe(): Promise<string> {
    const row = await this.database.row<{ editions: string }>(
      `SELECT coalesce(md5(string_agg(scheme || content_hash, ',' ORDER BY scheme)), '') AS editions FROM taxonomy_edition`,
    );
    return `${recipe}:${row?.editions ?? ''}`;
  }
}

const ownerOf = ({ document: { id, version }, texts }: Indexed) => ({ id, version, texts });

const isSearchKind = (kind: string): kind is SearchKind => (searchKinds as readonly string[]).includes(kind);
