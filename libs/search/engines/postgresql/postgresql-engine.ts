import type { Pool, PoolClient } from 'pg';
import {
  type IndexedVersion,
  type SearchDocument,
  SearchEngine,
  type SearchHealth,
  type SearchKind,
  type SearchRequest,
  type SearchResult,
} from '../../search-engine.js';
import { readWords } from '../../words.js';
import { markMatches } from '../marked-text.js';
import { inBatches, type RefusedDocument, throwIfRefused } from '../prepared-document.js';
import { type Question, type QuestionText, readRequest } from '../question.js';
import { Turns } from '../turns.js';
import { type Ask, Connections } from './connections.js';
import { type DictionaryRow, dictionaryStatement, readMeanings } from './dictionary.js';
import {
  beginRebuilding,
  beginWriting,
  isId,
  loadNext,
  prepareNext,
  storable,
  store,
  swap,
  tableOf,
} from './indexing.js';
import { type SearchRow, searchStatement, shorterStatement, type Wanted } from './search.queries.js';
import { shorterTexts, type TextQuery, tellingQueries, textQuery, type UnderstoodText } from './text-query.js';
import { forgetWords, remove } from './writing.queries.js';

/** Documents stored per statement: more would gain nothing and hold more memory. */
const batchSize = 500;
const versionsPage = 5_000;
/** Words of a text up to which it is worth asking what they were meant for. */
const forgivingLimit = 10;

/** The engine that needs no second store: full text, trigrams and arrays of the database that is there anyway. */
export class PostgresqlEngine extends SearchEngine {
  readonly #connections: Connections;
  readonly #rebuilds = new Turns();

  /**
   * @param pool of the database that the migrations made; the engine does not end it
   * @param timeLimit milliseconds after which a search is given up
   */
  constructor(pool: Pool, { timeLimit = 5_000 } = {}) {
    super();
    this.#connections = new Connections(pool, timeLimit);
  }

  async search(kind: SearchKind, request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    const question = readRequest(request);
    return this.#connections.read(signal, (ask) => answer(ask, tableOf(kind), question));
  }

  async put(kind: SearchKind, documents: readonly SearchDocument[]): Promise<void> {
    const refused: RefusedDocument[] = [];
    for (let from = 0; from < documents.length; from += batchSize) {
      const batch = storable(documents.slice(from, from + batchSize));
      await this.#connections.write(beginWriting(kind), (client) => store(client, kind, batch.ready));
      refused.push(...batch.refused);
    }
    throwIfRefused(refused);
  }

  async remove(kind: SearchKind, ids: readonly string[]): Promise<void> {
    const own = ids.filter(isId);
    if (own.length === 0) return;
    await this.#connections.write(beginWriting(kind), async (client) => {
      await client.query(remove(tableOf(kind)), [own]);
      await client.query(forgetWords(tableOf(kind)));
    });
  }

  async replaceAll(
    kind: SearchKind,
    documents: AsyncIterable<SearchDocument>,
    onProgress?: (loaded: number) => void,
  ): Promise<number> {
    const refused: RefusedDocument[] = [];
    const rebuild = async (client: PoolClient) => {
      await prepareNext(client, kind);
      let loaded = 0;
      for await (const batch of inBatches(documents, batchSize)) {
        const { ready, refused: some } = storable(batch);
        await loadNext(client, kind, ready);
        refused.push(...some);
        loaded += ready.length;
        onProgress?.(loaded);
      }
      return swap(client, kind);
    };
    const stored = await this.#rebuilds.take(kind, () => this.#connections.write(beginRebuilding(kind), rebuild));
    throwIfRefused(refused);
    return stored;
  }

  async *versions(kind: SearchKind): AsyncIterable<IndexedVersion> {
    const text = `SELECT id, version FROM ${tableOf(kind)} WHERE id > $1 ORDER BY id LIMIT ${versionsPage}`;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.#connections.read(undefined, (ask) =>
        ask<{ id: string; version: string }>({ text, values: [after] }),
      );
      for (const { id, version } of rows) yield { id, version: Number(version) };
      const last = rows.at(-1);
      if (!last || rows.length < versionsPage) return;
      after = last.id;
    }
  }

  async health(): Promise<SearchHealth> {
    try {
      const text = `SELECT 1 FROM ${tableOf('academics')}_facet LIMIT 1`;
      await this.#connections.read(undefined, (ask) => ask({ text, values: [] }));
      return { ok: true, degraded: false };
    } catch (error) {
      return { ok: false, degraded: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }
}

const answer = async (ask: Ask, base: string, question: Question): Promise<SearchResult> => {
  const { text } = question;
  if (!text) return resultOf(question, null, await find(ask, base, question, null));
  // A long text whose words nobody is shown needs no look at the dictionary first.
  if (text.matching === 'any' && text.words.length > forgivingLimit && !question.highlight) {
    const wanted: Wanted = { by: 'telling', words: text.words };
    return resultOf(question, wanted, await find(ask, base, question, wanted));
  }
  const understood = await understand(ask, base, text);
  if (text.matching === 'any') {
    const queries = tellingQueries(understood);
    const wanted: Wanted = { by: 'telling', queries };
    return resultOf(question, wanted, queries.queries.length > 0 ? await find(ask, base, question, wanted) : undefined);
  }
  const sortName = readWords(text.terms.map(({ typed }) => typed).join(' ')).join(' ');
  const asWanted = (query: TextQuery): Wanted => ({ by: 'words', query, sortName });
  const shorter = text.matching === 'most' ? shorterTexts(understood).flatMap((less) => textQuery(less) ?? []) : [];
  const whole = textQuery(understood);
  const row = await findWhole(ask, base, question, whole && asWanted(whole), shorter);
  const instead = shorter[row?.shorter ?? -1];
  if (instead) return resultOf(question, asWanted(instead), await find(ask, base, question, asWanted(instead)));
  return resultOf(question, whole && asWanted(whole), row);
};

/** Looks for every word, and where that finds nothing, says which shorter text would. */
const findWhole = async (ask: Ask, base: string, question: Question, wanted: Wanted, shorter: TextQuery[]) => {
  const matches = shorter.map(({ match }) => match);
  if (wanted) return find(ask, base, question, wanted, matches);
  if (matches.length === 0) return undefined;
  const [first] = await ask<Pick<SearchRow, 'shorter'>>(shorterStatement(base, question, matches));
  return first && { total: 0, hits: [], facets: [], ...first };
};

const understand = async (ask: Ask, base: string, text: QuestionText): Promise<UnderstoodText> => {
  const { terms, excluded, prefix } =
    text.matching === 'any'
      ? {
          terms: text.words.map((word) => ({ words: [word], phrase: false, typed: word })),
          excluded: [],
          prefix: false,
        }
      : text;
  const asked = { terms, prefix, forgiving: terms.length <= forgivingLimit };
  const rows = await ask<DictionaryRow & Record<string, unknown>>(dictionaryStatement(base, asked));
  return { terms, excluded, prefix, meanings: readMeanings(rows, asked) };
};

const find = async (ask: Ask, base: string, question: Question, wanted: Wanted, shorter: readonly string[] = []) => {
  const [row] = await ask<SearchRow & Record<string, unknown>>(searchStatement(base, question, wanted, shorter));
  return row;
};

/** What to mark in the hits; nothing where the words were chosen by the statement. */
const marksOf = (wanted: Wanted) => {
  if (wanted?.by === 'words') return wanted.query.marks;
  return wanted && 'queries' in wanted ? wanted.queries.marks : null;
};

const resultOf = (question: Question, wanted: Wanted, row: SearchRow | undefined): SearchResult => {
  const marks = marksOf(wanted);
  const codesOf = (facet: string) =>
    (row?.facets ?? []).filter(([counted]) => counted === facet).map(([, code, documents]) => [code, documents]);
  return {
    total: row?.total ?? 0,
    hits: (row?.hits ?? []).map(([id, score, quoted]) => ({
      id,
      score,
      version: quoted?.[0] ?? null,
      highlights: quoted && marks ? markMatches(quoted[1], marks) : [],
    })),
    facets: Object.fromEntries(question.counted.map((facet) => [facet, Object.fromEntries(codesOf(facet))])),
    engine: 'postgresql',
    degraded: false,
  };
};
