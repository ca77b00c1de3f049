import { Inject, Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { conflict, isId, notFound, signInNeeded, writtenIfAny } from '#graphql';
import { RequestTerms } from './request.entity.js';
import type { SaveRequestDraftInput } from './request.inputs.js';
import { requestRules } from './request.rules.js';

/** A request that is still being written: any part may be missing, and nothing is checked yet. */
@ObjectType({ description: 'A request that is still being written; only you see it.' })
export class RequestDraft {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  toAcademicId: string | null;

  @Field(() => ID, { nullable: true })
  toOrganisationId: string | null;

  @Field(() => ID, { nullable: true })
  opportunityId: string | null;

  @Field(() => ID, { nullable: true })
  asOrganisationId: string | null;

  @Field(() => String, { nullable: true })
  type: string | null;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => RequestTerms, { nullable: true })
  terms: RequestTerms | null;

  @Field({ description: 'Whether the receiver may pass it on.' })
  mayBeReferred: boolean;

  @Field({ description: 'Whether you have said that you know of the conditions that are not met.' })
  acknowledgeMismatch: boolean;

  @Field()
  updatedAt: Date;
}

interface DraftRow {
  id: string;
  content: Partial<Omit<RequestDraft, 'id' | 'updatedAt'>>;
  updatedAt: Date;
}

const empty: Omit<RequestDraft, 'id' | 'updatedAt'> = {
  toAcademicId: null,
  toOrganisationId: null,
  opportunityId: null,
  asOrganisationId: null,
  type: null,
  reason: null,
  terms: null,
  mayBeReferred: true,
  acknowledgeMismatch: false,
};

const draftOf = ({ id, content, updatedAt }: DraftRow): RequestDraft => ({ ...empty, ...content, id, updatedAt });

/** Drafts, kept on the server while somebody writes. */
@Injectable()
export class DraftService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The viewer's drafts, the last changed first; there are never more than the rules allow. */
  async mine(viewer: Viewer): Promise<RequestDraft[]> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const rows = await this.database.rows<DraftRow>(
      `SELECT id, content, updated_at AS "updatedAt" FROM request_draft WHERE account_id = $1
       ORDER BY updated_at DESC, id LIMIT 100`,
      [viewer.accountId],
    );
    return rows.map(draftOf);
  }

  /** Saves a draft under the id that its writer made: the first time it is new, later it is written over. */
  async save(viewer: Viewer, { id, ...input }: SaveRequestDraftInput): Promise<RequestDraft> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const { accountId } = viewer;
    const content = {
      ...input,
      reason: writtenIfAny('reason', input.reason, 4_000),
      mayBeReferred: input.mayBeReferred ?? true,
      acknowledgeMismatch: input.acknowledgeMismatch ?? false,
    };
    const row = await this.database.transaction(async (tx) => {
      // One save of a person at a time, or two new drafts could both be the last one allowed.
      await tx.row('SELECT FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
      const others = await tx.row<{ count: number }>(
        'SELECT count(*)::int AS count FROM request_draft WHERE account_id = $1 AND id <> $2',
        [accountId, id],
      );
      if ((others?.count ?? 0) >= requestRules.draftsPerPerson) {
        throw conflict(
          'LIMIT_REACHED',
          `You have ${requestRules.draftsPerPerson} drafts, which is the most: send or delete one first.`,
        );
      }
      return tx.row<DraftRow>(
        `INSERT INTO request_draft AS d (id, account_id, content) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = now() WHERE d.account_id = $2
         RETURNING id, content, updated_at AS "updatedAt"`,
        [id, accountId, JSON.stringify(content)],
      );
    });
    if (!row) throw notFound('draft');
    return draftOf(row);
  }

  /** Removes a draft; false where there was none. */
  async remove(viewer: Viewer, id: string): Promise<boolean> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!isId(id)) return false;
    const removed = await this.database.affected('DELETE FROM request_draft WHERE id = $1 AND account_id = $2', [
      id,
      viewer.accountId,
    ]);
    return removed === 1;
  }
}
