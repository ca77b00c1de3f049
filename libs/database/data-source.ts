import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';

/** How the database is reached: one pool per process, every statement bounded in time. */
export const createDataSource = (url: string, { pool = 10, entities = [] as EntityClass[] } = {}) =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logging: false,
    poolSize: pool,
    extra: {
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      application_name: 'benchside',
    },
  });

/** A class that TypeORM maps to a table. */
export type EntityClass = new (...parameters: never[]) => object;
