import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  type MultiSearchQuery,
  type SearchResponse,
  type Task,
} from 'meilisearch';
import { SearchTimedOut, SearchUnavailable } from '../../search-errors.js';
import type { IndexedDocument } from './index-settings.js';

/** Milliseconds that a server may take. */
export interface TimeLimits {
  /** For a search, from the first byte sent to the last one read. */
  search: number;
  /** For any other request. */
  request: number;
  /** For a task, from the moment that it is asked for. */
  task: number;
}

/** A task that failed because of what it was given, and would fail again. */
export class TaskRefused extends Error {
  override readonly name = 'TaskRefused';
}

/**
 * A compressed answer comes in pieces, of which the last is held back until the one before is acknowledged: 48 ms a
 * search, measured over loopback, instead of 5.
 */
const headers = { 'Accept-Encoding': 'identity' };

const shortestPause = 5;
const longestPause = 250;

/** A Meilisearch server whose errors are ours and whose time limits hold. */
export class Server {
  readonly client: Meilisearch;
  readonly #limits: TimeLimits;

  constructor(host: string, apiKey: string, limits: TimeLimits) {
    this.client = new Meilisearch({ host, apiKey, timeout: limits.request, requestInit: { headers } });
    this.#limits = limits;
  }

  /** Makes one request. */
  async ask<Answer>(request: (client: Meilisearch) => Promise<Answer>): Promise<Answer> {
    try {
      return await request(this.client);
    } catch (error) {
      throw asOurs(error);
    }
  }

  /** Asks several searches in one request; the limit and the caller's signal both hold. */
  async search(queries: MultiSearchQuery[], signal?: AbortSignal): Promise<SearchResponse<IndexedDocument>[]> {
    signal?.throwIfAborted();
    // The client forgets its own time limit as soon as it is given a signal.
    const timeLimit = AbortSignal.timeout(this.#limits.search);
    const stop = signal ? AbortSignal.any([timeLimit, signal]) : timeLimit;
    try {
      const { results } = await this.client.multiSearch<{ queries: MultiSearchQuery[] }, IndexedDocument>(
        { queries },
        { signal: stop },
      );
      return results;
    } catch (error) {
      signal?.throwIfAborted();
      if (timeLimit.aborted) throw new SearchTimedOut(`Meilisearch took longer than ${this.#limits.search} ms`);
      throw asOurs(error);
    }
  }

  /**
   * Asks for a task and waits until it is done: an accepted task is no success yet.
   *
   * @throws TaskRefused when the server found fault with what the task was given
   */
  async run(request: (client: Meilisearch) => Promise<EnqueuedTask>): Promise<void> {
    await this.finish((await this.ask(request)).taskUid);
  }

  /** Waits until a task is done; see `run`. */
  async finish(uid: number): Promise<void> {
    const deadline = Date.now() + this.#limits.task;
    for (let pause = shortestPause; ; pause = Math.min(pause * 1.5, longestPause)) {
      const task = await this.ask((client) => client.tasks.getTask(uid));
      if (task.status === 'succeeded') return;
      if (task.status === 'failed' || task.status === 'canceled') throw failure(task);
      if (Date.now() > deadline) {
        throw new SearchTimedOut(`Meilisearch has not finished task ${uid} in ${this.#limits.task} ms`);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Whether an error says this, in Meilisearch's own words. */
export const isFault = (error: unknown, code: string): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === code;

const failure = ({ uid, status, error }: Task) =>
  error?.type === 'invalid_request'
    ? new TaskRefused(error.message)
    : new SearchUnavailable(`Meilisearch task ${uid} ${status}: ${error?.message ?? 'no reason is given'}`);

/** Faults of the server, of the network or of what stands between; a fault of the request stays as it is. */
const asOurs = (error: unknown): unknown => {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    // A key that is refused is a server that cannot be used, as much as one that is down.
    const unusable = status >= 500 || [401, 403, 408, 429].includes(status);
    return unusable
      ? new SearchUnavailable(`Meilisearch answered ${status}: ${error.message}`, { cause: error })
      : error;
  }
  if (error instanceof MeilisearchRequestError) {
    const { cause } = error;
    if (cause instanceof MeilisearchRequestTimeOutError) return new SearchTimedOut(cause.message, { cause });
    return new SearchUnavailable(`Meilisearch cannot be reached: ${reason(cause)}`, { cause });
  }
  // A proxy's page of HTML, which the client tries to read as JSON.
  if (error instanceof SyntaxError)
    return new SearchUnavailable('Meilisearch did not answer in JSON', { cause: error });
  return error;
};

/** What fetch knows is one level deeper than what it says. */
const reason = (error: unknown): string => {
  const { message = String(error), cause } = (error ?? {}) as Partial<Error>;
  const deeper = (cause as Partial<Error> | undefined)?.message;
  return deeper ? `${message}: ${deeper}` : message;
};
