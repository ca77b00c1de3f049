import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '#database';
import { conflict } from '#graphql';
import { type Actor, type RequestListener, RequestListeners, type RequestNews } from '#requests';
import { TaxonomyService } from '#taxonomy';
import { CollaborationListeners } from './collaboration.listeners.js';
import { recordCollaborationEvent } from './collaboration.queries.js';

interface Begun {
  id: string;
  type: string;
}

/** An accepted request becomes a collaboration, in the transaction that accepts it; an undone yes takes it back. */
@Injectable()
export class CollaborationBeginning implements RequestListener, OnModuleInit {
  constructor(
    @Inject(RequestListeners) private readonly requests: RequestListeners,
    @Inject(CollaborationListeners) private readonly listeners: CollaborationListeners,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  onModuleInit() {
    this.requests.add(this);
  }

  async heard(tx: Tx, news: readonly RequestNews[]): Promise<void> {
    for (const { requestId, action, to, side, accountId } of news) {
      if (to === 'accepted') await this.begin(tx, requestId, side, accountId);
      if (action === 'undo') await this.takeBack(tx, requestId);
    }
  }

  private async begin(tx: Tx, requestId: string, side: Actor, accountId: string | null) {
    const row = await tx.row<Begun>(
      `INSERT INTO collaboration (request_id, title, sender_academic_id, sender_organisation_id, receiver_academic_id,
         receiver_organisation_id, opportunity_id, follows_id)
       SELECT r.id, coalesce(p.title, r.type), r.sender_academic_id, r.sender_organisation_id, r.receiver_academic_id,
         r.receiver_organisation_id, r.opportunity_id, (
           SELECT c.id FROM collaboration c WHERE c.state IN ('completed', 'ended-early')
             AND least(c.sender_id, c.receiver_id) = least(r.sender_id, r.receiver_id)
             AND greatest(c.sender_id, c.receiver_id) = greatest(r.sender_id, r.receiver_id)
           ORDER BY c.created_at DESC LIMIT 1)
       FROM collaboration_request r LEFT JOIN opportunity p ON p.id = r.opportunity_id WHERE r.id = $1
       ON CONFLICT (request_id) DO NOTHING
       RETURNING id, (SELECT type FROM collaboration_request WHERE id = $1) AS type`,
      [requestId],
    );
    if (!row) return;
    const { id, type } = row;
    const label = this.taxonomy.current.term('engagement-type', type)?.label ?? type;
    await tx.affected('UPDATE collaboration SET title = $2 WHERE id = $1 AND title = $3', [id, label, type]);
    await tx.affected(
      `INSERT INTO engagement_terms (collaboration_id, number, type, fte, starts_on, ends_on, place_mode, pay_route, note, account_id)
       SELECT $1, 1, type, fte, starts_on, (starts_on + make_interval(months => length_months) - interval '1 day')::date,
         place_mode, left(funding, 300), note, sender_account_id
       FROM collaboration_request WHERE id = $2`,
      [id, requestId],
    );
    await tx.affected(
      `INSERT INTO collaboration_person (collaboration_id, account_id, side, role)
       SELECT $1, account_id, side, 'lead' FROM (
         SELECT sender_account_id AS account_id, 'sender' AS side FROM collaboration_request WHERE id = $2
         UNION ALL SELECT receiver_account_id, 'receiver' FROM collaboration_request WHERE id = $2) person
       WHERE account_id IS NOT NULL ON CONFLICT DO NOTHING`,
      [id, requestId],
    );
    await tx.affected(
      `INSERT INTO collaboration_office (collaboration_id, organisation_id, side)
       SELECT DISTINCT $1::uuid, organisation_id, side FROM request_office WHERE request_id = $2`,
      [id, requestId],
    );
    await recordCollaborationEvent(tx, {
      collaborationId: id,
      action: 'begin',
      from: 'none',
      to: 'exploring',
      side,
      accountId,
    });
    await this.listeners.tell(tx, {
      collaborationId: id,
      action: 'begin',
      to: 'exploring',
      side,
      accountId,
    });
  }

  /** A yes is taken back within minutes, and only where nothing was done with it. */
  private async takeBack(tx: Tx, requestId: string) {
    const row = await tx.row<{ id: string; untouched: boolean }>(
      `SELECT c.id, c.state = 'exploring' AND c.terms_number = 1
           AND (SELECT count(*) FROM collaboration_event e WHERE e.collaboration_id = c.id) = 1
           AND NOT EXISTS (SELECT FROM collaboration_message m WHERE m.collaboration_id = c.id) AS untouched
       FROM collaboration c WHERE c.request_id = $1 FOR UPDATE`,
      [requestId],
    );
    if (!row) return;
    if (!row.untouched) throw conflict('TOO_LATE', 'This can no longer be taken back: the collaboration has begun.');
    await tx.affected('DELETE FROM collaboration WHERE id = $1', [row.id]);
  }
}
