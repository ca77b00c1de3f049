import type { Database } from '#database';
import type { Meaning } from '#texts';
import { type SearchKind, searchKinds } from '../search-engine.js';
import { type NearDocument, NearIndex } from './near.index.js';

/** Any number that nothing else locks: processes that start together make the table one after the other. */
const tableLock = 7_201_644_002;
/** Numbers of a vector that its index takes. */
const mostDimensions = 2_000;
/** Vectors looked at for each owner that is wanted: a person has several. */
const vectorsPerOwner = 4;
const mostVectors = 400;

/**
 * Vectors in PostgreSQL, where its server has the extension. The table is no migration: it is there only where it can be,
 * and everything in it can be made again. What leaves `text_meaning` leaves it in the same transaction.
 */
export class PgvectorIndex extends NearIndex {
  readonly name = 'pgvector';

  private constructor(private readonly database: Database) {
    super();
  }

  /** Null where the server has no such extension, or this user may not create it, or the vectors are too long. */
  static async open(database: Database, dimensions: number, encoder: string): Promise<PgvectorIndex | null> {
    if (dimensions > mostDimensions || !(await isThere(database))) return null;
    await database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock($1)', [tableLock]);
      const known = await tx.row<{ dimensions: number; encoder: string | null }>(
        `SELECT atttypmod AS dimensions, obj_description(attrelid, 'pg_class') AS encoder FROM pg_attribute
         WHERE attrelid = to_regclass('text_vector') AND attname = 'vector'`,
      );
      if (known?.dimensions === dimensions && known.encoder === encoder) return;
      await tx.rows('DROP TABLE IF EXISTS text_vector');
      await tx.rows(
        `CREATE TABLE text_vector (
           kind text NOT NULL, owner uuid NOT NULL, place int NOT NULL, version bigint NOT NULL,
           vector vector(${dimensions}) NOT NULL, PRIMARY KEY (kind, owner, place),
           FOREIGN KEY (kind, owner) REFERENCES text_meaning (kind, owner) ON DELETE CASCADE
         )`,
      );
      for (const kind of searchKinds) {
        await tx.rows(
          `CREATE INDEX text_vector_${kind} ON text_vector USING hnsw (vector vector_cosine_ops) WHERE kind = '${kind}'`,
        );
      }
      // A comment says whose vectors they are: those of another encoder are never compared.
      await tx.rows(`DO $$ BEGIN EXECUTE format('COMMENT ON TABLE text_vector IS %L', ${literal(encoder)}); END $$`);
    });
    return new PgvectorIndex(database);
  }

  async put(kind: SearchKind, documents: readonly NearDocument[]) {
    const rows = documents.flatMap(({ id, version, meanings }) =>
      meanings.map((meaning, place) => ({ id, version, place, vector: written(meaning) })),
    );
    await this.database.transaction(async (tx) => {
      const ids = documents.map(({ id }) => id);
      await tx.affected('DELETE FROM text_vector WHERE kind = $1 AND owner = ANY($2::uuid[])', [kind, ids]);
      await tx.affected(
        `INSERT INTO text_vector (kind, owner, place, version, vector)
         SELECT $1, v.owner, v.place, v.version, v.vector::vector
         FROM unnest($2::uuid[], $3::int[], $4::bigint[], $5::text[]) AS v(owner, place, version, vector)
         JOIN text_meaning m ON m.kind = $1 AND m.owner = v.owner
         ON CONFLICT (kind, owner, place) DO UPDATE SET version = excluded.version, vector = excluded.vector`,
        [
          kind,
          rows.map(({ id }) => id),
          rows.map(({ place }) => place),
          rows.map(({ version }) => version),
          rows.map(({ vector }) => vector),
        ],
      );
    });
  }

  async remove(kind: SearchKind, ids: readonly string[]) {
    await this.database.affected('DELETE FROM text_vector WHERE kind = $1 AND owner = ANY($2::uuid[])', [kind, ids]);
  }

  async versions(kind: SearchKind) {
    const rows = await this.database.rows<{ owner: string; version: string }>(
      'SELECT owner, min(version) AS version FROM text_vector WHERE kind = $1 GROUP BY owner',
      [kind],
    );
    return new Map(rows.map(({ owner, version }) => [owner, Number(version)]));
  }

  async nearest(kind: SearchKind, meaning: Meaning, limit: number) {
    const looked = Math.min(mostVectors, limit * vectorsPerOwner);
    return this.database.transaction(async (tx) => {
      // The index gives as many as it looks at, and forty unless it is told.
      await tx.rows(`SELECT set_config('hnsw.ef_search', $1, true)`, [String(looked)]);
      const rows = await tx.rows<{ owner: string }>(
        `SELECT owner FROM (
           SELECT owner, vector <=> $1::vector AS distance FROM text_vector WHERE kind = '${kind}'
           ORDER BY vector <=> $1::vector LIMIT $2
         ) AS near GROUP BY owner ORDER BY min(distance), owner LIMIT $3`,
        [written(meaning), looked, limit],
      );
      return rows.map(({ owner }) => owner);
    });
  }

  async clear() {
    await this.database.affected('TRUNCATE text_vector');
  }
}

/** Only the angle between vectors counts, so that whole numbers do. */
const written = (meaning: Meaning) => `[${meaning.join(',')}]`;

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const isThere = async (database: Database): Promise<boolean> => {
  const known = await database.row<{ installed: string | null }>(
    `SELECT installed_version AS installed FROM pg_available_extensions WHERE name = 'vector'`,
  );
  if (!known) return false;
  if (known.installed !== null) return true;
  try {
    await database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock($1)', [tableLock]);
      await tx.rows('CREATE EXTENSION IF NOT EXISTS vector');
    });
    return true;
  } catch {
    return false;
  }
};
