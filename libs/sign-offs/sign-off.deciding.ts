import { Inject, Injectable, Logger } from '@nestjs/common';
import { isSignedIn, type Viewer } from '#accounts';
import { collaborationAudience, isFinal, lockCollaboration, recordCollaborationEvent } from '#collaborations';
import { SETTINGS, type Settings } from '#config';
import { Database, type Tx } from '#database';
import { badInput, conflict, notFound, writtenIfAny } from '#graphql';
import { addJob } from '#jobs';
import { notify } from '#notifications';
import type { SignOffContent, SignOffLinkView } from './sign-off.content.js';
import type { SignOffDecision } from './sign-off.entity.js';
import type { DecideSignOffInput } from './sign-off.inputs.js';
import { SIGN_OFF_LETTERS } from './sign-off.letters.js';
import { type LinkRow, linkByHash } from './sign-off.queries.js';
import { signOffLimits } from './sign-off.rules.js';
import { codeOf, hashOf, maskedAddress, sameCode } from './sign-off.tokens.js';

type LinkState = SignOffLinkView['state'];

const stateOf = ({
  usedAt,
  revokedAt,
  expiresAt,
  termsNumber,
  currentTerms,
  collaborationState,
}: LinkRow): LinkState => {
  if (usedAt) return 'used';
  // What is over is read and decided on by nobody any more.
  if (revokedAt || termsNumber !== currentTerms || isFinal(collaborationState)) return 'revoked';
  return expiresAt <= new Date() ? 'expired' : 'open';
};

const closed: Record<Exclude<LinkState, 'open'>, string> = {
  used: 'This link has been used: what was decided with it stands.',
  revoked:
    'This link no longer holds: it was taken back, or what it was about has changed. You are asked again if needed.',
  expired: 'This link has expired. Whoever asked can send a new one.',
};

/** What somebody who was sent a link does with it. Who holds a link must also be who it was sent to. */
@Injectable()
export class SignOffDeciding {
  private readonly log = new Logger('SignOffs');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'authSecret'>,
  ) {}

  /** What there is to know of a link before a code is given. */
  async look(viewer: Viewer, token: string): Promise<SignOffLinkView> {
    const link = await this.find(token);
    const state = stateOf(link);
    return {
      state,
      label: state === 'open' ? link.label : null,
      sentTo: state === 'open' ? maskedAddress(link.email) : null,
      needsCode: !isSentTo(viewer, link),
      expiresAt: link.expiresAt,
    };
  }

  /** Sends a code to the address that the link was sent to. */
  async sendCode(token: string): Promise<boolean> {
    const link = await this.find(token);
    const { id } = link;
    const now = stateOf(link);
    if (now !== 'open') throw conflict('LINK_CLOSED', closed[now], { state: now });
    await this.database.transaction(async (tx) => {
      const sent = await tx.affected(
        `UPDATE sign_off_link SET codes_sent = codes_sent + 1, code_until = now() + make_interval(mins => $2)
         WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now() AND codes_sent < $3`,
        [id, signOffLimits.codeMinutes, signOffLimits.codesPerLink],
      );
      if (sent === 0) {
        const state = stateOf(await this.find(token));
        if (state !== 'open') throw conflict('LINK_CLOSED', closed[state], { state });
        throw conflict('LIMIT_REACHED', 'No more codes are sent for this link. Whoever asked can send a new one.');
      }
      await addJob(tx, SIGN_OFF_LETTERS, { linkId: id, what: 'code' });
    });
    return true;
  }

  /** Shows what is to be approved. */
  async open(viewer: Viewer, token: string, code: string | null): Promise<SignOffContent> {
    const link = await this.admitted(viewer, token, code);
    await this.database.affected(
      'UPDATE sign_off_link SET opened_at = coalesce(opened_at, now()) WHERE id = $1 AND used_at IS NULL',
      [link.id],
    );
    return link.content as SignOffContent;
  }

  /** Records the decision: once, on the terms that were shown, and only while they hold. */
  async decide(viewer: Viewer, { token, code, decision, reason }: DecideSignOffInput): Promise<SignOffDecision> {
    const said = writtenIfAny('reason', reason, 2_000);
    if (decision !== 'approved' && !said) {
      throw badInput('reason', 'it is empty.', 'Say what would have to change, or why not.');
    }
    const { id, collaborationId, signOffId } = await this.admitted(viewer, token, code ?? null);
    await this.database.transaction(async (tx) => {
      await lockCollaboration(tx, collaborationId);
      const link = await linkByHash(tx, hashOf(token), true);
      const state = link ? stateOf(link) : 'revoked';
      if (!link || state !== 'open') throw conflict('LINK_CLOSED', closed[state as 'used'], { state });
      await tx.affected('UPDATE sign_off_link SET used_at = now() WHERE id = $1', [id]);
      const moved = await tx.affected(
        `UPDATE sign_off SET state = $2, decided_at = now(), reason = $3, terms_number = $4 WHERE id = $1 AND state = 'asked'`,
        [signOffId, decision, said, link.termsNumber],
      );
      if (moved !== 1) throw conflict('LINK_CLOSED', closed.revoked, { state: 'revoked' });
      await this.tell(tx, link, decision, said);
    });
    return decision;
  }

  private async tell(tx: Tx, link: LinkRow, decision: SignOffDecision, reason: string | null) {
    const { collaborationId, signOffId, code, approverName, termsNumber, label } = link;
    await recordCollaborationEvent(tx, {
      collaborationId,
      action: `sign-off-${decision}`,
      side: null,
      accountId: null,
      note: reason,
      details: { code, name: approverName, termsNumber, about: `${approverName} (${label})` },
    });
    const people = await collaborationAudience(tx, [collaborationId]);
    await notify(
      tx,
      people.map(({ accountId }) => ({
        accountId,
        kind: `sign-off-${decision}`,
        subjectKind: 'sign-off',
        subjectId: signOffId,
      })),
      { letterAt: new Date() },
    );
    await addJob(tx, SIGN_OFF_LETTERS, { linkId: link.id, what: 'receipt' });
  }

  /** The link with this token; one that never was is logged, and tells nothing. */
  private async find(token: string): Promise<LinkRow> {
    const link = /^[\w-]{43}$/.test(token) ? await linkByHash(this.database, hashOf(token)) : undefined;
    if (link) return link;
    this.log.warn('A sign-off link that does not exist was tried.');
    throw notFound('link');
  }

  /** The open link, for the person it was sent to: signed in with that address, or with the code that was sent there. */
  private async admitted(viewer: Viewer, token: string, code: string | null): Promise<LinkRow> {
    const link = await this.find(token);
    const state = stateOf(link);
    if (state !== 'open') {
      this.log.warn(`A sign-off link was tried that is ${state}.`);
      throw conflict('LINK_CLOSED', closed[state], { state });
    }
    if (isSentTo(viewer, link)) return link;
    if (!code) throw badInput('code', 'it is empty.', 'Enter the six digits of the letter that was sent to you.');
    if (!link.codeUntil || link.codeUntil <= new Date()) {
      throw badInput('code', 'it no longer holds.', 'Have a new code sent to you.');
    }
    const wrong = await this.wrongCodes(link, code);
    if (wrong === 0) return link;
    if (wrong >= signOffLimits.wrongCodes) await this.lockOut(link);
    throw badInput('code', 'it is not the one that was sent.', 'Enter the six digits of the newest letter.');
  }

  /**
   * How many codes were wrong, this one included; 0 for the right one. Codes are compared one after the other, so that many at
   * once get no more tries.
   */
  private wrongCodes({ id, codesSent }: LinkRow, code: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const before = await tx.row<{ wrong: number }>(
        'SELECT wrong_codes AS wrong FROM sign_off_link WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!before || before.wrong >= signOffLimits.wrongCodes) return signOffLimits.wrongCodes;
      if (sameCode(code.replace(/\s/g, ''), codeOf(this.settings.authSecret, id, codesSent))) return 0;
      await tx.affected('UPDATE sign_off_link SET wrong_codes = wrong_codes + 1 WHERE id = $1', [id]);
      return before.wrong + 1;
    });
  }

  /** Too many wrong codes: the link is closed, and the people who asked can ask again. */
  private async lockOut(link: LinkRow) {
    this.log.warn('A sign-off link was closed after too many wrong codes.');
    await this.database.transaction(async (tx) => {
      await lockCollaboration(tx, link.collaborationId);
      const revoked = await tx.affected(
        'UPDATE sign_off_link SET revoked_at = now() WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL',
        [link.id],
      );
      if (revoked === 0) return;
      await tx.affected(`UPDATE sign_off SET state = 'to-ask' WHERE id = $1 AND state = 'asked'`, [link.signOffId]);
      await recordCollaborationEvent(tx, {
        collaborationId: link.collaborationId,
        action: 'sign-off-locked',
        side: 'clock',
        accountId: null,
        details: { code: link.code, about: `${link.approverName} (${link.label})` },
      });
    });
  }
}

const isSentTo = (viewer: Viewer, { email }: LinkRow): boolean =>
  isSignedIn(viewer) && viewer.emailVerified && viewer.email.toLowerCase() === email.toLowerCase();
