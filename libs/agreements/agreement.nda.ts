import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CollaborationListener,
  CollaborationListeners,
  type CollaborationNews,
  recordCollaborationEvent,
} from '#collaborations';
import type { Tx } from '#database';
import { type NdaSignatures, ndaSignatures, ndaText } from '#requests';
import { kindOf, agreementRules as rules } from './agreement.rules.js';

/**
 * The NDA that was signed before a blind brief showed who is behind it goes on as an agreement of the collaboration that
 * begins, so that restricted documents open and close by the same record.
 */
@Injectable()
export class NdaOfRequest implements CollaborationListener, OnModuleInit {
  constructor(@Inject(CollaborationListeners) private readonly listeners: CollaborationListeners) {}

  onModuleInit() {
    this.listeners.add(this);
  }

  async heard(tx: Tx, { collaborationId, action }: CollaborationNews): Promise<void> {
    if (action !== 'begin') return;
    const row = await tx.row<{ requestId: string | null }>(
      'SELECT request_id AS "requestId" FROM collaboration WHERE id = $1',
      [collaborationId],
    );
    const signatures = row?.requestId ? await ndaSignatures(tx, row.requestId) : undefined;
    if (signatures) await this.enter(tx, collaborationId, signatures);
  }

  private async enter(tx: Tx, collaborationId: string, { version, accountId, open, hidden }: NdaSignatures) {
    const text = ndaText(version);
    if (!text) throw new Error(`There is no version ${version} of the NDA`);
    const sections = text.sections.map((section) =>
      section.code === 'parties'
        ? { ...section, text: `${section.text} The recipient is ${open.binds}; the discloser is ${hidden.name}.` }
        : section,
    );
    const agreement = await tx.row<{ id: string }>(
      `INSERT INTO agreement (collaboration_id, kind, state, sections, terms_number, created_by)
       VALUES ($1, 'nda', 'in-review', $2, 1, $3) RETURNING id`,
      [collaborationId, JSON.stringify(sections), accountId],
    );
    if (!agreement) throw new Error('The agreement was not inserted');
    // The side behind the brief has offered this text with it, and has agreed to it by its own yes.
    const signed = [
      { ...open, accountId },
      {
        side: hidden.side,
        signatory: hidden.person ?? hidden.name,
        role: 'Said yes for the side behind the brief',
        signedOn: hidden.saidYesOn,
        accountId: hidden.accountId,
      },
    ];
    for (const { side, signatory, role, signedOn, accountId: by } of signed) {
      await tx.affected(
        `INSERT INTO agreement_signature (agreement_id, side, signatory, role, signed_on, account_id)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [agreement.id, side, signatory, role, signedOn, by],
      );
    }
    await tx.affected(
      `UPDATE agreement SET state = 'signed', signed_on = (
         SELECT max(signed_on) FROM agreement_signature WHERE agreement_id = $1) WHERE id = $1`,
      [agreement.id],
    );
    await recordCollaborationEvent(tx, {
      collaborationId,
      action: 'sign-agreement',
      side: open.side,
      accountId,
      note: kindOf(rules, 'nda')?.label ?? null,
      details: { agreementId: agreement.id },
    });
  }
}
