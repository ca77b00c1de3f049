import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import {
  type CollaborationSeat,
  CollaborationService,
  type CollaborationState,
  CollaborationTerms,
  lockCollaboration,
  recordCollaborationEvent,
} from '#collaborations';
import { Database, once } from '#database';
import { badInput, conflict, isId, notAllowed, notFound, today, written, writtenIfAny } from '#graphql';
import { type RequestSide } from '#requests';
import { TaxonomyService } from '#taxonomy';
import { type CollaborationOutcomes, Outcome } from './outcome.entity.js';
import type { AddOutcomeInput, ReviewCollaborationInput } from './outcome.inputs.js';

/** More than this is never read at once, so no more is kept of one collaboration. */
const mostOutcomes = 200;

/** States in which something can have come of the work. */
const begun: readonly CollaborationState[] = ['active', 'completed', 'ended-early'];

const forms: Record<string, { pattern: RegExp; fix: string }> = {
  publication: {
    pattern: /^10\.\d{4,9}\/\S+$/,
    fix: 'Write the DOI without https://doi.org/, such as 10.1000/xyz123.',
  },
  trial: {
    pattern: /^(?:NCT\d{8}|ISRCTN\d{8}|EudraCT ?\d{4}-\d{6}-\d{2}|\d{4}-\d{6}-\d{2}-\d{2}|IRAS ?\d{5,7})$/i,
    fix: 'Write the registration number, such as NCT01234567 or ISRCTN12345678.',
  },
};

/** The HE-BCI line of a way of working together; null where the return has none. */
export const heBciLineOf = (taxonomy: TaxonomyService, type: string): string | null => {
  const line = taxonomy.current.term('engagement-type', type)?.attributes.heBciLine;
  return typeof line === 'string' ? line : null;
};

/** What came of collaborations. */
@Injectable()
export class OutcomeService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(CollaborationTerms) private readonly terms: CollaborationTerms,
  ) {}

  /** What came of a collaboration, for whoever may see it. */
  async of(viewer: Viewer, collaborationId: string): Promise<CollaborationOutcomes> {
    const { row, side } = await this.collaborations.seat(viewer, collaborationId);
    const outcomes = await this.database.rows<Outcome>(
      `SELECT ${this.database.columns(Outcome, 'o')} FROM outcome o WHERE o.collaboration_id = $1
       ORDER BY o.happened_on, o.created_at, o.id LIMIT ${mostOutcomes}`,
      [collaborationId],
    );
    const reviews = await this.database.rows<{ side: RequestSide; text: string; again: boolean; writtenAt: Date }>(
      `SELECT side, text, again, written_at AS "writtenAt" FROM collaboration_review WHERE collaboration_id = $1
       ORDER BY written_at`,
      [collaborationId],
    );
    const { typeCode } = await this.terms.current(collaborationId);
    // What the other side says is read once the own side has written too, so that neither writes after the other.
    const readable = side === null || reviews.length === 2 ? reviews : reviews.filter((one) => one.side === side);
    return {
      outcomes: outcomes.map((one) => complete(one, side)),
      reviews: readable.map((one) => ({ ...one, mine: one.side === side })),
      heBciLine: heBciLineOf(this.taxonomy, typeCode),
      mayAdd: side !== null && begun.includes(row.state),
    };
  }

  /** Writes down something that came of it. */
  async add(viewer: Viewer, input: AddOutcomeInput): Promise<Outcome> {
    const { collaborationId, idempotencyKey: key, kind, trlBefore, trlAfter } = input;
    const seat = await this.begunSeat(viewer, collaborationId);
    const { accountId } = seat.viewer;
    const title = written('title', input.title, { min: 1, max: 300 });
    const identifier = writtenIfAny('identifier', input.identifier, 200);
    const form = forms[kind];
    if (identifier && form && !form.pattern.test(identifier))
      throw badInput('identifier', 'it has another form.', form.fix);
    if (trlAfter && !trlBefore) {
      throw badInput('trlBefore', 'it is empty.', 'Say the level before as well, so that the change can be seen.');
    }
    if (input.happenedOn > today()) {
      throw badInput('happenedOn', 'it is in the future.', 'Write down what has come of it already.');
    }
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key, operation: 'addOutcome', input }, async () => {
        const row = await tx.row<{ id: string }>(
          `INSERT INTO outcome (collaboration_id, kind, title, identifier, happened_on, amount_pence, credit_roles, trl_before,
             trl_after, side, account_id) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
           WHERE (SELECT count(*) FROM outcome WHERE collaboration_id = $1) < ${mostOutcomes} RETURNING id`,
          [
            collaborationId,
            kind,
            title,
            identifier,
            input.happenedOn,
            input.amountPence ?? null,
            [...new Set(input.creditRoles ?? [])],
            trlBefore ?? null,
            trlAfter ?? null,
            seat.side,
            accountId,
          ],
        );
        if (!row) throw conflict('LIMIT_REACHED', `There are ${mostOutcomes} already: remove one first.`);
        await recordCollaborationEvent(tx, {
          collaborationId,
          action: 'add-outcome',
          side: seat.side,
          accountId,
          details: { kind, about: title },
        });
        return row;
      }),
    );
    return this.one(id, seat.side);
  }

  /** Takes one back that the own side wrote. */
  async remove(viewer: Viewer, id: string): Promise<boolean> {
    const row = isId(id)
      ? await this.database.row<{ collaborationId: string; side: RequestSide; title: string }>(
          'SELECT collaboration_id AS "collaborationId", side, title FROM outcome WHERE id = $1',
          [id],
        )
      : undefined;
    if (!row) throw notFound('outcome');
    const seat = await this.collaborations.seat(viewer, row.collaborationId).catch(() => {
      throw notFound('outcome');
    });
    if (seat.side !== row.side) throw notAllowed('The other side wrote this: ask them to remove it.');
    await this.database.transaction(async (tx) => {
      const removed = await tx.affected('DELETE FROM outcome WHERE id = $1', [id]);
      if (removed === 0) return;
      const { collaborationId, side, title } = row;
      await recordCollaborationEvent(tx, {
        collaborationId,
        action: 'remove-outcome',
        side,
        accountId: seat.viewer.accountId,
        details: { about: title },
      });
    });
    return true;
  }

  /** What the own side says of it; a second time it takes the place of the first, until both have written. */
  async review(
    viewer: Viewer,
    { collaborationId, text, again }: ReviewCollaborationInput,
  ): Promise<CollaborationOutcomes> {
    const { side, viewer: person, row } = await this.begunSeat(viewer, collaborationId);
    if (row.state === 'active') {
      throw conflict('WRONG_STATE', 'The work is still under way: say what you make of it when it has ended.');
    }
    const said = written('text', text, { min: 1, max: 2_000 });
    await this.database.transaction(async (tx) => {
      await lockCollaboration(tx, collaborationId);
      const both = await tx.row('SELECT FROM collaboration_review WHERE collaboration_id = $1 HAVING count(*) = 2', [
        collaborationId,
      ]);
      // Whoever has read the other's may not write theirs anew.
      if (both) throw conflict('WRONG_STATE', 'Both sides have written and read each other: this stays as it is.');
      await tx.affected(
        `INSERT INTO collaboration_review (collaboration_id, side, text, again, account_id) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (collaboration_id, side) DO UPDATE SET text = excluded.text, again = excluded.again,
           account_id = excluded.account_id, written_at = date_trunc('milliseconds', now())`,
        [collaborationId, side, said, again, person.accountId],
      );
    });
    return this.of(viewer, collaborationId);
  }

  private async begunSeat(viewer: Viewer, id: string): Promise<CollaborationSeat & { side: RequestSide }> {
    const seat = await this.collaborations.seat(viewer, id);
    const { side, row } = seat;
    if (!side) throw notAllowed('An office looks on: this is for the two sides to do.');
    if (!begun.includes(row.state)) {
      throw conflict('WRONG_STATE', 'Nothing has come of it yet: the work has not begun.', { state: row.state });
    }
    return { ...seat, side };
  }

  private async one(id: string, side: RequestSide): Promise<Outcome> {
    const row = await this.database.row<Outcome>(
      `SELECT ${this.database.columns(Outcome, 'o')} FROM outcome o WHERE o.id = $1`,
      [id],
    );
    if (!row) throw notFound('outcome');
    return complete(row, side);
  }
}

const complete = (row: Outcome, side: RequestSide | null): Outcome => ({
  ...row,
  // PostgreSQL's driver gives a bigint as text.
  amountPence: row.amountPence === null ? null : Number(row.amountPence),
  mine: row.side === side,
});
