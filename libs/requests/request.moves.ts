import type { Sql } from '#database';
import { conflict } from '#graphql';
import type { RequestNews } from './request.listeners.js';
import { requestRules } from './request.rules.js';
import {
  type Actor,
  openStates,
  type RequestAction,
  type RequestState,
  startsOf,
  stateWords,
} from './request.states.js';

/** A step that somebody takes with a request. */
export interface Move {
  requestId: string;
  action: Exclude<RequestAction, 'send' | 'undo' | 'expire'>;
  side: Exclude<Actor, 'clock'>;
  accountId: string;
  /** Of an office: whose. */
  organisationId?: string | null;
  reason?: string | null;
  note?: string | null;
}

const ends: Record<Move['action'], RequestState> = {
  approve: 'delivered',
  refuse: 'refused',
  ask: 'asked',
  answer: 'delivered',
  accept: 'accepted',
  sign: 'accepted',
  decline: 'declined',
  refer: 'referred',
  withdraw: 'withdrawn',
};

/**
 * The step and its event are one statement: neither is ever without the other, and one of many racers moves it. A yes
 * about a blind opportunity that shows who is behind it after an NDA leads to the state that waits for one.
 */
const moveSql = `
  WITH moved AS (
    UPDATE collaboration_request SET
      state = ahead.state,
      delivered_at = CASE ahead.state WHEN 'delivered' THEN coalesce(delivered_at, now()) ELSE delivered_at END,
      decided_at = CASE WHEN $4 = 'sign' THEN coalesce(decided_at, now())
        WHEN ahead.state IN ('awaiting-nda', 'accepted', 'declined', 'referred') THEN now() END,
      expires_at = CASE WHEN ahead.state = ANY($11) THEN now() + make_interval(days => $10) ELSE expires_at END,
      reminded_at = CASE WHEN ahead.state = ANY($11) THEN NULL ELSE reminded_at END,
      receiver_account_id = CASE WHEN $5 = 'receiver' THEN coalesce(receiver_account_id, $6) ELSE receiver_account_id END,
      sender_news = sender_news + CASE WHEN $5 = 'sender' THEN 0 ELSE 1 END,
      receiver_news = receiver_news
        + CASE WHEN $5 <> 'receiver' AND (delivered_at IS NOT NULL OR ahead.state = 'delivered') THEN 1 ELSE 0 END
    FROM (
      SELECT CASE WHEN $4 = 'accept' AND o.blind AND o.reveal_after = 'nda' THEN 'awaiting-nda' ELSE $2 END AS state
      FROM collaboration_request q LEFT JOIN opportunity o ON o.id = q.opportunity_id WHERE q.id = $1
    ) ahead
    WHERE id = $1 AND collaboration_request.state = ANY($3)
    RETURNING id, previous_state, collaboration_request.state
  )
  INSERT INTO request_event (request_id, action, from_state, to_state, side, account_id, organisation_id, reason, note)
  SELECT id, $4, previous_state, state, $5, $6::uuid, $7::uuid, $8, $9 FROM moved
  RETURNING to_state AS "to"`;

/** Takes a step, in the caller's transaction; the loser of a race is told what the request has become. */
export const move = async (tx: Sql, step: Move): Promise<RequestNews> => {
  const { requestId, action, side, accountId } = step;
  const row = await tx.row<{ to: RequestState }>(moveSql, [
    requestId,
    ends[action],
    startsOf(action),
    action,
    side,
    accountId,
    step.organisationId ?? null,
    step.reason ?? null,
    step.note ?? null,
    requestRules.openDays,
    openStates,
  ]);
  if (!row) throw await movedOn(tx, requestId);
  await unarchive(tx, [requestId]);
  return { requestId, action, to: row.to, side, accountId };
};

/** What the request is now, for somebody who meant to act on what it was. */
export const movedOn = async (sql: Sql, requestId: string) => {
  const row = await sql.row<{ state: RequestState }>('SELECT state FROM collaboration_request WHERE id = $1', [
    requestId,
  ]);
  const state = row?.state ?? 'withdrawn';
  return conflict('WRONG_STATE', `Meanwhile this request ${stateWords[state]}: nothing was changed by you.`, { state });
};

/** What has news comes back to where it was put away from. */
export const unarchive = (tx: Sql, requestIds: readonly string[]) =>
  tx.affected(
    'UPDATE request_read SET archived_at = NULL WHERE request_id = ANY($1::uuid[]) AND archived_at IS NOT NULL',
    [requestIds],
  );

/**
 * Takes a decision back: within its time, before anybody on the other side has opened it, and not where accepting has
 * shown who is behind a blind opportunity. The request is what it was before.
 */
export const undo = async (tx: Sql, requestId: string, accountId: string): Promise<RequestNews | undefined> => {
  const row = await tx.row<{ to: RequestState }>(
    `WITH moved AS (
       UPDATE collaboration_request r SET state = r.previous_state, decided_at = NULL,
         expires_at = now() + make_interval(days => $3), reminded_at = NULL, sender_news = sender_news + 1
       WHERE r.id = $1 AND EXISTS (SELECT FROM request_transition t
           WHERE t.action = 'undo' AND t.from_state = r.state AND t.to_state = r.previous_state)
         AND r.decided_at > now() - make_interval(mins => $4)
         AND NOT EXISTS (SELECT FROM request_read v
           WHERE v.request_id = r.id AND v.side = 'sender' AND v.read_at >= r.decided_at)
         AND NOT EXISTS (SELECT FROM request_event e
           WHERE e.request_id = r.id AND e.action = 'contact-seen' AND e.side = 'sender'
             AND e.created_at >= date_trunc('milliseconds', r.decided_at))
         AND NOT (r.state = 'accepted' AND EXISTS (SELECT FROM opportunity o WHERE o.id = r.opportunity_id AND o.blind))
       RETURNING r.id, r.previous_state, r.state
     )
     INSERT INTO request_event (request_id, action, from_state, to_state, side, account_id)
     SELECT id, 'undo', previous_state, state, 'receiver', $2::uuid FROM moved RETURNING to_state AS "to"`,
    [requestId, accountId, requestRules.openDays, requestRules.undoMinutes],
  );
  return row && { requestId, action: 'undo', to: row.to, side: 'receiver', accountId };
};

/** Ends what nobody has answered in time, some at a time; a request that is being answered at this moment is left. */
export const expireSome = async (tx: Sql, atMost: number): Promise<RequestNews[]> => {
  const rows = await tx.rows<{ requestId: string }>(
    `WITH due AS (
       SELECT id FROM collaboration_request WHERE state = ANY($1) AND expires_at <= now()
       ORDER BY expires_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
     ), moved AS (
       UPDATE collaboration_request r SET state = 'expired', sender_news = sender_news + 1,
         receiver_news = receiver_news + CASE WHEN delivered_at IS NULL THEN 0 ELSE 1 END
       FROM due WHERE r.id = due.id AND r.state = ANY($1)
       RETURNING r.id, r.previous_state, r.state
     )
     INSERT INTO request_event (request_id, action, from_state, to_state, side)
     SELECT id, 'expire', previous_state, state, 'clock' FROM moved RETURNING request_id AS "requestId"`,
    [openStates, atMost],
  );
  return rows.map(({ requestId }) => ({ requestId, action: 'expire', to: 'expired', side: 'clock', accountId: null }));
};

/** Finds what will expire soon and was not pointed out yet, some at a time, and writes down that it now is. */
export const remindSome = async (tx: Sql, atMost: number): Promise<RequestNews[]> => {
  const rows = await tx.rows<{ requestId: string }>(
    `WITH due AS (
       SELECT id FROM collaboration_request
       WHERE state = ANY($1) AND reminded_at IS NULL
         AND expires_at > now() AND expires_at <= now() + make_interval(days => $3)
       ORDER BY expires_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
     ), reminded AS (
       UPDATE collaboration_request r SET reminded_at = now() FROM due WHERE r.id = due.id RETURNING r.id
     )
     INSERT INTO request_event (request_id, action, side)
     SELECT id, 'remind', 'clock' FROM reminded RETURNING request_id AS "requestId"`,
    [openStates, atMost, requestRules.remindDaysBefore],
  );
  return rows.map(({ requestId }) => ({ requestId, action: 'remind', to: null, side: 'clock', accountId: null }));
};
