import { afterAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrations } from './migrations/index.js';
import { type TestDatabase, testDatabase } from './testing.js';

describe('the database of a spec', () => {
  const made: TestDatabase[] = [];
  const fresh = async () => {
    const database = await testDatabase();
    made.push(database);
    return database;
  };
  afterAll(() => Promise.all(made.map((database) => database.drop())));

  it('has every migration', async () => {
    const { dataSource } = await fresh();
    const [row] = await dataSource.query('SELECT count(*)::int AS count FROM migration');
    expect(row.count).toBe(migrations.length);
  });

  it('is not seen by another', async () => {
    const [one, other] = await Promise.all([fresh(), fresh()]);
    await one.dataSource.query('CREATE TABLE only_here (id int)');
    const [row] = await other.dataSource.query(`SELECT to_regclass('only_here') AS found`);
    expect(row.found).toBeNull();
    expect(one.url).not.toBe(other.url);
  });

  it('can be dropped while a session is open, and twice', async () => {
    const { url, drop } = await fresh();
    const forgotten = new Client({ connectionString: url });
    const ended = new Promise((resolve) => forgotten.on('error', resolve));
    await forgotten.connect();
    await drop();
    await ended;
    await drop();
    await expect(new Client({ connectionString: url }).connect()).rejects.toThrow(/does not exist/);
  });
});
