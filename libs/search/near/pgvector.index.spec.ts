import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Database, type TestDatabase, testDatabase } from '#database';
import { describeNearIndex, dimensions } from './near.contract.js';
import { PgvectorIndex } from './pgvector.index.js';

const isThere = async () => {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_available_extensions WHERE name = 'vector'`);
    return rowCount === 1;
  } finally {
    await client.end();
  }
};

if (await isThere()) {
  describeNearIndex('pgvector', async (database) => {
    const index = await PgvectorIndex.open(database, dimensions, 'test/8');
    if (!index) throw new Error('It is there, and could not be opened');
    return index;
  });
} else {
  process.stdout.write(
    'pgvector is not tested: the PostgreSQL of TEST_DATABASE_URL, or the embedded one, has no such extension.\n',
  );
  describe.skip('pgvector', () => {
    it('keeps the contract of what is looked through by meaning', () => undefined);
  });
}

describe('the table of vectors', () => {
  let testing: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    testing = await testDatabase();
    database = new Database(testing.dataSource);
  });
  afterAll(() => testing?.drop());
  const isMade = async () =>
    (await database.row<{ made: boolean }>(`SELECT to_regclass('text_vector') IS NOT NULL AS made`))?.made;

  it('is there where its extension is, made once by however many start, and no other than that of the encoder', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => PgvectorIndex.open(database, 8, 'one/8')));
    const there = await isThere();
    expect(opened.map((index) => index !== null)).toEqual([there, there, there]);
    expect(await isMade()).toBe(there);
    if (!there) return;
    const [one] = opened;
    await database.affected(`INSERT INTO text_owner VALUES ('academics', gen_random_uuid(), 1, '[]', '', '', 0)`);
    const [{ owner } = { owner: '' }] = await database.rows<{ owner: string }>(
      `INSERT INTO text_meaning SELECT kind, owner, 1, 'one/8', '{}', '' FROM text_owner RETURNING owner`,
    );
    const put = { id: owner, version: 1, meanings: [Int16Array.from([9, 0, 0, 0, 0, 0, 0, 0])] };
    await one?.put('academics', [put]);
    await PgvectorIndex.open(database, 8, 'one/8');
    expect((await one?.versions('academics'))?.size).toBe(1);
    // What is withdrawn goes in the same transaction.
    await database.affected('DELETE FROM text_owner');
    expect((await one?.versions('academics'))?.size).toBe(0);
    await database.affected(`INSERT INTO text_owner VALUES ('academics', $1, 1, '[]', '', '', 0)`, [owner]);
    await database.affected(`INSERT INTO text_meaning SELECT kind, owner, 1, 'one/8', '{}', '' FROM text_owner`);
    await one?.put('academics', [put]);
    const other = await PgvectorIndex.open(database, 4, "another's/4");
    expect((await other?.versions('academics'))?.size).toBe(0);
  });

  it('is not there for vectors that its index does not take', async () => {
    expect(await PgvectorIndex.open(database, 3_072, 'large/3072')).toBeNull();
  });
});
