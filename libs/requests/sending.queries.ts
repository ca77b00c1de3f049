import { academicName } from '#academics';
import type { Sql } from '#database';
import type { RequestPolicy } from '#organisations';
import { requestRules } from './request.rules.js';
import type { RequestSide } from './request.states.js';

/** One side of a request that is to be sent. */
export interface Sender {
  kind: 'academic' | 'organisation';
  id: string;
  name: string;
  /** Of an academic: whose profile it is; null while it is unclaimed. */
  accountId: string | null;
  hidden: boolean;
  /** Academics always; organisations once they are. */
  verified: boolean;
  /** Whether there is anybody to answer for it. */
  peopled: boolean;
  /** Of an organisation: whether it is a company. */
  company: boolean;
  /** Of an academic: whether they have taken back that companies may contact them. */
  noCompanies: boolean;
  /** The organisations whose offices look after its requests. */
  institutions: string[];
}

export type Receiver = Sender;

/** The sides with these ids, by id, whoever may see them. */
export const sidesById = async (sql: Sql, ids: readonly string[]): Promise<Map<string, Sender>> => {
  const rows = await sql.rows<Sender>(
    `SELECT 'academic' AS kind, a.id, ${academicName('a')} AS name,
       a.account_id AS "accountId", a.visibility = 'hidden' AS hidden, true AS verified,
       a.account_id IS NOT NULL AS peopled, false AS company,
       coalesce((SELECT every(c.withdrawn_at IS NOT NULL) FROM account_consent c
         WHERE c.account_id = a.account_id AND c.purpose = 'contact-by-companies'), false) AS "noCompanies",
       array_remove(ARRAY[a.employer_id, a.university_id], NULL) AS institutions
     FROM academic a WHERE a.id = ANY($1::uuid[])
     UNION ALL
     SELECT 'organisation', o.id, o.name, NULL, o.visibility = 'hidden', o.verification = 'verified',
       EXISTS (SELECT FROM account_membership m WHERE m.organisation_id = o.id), o.type = 'company', false, ARRAY[o.id]
     FROM organisation o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
};

/** Whether an account belongs to an organisation. */
export const belongsTo = async (sql: Sql, accountId: string, organisationId: string): Promise<boolean> =>
  (await sql.row('SELECT FROM account_membership WHERE account_id = $1 AND organisation_id = $2', [
    accountId,
    organisationId,
  ])) !== undefined;

/** An office that a request concerns. */
export interface ConcernedOffice {
  organisationId: string;
  name: string;
  side: RequestSide;
  policy: Exclude<RequestPolicy, 'direct'>;
}

/**
 * The offices that the two sides' organisations want to be asked or told. Only a verified organisation has a say: a
 * profile may name any employer, and nobody should hold up requests in the name of one that was never checked.
 */
export const concernedOffices = async (sql: Sql, sender: Sender, receiver: Receiver): Promise<ConcernedOffice[]> => {
  const rows = await sql.rows<{ id: string; name: string; policy: ConcernedOffice['policy'] }>(
    `SELECT id, name, request_policy AS policy FROM organisation
     WHERE id = ANY($1::uuid[]) AND verification = 'verified' AND request_policy <> 'direct' ORDER BY name, id`,
    [[...sender.institutions, ...receiver.institutions]],
  );
  return rows.map(({ id, name, policy }) => ({
    organisationId: id,
    name,
    side: sender.institutions.includes(id) ? 'sender' : 'receiver',
    policy,
  }));
};

export interface PairHistory {
  /** Whether there is an open request between the two about the same thing. */
  open: boolean;
  /** Its id, where the asking side may know it: the other side's may still be with an office. */
  openId: string | null;
  /** When the receiver last declined the sender about the same thing, within the cool-down. */
  declinedAt: Date | null;
  /** How many new requests the sender has sent in the last seven days, and when the first of them was. */
  recent: number;
  recentSince: Date | null;
}

/** What has been between two sides, as far as it stands against a new request. */
export const pairHistory = async (
  sql: Sql,
  senderId: string,
  receiverId: string,
  opportunityId: string | null,
): Promise<PairHistory> => {
  const row = await sql.row<PairHistory>(
    `SELECT
       open.id IS NOT NULL AS open,
       CASE WHEN open.sender_id = $1 OR open.delivered_at IS NOT NULL THEN open.id END AS "openId",
       (SELECT max(decided_at) FROM collaboration_request
        WHERE sender_id = $1 AND receiver_id = $2 AND opportunity_id IS NOT DISTINCT FROM $3 AND state = 'declined'
          AND decided_at > now() - make_interval(days => $4)
       ) AS "declinedAt",
       week.recent, week.since AS "recentSince"
     FROM (
       SELECT count(*)::int AS recent, min(created_at) AS since FROM collaboration_request
       WHERE sender_id = $1 AND referred_from_id IS NULL AND created_at > now() - interval '7 days'
     ) week
     LEFT JOIN collaboration_request open
       ON least(open.sender_id, open.receiver_id) = least($1::uuid, $2::uuid)
       AND greatest(open.sender_id, open.receiver_id) = greatest($1::uuid, $2::uuid)
       AND open.opportunity_id IS NOT DISTINCT FROM $3::uuid AND open.state IN ('office-review', 'delivered', 'asked', 'awaiting-nda')`,
    [senderId, receiverId, opportunityId, requestRules.coolDownDays],
  );
  return row ?? { open: false, openId: null, declinedAt: null, recent: 0, recentSince: null };
};

/** Any number that nothing else locks with: one new request of a side at a time, so that its limit holds. */
const sendingLock = 7_304;

export const lockSender = (sql: Sql, senderId: string) =>
  sql.rows('SELECT pg_advisory_xact_lock($1, hashtext($2))', [sendingLock, senderId]);

/** The names that would give away who a hidden side is. */
export const tellingNames = async (sql: Sql, sideId: string, accountId: string): Promise<string[]> => {
  const row = await sql.row<{ names: string[] }>(
    `SELECT array_agg(name) AS names FROM (
       SELECT unnest(o.name || o.aliases) AS name FROM organisation o WHERE o.id = $1
       UNION ALL SELECT a.family_name FROM academic a WHERE a.id = $1
       UNION ALL SELECT o.name FROM academic a JOIN organisation o ON o.id IN (a.employer_id, a.university_id) WHERE a.id = $1
       UNION ALL SELECT h.name FROM account_holder h WHERE h.id = $2
     ) named WHERE name IS NOT NULL`,
    [sideId, accountId],
  );
  return row?.names ?? [];
};
