import type { Database } from '#database';

/** Finished jobs that are remembered, lest they are done again because that could not be written down. */
const mostRemembered = 1_000;

/**
 * Which jobs this process has in hand. The queue gives a job away by a lock in its row, and takes back what is locked for four
 * hours: far too long for a letter whose worker was killed, or whose connection broke between the lock and the answer. So
 * the locks of what is in hand are renewed, and a lock that nobody renews is taken away.
 */
export class JobLocks {
  private readonly inHand = new Set<string>();
  private readonly finished = new Set<string>();

  constructor(private readonly database: Database) {}

  /** How many jobs are in hand. */
  get held(): number {
    return this.inHand.size;
  }

  /** Does a job, unless it was done here before and only its end could not be written down. */
  async whileHeld(id: string, work: () => Promise<void>) {
    if (this.finished.has(id)) return;
    // Its lock was not renewed in time. It comes again later, and is done by then.
    if (this.inHand.has(id)) throw new Error(`Job ${id} is in hand already`);
    this.inHand.add(id);
    try {
      await work();
      this.remember(id);
    } finally {
      this.inHand.delete(id);
    }
  }

  /**
   * Renews the locks of what is in hand, and takes away those that nobody has renewed.
   * @param abandonedAfter milliseconds without renewal
   */
  async renew(abandonedAfter: number) {
    // A row that is being written is somebody's, or about to go.
    await this.database.affected(
      `UPDATE graphile_worker._private_jobs AS j SET
         locked_at = CASE WHEN own THEN now() END, locked_by = CASE WHEN own THEN locked_by END
       FROM (
         SELECT id, id = ANY($1::bigint[]) AS own FROM graphile_worker._private_jobs
         WHERE locked_at IS NOT NULL AND (id = ANY($1::bigint[]) OR locked_at < now() - $2 * interval '1 millisecond')
         FOR UPDATE SKIP LOCKED
       ) AS held WHERE j.id = held.id`,
      [[...this.inHand], abandonedAfter],
    );
  }

  private remember(id: string) {
    this.finished.add(id);
    for (const oldest of this.finished) {
      if (this.finished.size <= mostRemembered) return;
      this.finished.delete(oldest);
    }
  }
}
