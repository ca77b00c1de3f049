import type { Sql } from '#database';
import type { RevealMoment } from '#opportunities';
import { hiddenSide } from './request.policy.js';
import { nameOfSide } from './request.queries.js';
import type { RequestSide, RequestState } from './request.states.js';

/** A request in a few words, for somebody who is told of it. */
export interface RequestHeadline {
  requestId: string;
  senderName: string;
  receiverName: string;
  /** Whether each side is an organisation. */
  fromOrganisation: boolean;
  toOrganisation: boolean;
  /** The side that is hidden from the other. */
  hidden: RequestSide | null;
  /** A code of the vocabulary engagement-type. */
  type: string;
  opportunityTitle: string | null;
  /** Whose the opportunity is. */
  opportunityOf: RequestSide | null;
  /** When it shows who is behind it, if it is blind. */
  revealAfter: RevealMoment | null;
  /** The state before: what has expired has waited for something. */
  previousState: RequestState | 'draft';
  state: RequestState;
  deliveredAt: Date | null;
  expiresAt: Date;
}

type HeadlineRow = Omit<RequestHeadline, 'hidden'> & { blind: boolean };

/** The headlines of these requests, by id. For whom one is written is the caller's to know: see `otherSideFor`. */
export const requestHeadlines = async (
  sql: Sql,
  requestIds: readonly string[],
): Promise<Map<string, RequestHeadline>> => {
  if (requestIds.length === 0) return new Map();
  const rows = await sql.rows<HeadlineRow>(
    `SELECT r.id AS "requestId", ${nameOfSide('sa', 'so')} AS "senderName", ${nameOfSide('ra', 'ro')} AS "receiverName", r.type,
       r.sender_organisation_id IS NOT NULL AS "fromOrganisation", r.receiver_organisation_id IS NOT NULL AS "toOrganisation",
       r.state, r.previous_state AS "previousState", p.reveal_after AS "revealAfter", r.delivered_at AS "deliveredAt", r.expires_at AS "expiresAt", r.opportunity_of AS "opportunityOf", coalesce(p.blind, false) AS blind,
       p.title AS "opportunityTitle"
     FROM collaboration_request r
     LEFT JOIN academic sa ON sa.id = r.sender_academic_id
     LEFT JOIN organisation so ON so.id = r.sender_organisation_id
     LEFT JOIN academic ra ON ra.id = r.receiver_academic_id
     LEFT JOIN organisation ro ON ro.id = r.receiver_organisation_id
     LEFT JOIN opportunity p ON p.id = r.opportunity_id
     WHERE r.id = ANY($1::uuid[])`,
    [requestIds],
  );
  return new Map(rows.map(({ blind, ...row }) => [row.requestId, { ...row, hidden: hiddenSide({ ...row, blind }) }]));
};

/** How the other side is called to the people of one side; null while it is hidden from them. */
export const otherSideFor = (headline: RequestHeadline, side: RequestSide): string | null => {
  const other = side === 'sender' ? 'receiver' : 'sender';
  if (headline.hidden === other) return null;
  return other === 'sender' ? headline.senderName : headline.receiverName;
};

/** How the own side is called. */
export const ownSideFor = (headline: RequestHeadline, side: RequestSide): string =>
  side === 'sender' ? headline.senderName : headline.receiverName;
