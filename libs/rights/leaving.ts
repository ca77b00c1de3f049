import { Inject, Injectable, Logger } from '@nestjs/common';
import { AccountService } from '#accounts';
import { CollaborationService } from '#collaborations';
import { Database } from '#database';
import { DomainError } from '#graphql';
import { openStates, RequestAnswering } from '#requests';

const noFields: ReadonlySet<string> = new Set();

/** Ends what somebody has under way before they go, each in the usual way, so that the other sides hear of it. */
@Injectable()
export class Leaving {
  private readonly log = new Logger('Rights');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(RequestAnswering) private readonly requests: RequestAnswering,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
  ) {}

  /** Signs the person out and hides their profile, so that nothing new begins, and ends what is open. */
  async leave(accountId: string): Promise<void> {
    await this.database.affected('DELETE FROM account_session WHERE account_id = $1', [accountId]);
    await this.database.affected(`UPDATE academic SET visibility = 'hidden' WHERE account_id = $1`, [accountId]);
    const viewer = await this.accounts.viewer(accountId);
    const profile = viewer?.academicId;
    if (!viewer || !profile) return;
    const requests = await this.database.rows<{ id: string; sent: boolean }>(
      `SELECT id, sender_academic_id IS NOT DISTINCT FROM $1 AS sent FROM collaboration_request
       WHERE state = ANY($2) AND (sender_academic_id = $1 OR receiver_academic_id = $1 AND delivered_at IS NOT NULL)`,
      [profile, openStates],
    );
    for (const { id, sent } of requests) {
      await this.unlessRefused(() =>
        sent
          ? this.requests.withdraw(viewer, id, null, noFields)
          : this.requests.decline(viewer, id, 'other', 'They have left Benchside.', noFields),
      );
    }
    // What an office has not let through yet has nobody to reach: the clock ends it.
    await this.database.affected(
      `UPDATE collaboration_request SET expires_at = now() WHERE receiver_academic_id = $1 AND state = 'office-review'`,
      [profile],
    );
    const collaborations = await this.database.rows<{ id: string; active: boolean }>(
      `SELECT id, 'active' IN (state, coalesce(held_state, state)) AS active FROM collaboration
       WHERE state NOT IN ('completed', 'ended-early', 'withdrawn') AND $1 IN (sender_academic_id, receiver_academic_id)`,
      [profile],
    );
    for (const { id, active } of collaborations) {
      await this.unlessRefused(() =>
        this.collaborations.move(viewer, id, active ? 'end-early' : 'withdraw', 'One of the two has left Benchside.'),
      );
    }
  }

  /** What somebody else has just ended needs no ending, and nothing of it keeps a person here. */
  private async unlessRefused(end: () => Promise<unknown>): Promise<void> {
    await end().catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      this.log.warn(`Something was not ended before its person left: ${error.code}`);
    });
  }
}
