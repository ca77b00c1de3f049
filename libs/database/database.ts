import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import pg, { type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { EntityClass } from './data-source.js';

/** A date without a time stays the text it is: as a Date it would move with the server's time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** text[], which the driver's types have no name for. */
const textArray = 1009 as number as Parameters<typeof pg.types.getTypeParser>[0];
const readTextArray: (value: string) => string[] = pg.types.getTypeParser(textArray);
/** Nearly all arrays are of codes, which need no quotes: these are parted at their commas, in a tenth of the time. */
pg.types.setTypeParser(textArray, (value: string) => {
  if (value === '{}') return [];
  if (/["\\]|\bNULL\b|^\{\{|^\[/.test(value)) return readTextArray(value);
  return value.slice(1, -1).split(',');
});

/** Something that runs SQL: the pool, or one open transaction. */
export interface Sql {
  /** The rows of one statement. It is prepared once a connection and planned once. */
  rows<Row extends QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** The first row of one statement, if there is one. */
  row<Row extends QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row | undefined>;
  /** How many rows one statement changed. */
  affected(sql: string, parameters?: unknown[]): Promise<number>;
}

/** What a statement brings along from a table of another room: more columns, and the join that has them. */
export interface Beside {
  columns: string;
  join: string;
  /** Is given each row that was read and is shown. */
  take(id: string, row: unknown): void;
}

/** One open transaction. Everything inside `Database.transaction` goes through it, or it escapes the rollback. */
export interface Tx extends Sql {
  readonly manager: EntityManager;
}

/** PostgreSQL asks to try again: serialisation failure and deadlock. */
const retryable = new Set(['40001', '40P01']);
const attempts = 4;

const log = new Logger('Database');

const names = new Map<string, string>();
/** A statement's name is its text's hash, so that the same text is parsed and planned once a connection. */
const nameOf = (sql: string) => {
  let name = names.get(sql);
  if (!name) {
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
};

const over = (client: Pool | PoolClient): Sql => ({
  async rows<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []) {
    return (await client.query<Row>({ name: nameOf(sql), text: sql, values: parameters })).rows;
  },
  async row<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []) {
    return (await client.query<Row>({ name: nameOf(sql), text: sql, values: parameters })).rows[0];
  },
  async affected(sql: string, parameters: unknown[] = []) {
    return (await client.query({ name: nameOf(sql), text: sql, values: parameters })).rowCount ?? 0;
  },
});

/** The database: reads through the pool, writes through transactions. */
@Injectable()
export class Database implements Sql {
  private readonly sql: Sql;

  constructor(@Inject(DataSource) readonly dataSource: DataSource) {
    this.sql = over(this.pool);
    // A connection that breaks while nobody uses it is replaced by the pool: without a listener it would end the process.
    this.pool.on('error', (error) => log.warn(`A connection was lost: ${error.message}`));
    // One that breaks in somebody's hands fails what they do with it. Listened to when it is handed out, because the first
    // ones were opened before anybody could listen.
    const listened = new WeakSet<PoolClient>();
    const listen = (client: PoolClient) => {
      if (listened.has(client)) return;
      listened.add(client);
      client.on('error', () => undefined);
    };
    this.pool.on('acquire', listen);
    this.pool.on('connect', listen);
  }

  /** The pool of the pg driver, shared with the libraries that bring their own SQL. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** The select list of an entity: each column under the name of its property, but for those that nobody reads. */
  columns(entity: EntityClass, alias: string, unread: readonly string[] = []): string {
    return this.read(entity, unread)
      .map(([property, column]) => `${alias}.${column} AS "${property}"`)
      .join(', ');
  }

  /** The same as one JSON value, for an entity that is joined to another; null where there is none. */
  value(entity: EntityClass, alias: string, unread: readonly string[] = []): string {
    const pairs = this.read(entity, unread).map(([property, column]) => `'${property}', ${alias}.${column}`);
    return `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object(${pairs.join(', ')}) END`;
  }

  private read(entity: EntityClass, unread: readonly string[]): [property: string, column: string][] {
    return this.dataSource
      .getMetadata(entity)
      .columns.filter(({ propertyName }) => !unread.includes(propertyName))
      .map(({ propertyName, databaseName }) => [propertyName, databaseName]);
  }

  rows<Row extends QueryResultRow>(sql: string, parameters?: unknown[]) {
    return this.sql.rows<Row>(sql, parameters);
  }

  row<Row extends QueryResultRow>(sql: string, parameters?: unknown[]) {
    return this.sql.row<Row>(sql, parameters);
  }

  affected(sql: string, parameters?: unknown[]) {
    return this.sql.affected(sql, parameters);
  }

  /** Commits all of the work or nothing; a deadlock or a serialisation failure is tried again, up to four times. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const runner = this.dataSource.createQueryRunner();
      try {
        const client: PoolClient = await runner.connect();
        await runner.startTransaction();
        try {
          const result = await work({ ...over(client), manager: runner.manager });
          await runner.commitTransaction();
          return result;
        } catch (error) {
          await runner.rollbackTransaction().catch(() => undefined);
          throw error;
        }
      } catch (error) {
        const { code } = error as { code?: string };
        if (attempt >= attempts || !code || !retryable.has(code)) throw error;
      } finally {
        await runner.release();
      }
    }
  }
}
