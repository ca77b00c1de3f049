import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import type { Actor } from '#requests';
import type { CollaborationAction, CollaborationState } from './collaboration.states.js';

/** One thing that has just happened to a collaboration. */
export interface CollaborationNews {
  collaborationId: string;
  action: CollaborationAction | 'begin' | 'change-terms' | (string & {});
  /** The state that it led to; null where the state stayed as it was. */
  to: CollaborationState | null;
  side: Actor;
  /** The person who did it; null for the clock. */
  accountId: string | null;
  /** What else those who follow may need: whose task it is, which document; never a name. */
  details?: Readonly<Record<string, string>>;
}

/** Something that follows collaborations. */
export interface CollaborationListener {
  /** Runs in the transaction that wrote the news: what it writes is committed with it, and what it throws undoes it. */
  heard(tx: Tx, news: CollaborationNews): Promise<void>;
}

/** Who follows collaborations. The libraries to the right of this one register here, so that nothing points back at them. */
@Injectable()
export class CollaborationListeners {
  private readonly listeners: CollaborationListener[] = [];

  add(listener: CollaborationListener) {
    this.listeners.push(listener);
  }

  async tell(tx: Tx, news: CollaborationNews): Promise<void> {
    for (const listener of this.listeners) await listener.heard(tx, news);
  }
}
