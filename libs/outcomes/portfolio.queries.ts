import { academicName } from '#academics';
import type { Sql } from '#database';

/** One piece of work with industry, as it stands in an academic's portfolio. */
export interface PortfolioEntry {
  id: string;
  title: string;
  state: string;
  partner: string;
  type: string;
  oopType: string | null;
  fte: number | null;
  daysPerYear: number | null;
  startsOn: string | null;
  endsOn: string | null;
  returnsOn: string | null;
  countsToTraining: boolean | null;
  /** When the work began and ended, by the steps that were taken. */
  begunAt: string | null;
  endedAt: string | null;
  signOffs: { label: string; state: string; name: string | null; decidedOn: string | null; current: boolean }[];
  outcomes: {
    kind: string;
    title: string;
    identifier: string | null;
    happenedOn: string;
    amountPence: number | null;
    creditRoles: string[];
    trlBefore: number | null;
    trlAfter: number | null;
  }[];
  /** What the partner says of it, once both sides have written. */
  partnerSays: string | null;
}

const entrySql = (where: string) => `
  SELECT c.id, c.title, c.state, t.type, t.oop_type AS "oopType", t.fte, t.days_per_year AS "daysPerYear",
    t.starts_on AS "startsOn", t.ends_on AS "endsOn", t.returns_on AS "returnsOn", t.counts_to_training AS "countsToTraining",
    side.mine, side.academic_id AS "academicId",
    CASE WHEN other.academic_id IS NULL THEN o.name
      ELSE ${academicName('a')} END AS partner,
    (SELECT min(e.created_at)::date::text FROM collaboration_event e
      WHERE e.collaboration_id = c.id AND e.action = 'activate') AS "begunAt",
    (SELECT max(e.created_at)::date::text FROM collaboration_event e
      WHERE e.collaboration_id = c.id AND e.to_state IN ('completed', 'ended-early')) AS "endedAt",
    coalesce((SELECT json_agg(json_build_object('label', s.label, 'state', s.state, 'name', s.approver_name,
        'decidedOn', s.decided_at::date::text, 'current', s.terms_number = c.terms_number) ORDER BY s.position)
      FROM sign_off s WHERE s.collaboration_id = c.id AND s.decided_at IS NOT NULL), '[]') AS "signOffs",
    coalesce((SELECT json_agg(json_build_object('kind', u.kind, 'title', u.title, 'identifier', u.identifier,
        'happenedOn', u.happened_on::text, 'amountPence', u.amount_pence, 'creditRoles', u.credit_roles, 'trlBefore', u.trl_before,
        'trlAfter', u.trl_after) ORDER BY u.happened_on, u.id)
      FROM outcome u WHERE u.collaboration_id = c.id), '[]') AS outcomes,
    (SELECT r.text FROM collaboration_review r WHERE r.collaboration_id = c.id AND r.side <> side.mine
       AND EXISTS (SELECT FROM collaboration_review w WHERE w.collaboration_id = c.id AND w.side = side.mine)) AS "partnerSays"
  FROM collaboration c
  JOIN engagement_terms t ON t.collaboration_id = c.id AND t.number = c.terms_number
  CROSS JOIN LATERAL (VALUES ('sender', c.sender_academic_id, c.receiver_academic_id, c.receiver_organisation_id),
    ('receiver', c.receiver_academic_id, c.sender_academic_id, c.sender_organisation_id))
    AS side(mine, academic_id, other_academic_id, other_organisation_id)
  CROSS JOIN LATERAL (SELECT side.other_academic_id AS academic_id, side.other_organisation_id AS organisation_id) other
  LEFT JOIN academic a ON a.id = other.academic_id
  LEFT JOIN organisation o ON o.id = other.organisation_id
  WHERE side.academic_id IS NOT NULL AND ${where}
  ORDER BY coalesce(t.starts_on, c.created_at::date), c.created_at, c.id`;

/** The work with industry of one academic that has begun, oldest first. */
export const portfolioEntries = (sql: Sql, academicId: string) =>
  sql.rows<PortfolioEntry>(
    entrySql(`side.academic_id = $1 AND c.state IN ('active', 'completed', 'ended-early', 'on-hold')`),
    [academicId],
  );

/** One line of a university's return. */
export interface ReturnRow {
  person: string;
  partner: string;
  title: string;
  type: string;
  begunAt: string;
  endedAt: string | null;
  amountPence: number;
}

/**
 * The work that was under way in a year and that an organisation's office looks after: what comes of an academic elsewhere, or
 * before the office was told, is not in it.
 */
export const returnRows = (sql: Sql, organisationId: string, from: string, to: string) =>
  sql.rows<ReturnRow>(
    `SELECT entry.*, ${academicName('p')} AS person,
       coalesce((SELECT sum(u.amount_pence) FROM outcome u WHERE u.collaboration_id = entry.id AND u.kind = 'funding'
         AND u.happened_on >= $2 AND u.happened_on < $3), 0)::float8 AS "amountPence"
     FROM (${entrySql(`(EXISTS (SELECT FROM request_office f WHERE f.request_id = c.request_id AND f.organisation_id = $1)
       OR $1 IN (c.sender_organisation_id, c.receiver_organisation_id))`)}) entry
     JOIN academic p ON p.id = entry."academicId"
     WHERE entry."begunAt"::date < $3 AND coalesce(entry."endedAt"::date, $2) >= $2`,
    [organisationId, from, to],
  );
