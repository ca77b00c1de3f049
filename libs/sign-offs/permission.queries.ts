import type { CollaborationState } from '#collaborations';
import type { Sql } from '#database';
import { nameOfSide, type RequestSide } from '#requests';

/** An academic who takes part, the terms that hold, and the organisations whose people they are. */
export interface WorkRow {
  side: RequestSide;
  academicId: string;
  accountId: string | null;
  termsNumber: number;
  /** The day on which the terms were written. */
  termsOn: string;
  engagementType: string;
  fte: number | null;
  daysPerYear: number | null;
  startsOn: string | null;
  endsOn: string | null;
  countsToTraining: boolean | null;
  otherId: string | null;
  otherName: string;
  otherSector: string | null;
  /** An organisation that is itself a side decides as a side. */
  organisations: { id: string; name: string; as: 'employer' | 'university'; shown: boolean }[];
}

/** What the policies of employers and universities look at in a collaboration: a row for each academic of it. */
export const workOf = (sql: Sql, collaborationId: string): Promise<WorkRow[]> =>
  sql.rows<WorkRow>(
    `SELECT s.side, a.id AS "academicId", a.account_id AS "accountId", t.number AS "termsNumber",
       t.created_at::date::text AS "termsOn", t.type AS "engagementType", t.fte, t.days_per_year AS "daysPerYear",
       t.starts_on::text AS "startsOn", t.ends_on::text AS "endsOn", t.counts_to_training AS "countsToTraining",
       o.id AS "otherId", ${nameOfSide('oa', 'o')} AS "otherName", o.sector AS "otherSector",
       coalesce((SELECT json_agg(json_build_object('id', e.id, 'name', e.name, 'as', u.field,
           'shown', a.field_visibility->>u.field IS DISTINCT FROM 'only-me') ORDER BY u.field)
         FROM (VALUES ('employer', a.employer_id), ('university', a.university_id)) AS u (field, id)
         JOIN organisation e ON e.id = u.id
         WHERE (u.field = 'employer' OR a.employer_id IS DISTINCT FROM u.id)
           AND e.id IS DISTINCT FROM c.sender_organisation_id
           AND e.id IS DISTINCT FROM c.receiver_organisation_id), '[]') AS organisations
     FROM collaboration c
     JOIN engagement_terms t ON t.collaboration_id = c.id AND t.number = c.terms_number
     CROSS JOIN LATERAL (VALUES
       ('sender', c.sender_academic_id, c.receiver_academic_id, c.receiver_organisation_id),
       ('receiver', c.receiver_academic_id, c.sender_academic_id, c.sender_organisation_id)
     ) AS s (side, academic_id, other_academic_id, other_organisation_id)
     JOIN academic a ON a.id = s.academic_id
     LEFT JOIN academic oa ON oa.id = s.other_academic_id
     LEFT JOIN organisation o ON o.id = s.other_organisation_id
     WHERE c.id = $1 ORDER BY s.side DESC`,
    [collaborationId],
  );

export type PermissionState = 'asked' | 'given' | 'refused';

/** What an organisation was asked and has said about one version of the terms. */
export interface PermissionRow {
  id: string;
  organisationId: string;
  state: PermissionState;
  askedBy: string | null;
  askedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
}

/** What organisations have said about the terms that hold. */
export const permissionsOf = (sql: Sql, collaborationId: string): Promise<PermissionRow[]> =>
  sql.rows<PermissionRow>(
    `SELECT p.id, p.organisation_id AS "organisationId", p.state, ha.name AS "askedBy", p.asked_at AS "askedAt",
       hd.name AS "decidedBy", p.decided_at AS "decidedAt", p.reason
     FROM policy_permission p JOIN collaboration c ON c.id = p.collaboration_id AND c.terms_number = p.terms_number
     LEFT JOIN account_holder ha ON ha.id = p.asked_by LEFT JOIN account_holder hd ON hd.id = p.decided_by
     WHERE p.collaboration_id = $1`,
    [collaborationId],
  );

/** The collaborations that wait for what an organisation's office says, the longest first. */
export const waitingFor = async (sql: Sql, organisationId: string): Promise<string[]> => {
  const rows = await sql.rows<{ id: string }>(
    `SELECT c.id FROM policy_permission p
     JOIN collaboration c ON c.id = p.collaboration_id AND c.terms_number = p.terms_number
     WHERE p.organisation_id = $1 AND p.state = 'asked' AND c.state NOT IN ('completed', 'ended-early', 'withdrawn')
     ORDER BY p.asked_at, c.id LIMIT 100`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
};

/** The people of an organisation's office, or its administrators where nobody has that role. */
export const officersOf = async (sql: Sql, organisationId: string): Promise<string[]> => {
  const rows = await sql.rows<{ id: string }>(
    `SELECT m.account_id AS id FROM account_membership m WHERE m.organisation_id = $1 AND (m.role = 'office'
       OR m.role = 'admin' AND NOT EXISTS (
         SELECT FROM account_membership o WHERE o.organisation_id = $1 AND o.role = 'office'))`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
};

/** What a notice of a permission is put into words from. */
export interface PermissionHeadline {
  id: string;
  collaborationId: string;
  organisation: string;
  title: string;
  state: PermissionState;
  collaborationState: CollaborationState;
  current: boolean;
  reason: string | null;
}

export const permissionHeadlines = (sql: Sql, ids: readonly string[]) =>
  sql.rows<PermissionHeadline>(
    `SELECT p.id, p.collaboration_id AS "collaborationId", o.name AS organisation, c.title, p.state,
       c.state AS "collaborationState", c.terms_number = p.terms_number AS current, p.reason
     FROM policy_permission p JOIN organisation o ON o.id = p.organisation_id
     JOIN collaboration c ON c.id = p.collaboration_id WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
