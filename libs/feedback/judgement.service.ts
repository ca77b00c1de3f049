import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { badInput, signInNeeded } from '#graphql';
import { type MatchKind, weights } from '#matching';
import { MatchService, type MatchSubject, SetAsideMatches } from '#search';
import { contextOf } from './judged.match.js';
import { MatchJudgement } from './judgement.entity.js';
import type { JudgeMatchInput } from './judgement.inputs.js';
import { checkJudgement } from './judgement.policy.js';
import { longestRemark } from './judgement.rules.js';

const columnOf: Record<MatchKind, string> = {
  academic: 'academic_id',
  organisation: 'organisation_id',
  opportunity: 'opportunity_id',
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What people think of the matches that they are shown: a judgement for each person and pair. */
@Injectable()
export class JudgementService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MatchService) private readonly matching: MatchService,
    @Inject(SetAsideMatches) private readonly setAside: SetAsideMatches,
  ) {}

  onModuleInit() {
    this.setAside.follow((viewer, subject) => this.notRelevant(viewer, subject));
  }

  /** Keeps what the viewer thinks of a match of theirs, in place of what they thought before. */
  async judge(viewer: Viewer, input: JudgeMatchInput): Promise<MatchJudgement> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    // Who may judge is who may see the matches of that side; what cannot be seen cannot be judged.
    const match = await this.matching.ownMatch(viewer, input.for, input.with);
    checkJudgement(input);
    const remark = input.remark?.trim() || null;
    if (remark && remark.length > longestRemark) {
      throw badInput('remark', 'it is too long.', `Use at most ${longestRemark} characters.`);
    }
    const { score, parts, weightsEdition } = contextOf(match, weights);
    const row = await this.database.row<MatchJudgement>(
      `INSERT INTO match_judgement (account_id, for_kind, for_${columnOf[input.for.kind]}, with_kind,
         with_${columnOf[input.with.kind]}, relevant, reasons, remark, score, parts, weights_edition, rank, query)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (account_id, for_id, with_id) DO UPDATE SET relevant = excluded.relevant,
         reasons = excluded.reasons, remark = excluded.remark, score = excluded.score, parts = excluded.parts,
         weights_edition = excluded.weights_edition, rank = excluded.rank, query = excluded.query, updated_at = now()
       RETURNING ${this.columns}`,
      [
        viewer.accountId,
        input.for.kind,
        input.for.id,
        input.with.kind,
        input.with.id,
        input.relevant,
        [...new Set(input.reasons)],
        remark,
        score,
        JSON.stringify(parts),
        weightsEdition,
        input.rank ?? null,
        input.query?.trim() || null,
      ],
    );
    if (!row) throw new Error('The judgement was not kept');
    return row;
  }

  /** What the viewer thinks of a match; null where they have not said. */
  async mine(viewer: Viewer, asking: MatchSubject, other: MatchSubject): Promise<MatchJudgement | null> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!uuid.test(asking.id) || !uuid.test(other.id)) return null;
    const row = await this.database.row<MatchJudgement>(
      `SELECT ${this.columns} FROM match_judgement WHERE account_id = $1 AND for_id = $2 AND with_id = $3`,
      [viewer.accountId, asking.id, other.id],
    );
    return row ?? null;
  }

  /** Takes a judgement back; false where there was none. */
  async remove(viewer: Viewer, asking: MatchSubject, other: MatchSubject): Promise<boolean> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!uuid.test(asking.id) || !uuid.test(other.id)) return false;
    const removed = await this.database.affected(
      'DELETE FROM match_judgement WHERE account_id = $1 AND for_id = $2 AND with_id = $3',
      [viewer.accountId, asking.id, other.id],
    );
    return removed === 1;
  }

  /** What the viewer has judged not relevant for one of their sides. */
  private async notRelevant(viewer: Viewer, { id }: MatchSubject): Promise<ReadonlySet<string>> {
    if (!isSignedIn(viewer) || !uuid.test(id)) return new Set();
    const rows = await this.database.rows<{ id: string }>(
      'SELECT with_id AS id FROM match_judgement WHERE account_id = $1 AND for_id = $2 AND NOT relevant',
      [viewer.accountId, id],
    );
    return new Set(rows.map((row) => row.id));
  }

  private get columns(): string {
    return this.database.columns(MatchJudgement, 'match_judgement');
  }
}
