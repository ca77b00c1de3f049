import { Inject, Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Viewer } from '#accounts';
import { Database } from '#database';
import { conflict, isId, notAllowed } from '#graphql';
import { RequestService } from '#requests';
import type { Collaboration } from './collaboration.entity.js';
import { CollaborationListeners } from './collaboration.listeners.js';
import { lockCollaboration, recordCollaborationEvent } from './collaboration.queries.js';
import { CollaborationService } from './collaboration.service.js';
import { type CollaborationState, collaborationStateWords, publicStatusOf } from './collaboration.states.js';

/** Something that two sides had with each other. */
@ObjectType({ description: 'Something that two sides had with each other.' })
export class PairEntry {
  @Field({ description: 'request or collaboration.' })
  kind: string;

  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field({ description: 'Of a collaboration its public status; of a request waiting, accepted, declined or ended.' })
  status: string;

  @Field()
  from: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided or over; null while it is open.' })
  until: Date | null;

  @Field({ description: 'Whether you may open it.' })
  mayOpen: boolean;
}

const over = ['completed', 'ended-early'];
const requestStatus: Record<string, string> = {
  'office-review': 'waiting',
  delivered: 'waiting',
  asked: 'waiting',
  'awaiting-nda': 'waiting',
  accepted: 'accepted',
  declined: 'declined',
  refused: 'declined',
};

/** What two sides have had with each other, and how they go on. */
@Injectable()
export class CollaborationPairs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(CollaborationListeners) private readonly listeners: CollaborationListeners,
    @Inject(RequestService) private readonly requests: RequestService,
  ) {}

  /**
   * Begins another collaboration of the same two sides, where one is over: with its people, offices and terms, but for their
   * days. It begins in exploring, so that the other side can withdraw from it before anything is done.
   */
  async goOn(viewer: Viewer, id: string): Promise<Collaboration> {
    const next = await this.database.transaction(async (tx) => {
      if (isId(id)) await lockCollaboration(tx, id);
      const { row, side, viewer: person } = await this.collaborations.seat(viewer, id, tx);
      if (!side) throw notAllowed('An office looks on: this is for the two sides to do.');
      if (!over.includes(row.state)) {
        throw conflict(
          'WRONG_STATE',
          `This collaboration ${collaborationStateWords[row.state]}: nothing follows it yet.`,
        );
      }
      const open = await tx.row<{ id: string }>(
        `SELECT id FROM collaboration WHERE follows_id = $1 AND state NOT IN ('completed', 'ended-early', 'withdrawn')`,
        [id],
      );
      if (open) throw conflict('ALREADY_EXISTS', 'It is gone on with already: open that one.', { id: open.id });
      const made = await tx.row<{ id: string }>(
        `INSERT INTO collaboration (follows_id, title, sender_academic_id, sender_organisation_id, receiver_academic_id,
           receiver_organisation_id, opportunity_id)
         SELECT id, title, sender_academic_id, sender_organisation_id, receiver_academic_id, receiver_organisation_id,
           opportunity_id FROM collaboration WHERE id = $1 RETURNING id`,
        [id],
      );
      if (!made) throw new Error('The collaboration was not inserted');
      const { accountId } = person;
      await tx.affected(
        `INSERT INTO engagement_terms (collaboration_id, number, type, fte, days_per_year, place_mode, place, paid_by,
           pay_route, backfill, right_to_return, counts_to_training, honorary_contract, note, account_id)
         SELECT $1, 1, t.type, t.fte, t.days_per_year, t.place_mode, t.place, t.paid_by, t.pay_route, t.backfill,
           t.right_to_return, t.counts_to_training, t.honorary_contract, t.note, $3
         FROM engagement_terms t JOIN collaboration c ON c.id = t.collaboration_id AND c.terms_number = t.number WHERE c.id = $2`,
        [made.id, id, accountId],
      );
      await tx.affected(
        `INSERT INTO collaboration_person (collaboration_id, account_id, side, role)
         SELECT $1, account_id, side, role FROM collaboration_person WHERE collaboration_id = $2 AND left_at IS NULL`,
        [made.id, id],
      );
      await tx.affected(
        `INSERT INTO collaboration_office (collaboration_id, organisation_id, side)
         SELECT $1, organisation_id, side FROM collaboration_office WHERE collaboration_id = $2`,
        [made.id, id],
      );
      const begun = { collaborationId: made.id, action: 'begin', to: 'exploring', side, accountId } as const;
      await recordCollaborationEvent(tx, { ...begun, from: 'none', details: { follows: id } });
      await this.listeners.tell(tx, { ...begun, details: { follows: id } });
      await recordCollaborationEvent(tx, { collaborationId: id, action: 'go-on', side, accountId });
      return made.id;
    });
    return this.collaborations.one(viewer, next);
  }

  /** All that the two sides of a collaboration had with each other, newest first; what the viewer may not know is left out. */
  async history(viewer: Viewer, id: string): Promise<PairEntry[]> {
    const { row } = await this.collaborations.seat(viewer, id);
    const pair = [row.senderId, row.receiverId];
    const found = await this.database.rows<{
      id: string;
      title: string;
      state: CollaborationState;
      from: Date;
      movedAt: Date;
    }>(
      `SELECT id, title, state, created_at AS "from", moved_at AS "movedAt" FROM collaboration
       WHERE sender_id = ANY($1::uuid[]) AND receiver_id = ANY($1::uuid[]) ORDER BY created_at DESC LIMIT 100`,
      [pair],
    );
    const mayOpen = await this.collaborations.visible(
      viewer,
      found.map((one) => one.id),
    );
    // A blind request keeps its sender to itself until it is accepted, also from those who know them already.
    const asked = await this.database.rows<{ id: string; until: Date | null }>(
      `SELECT r.id, r.decided_at AS until FROM collaboration_request r LEFT JOIN opportunity p ON p.id = r.opportunity_id
       WHERE r.sender_id = ANY($1::uuid[]) AND r.receiver_id = ANY($1::uuid[]) AND (r.state = 'accepted' OR NOT coalesce(p.blind, false))
       ORDER BY r.created_at DESC LIMIT 100`,
      [pair],
    );
    const requests = await this.requests.visible(
      viewer,
      asked.map((one) => one.id),
      new Set(['opportunity', 'type']),
    );
    const entries: PairEntry[] = found.map(({ movedAt, state, ...one }) => {
      const status = publicStatusOf(state);
      const until = status === 'completed' || status === 'ended' ? movedAt : null;
      return { ...one, kind: 'collaboration', status, until, mayOpen: mayOpen.has(one.id) };
    });
    for (const { id: requestId, until } of asked) {
      const request = requests.get(requestId);
      if (!request) continue;
      const { createdAt: from, state } = request;
      const title = request.opportunity?.title ?? request.type?.label ?? 'A request';
      entries.push({
        kind: 'request',
        id: requestId,
        title,
        status: requestStatus[state] ?? 'ended',
        from,
        until,
        mayOpen: true,
      });
    }
    return entries.sort((a, b) => b.from.getTime() - a.from.getTime());
  }
}
