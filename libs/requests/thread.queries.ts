import type { Sql } from '#database';
import type { MessageKind, RequestEvent, RequestMessage } from './request.record.js';
import type { RequestSide } from './request.states.js';

/** A message that is to be written. */
export interface NewMessage {
  requestId: string;
  side: RequestSide;
  accountId: string;
  kind: MessageKind;
  text?: string;
  slots?: readonly Date[];
  minutes?: number | null;
  proposalId?: string | null;
}

/** Writes a message; undefined where it picks a time of a proposal that was picked from already. */
export const insertMessage = async (tx: Sql, message: NewMessage): Promise<string | undefined> => {
  const row = await tx.row<{ id: string }>(
    `INSERT INTO request_message (request_id, side, account_id, kind, text, slots, minutes, proposal_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (proposal_id) DO NOTHING RETURNING id`,
    [
      message.requestId,
      message.side,
      message.accountId,
      message.kind,
      message.text ?? '',
      message.slots ?? [],
      message.minutes ?? null,
      message.proposalId ?? null,
    ],
  );
  return row?.id;
};

/** Counts a message as news for the other side, if the two may still write to each other; false where they may not. */
export const countMessage = async (
  tx: Sql,
  requestId: string,
  side: RequestSide,
  accountId: string,
  states: readonly string[],
): Promise<boolean> => {
  const changed = await tx.affected(
    `UPDATE collaboration_request SET
       sender_news = sender_news + CASE $2 WHEN 'receiver' THEN 1 ELSE 0 END,
       receiver_news = receiver_news + CASE $2 WHEN 'sender' THEN 1 ELSE 0 END,
       receiver_account_id = CASE $2 WHEN 'receiver' THEN coalesce(receiver_account_id, $3) ELSE receiver_account_id END
     WHERE id = $1 AND state = ANY($4)`,
    [requestId, side, accountId, states],
  );
  return changed === 1;
};

/** Whoever has opened requests has read their news; `upTo` counts only what their page has shown. */
export const markRead = (
  tx: Sql,
  accountId: string,
  side: RequestSide,
  requestIds: readonly string[],
  upTo: number | null = null,
) =>
  tx.affected(
    `INSERT INTO request_read AS v (request_id, account_id, side, seen, read_at)
     SELECT r.id, $1, $2, greatest(0, least(coalesce($4::int, news), news)), now()
     FROM collaboration_request r,
       LATERAL (SELECT CASE $2 WHEN 'sender' THEN r.sender_news ELSE r.receiver_news END AS news) n
     WHERE r.id = ANY($3::uuid[])
     ON CONFLICT (request_id, account_id) DO UPDATE
       SET seen = greatest(v.seen, excluded.seen), side = excluded.side, read_at = excluded.read_at`,
    [accountId, side, requestIds, upTo],
  );

/** Puts requests away for one person, or brings them back. */
export const archive = (
  tx: Sql,
  accountId: string,
  side: RequestSide,
  requestIds: readonly string[],
  archived: boolean,
) =>
  tx.affected(
    `INSERT INTO request_read AS v (request_id, account_id, side, archived_at)
     SELECT id, $1, $2, CASE WHEN $4 THEN now() END FROM unnest($3::uuid[]) AS id
     ON CONFLICT (request_id, account_id) DO UPDATE SET archived_at = excluded.archived_at, side = excluded.side`,
    [accountId, side, requestIds, archived],
  );

export interface EventRow extends Omit<RequestEvent, 'by'> {
  person: string | null;
  organisation: string | null;
  organisationId: string | null;
}

/** Everything written down of these requests, oldest first. */
export const eventRows = (sql: Sql, requestIds: readonly string[]) =>
  sql.rows<EventRow>(
    `SELECT e.id, e.request_id AS "requestId", e.action, e.from_state AS "from", e.to_state AS "to", e.side, e.reason,
       e.note, e.created_at AS at, h.name AS person, o.name AS organisation, e.organisation_id AS "organisationId"
     FROM request_event e LEFT JOIN account_holder h ON h.id = e.account_id
     LEFT JOIN organisation o ON o.id = e.organisation_id
     WHERE e.request_id = ANY($1::uuid[]) ORDER BY e.number`,
    [requestIds],
  );

export interface MessageRow extends Omit<RequestMessage, 'by' | 'mine'> {
  accountId: string | null;
  person: string | null;
}

/** The newest messages of each of these requests, at most so many each, oldest first. */
export const messageRows = (sql: Sql, requestIds: readonly string[], atMost: number) =>
  sql.rows<MessageRow>(
    `SELECT m.id, m.request_id AS "requestId", m.kind, m.side, m.account_id AS "accountId", m.text, m.slots, m.minutes,
       m.proposal_id AS "proposalId", m.created_at AS at, h.name AS person
     FROM unnest($1::uuid[]) AS asked (id)
     JOIN LATERAL (
       SELECT * FROM request_message WHERE request_id = asked.id ORDER BY number DESC LIMIT $2
     ) m ON true
     LEFT JOIN account_holder h ON h.id = m.account_id ORDER BY m.number`,
    [requestIds, atMost],
  );
