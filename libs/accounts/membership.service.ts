import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Sql } from '#database';
import { badInput, conflict, notFound, tooMany } from '#graphql';
import { ACCOUNTS_SETTINGS } from './accounts.tokens.js';
import { Attempts, type Limit } from './attempts.js';
import { invitation as invitationLetter } from './letters.js';
import {
  answerInvitationRefusal,
  changeMembershipRefusal,
  inviteRefusal,
  listMembersRefusal,
  manageInvitationsRefusal,
  type OrganisationStanding,
} from './membership.policy.js';
import { type Invitation, invitationQueries, type Member, memberQueries } from './membership.queries.js';
import { Post } from './post.js';
import { idOf, signedIn, unless } from './refusals.js';
import type { AccountsSettings } from './settings.js';
import { type OrganisationRole, organisationRoles, type Viewer } from './viewer.js';

const openAtMost = 50;
const day = 24 * 3600;
const perOrganisation: Limit = { max: 60, window: day };
const perMailbox: Limit = { max: 3, window: day };

/**
 * Who belongs to an organisation, and in what role. The tables are those of better-auth's organisation plugin; its own
 * calls are not used: they take several statements without a transaction, look at the last admin before they act and not
 * while, and want the caller's cookies where a service has a viewer.
 */
@Injectable()
export class MembershipService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Post) private readonly post: Post,
    @Inject(ACCOUNTS_SETTINGS) private readonly settings: AccountsSettings,
  ) {}

  /**
   * Gives an account a role in an organisation, whatever it had before. For the one who founds an organisation, in the
   * same transaction, and for the platform's own programs: it asks nobody.
   */
  async appoint(sql: Sql, organisationId: string, accountId: string, role: OrganisationRole): Promise<void> {
    await sql.affected(memberQueries.appoint, [organisationId, accountId, role]);
  }

  /**
   * Invites the holder of an address; inviting again renews the open invitation and sends its letter again.
   *
   * @throws ALREADY_EXISTS, LIMIT_REACHED when fifty are open, TOO_MANY letters to one mailbox or in a day
   */
  async invite(
    viewer: Viewer,
    { organisationId, email, role }: { organisationId: string; email: string; role: OrganisationRole },
  ): Promise<Invitation> {
    const inviter = signedIn(viewer);
    const address = email.trim().toLowerCase();
    if (!z.email().max(254).safeParse(address).success) {
      throw badInput('email', 'This is not an e-mail address.', 'Write it as name@example.org.');
    }
    checkRole(role);
    const organisation = await this.database.row<OrganisationStanding & { name: string }>(
      'SELECT id, name, verification FROM organisation WHERE id = $1',
      [idOf(organisationId, 'organisation')],
    );
    if (!organisation) throw notFound('organisation');
    unless(inviteRefusal(viewer, organisation), 'organisation');
    if (await this.database.row(memberQueries.byEmail, [organisation.id, address])) {
      throw conflict('ALREADY_EXISTS', 'This person belongs to the organisation already.');
    }
    await this.within(this.attempts.keyOf('invite', organisation.id), perOrganisation);
    await this.within(this.attempts.keyOf('invite-to', organisation.id, address), perMailbox);
    const row = await this.database.row<Invitation>(invitationQueries.open, [
      organisation.id,
      address,
      role,
      inviter.accountId,
      openAtMost,
    ]);
    if (!row) throw conflict('LIMIT_REACHED', `${openAtMost} invitations are open. Cancel some of them first.`);
    const url = `${this.settings.baseUrl}/invitations/${row.id}`;
    this.post.send('invitation', address, () =>
      invitationLetter({ organisation: organisation.name, inviter: inviter.name, role, url }),
    );
    return row;
  }

  /** The open invitations of an organisation, newest first, for its admins. */
  async invitations(viewer: Viewer, organisationId: string): Promise<Invitation[]> {
    unless(manageInvitationsRefusal(viewer, organisationId), 'organisation');
    return this.database.rows<Invitation>(invitationQueries.ofOrganisation, [idOf(organisationId, 'organisation')]);
  }

  /** The open invitations to the viewer's own, confirmed address. */
  async invitationsTo(viewer: Viewer): Promise<Invitation[]> {
    const { email, emailVerified } = signedIn(viewer);
    return emailVerified ? this.database.rows<Invitation>(invitationQueries.toAddress, [email]) : [];
  }

  /** Takes an invitation up, once. */
  async accept(viewer: Viewer, invitationId: string): Promise<Invitation> {
    const { accountId } = signedIn(viewer);
    await this.answerable(viewer, invitationId);
    return this.database.transaction(async (tx) => {
      const taken = await tx.row<Invitation>(invitationQueries.decide, [invitationId, 'accepted']);
      if (!taken) throw notFound('invitation');
      await tx.affected(memberQueries.join, [taken.organisationId, accountId, taken.role]);
      return taken;
    });
  }

  /** Turns an invitation down. */
  async decline(viewer: Viewer, invitationId: string): Promise<Invitation> {
    await this.answerable(viewer, invitationId);
    return this.decide(invitationId, 'rejected');
  }

  /** Takes an invitation back, for admins of the organisation. */
  async cancel(viewer: Viewer, invitationId: string): Promise<Invitation> {
    const open = await this.openInvitation(invitationId);
    unless(manageInvitationsRefusal(viewer, open.organisationId), 'invitation');
    return this.decide(invitationId, 'canceled');
  }

  /** The members of an organisation, admins first, for the members themselves. */
  async members(viewer: Viewer, organisationId: string): Promise<Member[]> {
    unless(listMembersRefusal(viewer, organisationId), 'organisation');
    return this.database.rows<Member>(memberQueries.ofOrganisation, [idOf(organisationId, 'organisation')]);
  }

  /** The accounts that hold one of the roles in an organisation; for writing to them, not for showing. */
  async accountsOf(organisationId: string, roles: readonly OrganisationRole[] = organisationRoles): Promise<string[]> {
    const rows = await this.database.rows<{ accountId: string }>(memberQueries.withRoles, [organisationId, roles]);
    return rows.map((row) => row.accountId);
  }

  /** Changes what a member is. The last admin stays admin. */
  async changeRole(
    viewer: Viewer,
    { organisationId, accountId, role }: { organisationId: string; accountId: string; role: OrganisationRole },
  ): Promise<Member> {
    checkRole(role);
    return this.change(viewer, organisationId, accountId, role);
  }

  /** Ends a membership: one's own by leaving, another's as an admin. The last admin stays. */
  async remove(
    viewer: Viewer,
    { organisationId, accountId }: { organisationId: string; accountId: string },
  ): Promise<void> {
    await this.change(viewer, organisationId, accountId, undefined);
  }

  /** The admins are locked while one of them changes, so two cannot both be the last but one. */
  private async change(viewer: Viewer, organisationId: string, accountId: string, role: OrganisationRole | undefined) {
    signedIn(viewer);
    const ids = [idOf(organisationId, 'member'), idOf(accountId, 'member')];
    return this.database.transaction(async (tx) => {
      const admins = await tx.rows(memberQueries.lockAdmins, [organisationId]);
      const member = await tx.row<Member>(memberQueries.lockOne, ids);
      if (!member) throw notFound('member');
      const change = { organisationId, accountId, present: member.role, role, admins: admins.length };
      unless(changeMembershipRefusal(viewer, change), 'member');
      if (role === undefined) await tx.affected(memberQueries.remove, ids);
      else await tx.affected(memberQueries.setRole, [...ids, role]);
      // What a person offered as an admin ends with their being one.
      if (member.role === 'admin' && role !== 'admin') await tx.affected(invitationQueries.cancelOf, ids);
      return { ...member, role: role ?? member.role };
    });
  }

  private async answerable(viewer: Viewer, invitationId: string) {
    signedIn(viewer);
    const open = await this.openInvitation(invitationId);
    unless(answerInvitationRefusal(viewer, open), 'invitation');
    if (open.expiresAt <= new Date()) {
      throw conflict('LINK_CLOSED', 'This invitation has expired. Ask for a new one.');
    }
  }

  private async openInvitation(invitationId: string): Promise<Invitation> {
    const open = await this.database.row<Invitation>(invitationQueries.one, [idOf(invitationId, 'invitation')]);
    if (!open) throw notFound('invitation');
    return open;
  }

  private async decide(invitationId: string, status: 'rejected' | 'canceled'): Promise<Invitation> {
    const decided = await this.database.row<Invitation>(invitationQueries.decide, [invitationId, status]);
    if (!decided) throw notFound('invitation');
    return decided;
  }

  private async within(key: string, limit: Limit) {
    const { allowed, retryAfter } = await this.attempts.consume(key, limit);
    if (!allowed) throw tooMany('Too many invitations. Try again later.', retryAfter);
  }
}

const checkRole = (role: OrganisationRole) => {
  if (!organisationRoles.includes(role)) {
    throw badInput('role', 'There is no such role.', `Use one of ${organisationRoles.join(', ')}.`);
  }
};
