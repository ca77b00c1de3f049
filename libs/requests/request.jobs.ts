import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '#database';
import type { JobHandler } from '#jobs';
import { RequestListeners, type RequestNews } from './request.listeners.js';
import { expireSome, remindSome } from './request.moves.js';

/** The token of the timed work of requests, for the worker. */
export const REQUEST_JOBS = Symbol('RequestJobs');

/** How many requests one transaction takes: short enough to hold no locks that somebody waits for. */
const batch = 100;

/** What the clock does with requests. Each run takes up where the last one ended, so a repeat does nothing twice. */
@Injectable()
export class RequestJobs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
  ) {}

  /** Ends requests that nobody has answered in time; answers how many. */
  expire(): Promise<number> {
    return this.inBatches((tx) => expireSome(tx, batch));
  }

  /** Tells whoever a request waits for that it will soon end; answers how many requests. */
  remind(): Promise<number> {
    return this.inBatches((tx) => remindSome(tx, batch));
  }

  handlers(): JobHandler[] {
    return [
      { name: 'requests-expire', cron: '*/10 * * * *', run: async () => void (await this.expire()) },
      { name: 'requests-remind', cron: '20 7 * * *', run: async () => void (await this.remind()) },
    ];
  }

  private async inBatches(some: (tx: Tx) => Promise<RequestNews[]>): Promise<number> {
    for (let total = 0; ; ) {
      const news = await this.database.transaction(async (tx) => {
        const found = await some(tx);
        await this.listeners.tell(tx, ...found);
        return found;
      });
      total += news.length;
      if (news.length < batch) return total;
    }
  }
}
