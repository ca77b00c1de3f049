import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { JobHandler } from '#jobs';
import { tellOf } from './meeting.notices.js';
import { meetingRules } from './meeting.rules.js';
import { releaseSlot } from './slot.queries.js';

/** The token of the timed work of meetings, for the worker. */
export const MEETING_JOBS = Symbol('MeetingJobs');

/** How many one transaction takes. */
const batch = 100;

/** What the clock does with meetings. Each run takes up where the last one ended, so a repeat does nothing twice. */
@Injectable()
export class MeetingJobs {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Ends questions that nobody has answered in time, and opens the times that were kept for them; answers how many. */
  expire(): Promise<number> {
    return this.inBatches(async () =>
      this.database.transaction(async (tx) => {
        const ended = await tx.rows<{ id: string; slotId: string | null }>(
          `UPDATE meeting SET state = 'expired' WHERE state = 'asked' AND id IN (
             SELECT id FROM meeting WHERE state = 'asked' AND expires_at <= now()
             ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
           RETURNING id, slot_id AS "slotId"`,
        );
        for (const { slotId } of ended) if (slotId) await releaseSlot(tx, slotId);
        await tellOf(
          tx,
          ended.map(({ id }) => id),
          'meeting-expired',
          null,
        );
        return ended.length;
      }),
    );
  }

  /** Tells both people the day before; answers how many meetings. */
  remind(): Promise<number> {
    return this.inBatches(async () =>
      this.database.transaction(async (tx) => {
        const soon = await tx.rows<{ id: string }>(
          `UPDATE meeting SET reminded_at = now() WHERE id IN (
             SELECT m.id FROM meeting m JOIN slot s ON s.id = m.slot_id
             WHERE m.state = 'accepted' AND m.reminded_at IS NULL AND s.starts_at > now()
               AND s.starts_at <= now() + make_interval(hours => $1)
             ORDER BY s.starts_at LIMIT ${batch} FOR UPDATE OF m SKIP LOCKED)
           RETURNING id`,
          [meetingRules.remindHours],
        );
        await tellOf(
          tx,
          soon.map(({ id }) => id),
          'meeting-reminder',
          null,
        );
        return soon.length;
      }),
    );
  }

  handlers(): JobHandler[] {
    return [
      { name: 'meetings-expire', cron: '*/15 * * * *', run: async () => void (await this.expire()) },
      { name: 'meetings-remind', cron: '25 * * * *', run: async () => void (await this.remind()) },
    ];
  }

  private async inBatches(some: () => Promise<number>): Promise<number> {
    for (let total = 0; ; ) {
      const count = await some();
      total += count;
      if (count < batch) return total;
    }
  }
}
