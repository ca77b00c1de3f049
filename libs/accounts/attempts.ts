import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';

/** How often something may be tried in a window, in seconds. */
export interface Limit {
  max: number;
  window: number;
}

export interface Verdict {
  allowed: boolean;
  /** Seconds until the window ends; meant for `Retry-After`. */
  retryAfter: number;
  /** How many there were in the window, these included. */
  count: number;
}

/**
 * Counts attempts and says how many there were: one statement, so that simultaneous attempts are all counted. Each
 * call also removes a few windows that have ended, so the table stays small without a job.
 */
const count = `
  WITH ended AS (
    DELETE FROM account_attempt WHERE key IN (
      SELECT key FROM account_attempt WHERE ends_at < now() AND key <> $1 ORDER BY ends_at LIMIT 5 FOR UPDATE SKIP LOCKED)
  )
  INSERT INTO account_attempt AS a (key, count, ends_at) VALUES ($1, $3, now() + make_interval(secs => $2))
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN a.ends_at <= now() THEN excluded.count ELSE least(a.count + excluded.count, 1000000) END,
    ends_at = CASE WHEN a.ends_at <= now() THEN excluded.ends_at ELSE a.ends_at END
  RETURNING count, greatest(1, ceil(extract(epoch FROM ends_at - now())))::int AS left`;

/** The key under which better-auth's own limits per address and path are counted. */
export const addressKey = (addressAndPath: string) => `address:${addressAndPath}`;

/** Attempts are counted in the database, so that every process and every restart counts alike. */
export class Attempts {
  constructor(
    private readonly pool: Pool,
    private readonly secret: string,
  ) {}

  /** Counts an attempt under the key, or what counts for several, and says whether it is still within the limit. */
  async consume(key: string, { max, window }: Limit, attempts = 1): Promise<Verdict> {
    const { rows } = await this.pool.query<{ count: number; left: number }>({
      name: 'account-attempt',
      text: count,
      values: [key, window, attempts],
    });
    const [row] = rows;
    const made = row?.count ?? 0;
    return { allowed: row !== undefined && made <= max, retryAfter: row?.left ?? window, count: made };
  }

  /** Takes one attempt back: it succeeded, so it says nothing about guessing. */
  async giveBack(keys: string[]): Promise<void> {
    await this.pool.query({
      name: 'account-attempt-back',
      text: 'UPDATE account_attempt SET count = greatest(0, count - 1) WHERE key = ANY($1)',
      values: [keys],
    });
  }

  /** The key of a thing that is somebody's: the address itself is not kept, known or unknown. */
  keyOf(what: string, ...whose: string[]): string {
    const hash = createHmac('sha256', this.secret).update(whose.map((part) => part.toLowerCase()).join('\n'));
    return `${what}:${hash.digest('base64url').slice(0, 27)}`;
  }
}
