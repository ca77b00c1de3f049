import { createHash } from 'node:crypto';
import { DatabaseError, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { SearchTimedOut, SearchUnavailable } from '../../search-errors.js';
import type { Statement } from './search.queries.js';

/** Runs one statement and returns its rows. */
export type Ask = <Row extends QueryResultRow>(statement: Statement) => Promise<Row[]>;

/** The server's own number of a session; node-postgres keeps it, its types do not say so. */
type Session = PoolClient & { processID?: number | null };

/** Statement texts that are prepared, over all kinds and shapes of question; more are sent unprepared. */
const preparedLimit = 300;
const queryCanceled = '57014';
/** Classes of errors that say the server is going, full or gone: connection, resources, intervention. */
const unavailable = /^(08|53|57P)/;

/** Runs an engine's statements on a pool that it shares with the rest of the program. */
export class Connections {
  readonly #pool: Pool;
  readonly #timeLimit: number;
  readonly #names = new Map<string, string>();

  /** @param timeLimit milliseconds after which a read is given up */
  constructor(pool: Pool, timeLimit: number) {
    this.#pool = pool;
    this.#timeLimit = timeLimit;
  }

  /** Runs statements one after another on one connection, until the time is over or the caller wants no answer. */
  async read<Result>(signal: AbortSignal | undefined, work: (ask: Ask) => Promise<Result>): Promise<Result> {
    signal?.throwIfAborted();
    const timeLimit = AbortSignal.timeout(this.#timeLimit);
    const stop = signal ? AbortSignal.any([timeLimit, signal]) : timeLimit;
    const connecting = this.#pool.connect();
    try {
      const client: Session = await unlessAborted(stop, connecting);
      try {
        return await unlessAborted(
          stop,
          work(async <Row extends QueryResultRow>({ text, values }: Statement) => {
            stop.throwIfAborted();
            return (await client.query<Row>({ text, values, name: this.#nameOf(text) })).rows;
          }),
        );
      } finally {
        if (stop.aborted) this.#abandon(client);
        else client.release();
      }
    } catch (error) {
      if (stop.aborted) connecting.then((client) => client.release()).catch(() => undefined);
      signal?.throwIfAborted();
      throw timeLimit.aborted ? new SearchTimedOut(`PostgreSQL took longer than ${this.#timeLimit} ms`) : asOurs(error);
    }
  }

  /** Runs statements in one transaction. */
  async write<Result>(begin: string, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    try {
      const client = await this.#pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(begin);
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    } catch (error) {
      throw asOurs(error);
    }
  }

  /** Stops what the server does for nobody. The connection goes with it: the stop could hit whoever has it next. */
  #abandon(client: Session) {
    client.release(new Error('The answer was no longer wanted'));
    this.#pool.query('SELECT pg_cancel_backend($1)', [client.processID]).catch(() => undefined);
  }

  /** Named by their text, since several engines may share a connection. */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= preparedLimit) return known;
    const name = `search_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.#names.set(text, name);
    return name;
  }
}

const unlessAborted = <Result>(stop: AbortSignal, promise: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(stop.reason);
    stop.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => stop.removeEventListener('abort', abort));
  });

const asOurs = (error: unknown): unknown => {
  const { code = '', message = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (error instanceof DatabaseError) {
    if (code === queryCanceled) return new SearchTimedOut('PostgreSQL cancelled the statement', { cause: error });
    return unavailable.test(code) ? unreachable(error, message) : error;
  }
  // What the driver throws by itself is about the connection, with or without a code of the operating system.
  const lost = /^E[A-Z]+$/.test(code) || /connection|terminated|timeout|pool/i.test(message);
  return lost ? unreachable(error, message || code) : error;
};

const unreachable = (cause: unknown, reason: string) =>
  new SearchUnavailable(`PostgreSQL cannot be reached: ${reason}`, { cause });
