import { Client } from 'pg';
import { createDataSource } from './data-source.js';

/** Any number that nothing else locks: programs that start at once migrate one after the other. */
const migrationLock = 7_201_644_002;

/** Brings the tables up to date; a second program that asks meanwhile waits, and finds nothing left to do. */
export const migrate = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const dataSource = await createDataSource(url, { pool: 2 }).initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await client.end();
  }
};

/** Whether the tables are up to date; it changes nothing. */
export const isMigrated = async (url: string): Promise<boolean> => {
  const dataSource = await createDataSource(url, { pool: 2 }).initialize();
  try {
    const [{ known }] = await dataSource.query<[{ known: string | null }]>(`SELECT to_regclass('migration') AS known`);
    const done = known === null ? [] : await dataSource.query<{ name: string }[]>('SELECT name FROM migration');
    const names = new Set(done.map(({ name }) => name));
    return dataSource.migrations.every((migration) => names.has(migration.name ?? migration.constructor.name));
  } finally {
    await dataSource.destroy();
  }
};
