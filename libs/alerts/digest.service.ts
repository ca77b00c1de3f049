import { Inject, Injectable } from '@nestjs/common';
import { AccountService, type Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { alertRules, periodStarts } from './alert.rules.js';
import { type Digest, DigestCollector } from './digest.collector.js';
import { together } from './digest.letter.js';
import { DigestPost } from './digest.post.js';
import { SavedSearchService } from './saved-search.service.js';

const batch = 200;

/** Accounts that agree to letters and have something due, after an id. */
const dueAccounts = `
  SELECT h.id FROM account_holder h
  JOIN account_consent c ON c.account_id = h.id AND c.purpose = 'digest' AND c.withdrawn_at IS NULL
  WHERE h.email_verified AND ($2::uuid IS NULL OR h.id > $2) AND (
    EXISTS (SELECT FROM saved_search s JOIN jsonb_each_text($1::jsonb) AS p ON p.key = s.cadence
      WHERE s.account_id = h.id AND s.told_until < p.value::timestamptz)
    OR EXISTS (SELECT FROM digest_preference d JOIN jsonb_each_text($1::jsonb) AS p ON p.key = d.profile_views
      WHERE d.account_id = h.id AND d.views_told_until < p.value::timestamptz))
  ORDER BY h.id LIMIT ${batch}`;

const dueViews = `
  SELECT d.views_told_until::date::text AS day FROM digest_preference d
  JOIN jsonb_each_text($2::jsonb) AS p ON p.key = d.profile_views AND d.views_told_until < p.value::timestamptz
  WHERE d.account_id = $1 FOR UPDATE OF d SKIP LOCKED`;

/** Writes the digests: one letter for an account and period, and none where there is nothing to say. */
@Injectable()
export class DigestService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(SavedSearchService) private readonly saved: SavedSearchService,
    @Inject(DigestCollector) private readonly collector: DigestCollector,
    @Inject(DigestPost) private readonly post: DigestPost,
  ) {}

  /**
   * Writes to everybody for whom a period has ended; answers how many letters there were. What was told is marked in the
   * transaction in which the letter is handed over: a second run finds nothing due, and only a crash between the two
   * could send a letter twice.
   */
  async send(now = new Date()): Promise<number> {
    const starts = periodStarts(now);
    const failures: unknown[] = [];
    let letters = 0;
    for (let after: string | null = null; ; ) {
      const due: { id: string }[] = await this.database.rows(dueAccounts, [JSON.stringify(starts), after]);
      for (const { id } of due) {
        try {
          letters += await this.sendOne(id, now, starts);
        } catch (error) {
          // One address that refuses letters holds up no other; the job runs again for those that were not sent.
          failures.push(error);
        }
      }
      if (due.length < batch) break;
      after = due.at(-1)?.id ?? null;
    }
    if (failures.length > 0) throw failures[0];
    return letters;
  }

  private async sendOne(accountId: string, now: Date, starts: Record<string, string>): Promise<number> {
    const viewer = await this.accounts.viewer(accountId);
    if (!viewer) return 0;
    return this.database.transaction(async (tx) => {
      const digest = together([
        await this.searches(tx, viewer, accountId, now, starts),
        await this.views(tx, viewer, accountId, now, starts),
      ]);
      if (!digest) return 0;
      await this.post.send(viewer, digest);
      return 1;
    });
  }

  /** What was just published may not be in the index yet, so the last hour is left to the next letter. */
  private async searches(
    tx: Tx,
    viewer: Viewer,
    accountId: string,
    now: Date,
    starts: Record<string, string>,
  ): Promise<Digest> {
    const due = await this.saved.due(tx, accountId, starts);
    const until = new Date(now.valueOf() - alertRules.settlingMinutes * 60_000);
    until.setMilliseconds(0);
    const digest = await this.collector.ofSearches(viewer, due, until, now);
    await tx.affected('UPDATE saved_search SET told_until = greatest(told_until, $2) WHERE id = ANY($1::uuid[])', [
      due.map(({ id }) => id),
      until,
    ]);
    return digest;
  }

  /** Whole days only: today is left to the next letter. */
  private async views(
    tx: Tx,
    viewer: Viewer,
    accountId: string,
    now: Date,
    starts: Record<string, string>,
  ): Promise<Digest> {
    const nothing: Digest = { sections: [], fresh: 0, closing: 0, companies: 0 };
    const [due] = await tx.rows<{ day: string }>(dueViews, [accountId, JSON.stringify(starts)]);
    if (!due) return nothing;
    const today = now.toISOString().slice(0, 10);
    const digest = viewer.academicId ? await this.collector.ofViews(viewer, due.day, today) : nothing;
    await tx.affected('UPDATE digest_preference SET views_told_until = $2::date WHERE account_id = $1', [
      accountId,
      today,
    ]);
    return digest;
  }
}
