import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { readSettings } from '#config';
import { Database, type TestDatabase, type Tx, testDatabase } from '#database';
import { OutboxRelay } from '#outbox';
import { DocumentSource, Indexer, SearchEngine, searchKinds } from '#search';
import { features } from '../../apps/features.js';
import { FaultyEngine, numbersFrom } from './faulty.engine.js';

/** A worker process, as far as the outbox goes: the product's own parts, a pool and an engine that can fail. */
interface Worker {
  app: INestApplicationContext;
  relay: OutboxRelay;
  engine: FaultyEngine;
}

let testing: TestDatabase;
let workers: Worker[];
let database: Database;

const startWorker = async (seed: number): Promise<Worker> => {
  const settings = readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: testing.url,
    DATABASE_POOL: '6',
    LOG_LEVEL: 'silent',
    BENCHSIDE_STATE: 'var/outbox-spec',
  });
  const real = await Test.createTestingModule({ imports: features(settings) }).compile();
  const engine = new FaultyEngine(real.get(SearchEngine), numbersFrom(seed));
  Object.assign(real.get(Indexer), { engine });
  await real.init();
  Logger.overrideLogger(false);
  return { app: real, relay: real.get(OutboxRelay), engine };
};

beforeAll(async () => {
  testing = await testDatabase();
  workers = [await startWorker(1), await startWorker(2)];
  database = workers[0]?.app.get(Database) as Database;
});
afterAll(async () => {
  for (const { app } of workers ?? []) await app.close();
  await testing?.drop();
});

const [first, second] = [() => workers[0] as Worker, () => workers[1] as Worker];

beforeEach(async () => {
  await database.affected('DELETE FROM organisation');
  await database.affected('DELETE FROM academic');
  for (const { engine } of workers) {
    engine.faults = 0;
    engine.refused.clear();
  }
  await first().relay.drain();
});
afterEach(async () => {
  for (const { relay } of workers) await relay.stop();
});

const waiting = async () =>
  (await database.row<{ count: number }>('SELECT count(*)::int AS count FROM outbox'))?.count ?? 0;
/** Resolves when the outbox is empty, by whoever empties it. */
const emptied = async (most = 0) => {
  while ((await waiting()) > most);
};

/** Every id with its version: what the database says belongs in the index, and what is in it. */
const bothSides = async () => {
  const { app, engine } = first();
  const sides: Record<string, { database: string[]; index: string[] }> = {};
  for (const kind of searchKinds) {
    const side = { database: [] as string[], index: [] as string[] };
    for await (const { id, version } of app.get(DocumentSource).versions(kind)) side.database.push(`${id} ${version}`);
    for await (const { id, version } of engine.versions(kind)) side.index.push(`${id} ${version}`);
    sides[kind] = { database: side.database.sort(), index: side.index.sort() };
  }
  return sides;
};
const expectIndexLikeDatabase = async () => {
  const sides = await bothSides();
  for (const kind of searchKinds)
    expect({ kind, ids: sides[kind]?.index }).toEqual({ kind, ids: sides[kind]?.database });
  return Object.values(sides).reduce((sum, side) => sum + side.database.length, 0);
};

const add = (sql: Pick<Tx, 'row'>, name: string) =>
  sql.row<{ id: string }>(
    `INSERT INTO academic (given_name, family_name, profession, topics) VALUES ('Ada', $1, 'nurse', '{asthma}') RETURNING id`,
    [name],
  );
const idOf = async (made: Promise<{ id: string } | undefined>) => (await made)?.id ?? '';

describe('a comparison of index and database', () => {
  it('mends what the index holds in a version that the database does not have yet, as after a backup came back', async () => {
    const { app, engine, relay } = first();
    const id = await idOf(add(database, 'Ahead'));
    await relay.drain();
    const [{ document } = { document: undefined }] = await app.get(DocumentSource).documents('academics', [id]);
    if (!document) throw new Error('The profile has no document');
    await engine.put('academics', [{ ...document, version: document.version + 5, name: 'From the future' }]);
    expect(await app.get(Indexer).sweep('academics')).toMatchObject({ stale: 1, missing: 0, surplus: 0 });
    await expectIndexLikeDatabase();
    const { hits } = await engine.search('academics', { text: 'future', matching: 'all', offset: 0, limit: 10 });
    expect(hits).toEqual([]);
  });
});

describe('the outbox', () => {
  it('loses nothing between eight writers, rollbacks, a failing engine and relays that come and go', async () => {
    for (const { engine } of workers) engine.faults = 0.3;
    let committed = 0;
    let rolledBack = 0;

    /** One writer: adds, changes, hides, deletes, and throws a fifth of it away. */
    const write = async (writer: number) => {
      const chance = numbersFrom(100 + writer);
      const mine: string[] = [];
      for (let step = 0; step < 25; step += 1) {
        const away = chance() < 0.2;
        const what = chance();
        const chosen = mine[Math.floor(chance() * mine.length)];
        const work = async (tx: Tx) => {
          if (!chosen || what < 0.35) {
            const organisation = await tx.row<{ id: string }>(
              `INSERT INTO organisation (slug, name, type) VALUES ($1, $1, 'company') RETURNING id`,
              [`org-${writer}-${step}`],
            );
            const person = await add(tx, `Writer ${writer}, step ${step}`);
            await tx.affected('UPDATE academic SET employer_id = $2 WHERE id = $1', [person?.id, organisation?.id]);
            await tx.affected(
              `INSERT INTO opportunity (side, organisation_id, opportunity_type, title, state)
               VALUES ('company', $1, 'consultancy', 'A brief', 'published')`,
              [organisation?.id],
            );
            if (person && !away) mine.push(person.id);
          } else if (what < 0.6) {
            await tx.affected('UPDATE academic SET summary = $2 WHERE id = $1', [chosen, `Step ${step}`]);
          } else if (what < 0.75) {
            await tx.affected(
              `UPDATE organisation SET name = name || '!' WHERE id = (SELECT employer_id FROM academic WHERE id = $1)`,
              [chosen],
            );
          } else if (what < 0.9) {
            await tx.affected(
              `UPDATE academic SET visibility = CASE visibility WHEN 'hidden' THEN 'public' ELSE 'hidden' END WHERE id = $1`,
              [chosen],
            );
          } else {
            await tx.affected('DELETE FROM academic WHERE id = $1', [chosen]);
          }
          if (away) throw new Error('thrown away');
        };
        await database.transaction(work).then(
          () => {
            committed += 1;
          },
          (error: Error) => {
            if (error.message !== 'thrown away') throw error;
            rolledBack += 1;
          },
        );
        // Who relays changes in the middle of it all, and for a while it is both, or nobody.
        if (writer === 0 && step % 3 === 0) await first().relay.stop();
        if (writer === 0 && step % 3 === 1) first().relay.start();
        if (writer === 1 && step % 4 === 0) second().relay.start();
        if (writer === 1 && step % 4 === 2) await second().relay.stop();
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    for (const { relay } of workers) await relay.stop();
    // What was waited for above is not waited for here: a fault for every other write, again and again.
    first().engine.faults = 0.5;
    for (let round = 0; round < 60; round += 1) {
      await database.affected(
        `UPDATE academic SET want = $1 WHERE id IN (SELECT id FROM academic ORDER BY id OFFSET $2 LIMIT 5)`,
        [`Round ${round}`, round],
      );
      await first()
        .relay.drain()
        .catch(() => undefined);
    }
    first().engine.faults = 0;
    await first().relay.drain();

    expect(committed + rolledBack).toBe(200);
    expect(rolledBack).toBeGreaterThan(20);
    expect(await waiting()).toBe(0);
    expect(await expectIndexLikeDatabase()).toBeGreaterThan(100);
    const failed = workers.reduce((sum, { engine }) => sum + engine.failed, 0);
    console.info(
      `outbox: ${committed} committed, ${rolledBack} rolled back, ${failed} engine faults, 0 documents wrong`,
    );
  });

  it('is emptied by one relay at a time, and by the other when that one goes', async () => {
    first().relay.start();
    await add(database, 'Before');
    await emptied();
    second().relay.start();
    const untouched = second().engine.writes;
    for (let n = 0; n < 20; n += 1) await add(database, `During ${n}`);
    await emptied();
    expect(second().engine.writes).toBe(untouched);
    await first().relay.stop();
    await add(database, 'After');
    await emptied();
    expect(second().engine.writes).toBeGreaterThan(untouched);
    await expectIndexLikeDatabase();
  });

  it('goes on when the connection that holds the lock is lost', async () => {
    first().relay.start();
    await add(database, 'Before');
    await emptied();
    const { cut } = (await database.row<{ cut: number }>(
      `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )) ?? { cut: 0 };
    expect(cut).toBeGreaterThan(0);
    await add(database, 'After');
    await emptied();
    await expectIndexLikeDatabase();
  });

  it('is not held up by documents that the engine refuses', async () => {
    const [bad, good] = [await idOf(add(database, 'Bad')), await idOf(add(database, 'Good'))];
    first().engine.refused.add(bad);
    await first().relay.drain();
    const { academics } = await bothSides();
    expect(academics?.index).toEqual([`${good} 1`]);
    expect(await waiting()).toBe(0);
  });

  it('is not held up by a thing of which no document can be made, and tries that again later', async () => {
    const author = await idOf(add(database, 'Author'));
    const brief = (conditions: string) =>
      database.row<{ id: string }>(
        `INSERT INTO opportunity (side, academic_id, opportunity_type, title, state, must_have)
         VALUES ('academic', $1, 'consultancy', 'An idea', 'published', $2) RETURNING id`,
        [author, conditions],
      );
    const [bad, good] = [await idOf(brief('[null]')), await idOf(brief('[]'))];
    first().relay.start();
    await emptied(1);
    expect((await bothSides()).opportunities?.index).toEqual([`${good} 1`]);
    expect(await first().relay.lag()).toEqual({ rows: 1, oldestSeconds: expect.any(Number) });

    await add(database, 'Later');
    await emptied(1);
    await database.affected(`UPDATE opportunity SET must_have = '[]' WHERE id = $1`, [bad]);
    await emptied();
    await expectIndexLikeDatabase();
  });

  it('takes what was hidden, closed or deleted out of the index with the next batch', async () => {
    const [hidden, deleted, stays] = [
      await idOf(add(database, 'Hidden')),
      await idOf(add(database, 'Deleted')),
      await idOf(add(database, 'Stays')),
    ];
    await first().relay.drain();
    await database.affected(`UPDATE academic SET visibility = 'hidden' WHERE id = $1`, [hidden]);
    await database.affected('DELETE FROM academic WHERE id = $1', [deleted]);
    await first().relay.drain();
    expect((await bothSides()).academics?.index).toEqual([`${stays} 1`]);
  });

  it('tells how much waits, and since when', async () => {
    expect(await first().relay.lag()).toEqual({ rows: 0, oldestSeconds: 0 });
    await add(database, 'One');
    await add(database, 'Two');
    await database.affected(
      `UPDATE outbox SET created_at = now() - interval '90 seconds' WHERE id = (SELECT min(id) FROM outbox)`,
    );
    const { rows, oldestSeconds } = await first().relay.lag();
    expect([rows, Math.floor(oldestSeconds / 10)]).toEqual([2, 9]);
    await first().relay.drain();
    expect(await first().relay.lag()).toEqual({ rows: 0, oldestSeconds: 0 });
  });

  it('says so where it cannot be emptied, and keeps what waits', async () => {
    await add(database, 'Waits');
    first().engine.faults = 1;
    await expect(first().relay.drain()).rejects.toThrow('the engine');
    expect(await waiting()).toBe(1);
    first().engine.faults = 0;
    await first().relay.drain();
    await expectIndexLikeDatabase();
  });
});
