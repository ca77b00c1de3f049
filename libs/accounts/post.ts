import { Logger } from '@nestjs/common';
import type { Letter, Mailer } from '#mail';

/**
 * Sends letters after the answer: whether an address is known must not show in how long an answer takes. A letter that
 * fails is logged by its kind alone, and can be asked for again. `settled` waits for what is under way.
 */
export class Post {
  private readonly logger = new Logger('Accounts');
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly mailer: Mailer) {}

  /** Queues one letter; `write` runs later too, so that making the letter costs the asker nothing. */
  send(kind: string, to: string, write: () => Letter): void {
    this.later(kind, async () => this.mailer.send({ to, kind, ...write() }));
  }

  /** Runs a task after the current answer; its failure is logged by its name alone. */
  later(name: string, task: () => Promise<void>): void {
    const started = new Promise<void>((resolve) => setImmediate(resolve))
      .then(task)
      .catch((error: unknown) => this.logger.error(`${name}: ${error instanceof Error ? error.name : 'failed'}`));
    this.watch(started);
  }

  /** Keeps track of a promise that somebody else started. */
  watch(promise: Promise<unknown>): void {
    const watched = promise.then(
      () => undefined,
      () => undefined,
    );
    this.underWay.add(watched);
    watched.finally(() => this.underWay.delete(watched));
  }

  /** Resolves once nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }
}
