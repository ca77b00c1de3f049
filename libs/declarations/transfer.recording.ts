import { Inject, Injectable } from '@nestjs/common';
import { AcademicService } from '#academics';
import { isMemberOf, signedIn, type Viewer } from '#accounts';
import { CollaborationService } from '#collaborations';
import { Database, once, type Tx } from '#database';
import { badInput, conflict, dayInWords, notAllowed, notFound, today, written } from '#graphql';
import { notify, readAbout } from '#notifications';
import { OrganisationService } from '#organisations';
import { declarationRules, transferCategories, transferCategory } from './declaration.rules.js';
import type { TransferOfValue } from './transfer.entity.js';
import type { CorrectTransferInput, RecordTransferInput, TransferContentInput } from './transfer.inputs.js';
import { consentMayBecome, type NamingConsent, type RecipientKind, type TransferAction } from './transfer.policy.js';
import { changeTransfer, concernedBy, insertTransfer, type TransferStep } from './transfer.queries.js';
import { TransferService } from './transfer.service.js';

/** The subject of notifications about transfers of value. */
export const transferSubject = 'transfer';

const unknown = new Set<string>();

/** Records transfers of value, and what the two sides say of them afterwards. */
@Injectable()
export class TransferRecording {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(TransferService) private readonly transfers: TransferService,
  ) {}

  /** Records a transfer once for its key, and asks the recipient whether they may be named. */
  async record(viewer: Viewer, input: RecordTransferInput): Promise<TransferOfValue> {
    const { accountId } = signedIn(viewer);
    if (!isMemberOf(viewer, input.organisationId)) throw notFound('organisation');
    if (!(await this.organisations.actsFor(viewer, input.organisationId))) {
      throw conflict('NOT_VERIFIED', 'Your organisation is not verified yet, so it cannot record transfers of value.');
    }
    const recipient = await this.recipientOf(viewer, input);
    const collaborationId = await this.collaborationOf(viewer, input);
    const content = contentOf(input, recipient.recipient_kind);
    if (input.amountPence === 0) throw badInput('amountPence', 'it is 0.', 'Give what was transferred, in pence.');
    const { idempotencyKey, ...asked } = input;
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'recordTransfer', input: asked }, async () => {
        const made = await insertTransfer(tx, accountId, {
          organisation_id: input.organisationId,
          collaboration_id: collaborationId,
          ...recipient,
          ...content,
        });
        if (!made) throw new Error('The transfer was not inserted');
        await this.tell(tx, made.id, 'transfer-recorded', 'recipient', accountId);
        return made;
      }),
    );
    return this.transfers.one(viewer, id);
  }

  /** Puts a recorded transfer right, which also settles a dispute; a stale version changes nothing. */
  async correct(viewer: Viewer, { id, version, ...input }: CorrectTransferInput): Promise<TransferOfValue> {
    const transfer = await this.seat(viewer, id, 'correct');
    const changes = { ...contentOf(input, transfer.recipientKind), state: 'corrected', dispute_reason: null };
    await this.step(viewer, { id, version, action: 'corrected', changes }, ['transfer-corrected', 'recipient']);
    return this.transfers.one(viewer, id);
  }

  /** Says that what was recorded is wrong. */
  async dispute(viewer: Viewer, id: string, reason: string): Promise<TransferOfValue> {
    const { version } = await this.seat(viewer, id, 'dispute');
    const changes = { state: 'disputed', dispute_reason: written('reason', reason, { min: 3, max: 1_000 }) };
    await this.step(viewer, { id, version, action: 'disputed', changes }, ['transfer-disputed', 'company']);
    return this.transfers.one(viewer, id);
  }

  /** Says whether the recipient may be named; what was given can be withdrawn at any time. */
  async consent(viewer: Viewer, id: string, consent: NamingConsent): Promise<TransferOfValue> {
    const { accountId } = signedIn(viewer);
    const transfer = await this.seat(viewer, id, 'consent');
    if (!['given', 'refused', 'withdrawn'].includes(consent)) {
      throw badInput('consent', 'there is no such answer.', 'Say given, refused or withdrawn.');
    }
    if (transfer.consent === consent) return transfer;
    if (!consentMayBecome(transfer.consent, consent)) {
      throw conflict('WRONG_STATE', `Your consent is ${transfer.consent}: it cannot become ${consent}.`, {
        consent: transfer.consent,
      });
    }
    const changes = { consent, consent_at: new Date(), consent_by: consent === 'given' ? accountId : null };
    await this.step(viewer, { id, version: transfer.version, action: 'consent', changes });
    return this.transfers.one(viewer, id);
  }

  private async step(
    viewer: Viewer,
    step: Omit<TransferStep, 'accountId'>,
    told?: [kind: string, side: 'recipient' | 'company'],
  ) {
    const { accountId } = signedIn(viewer);
    await this.database.transaction(async (tx) => {
      if (!(await changeTransfer(tx, { ...step, accountId }))) {
        throw conflict('CHANGED_MEANWHILE', 'This transfer has changed since you read it. Read it again.');
      }
      await readAbout(tx, accountId, transferSubject, [step.id]);
      if (told) await this.tell(tx, step.id, ...told, accountId);
    });
  }

  private async tell(tx: Tx, id: string, kind: string, side: 'recipient' | 'company', but: string) {
    const people = (await concernedBy(tx, id, side)).filter(({ accountId }) => accountId !== but);
    const told = people.map(({ accountId }) => ({
      accountId,
      kind,
      subjectKind: transferSubject,
      subjectId: id,
      details: { side },
    }));
    await notify(tx, told, { letterAt: new Date(), lettersPerDay: declarationRules.transferLettersPerDay });
  }

  private async seat(viewer: Viewer, id: string, action: TransferAction): Promise<TransferOfValue> {
    const transfer = await this.transfers.one(viewer, id);
    if (transfer.actions.includes(action)) return transfer;
    if (action === 'dispute' && transfer.roles.includes('recipient')) {
      throw conflict('WRONG_STATE', 'You have disputed it already: the company has not answered yet.');
    }
    throw notAllowed(
      action === 'correct' ? 'Only the company corrects what it has recorded.' : 'This is for the one who got it.',
    );
  }

  /** The collaboration that it belongs to, of which the company is a side. */
  private async collaborationOf(viewer: Viewer, { collaborationId, organisationId }: RecordTransferInput) {
    if (!collaborationId) return null;
    const id = collaborationId.toLowerCase();
    const found = (await this.collaborations.visible(viewer, [id])).get(id);
    if (found?.sides.some((side) => side.id === organisationId.toLowerCase())) return id;
    throw badInput(
      'collaborationId',
      'your company has no such collaboration.',
      'Choose one of yours, or leave it out.',
    );
  }

  private async recipientOf(viewer: Viewer, { toAcademicId, toOrganisationId, organisationId }: RecordTransferInput) {
    if (Boolean(toAcademicId) === Boolean(toOrganisationId)) {
      throw badInput('toAcademicId', 'there is one recipient.', 'Give either toAcademicId or toOrganisationId.');
    }
    if (toAcademicId) {
      const found = await this.academics.visible(viewer, [toAcademicId], unknown);
      if (!found.has(toAcademicId.toLowerCase())) {
        throw badInput('toAcademicId', 'there is no such person.', 'Choose somebody of the directory.');
      }
      return { recipient_kind: 'hcp' as const, academic_id: toAcademicId };
    }
    if (toOrganisationId === organisationId) {
      throw badInput('toOrganisationId', 'this is your own organisation.', 'Choose the one that got it.');
    }
    const found = await this.organisations.visible(viewer, [toOrganisationId ?? ''], unknown);
    if (!found.has((toOrganisationId ?? '').toLowerCase())) {
      throw badInput('toOrganisationId', 'there is no such organisation.', 'Choose one of the directory.');
    }
    return { recipient_kind: 'hco' as const, recipient_organisation_id: toOrganisationId };
  }
}

/** The columns of what was given, checked. */
const contentOf = ({ category, amountPence, paidOn, description }: TransferContentInput, kind: RecipientKind) => {
  const known = transferCategory(category);
  if (!known) {
    const codes = transferCategories.map(({ code }) => code).join(', ');
    throw badInput('category', 'there is no such code.', `Take one of ${codes}.`);
  }
  if (!known.recipients.includes(kind)) {
    throw badInput('category', `${known.label} go to organisations.`, 'Choose another category, or the organisation.');
  }
  if (paidOn > today())
    throw badInput('paidOn', `${dayInWords(paidOn)} has not come yet.`, 'Record it once it was given.');
  return {
    category,
    amount_pence: amountPence,
    paid_on: paidOn,
    description: written('description', description, { max: 1_000 }),
  };
};
