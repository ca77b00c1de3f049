import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SignedIn } from '#accounts';
import type { Sql } from '#database';
import { Waiting, type WaitingSource, type WaitingThing } from '#notifications';
import type { MeetingKind } from './meeting.states.js';
import { timeWords } from './meeting.words.js';

/** Questions that nobody has answered, and the meetings of the next two weeks. */
const waitingSql = `
  SELECT m.id, m.kind, m.state, h.name AS other, e.name AS event, m.expires_at AS "expiresAt", m.created_at AS since,
    s.starts_at AS "startsAt"
  FROM meeting m
  JOIN account_holder h ON h.id = CASE m.asked_account_id WHEN $1 THEN m.asker_account_id ELSE m.asked_account_id END
  LEFT JOIN event e ON e.id = m.event_id LEFT JOIN slot s ON s.id = m.slot_id
  WHERE (m.asked_account_id = $1 AND m.state = 'asked')
    OR ($1 IN (m.asked_account_id, m.asker_account_id) AND m.state = 'accepted' AND s.ends_at > now()
      AND s.starts_at < now() + interval '14 days')
  LIMIT 200`;

interface Row {
  id: string;
  kind: MeetingKind;
  state: 'asked' | 'accepted';
  other: string;
  event: string | null;
  expiresAt: Date;
  since: Date;
  startsAt: Date | null;
}

const wordsOf = ({ kind, state, other, event, startsAt }: Row): Pick<WaitingThing, 'title' | 'detail' | 'path'> => {
  const at = startsAt ? timeWords(startsAt) : null;
  if (state === 'accepted')
    return { title: `Meet ${other}`, detail: at && `${at}.`, path: '/me/meetings?box=agreed&meeting=' };
  const path = '/me/meetings?meeting=';
  if (kind === 'event') return { title: `Answer ${other}`, detail: `They would like to meet you at ${event}.`, path };
  return {
    title: `Answer ${other}, who asks you for advice`,
    detail: at ? `A talk on ${at}, or an answer in writing.` : 'An answer in writing is enough.',
    path,
  };
};

/** What waits for people in their meetings: questions to answer, and what is in their calendar. */
@Injectable()
export class MeetingWaiting implements WaitingSource, OnModuleInit {
  constructor(@Inject(Waiting) private readonly waiting: Waiting) {}

  onModuleInit() {
    this.waiting.add(this);
  }

  async waitingFor(sql: Sql, { accountId }: SignedIn): Promise<WaitingThing[]> {
    const rows = await sql.rows<Row>(waitingSql, [accountId]);
    return rows.map((row) => {
      const { title, detail, path } = wordsOf(row);
      return {
        key: `meeting-${row.id}`,
        ...{ title, detail, path: `${path}${row.id}` },
        dueAt: row.state === 'accepted' ? row.startsAt : row.expiresAt,
        since: row.since,
      };
    });
  }
}
