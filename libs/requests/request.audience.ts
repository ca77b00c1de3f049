import type { Sql } from '#database';
import { reveal } from '#opportunities';
import type { CollaborationRequest } from './request.entity.js';
import type { OfficeDuty } from './request.party.js';
import { openSideOf, type RequestSide } from './request.states.js';

/** Somebody whom a request concerns. */
export interface Concerned {
  requestId: string;
  accountId: string;
  role: RequestSide | 'office';
  /** Theirs, or their office's. */
  side: RequestSide;
  /** Of somebody in an office: what it has to do with the request. */
  duty: OfficeDuty | null;
}

const sides = `
  SELECT r.id, 'sender' AS role, r.sender_academic_id AS academic_id, r.sender_organisation_id AS organisation_id,
    r.sender_account_id AS person FROM collaboration_request r WHERE r.id = ANY($1::uuid[])
  UNION ALL
  SELECT r.id, 'receiver', r.receiver_academic_id, r.receiver_organisation_id, r.receiver_account_id
  FROM collaboration_request r WHERE r.id = ANY($1::uuid[])`;

/**
 * Whom requests concern: the academic; of an organisation, the person who writes for it, or all its people while nobody
 * does; and the people of the offices, or the administrators where an organisation has given nobody that role.
 */
export const concerned = (sql: Sql, requestIds: readonly string[]): Promise<Concerned[]> =>
  sql.rows<Concerned>(
    `WITH side AS (${sides})
     SELECT s.id AS "requestId", a.account_id AS "accountId", s.role, s.role AS side, NULL AS duty
     FROM side s JOIN academic a ON a.id = s.academic_id WHERE a.account_id IS NOT NULL
     UNION ALL
     SELECT s.id, m.account_id, s.role, s.role, NULL FROM side s JOIN account_membership m ON m.organisation_id = s.organisation_id
     WHERE m.account_id = s.person OR NOT EXISTS (
       SELECT FROM account_membership p WHERE p.organisation_id = s.organisation_id AND p.account_id = s.person)
     UNION ALL
     SELECT f.request_id, m.account_id, 'office', f.side, f.duty
     FROM request_office f JOIN account_membership m ON m.organisation_id = f.organisation_id
     WHERE f.request_id = ANY($1::uuid[]) AND (m.role = 'office' OR m.role = 'admin' AND NOT EXISTS (
       SELECT FROM account_membership o WHERE o.organisation_id = f.organisation_id AND o.role = 'office'))`,
    [requestIds],
  );

/** Everybody on one side of a request. */
const accountsOn = async (sql: Sql, requestId: string, side: RequestSide): Promise<string[]> => {
  const rows = await sql.rows<{ accountId: string }>(
    `WITH side AS (${sides})
     SELECT a.account_id AS "accountId" FROM side s JOIN academic a ON a.id = s.academic_id
     WHERE s.role = $2 AND a.account_id IS NOT NULL
     UNION
     SELECT m.account_id FROM side s JOIN account_membership m ON m.organisation_id = s.organisation_id WHERE s.role = $2`,
    [[requestId], side],
  );
  return rows.map(({ accountId }) => accountId);
};

/** Shows everybody on the open side of a request who is behind the blind opportunity that it is about, from now on. */
export const revealBehind = async (
  tx: Sql,
  {
    id,
    opportunityId,
    opportunityOf,
    blind,
  }: Pick<CollaborationRequest, 'id' | 'opportunityId' | 'opportunityOf' | 'blind'>,
) => {
  const open = openSideOf(opportunityOf);
  if (!blind || !opportunityId || !open) return;
  for (const accountId of await accountsOn(tx, id, open)) await reveal(tx, opportunityId, accountId);
};
