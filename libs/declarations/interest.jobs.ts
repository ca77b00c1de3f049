import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '#database';
import type { JobHandler } from '#jobs';
import { notify } from '#notifications';
import { declarationRules } from './declaration.rules.js';
import { interestsSubject } from './interest.declaring.js';

/** The token of the timed work of declarations, for the worker. */
export const DECLARATION_JOBS = Symbol('DeclarationJobs');

/** How many people one transaction takes. */
const batch = 200;

/** Reminds people that their interests wait to be confirmed. */
@Injectable()
export class InterestJobs {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Tells everybody whose confirmation is due, and again after a while; answers how many people. */
  async remind(): Promise<number> {
    for (let total = 0; ; ) {
      const told = await this.database.transaction((tx) => this.remindSome(tx));
      total += told;
      if (told < batch) return total;
    }
  }

  handlers(): JobHandler[] {
    return [{ name: 'interests-remind', cron: '35 7 * * *', run: async () => void (await this.remind()) }];
  }

  private async remindSome(tx: Tx): Promise<number> {
    const { confirmEveryMonths, remindDaysBefore, remindAgainDays } = declarationRules;
    const people = await tx.rows<{ accountId: string }>(
      `INSERT INTO interest_reminder (account_id, reminded_on)
       SELECT DISTINCT d.account_id, current_date FROM interest_declaration d
       LEFT JOIN interest_reminder r ON r.account_id = d.account_id
       WHERE d.state = 'current'
         AND d.confirmed_on + make_interval(months => $1) <= current_date + make_interval(days => $2)
         AND (r.reminded_on IS NULL OR r.reminded_on <= current_date - $3::int)
       LIMIT $4
       ON CONFLICT (account_id) DO UPDATE SET reminded_on = current_date
         WHERE interest_reminder.reminded_on <= current_date - $3::int
       RETURNING account_id AS "accountId"`,
      [confirmEveryMonths, remindDaysBefore, remindAgainDays, batch],
    );
    const told = people.map(({ accountId }) => ({
      accountId,
      kind: 'interests-due',
      subjectKind: interestsSubject,
      subjectId: accountId,
    }));
    await notify(tx, told, { letterAt: new Date() });
    return people.length;
  }
}
