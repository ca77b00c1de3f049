import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { JobHandler } from '#jobs';
import { tellOf } from './introduction.notices.js';

/** The token of the timed work of introductions, for the worker. */
export const INTRODUCTION_JOBS = Symbol('IntroductionJobs');

const batch = 100;

/** What the clock does with introductions. */
@Injectable()
export class IntroductionJobs {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Ends introductions that nobody has answered in time; the asker is told as if somebody had said no. */
  async expire(): Promise<number> {
    for (let total = 0; ; ) {
      const count = await this.database.transaction(async (tx) => {
        const ended = await tx.rows<{ id: string }>(
          `UPDATE introduction SET state = 'expired' WHERE state IN ('asked', 'passed-on') AND id IN (
             SELECT id FROM introduction WHERE state IN ('asked', 'passed-on') AND expires_at <= now()
             ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
           RETURNING id`,
        );
        for (const { id } of ended) await tellOf(tx, id, 'introduction-not-possible');
        return ended.length;
      });
      total += count;
      if (count < batch) return total;
    }
  }

  handlers(): JobHandler[] {
    return [{ name: 'introductions-expire', cron: '35 * * * *', run: async () => void (await this.expire()) }];
  }
}
