import type { Sql } from '#database';
import type { RequestNda } from './request.nda.js';
import { nameOfSide } from './request.queries.js';
import type { RequestSide } from './request.states.js';

/** Both signatures under the NDA of a request: that of the open side, and the yes of the side that it reveals. */
export interface NdaSignatures {
  version: string;
  /** Who recorded the signature; null once their account is gone. */
  accountId: string | null;
  open: { side: RequestSide; signatory: string; role: string; signedOn: string; binds: string };
  hidden: { side: RequestSide; name: string; person: string | null; accountId: string | null; saidYesOn: string };
}

/** Both signatures under the NDA of a request; undefined where none was needed. */
export const ndaSignatures = async (sql: Sql, requestId: string): Promise<NdaSignatures | undefined> => {
  const row = await sql.row<
    RequestNda & { accountId: string | null; name: string; person: string | null; yesBy: string | null; yesOn: string }
  >(
    `SELECT n.text_version AS version, n.side, n.signatory, n.role, n.signed_on AS "signedOn", n.binds,
       n.account_id AS "accountId", CASE n.side WHEN 'sender' THEN ${nameOfSide('ra', 'ro')} ELSE ${nameOfSide('sa', 'so')} END AS name,
       h.name AS person, h.id AS "yesBy",
       to_char(CASE n.side WHEN 'sender' THEN r.decided_at ELSE r.created_at END, 'YYYY-MM-DD') AS "yesOn"
     FROM request_nda n JOIN collaboration_request r ON r.id = n.request_id
     LEFT JOIN academic sa ON sa.id = r.sender_academic_id
     LEFT JOIN organisation so ON so.id = r.sender_organisation_id
     LEFT JOIN academic ra ON ra.id = r.receiver_academic_id
     LEFT JOIN organisation ro ON ro.id = r.receiver_organisation_id
     LEFT JOIN account_holder h ON h.id = CASE n.side WHEN 'sender' THEN r.receiver_account_id ELSE r.sender_account_id END
     WHERE n.request_id = $1`,
    [requestId],
  );
  if (!row) return undefined;
  const { version, accountId, side, signatory, role, signedOn, binds, name, person, yesBy, yesOn } = row;
  return {
    version,
    accountId,
    open: { side, signatory, role, signedOn, binds },
    hidden: { side: side === 'sender' ? 'receiver' : 'sender', name, person, accountId: yesBy, saidYesOn: yesOn },
  };
};
