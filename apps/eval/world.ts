import { randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import type { Settings } from '#config';
import { Database, isMigrated, migrate } from '#database';
import { generateDirectory } from '#demonstration';
import { DirectoryLoader, type DirectoryRecord } from '#importers';
import { fusedText } from '#matching';
import {
  candidateRequest,
  createEngineAlone,
  createNearIndex,
  DocumentSource,
  type EngineAlone,
  mostNear,
  NearCandidates,
  type NearIndex,
  type SearchDocument,
  type SearchEngine,
  type SearchEngineName,
} from '#search';
import {
  directoryWithout,
  Encoder,
  noTexts,
  type OwnerTexts,
  TextCounts,
  TextFits,
  TextMeanings,
  TextStore,
} from '#texts';
import { features } from '../features.js';
import type { CollectionText } from './collection.js';

export class NoDatabase extends Error {}

/** Somebody of a collection. */
export interface Person {
  id: string;
  works: readonly CollectionText[];
}

interface Conversation {
  say(line: string): void;
  stop: { requested: boolean };
}

/** The product without its server. */
export type App = Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;

/** Titles have a limit of their own; texts without one are headed by their beginning. */
const longestTitle = 300;
const batch = 250;

/** A text as a brief asks it. */
export const briefOf = (text: CollectionText | undefined): string =>
  text === undefined ? '' : [text.title, text.abstract].filter((part) => part !== '').join('\n');

/** A text as a work: all of its words, each in one place. */
const workOf = ({ title, abstract }: CollectionText): CollectionText | null => {
  const whole = briefOf({ title, abstract }).replaceAll('\0', ' ').trim();
  if (whole === '') return null;
  if (title.trim() !== '' && title.length <= longestTitle) return { title, abstract: abstract.replaceAll('\0', ' ') };
  const line = whole.search(/\n/);
  const end = line > 0 && line <= longestTitle ? line : whole.length <= longestTitle ? whole.length : lastSpace(whole);
  return { title: whole.slice(0, end).trim(), abstract: whole.slice(end).trim() };
};

const lastSpace = (text: string) => {
  const at = text.lastIndexOf(' ', longestTitle);
  return at > 0 ? at : longestTitle;
};

/** Runs statements on the server; says so where it cannot be reached. */
export const onServer = async (url: string, ...statements: string[]) => {
  const client = new Client({ connectionString: url });
  await client.connect().catch((error) => {
    throw new NoDatabase(`The database cannot be reached: ${error instanceof Error ? error.message : error}`);
  });
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** The product on a database of its own: people are taken in and briefs compared as everywhere else. */
export class EvaluationWorld {
  private constructor(
    readonly app: App,
    private readonly conversation: Conversation,
    private readonly remove: () => Promise<void>,
    private readonly finding: (EngineAlone & { near: NearIndex }) | null,
  ) {}

  /** @param engine what finds candidates, as for `matches`; without one, everybody is compared */
  static async open(
    settings: Settings,
    conversation: Conversation,
    engine?: SearchEngineName,
  ): Promise<EvaluationWorld> {
    const name = `benchside_eval_${process.pid}_${randomBytes(4).toString('hex')}`;
    const url = new URL(settings.databaseUrl);
    url.pathname = `/${name}`;
    await onServer(settings.databaseUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
    const remove = () => onServer(settings.databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    try {
      await migrate(url.href);
      @Module({ imports: features({ ...settings, databaseUrl: url.href, meilisearch: null }) })
      class EvaluationModule {}
      const app = await NestFactory.createApplicationContext(EvaluationModule, { logger: false, abortOnError: false });
      const database = app.get(Database);
      const alone = engine ? createEngineAlone(engine, settings, database.pool, `${name}_`) : null;
      const ofEngine = engine === 'meilisearch' ? settings : { ...settings, meilisearch: null };
      const finding = alone && { ...alone, near: await createNearIndex(ofEngine, database, `${name}_`) };
      return new EvaluationWorld(app, conversation, remove, finding);
    } catch (error) {
      await remove();
      throw error;
    }
  }

  say(line: string) {
    this.conversation.say(line);
  }

  /** Makes these people the academics of the directory, in place of those before. */
  async takeIn(people: readonly Person[]): Promise<TakenIn> {
    const database = this.app.get(Database);
    const before = await database.rows<{ id: string }>('DELETE FROM academic RETURNING id');
    const store = this.app.get(TextStore);
    await store.remove(
      'academics',
      before.map(({ id }) => id),
    );
    // The landmarks go with those whose works they were.
    await store.placeAnew();
    const ids = new Map<string, string>();
    const works = new Map<string, CollectionText[]>();
    for (const { id, works: own } of people) {
      const kept = own.flatMap((text) => {
        const work = workOf(text);
        return work ? [{ text, work }] : [];
      });
      const row = await database.row<{ id: string }>(
        `INSERT INTO academic (given_name, family_name, source, source_key) VALUES ('', 'Person', 'evaluation', $1) RETURNING id`,
        [id],
      );
      if (!row) continue;
      await database.affected(
        `INSERT INTO academic_work (academic_id, position, kind, title, abstract)
         SELECT $1, position, 'publication', title, abstract
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS w(title, abstract, position)`,
        [row.id, kept.map(({ work }) => work.title), kept.map(({ work }) => work.abstract)],
      );
      ids.set(row.id, id);
      works.set(
        row.id,
        kept.map(({ text }) => text),
      );
    }
    await this.store([...ids.keys()]);
    return this.taken(ids, works);
  }

  /** The product on its own database, whatever is in it. */
  static async onTheProduct(settings: Settings): Promise<{ app: App; close: () => Promise<void> }> {
    await onServer(settings.databaseUrl);
    if (!(await isMigrated(settings.databaseUrl))) {
      throw new NoDatabase('The database has no directory of this version: start the product on it once (npm start).');
    }
    @Module({ imports: features({ ...settings, meilisearch: null }) })
    class ProductModule {}
    const app = await NestFactory.createApplicationContext(ProductModule, { logger: false, abortOnError: false });
    return { app, close: () => app.close() };
  }

  /** Makes the demonstration directory the directory, with its briefs. */
  async demonstrate(): Promise<App> {
    await this.app.get(DirectoryLoader).load(generateDirectory());
    return this.app;
  }

  /** Makes these records the directory; people are known by the keys of their source. */
  async load(records: Iterable<DirectoryRecord>): Promise<TakenIn> {
    await this.app.get(DirectoryLoader).load(records);
    const rows = await this.app
      .get(Database)
      .rows<{ id: string; source_key: string }>('SELECT id, source_key FROM academic');
    await this.store(rows.map(({ id }) => id));
    return this.taken(new Map(rows.map(({ id, source_key }) => [id, source_key])), new Map());
  }

  async drop() {
    try {
      await this.finding?.near.clear();
      await this.finding?.remove();
    } finally {
      await this.app.close();
      await this.remove();
    }
  }

  /** Takes texts in as the indexer does, but for the search engine: it has no part in how texts fit. */
  private async store(ids: readonly string[]) {
    for (let start = 0; start < ids.length; start += batch) {
      const rows = await this.app.get(DocumentSource).documents('academics', ids.slice(start, start + batch));
      const owners = rows.map(({ document: { id, version }, texts }) => ({ id, version, texts }));
      await this.app.get(TextStore).put('academics', owners);
      await this.app.get(TextMeanings).put('academics', owners);
    }
  }

  private async taken(ids: ReadonlyMap<string, string>, works: ReadonlyMap<string, CollectionText[]>) {
    await this.app.get(TextStore).placeAnew();
    this.app.get(TextCounts).forget();
    this.app.get(TextMeanings).forget();
    await this.finding?.engine.replaceAll('academics', this.documents([...ids.keys()]));
    if (this.finding?.near.name) await new NearCandidates(this.finding.near, this.app.get(TextMeanings)).settle();
    const texts = await this.app.get(TextFits).of(['academics'], [...ids.keys()]);
    return new TakenIn(this.app, this.conversation, ids, works, texts, this.finding);
  }

  private async *documents(ids: readonly string[]): AsyncIterable<SearchDocument> {
    for (let start = 0; start < ids.length; start += batch) {
      const rows = await this.app.get(DocumentSource).documents('academics', ids.slice(start, start + batch));
      for (const { document } of rows) yield document;
    }
  }
}

/** People who have been taken in, to be compared with briefs. */
export class TakenIn {
  constructor(
    private readonly app: App,
    private readonly conversation: Conversation,
    private readonly ids: ReadonlyMap<string, string>,
    private readonly works: ReadonlyMap<string, readonly CollectionText[]>,
    private readonly texts: ReadonlyMap<string, OwnerTexts>,
    private readonly finding: { engine: SearchEngine; near: NearIndex } | null,
  ) {}

  /**
   * How well everybody fits a brief, by the names of the collection; as if works that are left out had not been written:
   * counts, landmarks and the places of all other works are those of a directory that never had them.
   */
  async fits(text: string, leftOut: (work: CollectionText) => boolean = () => false): Promise<[string, number][]> {
    if (this.conversation.stop.requested) throw new Error('Stopped');
    const fits = this.app.get(TextFits);
    const gone = new Map<string, Set<number>>();
    for (const [id, own] of this.works) {
      own.forEach((work, index) => {
        if (leftOut(work)) gone.set(id, (gone.get(id) ?? new Set()).add(index));
      });
    }
    const view = gone.size > 0 ? directoryWithout(this.texts, gone) : undefined;
    const texts = view?.texts ?? this.texts;
    const brief = await fits.brief(text, null, view);
    const [meaning] = fits.readsMeaning && text.trim() !== '' ? await this.app.get(Encoder).meanings([text]) : [];
    const hits = (await this.finding?.engine.search('academics', candidateRequest(text.replaceAll('\0', ' ').trim())))
      ?.hits;
    const near = meaning && (await this.finding?.near.nearest('academics', meaning, mostNear));
    const candidates = hits && new Set([...hits.map(({ id }) => id), ...(near ?? [])]);
    const found: [string, number][] = [];
    for (const [id, name] of this.ids) {
      if (candidates && !candidates.has(id)) {
        found.push([name, 0]);
        continue;
      }
      const own = texts.get(id) ?? noTexts();
      found.push([name, fusedText(fits.fit(brief, own), await fits.meaningFit(meaning, own))]);
    }
    return found;
  }
}
