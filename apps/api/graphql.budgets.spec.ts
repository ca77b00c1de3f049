import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Attempts } from '#accounts';
import { Database, type TestDatabase, testDatabase } from '#database';
import { Budgets } from './graphql.budgets.js';

let testing: TestDatabase;
let database: Database;
let statements = 0;

beforeAll(async () => {
  testing = await testDatabase();
  database = new Database(testing.dataSource);
});
afterAll(() => testing?.drop());
beforeEach(() => {
  statements = 0;
});

/** A process of the API: its own memory, and the database that all of them have. */
const startProcess = () => {
  const { pool } = database;
  const counting = {
    query: (...asked: Parameters<typeof pool.query>) => {
      statements += 1;
      return pool.query(...asked);
    },
  };
  return new Budgets(true, new Attempts(counting as unknown as typeof pool, 'secret'));
};
const nobody = { accountId: null } as never;
const from = (ip: string) => ({ viewer: nobody, request: { ip } });

/** How much is spent until it is refused, asking each process in turn. */
const spentBy = async (processes: Budgets[], ip: string, cost: number) => {
  for (let asked = 0; asked < 1_000; asked += 1) {
    const one = processes[asked % processes.length];
    try {
      await one?.check(from(ip));
      await one?.spend(from(ip), cost);
    } catch (error) {
      expect(error).toMatchObject({ extensions: { code: 'TOO_MANY' } });
      return asked * cost;
    }
  }
  throw new Error('Nothing was refused');
};

describe('what an address may spend in a minute', () => {
  it('is as much in one process as ever', async () => {
    expect(await spentBy([startProcess()], '192.0.2.1', 1_000)).toBe(60_000);
  });

  it('is not as much in each of four processes: at most a tenth more for each', async () => {
    const spent = await spentBy([startProcess(), startProcess(), startProcess(), startProcess()], '192.0.2.2', 1_000);
    expect(spent).toBeGreaterThanOrEqual(60_000);
    expect(spent).toBeLessThanOrEqual(60_000 + 4 * 6_000);
  });

  it('costs a statement for each tenth, and none for what is little', async () => {
    const budgets = startProcess();
    for (let asked = 0; asked < 50; asked += 1) await budgets.spend(from('192.0.2.3'), 100);
    expect(statements).toBe(0);
    for (let asked = 0; asked < 50; asked += 1) await budgets.spend(from('192.0.2.3'), 1_000);
    expect(statements).toBe(9);
  });

  it('is refused by a process that has not seen it before, once it is all spent', async () => {
    await spentBy([startProcess()], '192.0.2.4', 6_000);
    const other = startProcess();
    await other.spend(from('192.0.2.4'), 6_000);
    await expect(other.check(from('192.0.2.4'))).rejects.toMatchObject({ extensions: { code: 'TOO_MANY' } });
  });
});
