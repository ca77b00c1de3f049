import type { Sql } from '#database';
import type { StoredPolicyRule } from './policy.rules.js';
import type { PolicyOwner } from './policy-pack.policy.js';

/** A policy in force, and whose it is. */
export interface PackInForce {
  id: string;
  organisationId: string | null;
  name: string;
  version: number;
  rules: StoredPolicyRule[];
}

/** The newest published version that holds on a day, of these organisations and this funder, in one statement. */
export const packsInForce = (
  sql: Sql,
  organisationIds: readonly string[],
  funder: string | null,
  today: string,
): Promise<PackInForce[]> =>
  sql.rows<PackInForce>(
    `SELECT DISTINCT ON (p.organisation_id, p.funder) p.id, p.organisation_id AS "organisationId",
       coalesce(o.name, p.funder::text) AS name, p.version, p.rules
     FROM policy_pack p LEFT JOIN organisation o ON o.id = p.organisation_id
     WHERE p.state = 'published' AND p.valid_from <= $3::date
       AND (p.organisation_id = ANY($1::uuid[]) OR p.funder = $2::citext)
     ORDER BY p.organisation_id, p.funder, p.version DESC`,
    [organisationIds, funder, today],
  );

/** How many people of the directory an organisation's policy is for. */
export const peopleOf = async (sql: Sql, organisationId: string): Promise<number> => {
  const row = await sql.row<{ count: number }>(
    'SELECT count(*)::int AS count FROM academic WHERE employer_id = $1 OR university_id = $1',
    [organisationId],
  );
  return row?.count ?? 0;
};

/** What a pack is tried on. */
export interface TrialCase {
  kind: 'request' | 'brief';
  engagementType: string;
  sector: string | null;
  fte: number | null;
  startsOn: string | null;
}

/** How many requests and briefs a pack is tried on at most. */
export const mostTrialCases = 500;

/** Funders with a policy that holds today; with drafts, all that somebody has begun to write down. */
export const fundersWithPolicy = async (sql: Sql, today: string, withDrafts: boolean): Promise<string[]> => {
  const rows = await sql.rows<{ funder: string }>(
    `SELECT min(funder::text) AS funder FROM policy_pack
     WHERE funder IS NOT NULL AND ($2 OR (state = 'published' AND valid_from <= $1)) GROUP BY policy_pack.funder
     ORDER BY policy_pack.funder LIMIT 500`,
    [today, withDrafts],
  );
  return rows.map(({ funder }) => funder);
};

/** The open and accepted requests of an organisation's people, if there is one, and the briefs that could be answered. */
export const trialCases = (sql: Sql, organisationId: string | null): Promise<TrialCase[]> =>
  sql.rows<TrialCase>(
    `(SELECT 'request' AS kind, r.type AS "engagementType", o.sector, r.fte, r.starts_on::text AS "startsOn"
      FROM collaboration_request r
      JOIN academic a ON a.id IN (r.sender_academic_id, r.receiver_academic_id)
      LEFT JOIN organisation o ON o.id IN (r.sender_organisation_id, r.receiver_organisation_id)
      WHERE $1::uuid IN (a.employer_id, a.university_id) AND r.state IN ('office-review', 'delivered', 'asked', 'awaiting-nda', 'accepted')
      ORDER BY r.created_at DESC, r.id LIMIT $2)
     UNION ALL
     (SELECT 'brief', b.opportunity_type, CASE WHEN b.blind THEN NULL ELSE o.sector END, b.fte, b.starts_on::text
      FROM opportunity b JOIN organisation o ON o.id = b.organisation_id
      WHERE b.state = 'published' ORDER BY b.published_at DESC NULLS LAST, b.id LIMIT $2)`,
    [organisationId, mostTrialCases],
  );

/** The condition that a row is of this owner, as $1. */
export const ownedBy = (owner: PolicyOwner): { condition: string; value: string } =>
  'organisationId' in owner
    ? { condition: 'p.organisation_id = $1::uuid', value: owner.organisationId }
    : { condition: 'p.funder = $1::citext', value: owner.funder };
