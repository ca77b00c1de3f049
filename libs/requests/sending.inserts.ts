import type { Sql } from '#database';
import type { StoredCriterion } from '#opportunities';
import type { RequestNews } from './request.listeners.js';
import { requestRules } from './request.rules.js';
import type { RequestSide } from './request.states.js';
import type { ConcernedOffice, Receiver, Sender } from './sending.queries.js';

/** A request that nothing stands against any more. */
export interface NewRequest {
  sender: Pick<Sender, 'kind' | 'id'>;
  receiver: Pick<Receiver, 'kind' | 'id'>;
  senderAccountId: string | null;
  opportunityId: string | null;
  opportunityOf: RequestSide | null;
  type: string;
  reason: string;
  terms: {
    startsOn: string | null;
    lengthMonths: number | null;
    fte: number | null;
    placeMode: string | null;
    funding: string | null;
    note: string | null;
  };
  mismatch: StoredCriterion[];
  mayBeReferred: boolean;
  referredFromId: string | null;
  offices: (ConcernedOffice & { approvedBy: string | null })[];
}

const academicOf = ({ kind, id }: NewRequest['sender']) => (kind === 'academic' ? id : null);
const organisationOf = ({ kind, id }: NewRequest['sender']) => (kind === 'organisation' ? id : null);

/** Writes a request with its offices and its first event; undefined where the two sides have an open one already. */
export const insertRequest = async (tx: Sql, request: NewRequest): Promise<RequestNews | undefined> => {
  const { sender, receiver, terms, offices } = request;
  const waits = offices.some(({ policy, approvedBy }) => policy === 'office-approves' && approvedBy === null);
  const state = waits ? 'office-review' : 'delivered';
  const made = await tx.row<{ id: string }>(
    `INSERT INTO collaboration_request (sender_account_id, sender_academic_id, sender_organisation_id,
       receiver_academic_id, receiver_organisation_id, opportunity_id, opportunity_of, type, reason, starts_on,
       length_months, fte, place_mode, funding, note, mismatch, may_be_referred, referred_from_id, state, delivered_at,
       receiver_news, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       CASE $19 WHEN 'delivered' THEN now() END, CASE $19 WHEN 'delivered' THEN 1 ELSE 0 END,
       now() + make_interval(days => $20))
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      request.senderAccountId,
      academicOf(sender),
      organisationOf(sender),
      academicOf(receiver),
      organisationOf(receiver),
      request.opportunityId,
      request.opportunityOf,
      request.type,
      request.reason,
      terms.startsOn,
      terms.lengthMonths,
      terms.fte,
      terms.placeMode,
      terms.funding,
      terms.note,
      JSON.stringify(request.mismatch),
      request.mayBeReferred,
      request.referredFromId,
      state,
      requestRules.openDays,
    ],
  );
  if (!made) return undefined;
  await tx.affected(
    `INSERT INTO request_office (request_id, organisation_id, side, duty, decision, decided_by, decided_at)
     SELECT $1, o."organisationId", o.side, CASE o.policy WHEN 'office-approves' THEN 'approves' ELSE 'told' END,
       CASE WHEN o.policy = 'office-approves' AND o."approvedBy" IS NOT NULL THEN 'approved' END,
       CASE WHEN o.policy = 'office-approves' THEN o."approvedBy" END,
       CASE WHEN o.policy = 'office-approves' AND o."approvedBy" IS NOT NULL THEN now() END
     FROM jsonb_to_recordset($2::jsonb) AS o("organisationId" uuid, side text, policy text, "approvedBy" uuid)`,
    [made.id, JSON.stringify(offices)],
  );
  await tx.affected(
    `INSERT INTO request_event (request_id, action, from_state, to_state, side, account_id)
     VALUES ($1, 'send', 'draft', $2, 'sender', $3)`,
    [made.id, state, request.senderAccountId],
  );
  return { requestId: made.id, action: 'send', to: state, side: 'sender', accountId: request.senderAccountId };
};
