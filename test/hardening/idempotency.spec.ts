import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, once, type RepeatableRequest, type TestDatabase, testDatabase } from '#database';

let testing: TestDatabase;
let database: Database;

beforeAll(async () => {
  testing = await testDatabase();
  database = new Database(testing.dataSource);
  await database.affected('CREATE TABLE effect (id serial PRIMARY KEY, what text NOT NULL)');
});
afterAll(() => testing?.drop());
beforeEach(() => database.affected('DELETE FROM effect'));

const accountId = randomUUID();
const request = (changes: Partial<RepeatableRequest> = {}): RepeatableRequest => ({
  accountId,
  key: randomUUID(),
  operation: 'createEffect',
  input: { what: 'an effect' },
  ...changes,
});

const create = (asked: RepeatableRequest, after: () => Promise<void> = async () => undefined) =>
  database.transaction((tx) =>
    once(tx, asked, async () => {
      const made = await tx.row<{ id: number }>('INSERT INTO effect (what) VALUES ($1) RETURNING id', [asked.key]);
      await after();
      return { id: made?.id ?? 0 };
    }),
  );
const effects = async () => (await database.rows('SELECT id FROM effect')).length;

describe('a creating request that is sent again', () => {
  it('has one effect and one answer, whichever of twenty at once comes first', async () => {
    const asked = request();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(asked)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await effects()).toBe(1);
  });

  it('has its effect when the first was rolled back', async () => {
    const asked = request();
    let begun: () => void = () => undefined;
    let breakOff: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const held = new Promise<void>((resolve) => {
      breakOff = resolve;
    });
    const broken = create(asked, async () => {
      begun();
      await held;
      throw new Error('broken off');
    });
    const refused = expect(broken).rejects.toThrow('broken off');
    await inside;
    const others = Array.from({ length: 5 }, () => create(asked));
    breakOff();
    await refused;
    const answers = await Promise.all(others);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await effects()).toBe(1);
  });

  it('is refused with another content, or for another operation, and has no effect', async () => {
    const asked = request();
    await create(asked);
    const reused = { code: 'IDEMPOTENCY_KEY_REUSED' };
    await expect(create({ ...asked, input: { what: 'another' } })).rejects.toMatchObject(reused);
    await expect(create({ ...asked, operation: 'createAnother' })).rejects.toMatchObject(reused);
    expect(await effects()).toBe(1);
  });

  it('wins with one content where ten send one and ten another', async () => {
    const asked = request();
    const other = { ...asked, input: { what: 'another' } };
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => create(i % 2 ? asked : other)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await effects()).toBe(1);
  });

  it('is nothing to another account with the same key', async () => {
    const asked = request();
    const [mine, theirs] = [await create(asked), await create({ ...asked, accountId: randomUUID() })];
    expect(mine.id).not.toBe(theirs.id);
    expect(await effects()).toBe(2);
  });
});
