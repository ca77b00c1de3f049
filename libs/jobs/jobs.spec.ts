import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Database, type TestDatabase, testDatabase } from '#database';
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
