import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { CollaborationService, CollaborationTerms, recordCollaborationEvent } from '#collaborations';
import { Database, once, type Tx } from '#database';
import { FileService } from '#files';
import { badInput, conflict, notFound, today, written } from '#graphql';
import { type RequestSide } from '#requests';
import type { Agreement, AgreementAction, AgreementState } from './agreement.entity.js';
import type {
  DraftAgreementInput,
  MoveAgreementInput,
  RecordSignatureInput,
  SaveAgreementStepInput,
  SaveHeadsOfTermsInput,
} from './agreement.inputs.js';
import type { AgreementRow } from './agreement.queries.js';
import { inForce, kindOf, agreementRules as rules } from './agreement.rules.js';
import { AgreementService } from './agreement.service.js';
import { prefilled } from './heads.of.terms.js';
import { stepsFor } from './navigator.js';

/** One collaboration has a handful of agreements; those that have ended are kept, and end somewhere, too. */
const mostAgreements = 20;
const mostEver = 100;

const moves: Record<AgreementAction, { from: readonly AgreementState[]; to: AgreementState }> = {
  submit: { from: ['draft'], to: 'in-review' },
  reopen: { from: ['in-review'], to: 'draft' },
  end: { from: ['draft', 'in-review', 'signed'], to: 'ended' },
};

/** Somebody who is about to change an agreement. */
interface Hand {
  row: AgreementRow;
  side: RequestSide;
  accountId: string;
}

/** Drafts, changes and signs agreements. Each change names the version that it was made on. */
@Injectable()
export class AgreementWork {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AgreementService) private readonly agreements: AgreementService,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(CollaborationTerms) private readonly terms: CollaborationTerms,
    @Inject(FileService) private readonly files: FileService,
  ) {}

  /** Drafts an agreement once for its key, its heads of terms filled in from the terms of the collaboration. */
  async draft(viewer: Viewer, input: DraftAgreementInput): Promise<Agreement> {
    const kind = kindOf(rules, input.agreementKind);
    if (!kind || !inForce(kind, today())) {
      throw badInput('agreementKind', 'is no kind of agreement.', 'Use a code that agreementKinds lists.');
    }
    const { collaborationId, idempotencyKey, ...asked } = input;
    const seat = await this.collaborations.seat(viewer, collaborationId);
    const terms = await this.terms.current(collaborationId);
    const { accountId } = seat.viewer;
    const sections = prefilled(rules, kind, {
      terms,
      parties: [seat.row.senderName, seat.row.receiverName],
      today: today(),
    });
    const answers = Object.fromEntries(input.answers.map(({ question, answer }) => [question, answer]));
    const steps = stepsFor(rules, kind, { startsOn: terms.startsOn, today: today() });
    const repeatable = {
      accountId,
      key: idempotencyKey,
      operation: 'draftAgreement',
      input: { collaborationId, ...asked },
    };
    const { id } = await this.database.transaction((tx) =>
      once(tx, repeatable, async () => {
        const { side } = await this.collaborations.workingSeat(viewer, collaborationId, tx);
        const row = await tx.row<{ id: string }>(
          `INSERT INTO agreement (collaboration_id, kind, answers, sections, terms_number, created_by)
           SELECT $1, $2, $3, $4, $5, $6
           WHERE (SELECT count(*) FILTER (WHERE state <> 'ended') < $7 AND count(*) < $8
             FROM agreement WHERE collaboration_id = $1) RETURNING id`,
          [
            collaborationId,
            kind.code,
            JSON.stringify(answers),
            JSON.stringify(sections),
            terms.number,
            accountId,
            mostAgreements,
            mostEver,
          ],
        );
        if (!row) {
          throw conflict(
            'LIMIT_REACHED',
            `There are ${mostAgreements} agreements already, or ${mostEver} with those that have ended. End those that are not needed.`,
          );
        }
        await tx.affected(
          `INSERT INTO agreement_step (agreement_id, code, position, due_on)
           SELECT $1, code, position, due_on::date FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS s (code, due_on, position)`,
          [row.id, steps.map(({ code }) => code), steps.map(({ dueOn }) => dueOn)],
        );
        await this.record(
          tx,
          { row: { collaborationId, id: row.id, kindCode: kind.code }, side, accountId },
          'draft-agreement',
        );
        return { id: row.id };
      }),
    );
    return this.read(viewer, id);
  }

  /** Writes the heads of terms, while the agreement is a draft. */
  async saveHeads(viewer: Viewer, { id, version, sections }: SaveHeadsOfTermsInput): Promise<Agreement> {
    const cleaned = sections.map(({ code, title, text }, at) => ({
      code,
      title: written(`sections[${at}].title`, title, { min: 1, max: 120 }),
      text: written(`sections[${at}].text`, text, { max: 4_000 }),
    }));
    const doubled = cleaned.find(({ code }, at) => cleaned.findIndex((each) => each.code === code) !== at);
    if (doubled)
      throw badInput('sections', `"${doubled.code}" is there twice.`, 'Give each section a code of its own.');
    await this.change(viewer, id, async (tx, { row }) => {
      refuseUnless(row, ['draft'], version);
      await tx.affected('UPDATE agreement SET sections = $2, terms_number = $3 WHERE id = $1', [
        id,
        JSON.stringify(cleaned),
        row.termsNow,
      ]);
    });
    return this.read(viewer, id);
  }

  /** Sends a draft to review, takes it back, or ends it. What is taken back to be changed has no signatures any more. */
  async move(viewer: Viewer, { id, version, action }: MoveAgreementInput): Promise<Agreement> {
    const { from, to } = moves[action];
    await this.change(viewer, id, async (tx, hand) => {
      refuseUnless(hand.row, from, version);
      if (action === 'reopen') await tx.affected('DELETE FROM agreement_signature WHERE agreement_id = $1', [id]);
      await tx.affected('UPDATE agreement SET state = $2 WHERE id = $1 AND state = ANY($3)', [id, to, from]);
      await this.record(tx, hand, `${action}-agreement`);
    });
    return this.read(viewer, id);
  }

  /** Records that the viewer's own side has signed; with the second side the agreement is signed. */
  async sign(viewer: Viewer, input: RecordSignatureInput): Promise<Agreement> {
    const { id, version, signedOn, fileId } = input;
    const signatory = written('signatory', input.signatory, { min: 1, max: 200 });
    const role = written('signatoryRole', input.signatoryRole, { min: 1, max: 200 });
    if (signedOn > today()) throw badInput('signedOn', 'is in the future.', 'Record a signature once it is there.');
    await this.change(viewer, id, async (tx, hand) => {
      const { row, side, accountId } = hand;
      refuseUnless(row, ['in-review'], version);
      const signed = await tx.affected(
        `INSERT INTO agreement_signature (agreement_id, side, signatory, role, signed_on, account_id)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [id, side, signatory, role, signedOn, accountId],
      );
      if (signed === 0) throw conflict('WRONG_STATE', 'Your side has signed already: now the other side signs.');
      const file = fileId ? await this.files.attach(tx, viewer, fileId, 'agreement') : null;
      await tx.affected(
        `UPDATE agreement a SET file_id = coalesce($2, file_id),
           state = CASE WHEN s.sides = 2 THEN 'signed' ELSE state END,
           signed_on = CASE WHEN s.sides = 2 THEN s.last END
         FROM (SELECT count(*) AS sides, max(signed_on) AS last FROM agreement_signature WHERE agreement_id = $1) s
         WHERE a.id = $1`,
        [id, file?.id ?? null],
      );
      if (file && row.fileId) await this.files.remove(tx, [row.fileId]);
      await this.record(tx, hand, 'sign-agreement');
    });
    return this.read(viewer, id);
  }

  /** Moves the day of a step, or says that it is done. */
  async saveStep(viewer: Viewer, { agreementId, step, dueOn, done }: SaveAgreementStepInput): Promise<Agreement> {
    await this.change(viewer, agreementId, async (tx, { row, accountId }) => {
      if (row.state === 'ended') refuseUnless(row, ['draft', 'in-review', 'signed'], row.version);
      const saved = await tx.affected(
        `UPDATE agreement_step SET due_on = $3,
           done_on = CASE WHEN $4 THEN coalesce(done_on, current_date) END, done_by = CASE WHEN $4 THEN coalesce(done_by, $5) END
         WHERE agreement_id = $1 AND code = $2`,
        [agreementId, step, dueOn ?? null, done, accountId],
      );
      if (saved === 0) throw badInput('step', 'is no step of this agreement.', 'Use the code of one of its steps.');
    });
    return this.read(viewer, agreementId);
  }

  /** Works on an agreement whose collaboration is locked, as somebody on one of its sides. */
  private async change(viewer: Viewer, id: string, work: (tx: Tx, hand: Hand) => Promise<void>): Promise<void> {
    const { agreement } = await this.agreements.one(viewer, id);
    await this.database.transaction(async (tx) => {
      const { side, viewer: person } = await this.collaborations.workingSeat(viewer, agreement.collaborationId, tx);
      await work(tx, { row: await this.agreements.row(id, tx), side, accountId: person.accountId });
    });
  }

  private async read(viewer: Viewer, id: string): Promise<Agreement> {
    return (await this.agreements.one(viewer, id)).agreement;
  }

  private record(
    tx: Tx,
    {
      row,
      side,
      accountId,
    }: { row: Pick<AgreementRow, 'id' | 'collaborationId' | 'kindCode'>; side: RequestSide; accountId: string },
    action: string,
  ) {
    const { collaborationId, id, kindCode } = row;
    const note = kindOf(rules, kindCode)?.label ?? null;
    return recordCollaborationEvent(tx, {
      collaborationId,
      action,
      side,
      accountId,
      note,
      details: { agreementId: id },
    });
  }
}

const stateWords: Record<AgreementState, string> = {
  draft: 'is a draft',
  'in-review': 'is in review',
  signed: 'is signed',
  ended: 'has ended',
};

/** The collaboration is locked: what is checked here is so until the transaction ends. */
const refuseUnless = (row: AgreementRow | undefined, states: readonly AgreementState[], version: number) => {
  if (!row) throw notFound('agreement');
  if (!states.includes(row.state)) {
    throw conflict('WRONG_STATE', `This agreement ${stateWords[row.state]}: that cannot be done with it now.`, {
      state: row.state,
    });
  }
  if (row.version !== version) {
    throw conflict(
      'CHANGED_MEANWHILE',
      'Meanwhile somebody has changed this agreement. Read it again, then change what you meant to.',
      {
        version: row.version,
      },
    );
  }
};
