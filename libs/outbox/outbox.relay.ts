import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Database } from '#database';
import { applyWhatCan } from './outbox.parts.js';

/** What is to be brought up to date with the rows that changed. */
export abstract class OutboxConsumer {
  /** Re-reads the subjects and brings the projection up to date; resolves only when that is certain. */
  abstract apply(kind: string, subjects: string[]): Promise<void>;
}

/** Any number that nothing else locks: one relay at a time, whatever the number of workers. */
const relayLock = 7_201_644_001;
const batchSize = 1_000;
/** Milliseconds between looks when no notification comes. */
const idleWait = 2_000;
const longestWait = 10_000;
/** After so many failures of a whole batch it is taken apart: the reason may be one of its subjects. */
const patience = 2;
/** Milliseconds until a subject that cannot be applied is tried again, doubling each time. */
const firstRetry = 1_000;
const longestRetry = 10 * 60_000;

interface Waiting {
  id: string;
  kind: string;
  subject: string;
}

/**
 * Empties the outbox into its consumer: one relay at a time, oldest first; each subject is re-read, so a late
 * or repeated row does no harm; exactly the rows seen are deleted, and only after the consumer has succeeded.
 * Of the designs compared under faults and kills, this is the one that left no wrong document. A subject that cannot
 * be applied while others can stays in the outbox, where `lag` shows its age, and is tried again ever more rarely.
 */
@Injectable()
export class OutboxRelay implements OnApplicationShutdown {
  private readonly log = new Logger('Outbox');
  private stopped = true;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  /** Rows that could not be applied while others could, by id. */
  private readonly setAside = new Map<string, { until: number; wait: number }>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OutboxConsumer) private readonly consumer: OutboxConsumer,
  ) {}

  /** Runs until `stop`; waits for its turn while another process relays. */
  start() {
    if (!this.stopped) return;
    this.stopped = false;
    this.running = this.run();
  }

  /** Finishes the batch in hand and stops. */
  async stop() {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  onApplicationShutdown() {
    return this.stop();
  }

  /**
   * Resolves when every change committed so far is relayed, by this relay or by the one that runs elsewhere.
   *
   * @throws what the consumer throws
   */
  async drain(): Promise<void> {
    const last = await this.database.row<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM outbox');
    const waiting = 'SELECT 1 FROM outbox WHERE id <= $1 LIMIT 1';
    while (await this.database.row(waiting, [last?.id ?? 0])) {
      const relayed = await this.locked(async (client) => {
        while ((await this.relayBatch(client, await this.waiting(client, []))) > 0);
        return true;
      });
      if (!relayed) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** How many changes wait, and for how many seconds the oldest has waited. */
  async lag(): Promise<{ rows: number; oldestSeconds: number }> {
    const row = await this.database.row<{ rows: number; age: number }>(
      `SELECT count(*)::int AS rows, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float AS age FROM outbox`,
    );
    return { rows: row?.rows ?? 0, oldestSeconds: row?.age ?? 0 };
  }

  private async run() {
    let failures = 0;
    while (!this.stopped) {
      try {
        const relayed = await this.locked(async (client) => {
          client.on('notification', () => this.wake());
          await client.query('LISTEN outbox');
          this.setAside.clear();
          while (!this.stopped) {
            const heard = this.pause(idleWait);
            const rows = await this.waiting(client, this.resting());
            const doubtful = failures >= patience || rows.some(({ id }) => this.setAside.has(id));
            if ((await this.relay(client, rows, doubtful)) > 0) this.wake();
            failures = 0;
            await heard;
          }
          return true;
        });
        if (!relayed) await this.pause(idleWait);
      } catch (error) {
        failures += 1;
        this.log.warn(`The outbox waits: ${(error as Error).message}`);
        await this.pause(Math.min(longestWait, 250 * 2 ** failures));
      }
    }
  }

  private pause(milliseconds: number) {
    return new Promise<void>((resolve) => {
      if (this.stopped) return resolve();
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /**
   * Does the work as the only relay, or nothing (undefined) where another one holds the lock. The lock belongs to
   * the connection: when that is lost, PostgreSQL lets another relay take over.
   */
  private async locked<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result | undefined> {
    const client = await this.database.pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
      this.wake();
    };
    client.on('error', onError);
    try {
      const { rows } = await client.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${relayLock}) AS locked`);
      if (!rows[0]?.locked) return undefined;
      try {
        return await work(client);
      } finally {
        client.removeAllListeners('notification');
        if (!broken) {
          await client.query(`UNLISTEN outbox; SELECT pg_advisory_unlock(${relayLock})`).catch(onError);
        }
      }
    } finally {
      client.removeListener('error', onError);
      client.release(broken);
    }
  }

  private async waiting(client: PoolClient, without: string[]): Promise<Waiting[]> {
    const { rows } = await client.query<Waiting>(
      `SELECT id, kind, subject FROM outbox WHERE id <> ALL($1::bigint[]) ORDER BY id LIMIT ${batchSize}`,
      [without],
    );
    return rows;
  }

  private relay(client: PoolClient, rows: Waiting[], doubtful: boolean): Promise<number> {
    return doubtful ? this.relayParts(client, rows) : this.relayBatch(client, rows);
  }

  /** Relays all of these rows or none. */
  private async relayBatch(client: PoolClient, rows: Waiting[]): Promise<number> {
    for (const [kind, ids] of subjectsOf(rows)) await this.consumer.apply(kind, ids);
    return this.forget(client, rows);
  }

  /** Relays those rows that can be relayed, and sets the others aside; rejects where none can. */
  private async relayParts(client: PoolClient, rows: Waiting[]): Promise<number> {
    const stuck = await applyWhatCan(
      [...subjectsOf(rows)].flatMap(([kind, ids]) => ids.map((id) => ({ kind, id }))),
      async (parts) => {
        if (this.stopped) throw new Error('The relay was told to stop');
        for (const [kind, ids] of subjectsOf(parts.map(({ kind, id }) => ({ kind, subject: id })))) {
          await this.consumer.apply(kind, ids);
        }
      },
    );
    const isStuck = ({ kind, subject }: Waiting) => stuck.some((part) => part.kind === kind && part.id === subject);
    for (const { kind, id, error } of stuck) {
      this.log.error(`${kind} ${id} cannot be applied and is set aside: ${(error as Error).stack}`);
    }
    for (const { id } of rows.filter(isStuck)) {
      const wait = Math.min(longestRetry, (this.setAside.get(id)?.wait ?? firstRetry / 2) * 2);
      this.setAside.set(id, { wait, until: Date.now() + wait });
    }
    return this.forget(
      client,
      rows.filter((row) => !isStuck(row)),
    );
  }

  /** The rows whose time to be tried again has not come. */
  private resting(): string[] {
    const now = Date.now();
    return [...this.setAside].filter(([, { until }]) => until > now).map(([id]) => id);
  }

  private async forget(client: PoolClient, rows: Waiting[]): Promise<number> {
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await client.query('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [ids]);
    for (const id of ids) this.setAside.delete(id);
    return rows.length;
  }
}

/** What the rows are about, each subject once, by kind. */
const subjectsOf = (rows: readonly Pick<Waiting, 'kind' | 'subject'>[]): Map<string, string[]> => {
  const subjects = new Map<string, Set<string>>();
  for (const { kind, subject } of rows) subjects.set(kind, (subjects.get(kind) ?? new Set()).add(subject));
  return new Map([...subjects].map(([kind, ids]) => [kind, [...ids]]));
};
