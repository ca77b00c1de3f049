import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SignedIn } from '#accounts';
import type { Sql } from '#database';
import { Waiting, type WaitingSource, type WaitingThing } from '#notifications';
import { nameOfSide } from '#requests';

/** The collaborations under way that the person $1 leads for a side, with who is on the other. */
export const ledSql = `
  SELECT c.id, c.state, c.terms_number, c.updated_at, p.side,
    CASE p.side WHEN 'sender' THEN ${nameOfSide('ra', 'ro')} ELSE ${nameOfSide('sa', 'so')} END AS partner
  FROM collaboration_person p JOIN collaboration c ON c.id = p.collaboration_id
  LEFT JOIN academic sa ON sa.id = c.sender_academic_id LEFT JOIN organisation so ON so.id = c.sender_organisation_id
  LEFT JOIN academic ra ON ra.id = c.receiver_academic_id LEFT JOIN organisation ro ON ro.id = c.receiver_organisation_id
  WHERE p.account_id = $1 AND p.left_at IS NULL AND p.role = 'lead' AND c.state IN ('exploring', 'governance', 'agreement', 'active')`;

const waitingSql = `
  WITH led AS (${ledSql})
  SELECT 'task' AS what, t.id, t.collaboration_id AS "collaborationId", t.title AS about, NULL AS by, t.due_on AS "dueAt",
    t.created_at AS since
  FROM collaboration_task t JOIN collaboration c ON c.id = t.collaboration_id
  WHERE t.owner_id = $1 AND t.done_at IS NULL AND c.state NOT IN ('completed', 'ended-early', 'withdrawn')
  UNION ALL
  SELECT 'invitation', i.id, i.collaboration_id, c.title, h.name, NULL, i.created_at
  FROM collaboration_invitation i JOIN collaboration c ON c.id = i.collaboration_id
  LEFT JOIN account_holder h ON h.id = i.inviter_id
  WHERE i.email = lower($2) AND c.state NOT IN ('completed', 'ended-early', 'withdrawn')
  UNION ALL
  SELECT 'exploring', id, id, partner, NULL, NULL, updated_at FROM led WHERE state = 'exploring'
  LIMIT 300`;

interface Row {
  what: 'task' | 'invitation' | 'exploring';
  id: string;
  collaborationId: string;
  about: string;
  by: string | null;
  dueAt: string | null;
  since: Date;
}

const words: Record<Row['what'], (row: Row) => Pick<WaitingThing, 'title' | 'detail' | 'path'>> = {
  task: ({ about, collaborationId }) => ({
    title: about,
    detail: 'A task of yours.',
    path: `/collaborations/${collaborationId}#tasks`,
  }),
  invitation: ({ about, by }) => ({
    title: `Join “${about}”`,
    detail: `${by ?? 'Somebody'} asks you to work on it.`,
    path: '/collaborations',
  }),
  exploring: ({ about, collaborationId }) => ({
    title: `Agree the terms with ${about}`,
    detail: 'Then go on to governance: it says who must approve.',
    path: `/collaborations/${collaborationId}#terms`,
  }),
};

/** What waits for people in collaborations: their own tasks, invitations to join, and terms to agree. */
@Injectable()
export class CollaborationWaiting implements WaitingSource, OnModuleInit {
  constructor(@Inject(Waiting) private readonly waiting: Waiting) {}

  onModuleInit() {
    this.waiting.add(this);
  }

  async waitingFor(sql: Sql, { accountId, email, emailVerified }: SignedIn): Promise<WaitingThing[]> {
    const rows = await sql.rows<Row>(waitingSql, [accountId, emailVerified ? email : '']);
    return rows.map((row) => ({
      key: `${row.what}-${row.id}`,
      ...words[row.what](row),
      dueAt: row.dueAt ? new Date(row.dueAt) : null,
      since: row.since,
    }));
  }
}
