import type { Viewer } from '#accounts';
import { type Database, type PageOfIds, pageOfIds, type Sql, type WantedPage } from '#database';
import { type Actor, nameOfSide, type RequestSide, sidesOf } from '#requests';
import { Collaboration } from './collaboration.entity.js';
import type { CollaborationStanding } from './collaboration.policy.js';
import type { CollaborationState } from './collaboration.states.js';
import { EngagementTerms } from './engagement-terms.entity.js';

/** A collaboration with what the rules need of the rows around it. */
export interface CollaborationRow extends Collaboration, CollaborationStanding {
  senderName: string;
  receiverName: string;
}

const rowsSql = (columns: string) => `
  SELECT ${columns}, ${nameOfSide('sa', 'so')} AS "senderName", ${nameOfSide('ra', 'ro')} AS "receiverName",
    coalesce((SELECT json_agg(json_build_object('accountId', p.account_id, 'side', p.side, 'role', p.role))
      FROM collaboration_person p WHERE p.collaboration_id = c.id AND p.left_at IS NULL), '[]') AS people,
    coalesce((SELECT json_agg(json_build_object('organisationId', f.organisation_id, 'side', f.side))
      FROM collaboration_office f WHERE f.collaboration_id = c.id), '[]') AS offices
  FROM collaboration c
  LEFT JOIN academic sa ON sa.id = c.sender_academic_id
  LEFT JOIN organisation so ON so.id = c.sender_organisation_id
  LEFT JOIN academic ra ON ra.id = c.receiver_academic_id
  LEFT JOIN organisation ro ON ro.id = c.receiver_organisation_id
  WHERE c.id = ANY($1::uuid[])`;

/** The collaborations with these ids, whoever may see them: the policies come after. */
export const collaborationRows = (database: Database, ids: readonly string[], sql: Sql = database) =>
  sql.rows<CollaborationRow>(rowsSql(database.columns(Collaboration, 'c')), [ids]);

/** Keeps a collaboration as it is until the transaction ends; every change to what a gate looks at begins with this. */
export const lockCollaboration = (tx: Sql, id: string) =>
  tx.row('SELECT FROM collaboration WHERE id = $1 FOR UPDATE', [id]);

/** What waits for one person in these collaborations. */
export interface WaitingRow {
  id: string;
  unread: number;
  myOpenTasks: number;
}

/** How many messages of others somebody has not read, and how many open tasks are theirs, in each of these. */
export const waitingRows = (sql: Sql, accountId: string, ids: readonly string[]) =>
  sql.rows<WaitingRow>(
    `SELECT c.id,
       (SELECT count(*)::int FROM collaboration_message m
        WHERE m.collaboration_id = c.id AND m.account_id IS DISTINCT FROM $1 AND m.number > coalesce(
          (SELECT v.number FROM collaboration_read v WHERE v.collaboration_id = c.id AND v.account_id = $1), 0)) AS unread,
       (SELECT count(*)::int FROM collaboration_task t
        WHERE t.collaboration_id = c.id AND t.owner_id = $1 AND t.done_at IS NULL) AS "myOpenTasks"
     FROM unnest($2::uuid[]) AS c (id)`,
    [accountId, ids],
  );

/** A page of the collaborations that the viewer works on, newest first. */
export const collaborationPage = (
  sql: Sql,
  viewer: Viewer,
  { states, ...page }: { states: readonly string[] | null } & WantedPage,
): Promise<PageOfIds> =>
  pageOfIds(
    sql,
    `SELECT c.id, c.created_at FROM collaboration c
     WHERE (c.sender_id = ANY($1::uuid[]) OR c.receiver_id = ANY($1::uuid[]) OR EXISTS (
       SELECT FROM collaboration_person p WHERE p.collaboration_id = c.id AND p.account_id = $2 AND p.left_at IS NULL))
     AND ($3::text[] IS NULL OR c.state = ANY($3))`,
    [sidesOf(viewer), viewer.accountId, states],
    page,
  );

/** A page of the collaborations that an office looks on, newest first. */
export const officeCollaborationPage = (
  sql: Sql,
  organisationId: string,
  { states, ...page }: { states: readonly string[] | null } & WantedPage,
): Promise<PageOfIds> =>
  pageOfIds(
    sql,
    `SELECT c.id, c.created_at FROM collaboration c
     WHERE ($1::uuid IN (c.sender_organisation_id, c.receiver_organisation_id) OR EXISTS (
       SELECT FROM collaboration_office f WHERE f.collaboration_id = c.id AND f.organisation_id = $1))
     AND ($2::text[] IS NULL OR c.state = ANY($2))`,
    [organisationId, states],
    page,
  );

/** The terms that hold, of each of these collaborations. */
export const termsOfCollaborations = (database: Database, ids: readonly string[], sql: Sql = database) =>
  sql.rows<EngagementTerms>(
    `SELECT ${database.columns(EngagementTerms, 't')} FROM engagement_terms t
     JOIN collaboration c ON c.id = t.collaboration_id AND c.terms_number = t.number WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );

/** Every version of the terms of these collaborations, newest first. */
export const termsHistory = (database: Database, ids: readonly string[]) =>
  database.rows<EngagementTerms>(
    `SELECT ${database.columns(EngagementTerms, 't')} FROM engagement_terms t WHERE t.collaboration_id = ANY($1::uuid[])
     ORDER BY t.number DESC`,
    [ids],
  );

/** Something to be written down about a collaboration. */
export interface NewCollaborationEvent {
  collaborationId: string;
  action: string;
  side: Actor | null;
  accountId: string | null;
  from?: CollaborationState | 'none' | null;
  to?: CollaborationState | null;
  note?: string | null;
  details?: Record<string, unknown>;
}

/** Writes down what was done, in the caller's transaction. */
export const recordCollaborationEvent = (tx: Sql, event: NewCollaborationEvent) =>
  tx.affected(
    `INSERT INTO collaboration_event (collaboration_id, action, from_state, to_state, side, account_id, note, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      event.collaborationId,
      event.action,
      event.from ?? null,
      event.to ?? null,
      event.side,
      event.accountId,
      event.note ?? null,
      JSON.stringify(event.details ?? {}),
    ],
  );

/** Somebody whom a collaboration concerns. */
export interface CollaborationAudience {
  collaborationId: string;
  accountId: string;
  side: RequestSide;
}

/** Whom collaborations concern: the academics on their sides, and the people who were brought in and have not left. */
export const collaborationAudience = (sql: Sql, ids: readonly string[]) =>
  sql.rows<CollaborationAudience>(
    `SELECT c.id AS "collaborationId", a.account_id AS "accountId", 'sender' AS side
     FROM collaboration c JOIN academic a ON a.id = c.sender_academic_id AND a.account_id IS NOT NULL WHERE c.id = ANY($1::uuid[])
     UNION
     SELECT c.id, a.account_id, 'receiver'
     FROM collaboration c JOIN academic a ON a.id = c.receiver_academic_id AND a.account_id IS NOT NULL WHERE c.id = ANY($1::uuid[])
     UNION
     SELECT p.collaboration_id, p.account_id, p.side FROM collaboration_person p
     WHERE p.collaboration_id = ANY($1::uuid[]) AND p.left_at IS NULL`,
    [ids],
  );
