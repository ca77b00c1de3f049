import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isOfficeOf, isSignedIn, type SignedIn, type Viewer } from '#accounts';
import {
  type Collaboration,
  type CollaborationSeat,
  CollaborationService,
  collaborationAudience,
  collaborationSideOf,
  collaborationStateWords,
  isFinal,
  lockCollaboration,
  recordCollaborationEvent,
} from '#collaborations';
import { Database, type Tx } from '#database';
import { type Engagement, Engagements } from '#governance';
import { conflict, notAllowed, notFound, signInNeeded, written } from '#graphql';
import { notify } from '#notifications';
import type { PolicyPermission } from './permission.entity.js';
import { type OrganisationHolds, PolicyHolds } from './permission.holds.js';
import type { AskPermissionInput, DecidePermissionInput } from './permission.inputs.js';
import { officersOf, permissionsOf, waitingFor, workOf } from './permission.queries.js';

/** What organisations whose own policy blocks are asked, and say. Who permits is their office, and never somebody who takes part. */
@Injectable()
export class PermissionService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(PolicyHolds) private readonly holds: PolicyHolds,
    @Inject(Engagements) private readonly engagements: Engagements,
  ) {}

  onModuleInit() {
    this.engagements.register((viewer, id) => this.engagement(viewer, id));
  }

  /** The organisations whose policy holds this work, or that have said something about its terms; an office sees its own. */
  async list(viewer: Viewer, collaborationId: string): Promise<PolicyPermission[]> {
    const { row, side } = await this.collaborations.seat(viewer, collaborationId);
    const found = await this.holds.of(
      this.database,
      collaborationId,
      (of, organisationId) => of === side || isOfficeOf(viewer, organisationId),
    );
    return found
      .filter(({ lines, permission }) => lines.length > 0 || permission)
      .filter(({ organisationId }) => side !== null || isOfficeOf(viewer, organisationId))
      .map((one): PolicyPermission => {
        const { permission, lines, name: organisation, organisationId } = one;
        const open = !isFinal(row.state);
        const told = row.offices.some((office) => office.organisationId === organisationId);
        return {
          organisationId,
          organisation,
          termsNumber: row.termsNumber,
          state: permission?.state ?? 'to-ask',
          holds: lines.map(({ rule: { source, sourceUrl }, ...line }) => ({ ...line, source, sourceUrl })),
          askedBy: permission?.askedBy ?? null,
          askedAt: permission?.askedAt ?? null,
          decidedBy: permission?.decidedBy ?? null,
          decidedAt: permission?.decidedAt ?? null,
          reason: permission?.reason ?? null,
          mayAsk: open && one.side === side && !permission && lines.some(({ permissionLifts }) => permissionLifts),
          mayDecide: open && side === null && told && isOfficeOf(viewer, organisationId),
        };
      });
  }

  /** The collaborations that wait for the permission of an organisation, the longest first, at most 100; for its office. */
  async waiting(viewer: Viewer, organisationId: string): Promise<Collaboration[]> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!isOfficeOf(viewer, organisationId)) throw notFound('organisation');
    const ids = await waitingFor(this.database, organisationId);
    const found = await this.collaborations.visible(viewer, ids);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Asks an organisation's office, which from then on looks on; a repeat changes nothing. */
  async ask(viewer: Viewer, { collaborationId, organisationId }: AskPermissionInput): Promise<PolicyPermission> {
    await this.collaborations.seat(viewer, collaborationId);
    await this.database.transaction(async (tx) => {
      const { side, row, viewer: person } = await this.collaborations.workingSeat(viewer, collaborationId, tx);
      const asked = await this.held(tx, collaborationId, organisationId);
      if (asked.side !== side) throw notAllowed('Only the side of its person asks an organisation.');
      if (!asked.permission && !asked.lines.some(({ permissionLifts }) => permissionLifts)) {
        throw conflict('WRONG_STATE', 'No rule of this organisation holds the work as it stands.');
      }
      const officers = await officersOf(tx, organisationId);
      if (officers.length === 0) {
        throw conflict('NOT_READY', `Nobody is the office of ${asked.name} here yet: ask it to appoint somebody.`);
      }
      await tx.affected(
        `INSERT INTO collaboration_office (collaboration_id, organisation_id, side) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [collaborationId, organisationId, side],
      );
      const made = await tx.row<{ id: string }>(
        `INSERT INTO policy_permission (collaboration_id, organisation_id, terms_number, state, asked_by, asked_at)
         VALUES ($1, $2, $3, 'asked', $4, now()) ON CONFLICT DO NOTHING RETURNING id`,
        [collaborationId, organisationId, row.termsNumber, person.accountId],
      );
      if (!made) return;
      await recordCollaborationEvent(tx, {
        ...{ collaborationId, side, accountId: person.accountId, action: 'ask-permission' },
        details: { about: asked.name, organisationId, termsNumber: row.termsNumber },
      });
      await this.tell(tx, made.id, 'permission-asked', officers);
    });
    return this.one(viewer, collaborationId, organisationId);
  }

  /** Records what an office says about the terms that it has read; it may think better of it while the work is not over. */
  async decide(viewer: Viewer, input: DecidePermissionInput): Promise<PolicyPermission> {
    const { collaborationId, organisationId, termsNumber, given } = input;
    const reason = written('reason', input.reason, { min: 3, max: 2_000 });
    await this.office(viewer, collaborationId, organisationId);
    await this.database.transaction(async (tx) => {
      await lockCollaboration(tx, collaborationId);
      const { row, viewer: person } = await this.office(viewer, collaborationId, organisationId, tx);
      if (isFinal(row.state)) {
        const words = collaborationStateWords[row.state];
        throw conflict('WRONG_STATE', `This collaboration ${words}: nothing in it changes.`, { state: row.state });
      }
      if (row.termsNumber !== termsNumber) {
        throw conflict('CHANGED_MEANWHILE', 'Meanwhile the terms were changed: read them, then decide.');
      }
      const { name } = await this.held(tx, collaborationId, organisationId);
      const state = given ? 'given' : 'refused';
      const made = await tx.row<{ id: string }>(
        `INSERT INTO policy_permission AS p (collaboration_id, organisation_id, terms_number, state, decided_by, decided_at, reason)
         VALUES ($1, $2, $3, $4, $5, now(), $6)
         ON CONFLICT (collaboration_id, organisation_id, terms_number) DO UPDATE
           SET state = excluded.state, decided_by = excluded.decided_by, decided_at = now(), reason = excluded.reason
         WHERE p.state <> excluded.state RETURNING id`,
        [collaborationId, organisationId, termsNumber, state, person.accountId, reason],
      );
      if (!made) return;
      await recordCollaborationEvent(tx, {
        ...{
          collaborationId,
          side: 'office',
          accountId: person.accountId,
          action: `permission-${state}`,
          note: reason,
        },
        details: { about: name, organisationId, termsNumber },
      });
      const people = await collaborationAudience(tx, [collaborationId]);
      await this.tell(
        tx,
        made.id,
        `permission-${state}`,
        people.map(({ accountId }) => accountId),
      );
    });
    return this.one(viewer, collaborationId, organisationId);
  }

  /** The seat of somebody in this organisation's office, which looks on. To anybody else there is nothing to decide. */
  private async office(viewer: Viewer, id: string, organisationId: string, tx?: Tx): Promise<CollaborationSeat> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const seat = await this.collaborations.seat(viewer, id, tx);
    const told = seat.row.offices.some((office) => office.organisationId === organisationId);
    if (collaborationSideOf(viewer, seat.row) !== null) {
      throw notAllowed('Nobody permits what they take part in: a colleague of the office decides.');
    }
    if (!told || !isOfficeOf(viewer, organisationId)) throw notFound('collaboration');
    return seat;
  }

  private async held(tx: Tx, collaborationId: string, organisationId: string): Promise<OrganisationHolds> {
    const found = await this.holds.of(tx, collaborationId, () => false);
    const one = found.find((each) => each.organisationId === organisationId);
    if (!one) throw notFound('organisation');
    return one;
  }

  private async one(viewer: Viewer, collaborationId: string, organisationId: string): Promise<PolicyPermission> {
    const found = (await this.list(viewer, collaborationId)).find((each) => each.organisationId === organisationId);
    if (!found) throw notFound('organisation');
    return found;
  }

  private tell(tx: Tx, subjectId: string, kind: string, accountIds: readonly string[]) {
    const told = [...new Set(accountIds)].map((accountId) => ({
      accountId,
      kind,
      subjectKind: 'policy-permission',
      subjectId,
    }));
    return notify(tx, told, { letterAt: new Date() });
  }

  /** What a collaboration is about, for the check after contact: of two academics, the viewer's own part. */
  private async engagement(viewer: SignedIn, collaborationId: string): Promise<Engagement> {
    await this.collaborations.seat(viewer, collaborationId);
    const work = await workOf(this.database, collaborationId);
    const own = work.find(({ academicId }) => academicId === viewer.academicId) ?? work[0];
    if (!own) throw notFound('collaboration');
    const said = await permissionsOf(this.database, collaborationId);
    const { academicId, otherId, engagementType, fte, daysPerYear, startsOn, endsOn, countsToTraining } = own;
    return {
      ...{ academicId, organisationId: otherId, engagementType, fte, daysPerYear, startsOn, endsOn },
      countsToTraining: countsToTraining ?? false,
      permittedBy: said.filter(({ state }) => state === 'given').map(({ organisationId }) => organisationId),
    };
  }
}
