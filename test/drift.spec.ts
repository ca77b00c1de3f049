import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, type TestDatabase, testDatabase } from '#database';
import { entities } from '../apps/features.js';

let testing: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  testing = await testDatabase();
  dataSource = await createDataSource(testing.url, { entities }).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await testing?.drop();
});

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

describe('the migrations and the entities', () => {
  it('agree on every column: its name, its type and whether it may be empty', async () => {
    const mapped = dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map(
        (column): Column => ({
          table: entity.tableName,
          column: column.databaseName,
          type: `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
          nullable: column.isNullable,
        }),
      ),
    );
    const columns = await dataSource.query<Column[]>(
      `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND c.relname = ANY($1)`,
      [[...new Set(mapped.map(({ table }) => table))]],
    );
    const line = ({ table, column, type, nullable }: Column) =>
      `${table}.${column} ${plain(type)}${nullable ? ' null' : ''}`;
    expect(mapped.length).toBeGreaterThan(80);
    expect(columns.map(line).sort()).toEqual(mapped.map(line).sort());
  });

  it('have nothing left to migrate, and every migration can be undone', async () => {
    expect(await dataSource.showMigrations()).toBe(false);
    const count = dataSource.migrations.length;
    for (let undone = 0; undone < count; undone += 1) await dataSource.undoLastMigration();
    const [left] = await dataSource.query<{ tables: string | null }[]>(
      `SELECT string_agg(relname, ', ') AS tables FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration'`,
    );
    expect(left?.tables ?? null).toBeNull();
    await dataSource.runMigrations();
    expect(await dataSource.showMigrations()).toBe(false);
  });

  it('index every foreign key', async () => {
    const bare = await dataSource.query<{ key: string }[]>(
      `SELECT k.conrelid::regclass || ': ' || k.conname AS key FROM pg_constraint k
       WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND NOT EXISTS (
         SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    );
    expect(bare).toEqual([]);
  });
});

const names: Record<string, string> = {
  int: 'integer',
  timestamptz: 'timestamp with time zone',
  varchar: 'character varying',
  bool: 'boolean',
};
const plain = (type: string) => {
  const [, base = type, array = ''] = /^(.*?)(\[\])?$/.exec(type) ?? [];
  return `${names[base] ?? base}${array}`;
};
