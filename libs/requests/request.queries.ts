import { academicName } from '#academics';
import type { Viewer } from '#accounts';
import { type Database, type PageOfIds, pageOfIds, type Sql, type WantedPage } from '#database';
import type { RevealMoment } from '#opportunities';
import { CollaborationRequest } from './request.entity.js';
import { ndaJson, type RequestNda } from './request.nda.js';
import type { RequestOffice } from './request.party.js';
import { type Standing, sidesOf } from './request.policy.js';

/** A request with all that the rules and the page need of the rows around it, as one person has read it. */
export interface RequestRow extends Omit<CollaborationRequest, 'offices' | 'nda' | 'ndaOf'>, Standing {
  senderName: string;
  receiverName: string;
  /** The names of the people who write for the sides. */
  senderPerson: string | null;
  receiverPerson: string | null;
  opportunityTitle: string | null;
  /** When the opportunity shows who is behind it, if it is blind. */
  revealAfter: RevealMoment | null;
  ndaStored: (Omit<RequestNda, 'recordedAt'> & { recordedAt: string }) | null;
  seen: number | null;
  archivedAt: Date | null;
  /** As JSON gives them: the times are text. */
  offices: (Omit<RequestOffice, 'decidedAt'> & { decidedBy: string | null; decidedAt: string | null })[];
}

/** How a side is called, in SQL: the academic as they write themselves, or the organisation. */
export const nameOfSide = (academic: string, organisation: string) =>
  `CASE WHEN ${academic}.id IS NULL THEN ${organisation}.name
     ELSE ${academicName(academic)} END`;

/** $1 is the account that reads, $2 the ids. */
const rowsSql = (columns: string) => `
  SELECT ${columns},
    ${nameOfSide('sa', 'so')} AS "senderName", ${nameOfSide('ra', 'ro')} AS "receiverName",
    sh.name AS "senderPerson", rh.name AS "receiverPerson",
    coalesce(so.verification = 'verified', true) AS "senderVerified",
    coalesce(ro.verification = 'verified', true) AS "receiverVerified",
    coalesce(p.blind, false) AS blind, p.reveal_after AS "revealAfter",
    ${ndaJson('r.id')} AS "ndaStored", p.title AS "opportunityTitle", v.seen, v.archived_at AS "archivedAt",
    EXISTS (SELECT FROM request_read o
      WHERE o.request_id = r.id AND o.side = 'sender' AND o.read_at >= r.decided_at) AS "decisionSeen",
    coalesce((SELECT json_agg(json_build_object('organisationId', f.organisation_id, 'organisation', g.name,
        'side', f.side, 'duty', f.duty, 'decision', f.decision, 'decidedBy', f.decided_by, 'decidedAt', f.decided_at) ORDER BY f.side, g.name, g.id)
      FROM request_office f JOIN organisation g ON g.id = f.organisation_id WHERE f.request_id = r.id), '[]') AS offices
  FROM collaboration_request r
  LEFT JOIN academic sa ON sa.id = r.sender_academic_id
  LEFT JOIN organisation so ON so.id = r.sender_organisation_id
  LEFT JOIN academic ra ON ra.id = r.receiver_academic_id
  LEFT JOIN organisation ro ON ro.id = r.receiver_organisation_id
  LEFT JOIN account_holder sh ON sh.id = r.sender_account_id
  LEFT JOIN account_holder rh ON rh.id = r.receiver_account_id
  LEFT JOIN opportunity p ON p.id = r.opportunity_id
  LEFT JOIN request_read v ON v.request_id = r.id AND v.account_id = $1
  WHERE r.id = ANY($2::uuid[])`;

/** The requests with these ids, whoever may see them: the policies come after. */
export const requestRows = (database: Database, viewer: Viewer, ids: readonly string[], sql: Sql = database) =>
  sql.rows<RequestRow>(rowsSql(database.columns(CollaborationRequest, 'r')), [viewer.accountId, ids]);

/** The lists that a person's requests are in. */
export type RequestBox = 'received' | 'sent' | 'archived';

export const requestBoxes: readonly RequestBox[] = ['received', 'sent', 'archived'];

const received = 'r.receiver_id = ANY($1::uuid[]) AND r.delivered_at IS NOT NULL';
const sent = 'r.sender_id = ANY($1::uuid[])';

const inBox: Record<RequestBox, string> = {
  received: `${received} AND v.archived_at IS NULL`,
  sent: `${sent} AND v.archived_at IS NULL`,
  archived: `v.archived_at IS NOT NULL AND ((${received}) OR (${sent}))`,
};

const andRead = 'LEFT JOIN request_read v ON v.request_id = r.id AND v.account_id = $2';

/** A page of the viewer's requests, newest first. */
export const requestPage = (
  sql: Sql,
  viewer: Viewer,
  { box, states, ...page }: { box: RequestBox; states: readonly string[] | null } & WantedPage,
): Promise<PageOfIds> =>
  pageOfIds(
    sql,
    `SELECT r.id, r.created_at FROM collaboration_request r ${andRead}
     WHERE ${inBox[box]} AND ($3::text[] IS NULL OR r.state = ANY($3))`,
    [sidesOf(viewer), viewer.accountId, states],
    page,
  );

/** A page of the requests that an office is told of or approves, oldest first. */
export const officePage = (
  sql: Sql,
  organisationId: string,
  { waiting, states, ...page }: { waiting: boolean; states: readonly string[] | null } & WantedPage,
): Promise<PageOfIds> =>
  pageOfIds(
    sql,
    `SELECT r.id, r.created_at FROM request_office f JOIN collaboration_request r ON r.id = f.request_id
     WHERE f.organisation_id = $1 AND (NOT $2::boolean
       OR f.duty = 'approves' AND f.decision IS NULL AND r.state = 'office-review')
       AND (f.duty = 'approves' OR r.delivered_at IS NOT NULL) AND ($3::text[] IS NULL OR r.state = ANY($3))`,
    [organisationId, waiting, states],
    { ...page, order: 'ASC' },
  );

export interface BoxRow {
  box: RequestBox;
  total: number;
  unread: number;
  replyDue: number;
}

/** How many requests each box has. */
export const boxCounts = (sql: Sql, viewer: Viewer) =>
  sql.rows<BoxRow>(
    `SELECT CASE WHEN archived THEN 'archived' ELSE box END AS box, count(*)::int AS total,
       count(*) FILTER (WHERE news > seen)::int AS unread, count(*) FILTER (WHERE due)::int AS "replyDue"
     FROM (
       SELECT 'received' AS box, v.archived_at IS NOT NULL AS archived, r.receiver_news AS news,
         coalesce(v.seen, 0) AS seen,
         r.state = 'delivered' OR r.state = 'awaiting-nda' AND r.opportunity_of = 'sender' AS due
       FROM collaboration_request r ${andRead} WHERE ${received}
       UNION ALL
       SELECT 'sent', v.archived_at IS NOT NULL, r.sender_news, coalesce(v.seen, 0),
         r.state = 'asked' OR r.state = 'awaiting-nda' AND r.opportunity_of = 'receiver'
       FROM collaboration_request r ${andRead} WHERE ${sent}
     ) boxed GROUP BY 1`,
    [sidesOf(viewer), viewer.accountId],
  );

/** How many requests wait for the approval of these offices. */
export const approvalsWaiting = async (sql: Sql, organisationIds: readonly string[]): Promise<number> => {
  if (organisationIds.length === 0) return 0;
  const row = await sql.row<{ count: number }>(
    `SELECT count(DISTINCT r.id)::int AS count FROM request_office f JOIN collaboration_request r ON r.id = f.request_id
     WHERE f.organisation_id = ANY($1::uuid[]) AND f.duty = 'approves' AND f.decision IS NULL
       AND r.state = 'office-review'`,
    [organisationIds],
  );
  return row?.count ?? 0;
};
