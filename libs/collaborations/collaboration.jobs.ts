import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { JobHandler } from '#jobs';
import { notify } from '#notifications';
import type { RequestSide } from '#requests';

/** The token of the timed work of collaborations, for the worker. */
export const COLLABORATION_JOBS = Symbol('CollaborationJobs');

const batch = 200;

/** What the clock does with collaborations. */
@Injectable()
export class CollaborationJobs {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Tells people the day before a task of theirs is due, once for each day it is set to; answers how many tasks. */
  async remindOfTasks(): Promise<number> {
    for (let total = 0; ; ) {
      const count = await this.database.transaction(async (tx) => {
        const rows = await tx.rows<{ collaborationId: string; accountId: string; side: RequestSide }>(
          `UPDATE collaboration_task SET reminded_on = t.due_on FROM (
             SELECT t.id, t.due_on, p.side FROM collaboration_task t
             JOIN collaboration c ON c.id = t.collaboration_id AND c.state NOT IN ('completed', 'ended-early', 'withdrawn')
             JOIN collaboration_person p ON p.collaboration_id = c.id AND p.account_id = t.owner_id AND p.left_at IS NULL
             WHERE t.done_at IS NULL AND t.due_on <= CURRENT_DATE + 1 AND t.reminded_on IS DISTINCT FROM t.due_on
             ORDER BY t.id LIMIT $1 FOR UPDATE OF t SKIP LOCKED) t
           WHERE collaboration_task.id = t.id
           RETURNING collaboration_id AS "collaborationId", owner_id AS "accountId", t.side`,
          [batch],
        );
        const told = rows.map(({ collaborationId, accountId, side }) => ({
          accountId,
          kind: 'collaboration-task-due',
          subjectKind: 'collaboration',
          subjectId: collaborationId,
          details: { side },
        }));
        await notify(tx, told, { letterAt: new Date() });
        return rows.length;
      });
      total += count;
      if (count < batch) return total;
    }
  }

  handlers(): JobHandler[] {
    return [{ name: 'collaboration-tasks', cron: '40 6 * * *', run: async () => void (await this.remindOfTasks()) }];
  }
}
