import { Inject, Injectable, Logger } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import type { JobHandler } from '#jobs';
import { type Letter, Mailer } from '#mail';
import { Erasing } from './erasing.js';
import { obstaclesOf } from './erasure.service.js';
import { Leaving } from './leaving.js';
import { erasureDone, erasureHeld } from './letters.js';
import { personOf } from './person.js';
import { forgetOutdated } from './retention.js';
import { rightsRules } from './rights.rules.js';

interface Due {
  id: string;
  accountId: string;
  name: string;
  email: string;
}

/** What the clock does for people's rights: erasures that are due, and what is kept no longer than it is needed. */
@Injectable()
export class ErasureJobs {
  private readonly log = new Logger('Rights');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Leaving) private readonly leaving: Leaving,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'baseUrl'>,
  ) {}

  handlers(): JobHandler[] {
    return [
      { name: 'erase-people', cron: '*/15 * * * *', run: async () => void (await this.eraseDue()) },
      { name: 'forget-outdated', cron: '50 3 * * *', run: async () => void (await forgetOutdated(this.database)) },
    ];
  }

  /** Erases everybody whose days of grace are over; answers how many. One that fails is tried again and holds up no other. */
  async eraseDue(): Promise<number> {
    const due = await this.database.rows<Due>(
      `SELECT e.id, h.id AS "accountId", h.name, h.email FROM erasure e JOIN account_holder h ON h.id = e.account_id
       WHERE e.done_at IS NULL AND e.due_at <= now() ORDER BY e.due_at`,
    );
    const failures: unknown[] = [];
    let erased = 0;
    for (const one of due) {
      try {
        if (await this.eraseOne(one)) erased += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return erased;
  }

  private async eraseOne(due: Due): Promise<boolean> {
    const obstacles = await obstaclesOf(this.database, due.accountId);
    if (obstacles.length > 0) {
      await this.postpone(due, obstacles);
      return false;
    }
    await this.leaving.leave(due.accountId);
    const marks = await this.erasing.erase(
      async (tx) => {
        // Locked, so that whoever keeps their account at this moment either does or is too late.
        const open = await tx.row(
          'SELECT FROM erasure WHERE id = $1 AND done_at IS NULL AND due_at <= now() FOR UPDATE',
          [due.id],
        );
        return open && personOf(tx, due.accountId);
      },
      (tx) => tx.affected('UPDATE erasure SET done_at = now() WHERE id = $1', [due.id]),
    );
    if (!marks) return false;
    await this.write(due, 'erasure-done', erasureDone(due));
    await this.mailer.forget(marks.any);
    this.log.log(`Erasure ${due.id} was done`);
    return true;
  }

  private async postpone(due: Due, obstacles: string[]): Promise<void> {
    const row = await this.database.row<{ dueAt: Date }>(
      'UPDATE erasure SET due_at = now() + make_interval(days => $2) WHERE id = $1 RETURNING due_at AS "dueAt"',
      [due.id, rightsRules.postponeDays],
    );
    if (!row) return;
    const url = `${this.settings.baseUrl}/me/data`;
    await this.write(due, 'erasure-held', erasureHeld({ name: due.name, dueAt: row.dueAt, obstacles, url }));
  }

  /** A letter that cannot be sent undoes nothing. */
  private async write({ email }: Due, kind: string, said: Letter): Promise<void> {
    await this.mailer
      .send({ to: email, kind, ...said })
      .catch((error: unknown) => this.log.error(`${kind}: ${error instanceof Error ? error.name : 'failed'}`));
  }
}
