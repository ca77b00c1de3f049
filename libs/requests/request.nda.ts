import { Field, ObjectType } from '@nestjs/graphql';
import type { Sql } from '#database';
import type { RequestSide } from './request.states.js';
import { nameOfSide } from './side.names.js';

/** That the open side of a request has signed the NDA. Nothing in it ever changes. */
@ObjectType({ description: 'That the side which is not hidden has signed the NDA.' })
export class RequestNda {
  @Field({ description: 'Which version of the text was signed; see ndaUndertaking.' })
  version: string;

  @Field(() => String, { description: 'Whose signature it is: sender or receiver.' })
  side: RequestSide;

  @Field({ description: 'Who signed.' })
  signatory: string;

  @Field({ description: 'In which role.' })
  role: string;

  @Field({ description: 'For whom they signed: a code of the capacities of ndaUndertaking.' })
  capacity: string;

  @Field({ description: 'Whom it binds.' })
  binds: string;

  @Field(() => String, { description: 'The day of the signature, as YYYY-MM-DD.' })
  signedOn: string;

  @Field({ description: 'When it was recorded here.' })
  recordedAt: Date;
}

/** The record of a request whose id stands in `id`, as JSON, in SQL: the time is text in it. */
export const ndaJson = (id: string) => `
  (SELECT json_build_object('version', n.text_version, 'side', n.side, 'signatory', n.signatory, 'role', n.role,
      'capacity', n.capacity, 'binds', n.binds, 'signedOn', n.signed_on, 'recordedAt', n.created_at)
    FROM request_nda n WHERE n.request_id = ${id})`;

/** What is recorded of a signature, and by whom. */
export type NewNda = Omit<RequestNda, 'recordedAt'> & { accountId: string };

export const insertNda = (tx: Sql, requestId: string, nda: NewNda) =>
  tx.affected(
    `INSERT INTO request_nda (request_id, text_version, side, signatory, role, capacity, binds, signed_on, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [requestId, nda.version, nda.side, nda.signatory, nda.role, nda.capacity, nda.binds, nda.signedOn, nda.accountId],
  );

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
