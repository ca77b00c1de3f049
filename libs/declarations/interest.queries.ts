import type { Viewer } from '#accounts';
import { type Database, pageOfIds, type Sql, type Tx, type WantedPage } from '#database';
import { InterestDeclaration } from './interest.entity.js';
import type { InterestStanding, InterestState } from './interest.policy.js';

/** An interest as it is stored, with what the rules look at. */
export type InterestRow = InterestDeclaration & Pick<InterestStanding, 'employerIds' | 'shared'>;

/** Who employs people: what their profile says; of somebody without one, the organisations that they belong to. */
const employment = `
  SELECT a.account_id, a.employer_id AS organisation_id FROM academic a
  WHERE a.account_id IS NOT NULL AND a.employer_id IS NOT NULL
  UNION ALL
  SELECT m.account_id, m.organisation_id FROM account_membership m
  WHERE NOT EXISTS (SELECT FROM academic a WHERE a.account_id = m.account_id)`;

/** Whether an account works on a collaboration: as the academic on a side, or as somebody who was brought in. */
const isOn = (collaboration: string, account: string, academic: string) => `(
  ${academic} IN (${collaboration}.sender_academic_id, ${collaboration}.receiver_academic_id)
  OR EXISTS (SELECT FROM collaboration_person p
    WHERE p.collaboration_id = ${collaboration}.id AND p.account_id = ${account} AND p.left_at IS NULL))`;

/** Whether the owner of \`d\` and the viewer work on something of which the counterparty is a side. */
const shared = `(
  EXISTS (SELECT FROM collaboration c
    WHERE (c.sender_organisation_id = d.organisation_id OR c.receiver_organisation_id = d.organisation_id)
      AND c.state <> 'withdrawn' AND ${isOn('c', 'd.account_id', 'oa.id')}
      AND (c.sender_id = ANY($2::uuid[]) OR c.receiver_id = ANY($2::uuid[]) OR ${isOn('c', '$3::uuid', 'NULL::uuid')}))
  OR (d.organisation_id = ANY($2::uuid[]) AND EXISTS (SELECT FROM collaboration_request r
    WHERE r.state = 'accepted' AND NOT EXISTS (SELECT FROM collaboration c WHERE c.request_id = r.id)
      AND ((r.sender_academic_id = oa.id AND r.receiver_organisation_id = d.organisation_id)
        OR (r.receiver_academic_id = oa.id AND r.sender_organisation_id = d.organisation_id)))))`;

/** $1 the ids, $2 what the viewer is a side under, $3 their account. */
const rowsSql = (columns: string) => `
  SELECT ${columns}, h.name AS "ownerName", oa.id AS "ownerAcademicId",
    ARRAY(SELECT e.organisation_id FROM (${employment}) e WHERE e.account_id = d.account_id) AS "employerIds",
    coalesce(${shared}, false) AS shared
  FROM interest_declaration d JOIN account_holder h ON h.id = d.account_id
  LEFT JOIN academic oa ON oa.account_id = d.account_id
  WHERE d.id = ANY($1::uuid[])`;

export const interestRows = (database: Database, viewer: Viewer, ids: readonly string[], sql: Sql = database) =>
  sql.rows<InterestRow>(rowsSql(database.columns(InterestDeclaration, 'd')), [
    ids,
    [
      ...(viewer.academicId ? [viewer.academicId] : []),
      ...viewer.memberships.map(({ organisationId }) => organisationId),
    ],
    viewer.accountId,
  ]);

const listed = (where: string) => `SELECT d.id, d.created_at FROM interest_declaration d WHERE ${where}`;

export const ownPage = (
  sql: Sql,
  accountId: string,
  { states, ...page }: { states: readonly InterestState[] | null } & WantedPage,
) =>
  pageOfIds(sql, listed('d.account_id = $1 AND ($2::text[] IS NULL OR d.state = ANY($2))'), [accountId, states], page);

/** What the people of an employer have declared and still holds. */
const ofEmployer = (parameter: string) =>
  `d.state = 'current' AND d.account_id IN (SELECT e.account_id FROM (${employment}) e WHERE e.organisation_id = ${parameter})`;

export const employerPage = (sql: Sql, organisationId: string, page: WantedPage) =>
  pageOfIds(sql, listed(ofEmployer('$1')), [organisationId], page);

/** All of it at once, for a file, by name. */
export const employerIds = async (sql: Sql, organisationId: string): Promise<string[]> => {
  const rows = await sql.rows<{ id: string }>(
    `SELECT d.id FROM interest_declaration d JOIN account_holder h ON h.id = d.account_id
     WHERE ${ofEmployer('$1')} ORDER BY h.name, d.declared_on, d.id`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
};

/** What the people of a collaboration have declared about the organisations on its sides. */
export const idsOfCollaboration = async (sql: Sql, collaborationId: string): Promise<string[]> => {
  const rows = await sql.rows<{ id: string }>(
    `SELECT d.id FROM collaboration c
     JOIN interest_declaration d ON d.organisation_id IN (c.sender_organisation_id, c.receiver_organisation_id)
     LEFT JOIN academic a ON a.account_id = d.account_id
     WHERE c.id = $1 AND d.state = 'current' AND ${isOn('c', 'd.account_id', 'a.id')}
     ORDER BY d.created_at DESC, d.id LIMIT 100`,
    [collaborationId],
  );
  return rows.map(({ id }) => id);
};

/** Where somebody stands: how many interests they have declared, whether none, and the oldest confirmation. */
export const standingOf = (sql: Sql, accountId: string) =>
  sql.row<{ current: number; nothing: boolean; confirmedOn: string | null }>(
    `SELECT count(*) FILTER (WHERE NOT nothing)::int AS current, coalesce(bool_or(nothing), false) AS nothing,
       min(confirmed_on) AS "confirmedOn"
     FROM interest_declaration WHERE account_id = $1 AND state = 'current'`,
    [accountId],
  );

/** Columns that an interest may be changed in. */
export interface InterestChanges {
  category?: string;
  situation?: string;
  organisation_id?: string | null;
  counterparty?: string;
  description?: string;
  value_band?: string | null;
  starts_on?: string | null;
  ends_on?: string | null;
  visibility?: string;
  state?: InterestState;
  withdrawn_reason?: string;
  confirmed_on?: string;
  mitigation?: string;
  mitigation_note?: string | null;
  review_on?: string | null;
}

/** Who changes what in which way. */
export interface InterestStep {
  ids: readonly string[];
  /** The states in which this may happen. */
  from: readonly InterestState[];
  /** The version that was read, where that matters. */
  version?: number;
  action: 'changed' | 'confirmed' | 'ended' | 'withdrawn' | 'mitigated';
  by: 'owner' | 'office';
  accountId: string;
  changes: InterestChanges;
}

/** What a history keeps of an interest after each change. */
const content = (row: string) =>
  `to_jsonb(${row}) - '{id,version,account_id,organisation_id,created_at,updated_at}'::text[]`;

/** Changes interests and writes their histories in one statement; answers how many were changed. */
export const changeInterests = (tx: Tx, step: InterestStep): Promise<number> => {
  const changes = Object.entries(step.changes);
  const set = changes.map(([column], at) => `${column} = $${at + 7}`).join(', ');
  return tx.affected(
    `WITH changed AS (
       UPDATE interest_declaration SET ${set}
       WHERE id = ANY($1::uuid[]) AND state = ANY($2) AND ($3::int IS NULL OR version = $3) RETURNING *)
     INSERT INTO interest_change (declaration_id, version, action, made_by, account_id, content)
     SELECT c.id, c.version, $4, $5, $6, ${content('c')} FROM changed c`,
    [
      step.ids,
      step.from,
      step.version ?? null,
      step.action,
      step.by,
      step.accountId,
      ...changes.map(([, value]) => value),
    ],
  );
};

/** Declares an interest, or nothing, and begins its history; undefined where "nothing" is declared already. */
export const insertInterest = (tx: Tx, accountId: string, values: InterestChanges & { nothing?: boolean }) => {
  const columns = Object.entries(values);
  return tx.row<{ id: string }>(
    `WITH made AS (
       INSERT INTO interest_declaration (account_id, ${columns.map(([column]) => column).join(', ')})
       VALUES ($1, ${columns.map((_, at) => `$${at + 2}`).join(', ')})
       ON CONFLICT (account_id) WHERE nothing AND state = 'current' DO NOTHING RETURNING *)
     INSERT INTO interest_change (declaration_id, version, action, made_by, account_id, content)
     SELECT m.id, m.version, 'declared', 'owner', $1, ${content('m')} FROM made m RETURNING declaration_id AS id`,
    [accountId, ...columns.map(([, value]) => value)],
  );
};

/** One state of an interest in its history. */
export interface StoredChange {
  declarationId: string;
  action: string;
  by: string;
  at: Date;
  content: Record<string, unknown>;
}

export const interestChanges = (sql: Sql, ids: readonly string[]) =>
  sql.rows<StoredChange>(
    `SELECT declaration_id AS "declarationId", action, made_by AS by, at, content FROM interest_change
     WHERE declaration_id = ANY($1::uuid[]) ORDER BY declaration_id, version`,
    [ids],
  );
