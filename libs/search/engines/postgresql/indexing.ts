import type { PoolClient } from 'pg';
import type { SearchDocument, SearchKind } from '../../search-engine.js';
import { prepare, type RefusedDocument } from '../prepared-document.js';
import { indexedDocument } from './indexed-document.js';
import { countAll, load, numberFacets, put } from './writing.queries.js';

const kinds: Record<SearchKind, number> = { academics: 1, organisations: 2, opportunities: 3 };

/** The live table of a kind; the tables of its words and facet codes are named after it. */
export const tableOf = (kind: SearchKind): string => {
  // The name goes into SQL as it is, and types say nothing of what comes from outside.
  if (!Object.hasOwn(kinds, kind)) throw new RangeError('There is no index of this kind');
  return `search_${kind}`;
};

/** Any two numbers will do: the first for writers of a kind, who wait for each other, the second for its rebuilds. */
const locks = { writing: 7_203_020, rebuilding: 7_203_021 } as const;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Begins a transaction that is alone in writing a kind: counts of words are moved by differences. */
export const beginWriting = (kind: SearchKind): string => `BEGIN; ${lock('writing', kind)}`;

/** Begins a rebuild. It may take long, for the server as for the source of the documents. */
export const beginRebuilding = (kind: SearchKind): string => `BEGIN;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  ${lock('rebuilding', kind)}`;

/** Those of the documents that PostgreSQL can store, and the others with the reason. */
export const storable = (documents: readonly SearchDocument[]) => {
  const { ready, refused } = prepare(documents);
  const nameless = ready.filter(({ id }) => !uuid.test(id));
  return {
    ready: ready.filter(({ id }) => uuid.test(id)),
    refused: [...refused, ...nameless.map(({ id }): RefusedDocument => ({ id, reason: `"${id}" is not a UUID` }))],
  };
};

/** Whether a text can be the id of a document here. */
export const isId = (id: string): boolean => uuid.test(id);

/** Stores documents in the live index of a kind. */
export const store = async (client: PoolClient, kind: SearchKind, ready: Ready): Promise<void> =>
  write(client, tableOf(kind), put, ready);

/** Empties the tables beside the live ones. */
export const prepareNext = async (client: PoolClient, kind: SearchKind): Promise<void> => {
  await client.query('SELECT search_create_tables($1)', [nextOf(kind)]);
};

/** Stores documents in the tables beside the live ones. */
export const loadNext = async (client: PoolClient, kind: SearchKind, ready: Ready): Promise<void> =>
  write(client, nextOf(kind), load, ready);

/** Indexes the tables beside the live ones and puts them in their place; searches wait for milliseconds only. */
export const swap = async (client: PoolClient, kind: SearchKind): Promise<number> => {
  const [live, next] = [tableOf(kind), nextOf(kind)];
  for (const statement of countAll(next)) await client.query(statement);
  await client.query('SELECT search_create_indexes($1)', [next]);
  await client.query(`ANALYZE ${next}, ${next}_word, ${next}_facet`);
  const { rows } = await client.query<{ documents: number }>(`SELECT count(*)::int AS documents FROM ${next}`);
  await client.query(lock('writing', kind));
  await client.query(`DROP TABLE ${live}, ${live}_word, ${live}_facet`);
  for (const part of ['', '_word', '_facet']) await client.query(`ALTER TABLE ${next}${part} RENAME TO ${live}${part}`);
  return rows[0]?.documents ?? 0;
};

type Ready = ReturnType<typeof prepare>['ready'];

const nextOf = (kind: SearchKind) => `${tableOf(kind)}_next`;

const lock = (what: keyof typeof locks, kind: SearchKind) =>
  `SELECT pg_advisory_xact_lock(${locks[what]}, ${kinds[kind]})`;

const write = async (client: PoolClient, table: string, statement: (base: string) => string, ready: Ready) => {
  if (ready.length === 0) return;
  const documents = ready.map(indexedDocument);
  const pairs = new Map(documents.flatMap(({ facets }) => facets.map((pair) => [keyOf(pair), pair] as const)));
  const { rows } = await client.query<{ id: number; facet: string; code: string }>(numberFacets(table), [
    Array.from(pairs.values(), ({ facet }) => facet),
    Array.from(pairs.values(), ({ code }) => code),
  ]);
  const ids = new Map(rows.map((row) => [keyOf(row), row.id]));
  const numbered = documents.map((document) => ({
    ...document,
    facets: document.facets.map((pair) => ids.get(keyOf(pair))),
  }));
  await client.query(statement(table), [JSON.stringify(numbered)]);
};

const keyOf = ({ facet, code }: { facet: string; code: string }) => `${facet}=${code}`;
