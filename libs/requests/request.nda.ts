import { Field, ObjectType } from '@nestjs/graphql';
import type { Sql } from '#database';
import type { RequestSide } from './request.states.js';

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
