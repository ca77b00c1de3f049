import { Inject, Injectable } from '@nestjs/common';
import { AcademicService } from '#academics';
import type { Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { badInput, conflict, writtenIfAny } from '#graphql';
import type { CollaborationRequest } from './request.entity.js';
import { RequestListeners, type RequestNews } from './request.listeners.js';
import { move } from './request.moves.js';
import { hiddenSide } from './request.policy.js';
import { RequestService, type Seat, sideIdOf } from './request.service.js';
import { insertRequest } from './sending.inserts.js';
import { belongsTo, concernedOffices, lockSender, pairHistory, type Sender, sidesById } from './sending.queries.js';
import { markRead } from './thread.queries.js';

/**
 * Passes requests on. A referral ends the request and sends its content, under the sender's name, to a colleague as a
 * request of its own: the sender agreed to that when sending, and is told. Why: docs/decisions/0010-requests.md.
 */
@Injectable()
export class RequestReferral {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
    @Inject(RequestService) private readonly requests: RequestService,
  ) {}

  /** Passes a request on to a colleague, who gets it as their own, with the note; answers with the request that ended. */
  async refer(
    viewer: Viewer,
    id: string,
    toAcademicId: string,
    note: string | null,
    fields: ReadonlySet<string>,
  ): Promise<CollaborationRequest> {
    const seat = await this.requests.seatFor(viewer, id, 'refer');
    const written = writtenIfAny('note', note, 2_000);
    await this.academics.one(viewer, toAcademicId, new Set());
    const { sender, colleague } = await this.colleague(seat, toAcademicId);
    const offices = await concernedOffices(this.database, sender, colleague);
    const approvals = new Map(seat.row.offices.map((office) => [office.organisationId, office]));
    await this.database.transaction(async (tx) => {
      await lockSender(tx, sender.id);
      await this.refuseRepeat(tx, seat, sender, colleague);
      const { accountId } = seat.viewer;
      const ended = await move(tx, { requestId: id, action: 'refer', side: 'receiver', accountId, note: written });
      const { row } = seat;
      const begun = await insertRequest(tx, {
        sender,
        receiver: colleague,
        senderAccountId: row.senderAccountId,
        opportunityId: row.opportunityId,
        opportunityOf: row.opportunityOf,
        type: row.typeCode,
        reason: row.reason,
        terms: {
          startsOn: row.startsOn,
          lengthMonths: row.lengthMonths,
          fte: row.fte,
          placeMode: row.placeMode,
          funding: row.funding,
          note: row.note,
        },
        mismatch: [],
        mayBeReferred: row.mayBeReferred,
        referredFromId: id,
        // The same content needs no second approval of the same office.
        offices: offices.map((office) => ({
          ...office,
          approvedBy: approvals.get(office.organisationId)?.decidedBy ?? null,
        })),
      });
      if (!begun) throw cannotTake();
      await this.writeDown(tx, begun, accountId, written);
      await markRead(tx, accountId, 'receiver', [id]);
      await this.listeners.tell(tx, ended, begun);
    });
    return this.requests.one(viewer, id, fields);
  }

  /** Only somebody of the same employer or university, with a claimed profile, and not on the asking side. */
  private async colleague(seat: Seat, toAcademicId: string): Promise<{ sender: Sender; colleague: Sender }> {
    const senderId = sideIdOf({ row: seat.row, side: 'sender' });
    const receiverId = sideIdOf({ row: seat.row, side: 'receiver' });
    const sides = await sidesById(this.database, [senderId, receiverId, toAcademicId]);
    const [sender, receiver, colleague] = [sides.get(senderId), sides.get(receiverId), sides.get(toAcademicId)];
    if (!sender || !receiver || !colleague) throw new Error('A side of a request is gone');
    const shared = colleague.institutions.some((institution) => receiver.institutions.includes(institution));
    if (!shared || colleague.id === receiverId) {
      throw badInput(
        'toAcademicId',
        'this is not a colleague.',
        'Choose somebody of the same employer or university, or decline and name others in the note.',
      );
    }
    if (!colleague.peopled) {
      throw badInput(
        'toAcademicId',
        'this profile is unclaimed, so nobody would read the request.',
        'Choose a colleague who looks after their profile.',
      );
    }
    const hidden = hiddenSide(seat.row) === 'sender';
    const onAskingSide =
      !hidden &&
      sender.kind === 'organisation' &&
      (await belongsTo(this.database, colleague.accountId ?? '', sender.id));
    if (colleague.id === senderId || onAskingSide || (sender.company && colleague.noCompanies)) throw cannotTake();
    return { sender, colleague };
  }

  /** What the sender already has with the colleague is not the referring side's to know. */
  private async refuseRepeat(tx: Tx, { row }: Seat, sender: Sender, colleague: Sender) {
    const history = await pairHistory(tx, sender.id, colleague.id, row.opportunityId);
    if (history.open || history.declinedAt) throw cannotTake();
  }

  private async writeDown(tx: Tx, begun: RequestNews, accountId: string, note: string | null) {
    await tx.affected(
      `INSERT INTO request_event (request_id, action, side, account_id, note) VALUES ($1, 'passed-on', 'receiver', $2, $3)`,
      [begun.requestId, accountId, note],
    );
  }
}

const cannotTake = () =>
  conflict('NOT_POSSIBLE', 'It cannot be passed on to this colleague at the moment: choose another one.');
