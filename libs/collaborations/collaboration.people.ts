import { Inject, Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { academicName } from '#academics';
import { isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, type Sql, type Tx } from '#database';
import { conflict, isId, notAllowed, notFound, signInNeeded } from '#graphql';
import { type RequestSide } from '#requests';
import { collaborationSideOf, mayLead } from './collaboration.policy.js';
import { collaborationRows, lockCollaboration } from './collaboration.queries.js';
import { type CollaborationSeat, CollaborationService } from './collaboration.service.js';
import { collaborationStateWords, isFinal } from './collaboration.states.js';
import type { AddCollaborationPersonInput, ChangeCollaborationRoleInput } from './work.inputs.js';

type WorkingSeat = CollaborationSeat & { side: RequestSide };

/** How many people may be asked at a time, for one collaboration. */
const mostInvitations = 20;

/** Somebody who was asked to join a collaboration, and has not answered. */
@ObjectType({ description: 'Somebody who was asked to join a collaboration, and has not answered.' })
export class CollaborationInvitation {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  collaborationId: string;

  @Field()
  email: string;

  @Field(() => String, { description: 'sender or receiver.' })
  side: RequestSide;

  @Field()
  role: string;

  @Field({ description: 'The side that asks.' })
  sideName: string;

  @Field(() => String, { nullable: true, description: 'Who asks, while they have an account.' })
  inviter: string | null;

  @Field()
  createdAt: Date;
}

const invitationsSql = `
  SELECT i.id, i.collaboration_id AS "collaborationId", i.email, i.side, i.role, h.name AS inviter, i.created_at AS "createdAt",
    CASE WHEN a.id IS NULL THEN o.name
      ELSE ${academicName('a')} END AS "sideName"
  FROM collaboration_invitation i JOIN collaboration c ON c.id = i.collaboration_id
  LEFT JOIN academic a ON a.id = CASE i.side WHEN 'sender' THEN c.sender_academic_id ELSE c.receiver_academic_id END
  LEFT JOIN organisation o ON o.id = CASE i.side WHEN 'sender' THEN c.sender_organisation_id ELSE c.receiver_organisation_id END
  LEFT JOIN account_holder h ON h.id = i.inviter_id`;

/** Who works on collaborations: each side brings in its own people. */
@Injectable()
export class CollaborationPeople {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
  ) {}

  /** Brings in a colleague of the side's own organisation at once, and asks anybody else. */
  async add(viewer: Viewer, { id, email, role }: AddCollaborationPersonInput) {
    const address = email.trim().toLowerCase();
    await this.database.transaction(async (tx) => {
      const seat = await this.leadingSeat(viewer, id, tx);
      const { row, side } = seat;
      const organisationId = side === 'sender' ? row.senderOrganisationId : row.receiverOrganisationId;
      const account = await tx.row<{ id: string; colleague: boolean; here: boolean }>(
        `SELECT h.id, EXISTS (SELECT FROM account_membership m WHERE m.account_id = h.id AND m.organisation_id = $2) AS colleague,
           EXISTS (SELECT FROM collaboration_person p WHERE p.account_id = h.id AND p.collaboration_id = $3 AND p.left_at IS NULL)
             AS here
         FROM account_holder h WHERE lower(h.email) = $1 AND h.email_verified`,
        [address, organisationId, id],
      );
      if (account?.here) throw conflict('ALREADY_EXISTS', 'This person works on the collaboration already.');
      if (account?.colleague) {
        await join(tx, id, account.id, side, role);
        return this.collaborations.did(tx, seat, 'add-person', { personId: account.id });
      }
      const counted = await tx.row<{ count: number }>(
        'SELECT count(*)::int AS count FROM collaboration_invitation WHERE collaboration_id = $1',
        [id],
      );
      if ((counted?.count ?? 0) >= mostInvitations) {
        throw conflict(
          'LIMIT_REACHED',
          `${mostInvitations} people are asked already: wait for them, or take one back.`,
        );
      }
      const asked = await tx.affected(
        `INSERT INTO collaboration_invitation AS i (collaboration_id, email, side, role, inviter_id)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (collaboration_id, email) DO UPDATE SET role = excluded.role, inviter_id = excluded.inviter_id
           WHERE i.side = excluded.side`,
        [id, address, side, role, seat.viewer.accountId],
      );
      if (asked === 0) throw conflict('ALREADY_EXISTS', 'The other side has asked this person to join.');
      // Whether there is an account of the address is not told to the one who asks.
      await this.collaborations.did(tx, seat, 'invite-person', account ? { invitedId: account.id } : {});
    });
    return this.collaborations.one(viewer, id);
  }

  /** Gives somebody on the own side another role; a side always has a lead. */
  async changeRole(viewer: Viewer, { id, accountId, role }: ChangeCollaborationRoleInput) {
    await this.database.transaction(async (tx) => {
      const seat = await this.leadingSeat(viewer, id, tx);
      this.ofSide(seat, accountId);
      if (role !== 'lead') this.keepLead(seat, accountId);
      await tx.affected(
        'UPDATE collaboration_person SET role = $3 WHERE collaboration_id = $1 AND account_id = $2 AND left_at IS NULL',
        [id, accountId, role],
      );
      await this.collaborations.did(tx, seat, 'change-role', { personId: accountId });
    });
    return this.collaborations.one(viewer, id);
  }

  /** Takes somebody off the own side, or leaves. Their open tasks are then nobody's. */
  async remove(viewer: Viewer, id: string, accountId: string): Promise<boolean> {
    await this.database.transaction(async (tx) => {
      const own = isSignedIn(viewer) && viewer.accountId === accountId;
      const seat = own ? await this.collaborations.workingSeat(viewer, id, tx) : await this.leadingSeat(viewer, id, tx);
      this.ofSide(seat, accountId);
      this.keepLead(seat, accountId);
      const { row, side } = seat;
      const academicId = side === 'sender' ? row.senderAcademicId : row.receiverAcademicId;
      const isSide = academicId
        ? await tx.row('SELECT FROM academic WHERE id = $1 AND account_id = $2', [academicId, accountId])
        : undefined;
      if (isSide) throw notAllowed('This person is one of the two sides: they withdraw or end it instead.');
      await tx.affected(
        `UPDATE collaboration_person SET left_at = date_trunc('milliseconds', now())
         WHERE collaboration_id = $1 AND account_id = $2 AND left_at IS NULL`,
        [id, accountId],
      );
      await tx.affected(
        'UPDATE collaboration_task SET owner_id = NULL WHERE collaboration_id = $1 AND owner_id = $2 AND done_at IS NULL',
        [id, accountId],
      );
      await this.collaborations.did(tx, seat, own ? 'leave' : 'remove-person', own ? {} : { personId: accountId });
    });
    return true;
  }

  /** Those who are asked and have not answered, for the side that asks. */
  async invitations(viewer: Viewer, id: string): Promise<CollaborationInvitation[]> {
    const { side } = await this.collaborations.seat(viewer, id);
    return this.database.rows<CollaborationInvitation>(
      `${invitationsSql} WHERE i.collaboration_id = $1 AND i.side = $2 ORDER BY i.created_at, i.id`,
      [id, side],
    );
  }

  /** What the viewer is asked to join. */
  mine(viewer: Viewer): Promise<CollaborationInvitation[]> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!viewer.emailVerified) return Promise.resolve([]);
    return this.database.rows<CollaborationInvitation>(
      `${invitationsSql} WHERE i.email = lower($1) AND c.state NOT IN ('completed', 'ended-early', 'withdrawn')
       ORDER BY i.created_at DESC LIMIT 100`,
      [viewer.email],
    );
  }

  /** Answers an invitation of the viewer's own; only a yes is written down. */
  async answer(viewer: Viewer, invitationId: string, accept: boolean): Promise<string> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    return this.database.transaction(async (tx) => {
      const invitation = await this.ownInvitation(tx, viewer, invitationId);
      const { collaborationId, side, role } = invitation;
      await lockCollaboration(tx, collaborationId);
      const taken = await tx.affected('DELETE FROM collaboration_invitation WHERE id = $1', [invitationId]);
      if (taken === 0) throw notFound('invitation');
      if (!accept) return collaborationId;
      const [row] = await collaborationRows(this.database, [collaborationId], tx);
      if (!row) throw notFound('invitation');
      if (isFinal(row.state)) {
        throw conflict('WRONG_STATE', `This collaboration ${collaborationStateWords[row.state]}: nobody joins it.`);
      }
      const already = collaborationSideOf(viewer, row);
      if (already && already !== side) throw notAllowed('You are on the other side of this collaboration.');
      await join(tx, collaborationId, viewer.accountId, side, role);
      await this.collaborations.did(tx, { row, viewer, side }, 'join', { personId: viewer.accountId });
      return collaborationId;
    });
  }

  /** Takes an invitation back. */
  async cancel(viewer: Viewer, invitationId: string) {
    const row = isId(invitationId)
      ? await this.database.row<{ collaborationId: string; side: RequestSide }>(
          'SELECT collaboration_id AS "collaborationId", side FROM collaboration_invitation WHERE id = $1',
          [invitationId],
        )
      : undefined;
    if (!row) throw notFound('invitation');
    await this.database.transaction(async (tx) => {
      const seat = await this.leadingSeat(viewer, row.collaborationId, tx).catch((error: unknown) => {
        throw (error as { code?: string }).code === 'NOT_FOUND' ? notFound('invitation') : error;
      });
      if (seat.side !== row.side) throw notFound('invitation');
      await tx.affected('DELETE FROM collaboration_invitation WHERE id = $1', [invitationId]);
      await this.collaborations.did(tx, seat, 'uninvite-person');
    });
    return this.collaborations.one(viewer, row.collaborationId);
  }

  private async ownInvitation(sql: Sql, viewer: SignedIn, id: string) {
    const row = isId(id)
      ? await sql.row<{ collaborationId: string; side: RequestSide; role: string }>(
          `SELECT collaboration_id AS "collaborationId", side, role FROM collaboration_invitation
           WHERE id = $1 AND email = lower($2) AND $3::boolean`,
          [id, viewer.email, viewer.emailVerified],
        )
      : undefined;
    if (!row) throw notFound('invitation');
    return row;
  }

  private async leadingSeat(viewer: Viewer, id: string, tx: Tx): Promise<WorkingSeat> {
    const seat = await this.collaborations.workingSeat(viewer, id, tx);
    if (!mayLead(viewer, seat.row)) {
      throw notAllowed('Whoever leads your side says who works on it. Ask them.');
    }
    return seat;
  }

  private ofSide({ row, side }: WorkingSeat, accountId: string): void {
    if (!row.people.some((person) => person.accountId === accountId && person.side === side)) throw notFound('person');
  }

  private keepLead({ row, side }: WorkingSeat, accountId: string): void {
    const leads = row.people.filter((person) => person.side === side && person.role === 'lead');
    if (leads.length === 1 && leads[0]?.accountId === accountId) {
      throw conflict('STILL_NEEDED', 'A side has a lead: make somebody else of your side its lead first.');
    }
  }
}

const join = (tx: Sql, collaborationId: string, accountId: string, side: RequestSide, role: string) =>
  tx.affected(
    `INSERT INTO collaboration_person AS p (collaboration_id, account_id, side, role) VALUES ($1, $2, $3, $4)
     ON CONFLICT (collaboration_id, account_id) DO UPDATE
       SET side = excluded.side, role = excluded.role, joined_at = excluded.joined_at, left_at = NULL
       WHERE p.left_at IS NOT NULL`,
    [collaborationId, accountId, side, role],
  );
