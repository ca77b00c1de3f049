import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as JobLogger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker';
import { Database, type Sql } from '#database';
import { JobLocks } from './job.locks.js';

/** A kind of timed or deferred work. Handlers re-read what they work on and may run more than once. */
export interface JobHandler {
  name: string;
  /** When it also runs by itself, as a crontab line, in UTC. */
  cron?: string;
  run(payload: Record<string, unknown>): Promise<void>;
}

/** The token under which each feature provides its handlers. */
export const JOB_HANDLERS = Symbol('JobHandlers');

/** Adds a job in the caller's transaction: it exists if and only if what it is about was committed. */
export const addJob = async (tx: Sql, name: string, payload: Record<string, unknown>, runAt?: Date) => {
  await tx.rows('SELECT graphile_worker.add_job($1::text, $2::json, run_at => $3::timestamptz)', [
    name,
    JSON.stringify(payload),
    runAt ?? null,
  ]);
};

/** Brings the job tables up to date. */
export const migrateJobs = (database: Database) =>
  runMigrations({ pgPool: database.pool, noHandleSignals: true } as Parameters<typeof runMigrations>[0]);

/** What the queue says, in our own log: what is usual only where somebody debugs. */
const jobLogger = (log: Logger) =>
  new JobLogger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });

/** Times in a row that no job can be asked for, until the queue is started again: it never gets over a break while it starts. */
const patience = 3;

/** Jobs that are done at the same time. */
const concurrency = 2;

/** Runs the jobs of all features, in the worker process. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private runner: Runner | undefined;
  private pause: NodeJS.Timeout | undefined;
  private renewal: NodeJS.Timeout | undefined;
  private wanted = false;
  private readonly locks: JobLocks;
  /** Milliseconds until it is started again where it has ended by itself. */
  restartAfter = 10_000;
  /** Milliseconds without a sign of the queue until it is started again: it asks for jobs every two seconds. */
  stuckAfter = 30_000;
  /** Milliseconds until a job is taken from a worker that gives no sign of life; four times as often, we give one. */
  abandonedAfter = 60_000;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandler[],
  ) {
    this.locks = new JobLocks(database);
  }

  async start() {
    this.wanted = true;
    await this.run();
    this.renewLater();
    this.log.log(`${this.handlers.length} kinds of jobs`);
  }

  /** Runs one job at once, without the queue: for tests and for the office's own commands. */
  async runNow(name: string, payload: Record<string, unknown> = {}) {
    const handler = this.handlers.find((candidate) => candidate.name === name);
    if (!handler) throw new Error(`There is no job named ${name}`);
    await handler.run(payload);
  }

  /** Finishes the jobs in hand. */
  async onApplicationShutdown() {
    this.wanted = false;
    clearTimeout(this.pause);
    clearTimeout(this.renewal);
    const { runner } = this;
    this.runner = undefined;
    // One that has begun to stop by itself ends by itself.
    await runner?.stop().catch(() => runner.promise.catch(() => undefined));
  }

  private renewLater() {
    clearTimeout(this.renewal);
    this.renewal = setTimeout(async () => {
      await this.locks.renew(this.abandonedAfter).catch((error: Error) => {
        this.log.warn(`The locks of jobs are not renewed: ${error.message}`);
      });
      if (this.wanted) this.renewLater();
    }, this.abandonedAfter / 4);
  }

  private async run() {
    const taskList: TaskList = {};
    for (const handler of this.handlers) {
      taskList[handler.name] = (payload, { job }) =>
        this.locks.whileHeld(job.id, () => handler.run((payload ?? {}) as Record<string, unknown>));
    }
    const runner = await this.inTime(
      run({
        pgPool: this.database.pool,
        taskList,
        crontab: this.handlers
          .filter(({ cron }) => cron)
          .map(({ name, cron }) => `${cron} ${name}`)
          .join('\n'),
        concurrency,
        noHandleSignals: true,
        logger: jobLogger(this.log),
        pollInterval: 2_000,
        // Without a batch, the end of a job that cannot be written down is a rejection that nobody handles: the process ends.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      }),
    );
    if (!this.wanted) return void (await runner.stop());
    this.runner = runner;
    this.watch(runner);
  }

  /** The queue when it has started. A connection that breaks meanwhile may leave it waiting for ever. */
  private async inTime(starting: Promise<Runner>): Promise<Runner> {
    let late: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      late = setTimeout(() => {
        starting.then((runner) => runner.stop()).catch(() => undefined);
        reject(new Error('The queue did not start in time'));
      }, this.stuckAfter).unref();
    });
    return Promise.race([starting, limit]).finally(() => clearTimeout(late));
  }

  /** Starts the queue again where it ends by itself, cannot ask for jobs, or does not ask although it has nothing in hand. */
  private watch(runner: Runner) {
    let failures = 0;
    let asked = Date.now();
    const watching = setInterval(() => {
      if (this.locks.held >= concurrency) asked = Date.now();
      if (Date.now() - asked > this.stuckAfter) over('no job has been asked for');
    }, this.stuckAfter / 4).unref();
    const over = (why: string) => {
      clearInterval(watching);
      if (this.runner !== runner) return;
      void runner.stop(why).catch(() => undefined);
      this.again(why);
    };
    const succeeded = () => {
      failures = 0;
      asked = Date.now();
    };
    runner.events.on('job:start', succeeded);
    runner.events.on('worker:getJob:empty', succeeded);
    runner.events.on('worker:getJob:error', () => {
      failures += 1;
      if (failures === patience) over('jobs cannot be asked for');
    });
    // It gives up for good when the database is away for long; nothing would be done by the clock from then on.
    runner.promise.then(
      () => over('it ended'),
      (error: unknown) => over(String(error)),
    );
  }

  private again(why: string) {
    if (!this.wanted) return;
    this.runner = undefined;
    this.log.error(`The jobs have stopped by themselves and are started again: ${why}`);
    this.pause = setTimeout(() => {
      this.run().catch((error: unknown) => this.again(String(error)));
    }, this.restartAfter);
  }
}
