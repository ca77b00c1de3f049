import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { conflict, notAllowed, notFound, written, writtenIfAny } from '#graphql';
import { refuseTelling } from './hidden.text.js';
import type { CollaborationRequest } from './request.entity.js';
import { RequestListeners, type RequestNews } from './request.listeners.js';
import { move, movedOn } from './request.moves.js';
import { hiddenSide, officesOf, pendingOffices } from './request.policy.js';
import { RequestService, type Seat, sideIdOf } from './request.service.js';

/** What an office does with the requests of its organisation's people. */
@Injectable()
export class RequestApproval {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
    @Inject(RequestService) private readonly requests: RequestService,
  ) {}

  /** Lets a request through; it is delivered once no office is left that must approve it. */
  async approve(viewer: Viewer, id: string, note: string | null, fields: ReadonlySet<string>) {
    return this.decide(viewer, id, 'approved', writtenIfAny('note', note, 2_000), fields);
  }

  /** Ends a request before it is delivered, with a reason that its sender reads. */
  async refuse(viewer: Viewer, id: string, reason: string, fields: ReadonlySet<string>) {
    return this.decide(viewer, id, 'refused', written('reason', reason, { min: 10, max: 2_000 }), fields);
  }

  private async decide(
    viewer: Viewer,
    id: string,
    decision: 'approved' | 'refused',
    note: string | null,
    fields: ReadonlySet<string>,
  ): Promise<CollaborationRequest> {
    await this.requests.seat(viewer, id);
    await this.database.transaction(async (tx) => {
      // Two offices that approve at once must see each other's approval, or neither would deliver the request.
      await tx.row('SELECT FROM collaboration_request WHERE id = $1 FOR UPDATE', [id]);
      const seat = await this.requests.seat(viewer, id, tx);
      const offices = pendingOffices(viewer, seat.row);
      const organisationIds = offices.map(({ organisationId }) => organisationId);
      if (organisationIds.length === 0) throw await this.nothingToDecide(tx, seat);
      const { accountId } = seat.viewer;
      const hidden = hiddenSide(seat.row);
      if (hidden && offices.some(({ side }) => side === hidden)) {
        for (const sideId of [sideIdOf({ row: seat.row, side: hidden }), ...organisationIds]) {
          await refuseTelling(tx, sideId, accountId, decision === 'approved' ? { note } : { reason: note });
        }
      }
      await tx.affected(
        `UPDATE request_office SET decision = $3, decided_by = $4, decided_at = now()
         WHERE request_id = $1 AND organisation_id = ANY($2::uuid[])`,
        [id, organisationIds, decision, accountId],
      );
      await this.listeners.tell(tx, await this.follow(tx, seat, organisationIds, decision, note));
    });
    return this.requests.one(viewer, id, fields);
  }

  private async follow(
    tx: Tx,
    { row, viewer }: Seat,
    organisationIds: string[],
    decision: 'approved' | 'refused',
    note: string | null,
  ): Promise<RequestNews> {
    const { accountId } = viewer;
    const action = decision === 'approved' ? 'approve' : 'refuse';
    const [organisationId] = organisationIds;
    const left = row.offices.filter(
      (office) =>
        office.duty === 'approves' && office.decision === null && !organisationIds.includes(office.organisationId),
    );
    if (decision === 'refused' || left.length === 0) {
      return move(tx, { requestId: row.id, action, side: 'office', accountId, organisationId, note });
    }
    await tx.affected(
      `INSERT INTO request_event (request_id, action, side, account_id, organisation_id, note)
       VALUES ($1, $2, 'office', $3, $4, $5)`,
      [row.id, action, accountId, organisationId, note],
    );
    return { requestId: row.id, action, to: null, side: 'office', accountId };
  }

  private async nothingToDecide(tx: Tx, { row, viewer }: Seat) {
    const offices = officesOf(viewer, row.offices);
    if (offices.length === 0) return notFound('request');
    if (offices.every(({ duty }) => duty === 'told')) {
      return notAllowed('Your office is told of requests and does not decide on them. Its policy can be changed.');
    }
    if (row.state === 'office-review') return conflict('WRONG_STATE', 'Your office has decided on this request.');
    return movedOn(tx, row.id);
  }
}
