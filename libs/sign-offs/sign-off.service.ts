import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SignedIn, Viewer } from '#accounts';
import {
  type CollaborationSeat,
  CollaborationService,
  CollaborationTerms,
  recordCollaborationEvent,
  termsInWords,
} from '#collaborations';
import { SETTINGS, type Settings } from '#config';
import { Database, once, type Tx } from '#database';
import { badInput, conflict, isId, notFound, written } from '#graphql';
import { addJob } from '#jobs';
import type { SignOffContent } from './sign-off.content.js';
import type { SignOff } from './sign-off.entity.js';
import type { AskSignOffInput } from './sign-off.inputs.js';
import { SIGN_OFF_LETTERS } from './sign-off.letters.js';
import { refuseTooMany } from './sign-off.limits.js';
import { collaborationOf, type SignOffRow, signOffsOf } from './sign-off.queries.js';
import { signOffLimits } from './sign-off.rules.js';
import { hashOf, tokenOf } from './sign-off.tokens.js';

const decided: Record<string, string> = {
  approved: 'Approved',
  'changes-wanted': 'Asked for changes',
  refused: 'Refused',
};

/** Sign-offs as the people of a collaboration see and ask for them. */
@Injectable()
export class SignOffService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'authSecret'>,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(CollaborationTerms) private readonly terms: CollaborationTerms,
  ) {}

  /** The sign-offs of a collaboration, in the order in which they are asked for. */
  async list(viewer: Viewer, collaborationId: string): Promise<SignOff[]> {
    const seat = await this.collaborations.seat(viewer, collaborationId);
    return this.complete(seat, await signOffsOf(this.database, collaborationId));
  }

  /** Asks one person for an approval: a letter with a link that holds once. An earlier link opens nothing any more. */
  async ask(viewer: Viewer, input: AskSignOffInput): Promise<SignOff> {
    const { signOffId, email, idempotencyKey } = input;
    const name = written('name', input.name, { min: 2, max: 200 });
    const collaborationId = isId(signOffId) ? await collaborationOf(this.database, signOffId) : null;
    if (!collaborationId) throw notFound('sign-off');
    const seat = await this.collaborations.seat(viewer, collaborationId).catch(() => {
      throw notFound('sign-off');
    });
    // Read before the transaction: where the terms change meanwhile, the link would say so and open nothing.
    const terms = await this.terms.current(collaborationId);
    await this.database.transaction(async (tx) => {
      const { side, row, viewer: person } = await this.collaborations.workingSeat(viewer, collaborationId, tx);
      const { accountId } = person;
      await once(tx, { accountId, key: idempotencyKey, operation: 'askSignOff', input }, async () => {
        const all = await signOffsOf(this.database, collaborationId, tx);
        const signOff = all.find(({ id }) => id === signOffId);
        if (!signOff) throw notFound('sign-off');
        if (row.termsNumber !== terms.number) {
          throw conflict('CHANGED_MEANWHILE', 'Meanwhile the terms were changed: read them, then ask again.');
        }
        if (signOff.state === 'approved') throw conflict('WRONG_STATE', 'This is approved already.');
        const waiting = waitsFor(signOff, all);
        if (waiting.length > 0) {
          throw conflict('NOT_READY', `This comes after: ${waiting.join(', ')}.`, { waitsFor: waiting });
        }
        await this.refuseOwn(tx, email, person, seat);
        await refuseTooMany(tx, accountId, email);
        const content = contentOf(seat, person, signOff, all, terms.number, termsInWords(terms));
        const linkId = await this.link(tx, signOff.id, email, content);
        await tx.affected(
          `UPDATE sign_off SET state = 'asked', approver_name = $2, approver_email = $3, asked_side = $4, asked_by = $5,
             asked_at = now(), decided_at = NULL, reason = NULL, terms_number = NULL WHERE id = $1`,
          [signOffId, name, email, side, accountId],
        );
        await addJob(tx, SIGN_OFF_LETTERS, { linkId, what: 'ask' });
        await recordCollaborationEvent(tx, {
          collaborationId,
          action: 'ask-sign-off',
          side,
          accountId,
          details: { code: signOff.code, name, termsNumber: terms.number, about: `${name} (${signOff.label})` },
        });
        return { signOffId };
      });
    });
    return this.one(viewer, collaborationId, signOffId);
  }

  /** Takes back what was asked: the link opens nothing any more. */
  async revoke(viewer: Viewer, signOffId: string): Promise<SignOff> {
    const collaborationId = isId(signOffId) ? await collaborationOf(this.database, signOffId) : null;
    if (!collaborationId) throw notFound('sign-off');
    await this.collaborations.seat(viewer, collaborationId).catch(() => {
      throw notFound('sign-off');
    });
    await this.database.transaction(async (tx) => {
      const { side, viewer: person } = await this.collaborations.workingSeat(viewer, collaborationId, tx);
      const moved = await tx.row<{ code: string; about: string }>(
        `UPDATE sign_off SET state = 'to-ask' WHERE id = $1 AND state = 'asked'
         RETURNING code, concat(approver_name, ' (', label, ')') AS about`,
        [signOffId],
      );
      if (!moved) throw conflict('WRONG_STATE', 'Nobody is being asked for this now.');
      await revokeLinks(tx, signOffId);
      await recordCollaborationEvent(tx, {
        collaborationId,
        action: 'revoke-sign-off',
        side,
        accountId: person.accountId,
        details: moved,
      });
    });
    return this.one(viewer, collaborationId, signOffId);
  }

  private async one(viewer: Viewer, collaborationId: string, id: string): Promise<SignOff> {
    const found = (await this.list(viewer, collaborationId)).find((each) => each.id === id);
    if (!found) throw notFound('sign-off');
    return found;
  }

  private complete({ side }: CollaborationSeat, rows: SignOffRow[]): SignOff[] {
    return rows.map((row) => ({
      ...row,
      approverEmail: side !== null && row.askedSide === side ? row.approverEmail : null,
      waitsFor: waitsFor(row, rows),
      forMySide: row.asksSide === side,
    }));
  }

  private async link(tx: Tx, signOffId: string, email: string, content: SignOffContent): Promise<string> {
    await revokeLinks(tx, signOffId);
    const id = randomUUID();
    await tx.affected(
      `INSERT INTO sign_off_link (id, sign_off_id, token_hash, email, terms_number, content, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))`,
      [
        id,
        signOffId,
        hashOf(tokenOf(this.settings.authSecret, id)),
        email,
        content.termsNumber,
        JSON.stringify(content),
        signOffLimits.linkDays,
      ],
    );
    return id;
  }

  /** Nobody approves what they do themselves: neither who asks, nor the academic whose time it is. */
  private async refuseOwn(tx: Tx, email: string, person: SignedIn, { row }: CollaborationSeat) {
    const own = await tx.row(
      `SELECT FROM academic a LEFT JOIN account_holder h ON h.id = a.account_id
       WHERE a.id = ANY($1::uuid[]) AND (h.email = $2 OR a.contact_email = $2)`,
      [[row.senderAcademicId, row.receiverAcademicId], email],
    );
    if (own || email.toLowerCase() === person.email.toLowerCase()) {
      throw badInput('email', 'this is the address of somebody who takes part.', 'Name the person who approves it.');
    }
  }
}

const waitsFor = (signOff: SignOffRow, all: readonly SignOffRow[]): string[] =>
  all
    .filter(({ code, necessary, state }) => necessary && state !== 'approved' && signOff.afterCodes.includes(code))
    .map(({ label }) => label);

const revokeLinks = (tx: Tx, signOffId: string) =>
  tx.affected(
    'UPDATE sign_off_link SET revoked_at = now() WHERE sign_off_id = $1 AND used_at IS NULL AND revoked_at IS NULL',
    [signOffId],
  );

const contentOf = (
  { row }: CollaborationSeat,
  person: SignedIn,
  signOff: SignOffRow,
  all: readonly SignOffRow[],
  termsNumber: number,
  terms: { label: string; value: string }[],
): SignOffContent => {
  const academicFirst = row.senderAcademicId !== null || row.receiverAcademicId === null;
  return {
    label: signOff.label,
    title: row.title,
    askedBy: person.name,
    who: academicFirst ? row.senderName : row.receiverName,
    withWhom: academicFirst ? row.receiverName : row.senderName,
    termsNumber,
    terms,
    others: all.flatMap(({ id, label, state, approverName, termsNumber: on }) =>
      id !== signOff.id && on === termsNumber && decided[state]
        ? [{ label, value: `${decided[state]}${approverName ? ` by ${approverName}` : ''}` }]
        : [],
    ),
    why: signOff.why,
    rules: signOff.rules,
  };
};
