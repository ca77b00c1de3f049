import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Database, type TestDatabase, testDatabase } from '#database';
import { JobLocks } from './job.locks.js';
import { addJob, type JobHandler, JobRunner, migrateJobs } from './jobs.js';

let testing: TestDatabase;
let database: Database;
let runner: JobRunner;
const ran: unknown[] = [];
let heard: () => void = () => undefined;
/** What the handler does, beside remembering that it ran. */
let work: () => Promise<void>;

const handlers: JobHandler[] = [
  {
    name: 'remember',
    run: async (payload) => {
      ran.push(payload.what);
      heard();
      await work();
    },
  },
  { name: 'by-the-clock', cron: '17 * * * *', run: async () => undefined },
];
/** Resolves when the handler runs next. */
const nextRun = () =>
  new Promise<void>((resolve) => {
    heard = resolve;
  });

beforeAll(async () => {
  Logger.overrideLogger(false);
  testing = await testDatabase();
  database = new Database(testing.dataSource);
  await migrateJobs(database);
});
afterAll(() => testing?.drop());
beforeEach(async () => {
  ran.length = 0;
  work = async () => undefined;
  runner = new JobRunner(database, handlers);
  await runner.start();
});
afterEach(() => runner.onApplicationShutdown());

describe('jobs', () => {
  it('are there if and only if what they are about was committed', async () => {
    const run = nextRun();
    const broken = database.transaction(async (tx) => {
      await addJob(tx, 'remember', { what: 'rolled back' });
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    await database.transaction((tx) => addJob(tx, 'remember', { what: 'committed' }));
    await run;
    expect(ran).toEqual(['committed']);
  });

  it('go on when every connection to the database was cut', async () => {
    // Once it has worked, it is not starting any more.
    const first = nextRun();
    await addJob(database, 'remember', { what: 'before the cut' });
    await first;
    // It ran, and that is written down.
    while ((await database.rows('SELECT FROM graphile_worker.jobs')).length > 0) await setTimeout(20);
    await database.rows(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const run = nextRun();
    await addJob(database, 'remember', { what: 'after the cut' });
    await run;
    expect(ran).toEqual(['before the cut', 'after the cut']);
  });

  it('are all done, each once, however often the connections are cut while they start and end', async () => {
    const knife = new Client({ connectionString: testing.url });
    await knife.connect();
    const cut = () =>
      knife.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    const waiting = async () =>
      (await knife.query('SELECT count(*)::int AS jobs FROM graphile_worker.jobs')).rows[0].jobs;
    try {
      await runner.onApplicationShutdown();
      for (let number = 0; number < 40; number += 1) await addJob(database, 'remember', { what: number });
      runner = new JobRunner(database, handlers);
      Object.assign(runner, { restartAfter: 50, abandonedAfter: 400, stuckAfter: 5_000 });
      const started = runner.start().catch(() => 'cut');
      for (let times = 0; times < 60 && (await waiting()) > 0; times += 1) {
        await cut();
        await setTimeout(times % 7);
      }
      // The one that was cut before it had started is started again, as the worker's process is.
      if ((await started) === 'cut') await runner.start();
      while ((await waiting()) > 0) await setTimeout(20);
      expect([...ran].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, number) => number));
    } finally {
      await knife.end();
    }
  });

  it('that are done are not done again when that could not be written down', async () => {
    await runner.onApplicationShutdown();
    runner = new JobRunner(database, handlers);
    Object.assign(runner, { restartAfter: 10, abandonedAfter: 200 });
    await runner.start();
    const { runner: before } = runner as unknown as { runner: unknown };
    const knife = new Client({ connectionString: testing.url });
    await knife.connect();
    try {
      work = async () => {
        await knife.query('BEGIN; SELECT FROM graphile_worker._private_jobs FOR UPDATE');
      };
      await addJob(database, 'remember', { what: 'once' });
      // What deletes the job waits for the row, and loses its connection there.
      const cut = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'delete%'`;
      while ((await knife.query(cut)).rowCount === 0) await setTimeout(10);
      await knife.query('COMMIT');
      while ((await database.rows('SELECT FROM graphile_worker.jobs')).length > 0) await setTimeout(20);
      expect(ran).toEqual(['once']);
      // Started anew: otherwise the broken end is nobody's, and ends the process.
      expect((runner as unknown as { runner: unknown }).runner).not.toBe(before);
    } finally {
      await knife.end();
    }
  });

  it('are taken from a worker that gives no sign of life, and from no other', async () => {
    await runner.onApplicationShutdown();
    await addJob(database, 'remember', { what: 'of the dead' });
    await database.affected(
      `UPDATE graphile_worker._private_jobs SET locked_by = 'pool-of-a-killed-worker', locked_at = now() - interval '61 seconds'`,
    );
    const locks = new JobLocks(database);
    let isHeld = false;
    const [{ id } = { id: '' }] = await database.rows<{ id: string }>('SELECT id FROM graphile_worker.jobs');
    const lockedBy = async () =>
      (await database.row<{ locked_by: string | null }>('SELECT locked_by FROM graphile_worker.jobs'))?.locked_by;
    await locks.whileHeld(id, async () => {
      await locks.renew(60_000);
      isHeld = (await lockedBy()) === 'pool-of-a-killed-worker';
    });
    expect(isHeld).toBe(true);
    await new JobLocks(database).renew(60_000);
    expect(await lockedBy()).toBe('pool-of-a-killed-worker');
    await database.affected(`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '61 seconds'`);
    await new JobLocks(database).renew(60_000);
    expect(await lockedBy()).toBeNull();
    const run = nextRun();
    runner = new JobRunner(database, handlers);
    await runner.start();
    await run;
    expect(ran).toEqual(['of the dead']);
  });

  it('go on when the queue has given up by itself', async () => {
    runner.restartAfter = 0;
    const { runner: inside } = runner as unknown as { runner: { stop(): Promise<void> } };
    await inside.stop();
    const run = nextRun();
    await addJob(database, 'remember', { what: 'after giving up' });
    await run;
    expect(ran).toEqual(['after giving up']);
  });

  it('that are running are finished before the program ends', async () => {
    let finished = false;
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    work = async () => {
      await held;
      finished = true;
    };
    const run = nextRun();
    await addJob(database, 'remember', { what: 'long' });
    await run;
    const stopped = runner.onApplicationShutdown();
    finish();
    await stopped;
    expect(finished).toBe(true);
    await runner.onApplicationShutdown();
  });

  it('can be run at once, by their name', async () => {
    await runner.runNow('remember', { what: 'now' });
    expect(ran).toEqual(['now']);
    await expect(runner.runNow('forget')).rejects.toThrow('There is no job named forget');
  });
});
