import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { projectPath } from '#config';
import { createDataSource, type EntityClass } from './data-source.js';

/** A database of one spec file, empty but for what the migrations put there. */
export interface TestDatabase {
  /** Connected. */
  dataSource: DataSource;
  /** For programs and drivers that connect by themselves. */
  url: string;
  /** Closes the data source, ends every other session, and removes the database. */
  drop(): Promise<void>;
}

const serverUrl = () => {
  // The run's global setup writes it; settings are no matter of a spec.
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`, or name a PostgreSQL server');
  return url;
};

const databaseUrl = (name: string) => {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
};

/** Runs statements on the server's own database, where others are made and removed. */
const onServer = async <Result>(work: (client: Client) => Promise<Result>): Promise<Result> => {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The name tells the migrations by their text, so that an edited one makes a new template on a server that is kept. */
const templateName = () => {
  const folder = projectPath('libs/database/migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return `benchside_template_${hash.digest('hex').slice(0, 16)}`;
};

const template = templateName();
/** Any number will do, as long as all workers lock the same one. */
const templateLock = 7_203_914;

/** Migrates the template once a server, however many workers ask at the same time. */
const makeTemplate = (client: Client) =>
  locked(client, async () => {
    // The mark is set last: a template without it is what a killed run left half-made.
    const { rows } = await client.query<{ whole: boolean }>(
      'SELECT datistemplate AS whole FROM pg_database WHERE datname = $1',
      [template],
    );
    if (rows[0]?.whole) return;
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${template} TEMPLATE template0`);
    const dataSource = await createDataSource(databaseUrl(template), { pool: 2 }).initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
  });

const locked = async (client: Client, work: () => Promise<void>) => {
  await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
  try {
    await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  }
};

/** How long sessions that were told to end have for it, in milliseconds; then they are ended. */
const farewell = 2_000;

/**
 * Resolves when nobody uses a database, or the time for it is over. A pool says that it has ended before its connections
 * have: one that is ended by force while it leaves raises an error that nobody listens for.
 */
const othersGone = async (client: Client, name: string) => {
  for (const until = Date.now() + farewell; Date.now() < until; ) {
    const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/**
 * A fresh, migrated database on the server of the test run, for the caller alone. Drop it in `afterAll`.
 *
 * @throws when TEST_DATABASE_URL is missing, or the server or a migration refuses
 */
export const testDatabase = async ({ entities = [] as EntityClass[] } = {}): Promise<TestDatabase> => {
  const name = `spec_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    await makeTemplate(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = databaseUrl(name);
  const dataSource = createDataSource(url, { entities });
  const drop = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await onServer(async (client) => {
      await othersGone(client, name);
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  };
  try {
    await dataSource.initialize();
  } catch (error) {
    await drop();
    throw error;
  }
  return { dataSource, url, drop };
};
