import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import type { RecordedAction } from './request.record.js';
import type { Actor, RequestState } from './request.states.js';

/** One thing that has just happened to a request. */
export interface RequestNews {
  requestId: string;
  action: RecordedAction | 'message';
  /** The state that it led to; null where the state stayed as it was. */
  to: RequestState | null;
  side: Actor;
  /** The person who did it; null for the clock. */
  accountId: string | null;
}

/** Something that follows requests: notifications, or the work that begins with an accepted one. */
export interface RequestListener {
  /** Runs in the transaction that wrote the news: what it writes is committed with it, and what it throws undoes it. */
  heard(tx: Tx, news: readonly RequestNews[]): Promise<void>;
  /** Somebody has opened these requests. */
  opened?(tx: Tx, accountId: string, requestIds: readonly string[]): Promise<void>;
}

/** Who follows requests. The libraries to the right of this one register here, so that nothing points back at them. */
@Injectable()
export class RequestListeners {
  private readonly listeners: RequestListener[] = [];

  add(listener: RequestListener) {
    this.listeners.push(listener);
  }

  async tell(tx: Tx, ...news: RequestNews[]): Promise<void> {
    if (news.length === 0) return;
    for (const listener of this.listeners) await listener.heard(tx, news);
  }

  async opened(tx: Tx, accountId: string, requestIds: readonly string[]): Promise<void> {
    if (requestIds.length === 0) return;
    for (const listener of this.listeners) await listener.opened?.(tx, accountId, requestIds);
  }
}
