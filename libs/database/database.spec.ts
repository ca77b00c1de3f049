import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from './database.js';
import { type TestDatabase, testDatabase } from './testing.js';

let testing: TestDatabase;
let database: Database;
beforeAll(async () => {
  testing = await testDatabase();
  // Opened before anybody listens to it, as the first connections of a start are.
  await testing.dataSource.query('SELECT 1');
  database = new Database(testing.dataSource);
});
afterAll(() => testing?.drop());

describe('a connection that is cut', () => {
  it('fails what was being done with it, and nothing else', async () => {
    const cut = database.transaction(async (tx) => {
      await tx.rows('SELECT 1');
      const [mine] = await tx.rows<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.rows('SELECT pg_terminate_backend($1)', [mine?.pid]);
      // Cut while nothing runs on it: there is nobody to whom the error could be thrown.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.rows('SELECT 2');
    });
    await expect(cut).rejects.toThrow();
    expect(await database.rows('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  });
});
