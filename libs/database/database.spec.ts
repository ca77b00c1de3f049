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
    // As libraries take it that bring their own SQL.
    const client = await database.pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await database.rows('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    // Cut while nothing runs on it: there is nobody to whom the error could be thrown.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(client.query('SELECT 2')).rejects.toThrow();
    client.release(true);
    expect(await database.rows('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  });
});

describe('an array of texts', () => {
  it('is read as it was written, whatever its texts hold', async () => {
    const arrays = [
      [],
      ['asthma'],
      ['asthma', 'copd', 'severe-asthma'],
      ['a, b', 'c'],
      ['say "ah"', 'back\\slash', '{curly}', ''],
      ['NULL', 'null', 'nullify'],
      ['with null inside', ' spaces ', 'tab\there', 'line\nbreak'],
      ['é', '日本', '1', 'true'],
    ];
    for (const texts of arrays) {
      expect(await database.row('SELECT $1::text[] AS texts', [texts])).toEqual({ texts });
    }
    expect(await database.row(`SELECT ARRAY['a', NULL]::text[] AS texts`)).toEqual({ texts: ['a', null] });
    expect(await database.row(`SELECT ARRAY[['a'], ['b']]::text[] AS texts`)).toEqual({ texts: [['a'], ['b']] });
    expect(await database.row(`SELECT '[0:1]={a,b}'::text[] AS texts`)).toEqual({ texts: ['a', 'b'] });
  });
});
