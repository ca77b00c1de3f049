import type { Tx } from '#database';
import { keyOf } from './batch.outcome.js';

interface Key {
  source: string;
  sourceKey: string;
}

/** So many names are held in memory: about ten megabytes. */
const most = 50_000;

/**
 * Which rows the keys of a source stand for. What this run has written is remembered: an organisation that was taken for
 * one of another source is found under its key only here.
 */
export class KnownOrganisations {
  private readonly ids = new Map<string, string>();

  remember(key: string, id: string) {
    this.ids.delete(key);
    this.ids.set(key, id);
    if (this.ids.size <= most) return;
    const oldest = this.ids.keys().next().value;
    if (oldest !== undefined) this.ids.delete(oldest);
  }

  /** The ids of organisations: those just written, those remembered, and those in the directory. */
  async find(tx: Tx, keys: readonly Key[], written: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const missing: Key[] = [];
    for (const key of keys) {
      const id = written.get(keyOf(key)) ?? this.ids.get(keyOf(key));
      if (id) found.set(keyOf(key), id);
      else missing.push(key);
    }
    for (const [key, id] of await look(tx, 'organisation', missing)) {
      found.set(key, id);
      this.remember(key, id);
    }
    return found;
  }

  /** The ids of academics. */
  academics(tx: Tx, keys: readonly Key[]): Promise<Map<string, string>> {
    return look(tx, 'academic', keys);
  }

  /** How those are called who must not be named in a blind text. */
  async names(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await tx.rows<{ id: string; names: string[] }>(
      `SELECT id, name || aliases AS names FROM organisation WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, ARRAY[family_name] FROM academic WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, names }) => [id, names]));
  }
}

const look = async (tx: Tx, table: 'organisation' | 'academic', keys: readonly Key[]) => {
  if (keys.length === 0) return new Map<string, string>();
  const rows = await tx.rows<Key & { id: string }>(
    `SELECT t.source, t.source_key AS "sourceKey", t.id
     FROM unnest($1::text[], $2::text[]) AS k(source, source_key)
     JOIN ${table} t ON t.source = k.source AND t.source_key = k.source_key`,
    [keys.map(({ source }) => source), keys.map(({ sourceKey }) => sourceKey)],
  );
  return new Map(rows.map((row) => [keyOf(row), row.id]));
};
