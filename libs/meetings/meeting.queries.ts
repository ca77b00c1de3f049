import type { Database, Sql } from '#database';
import { Meeting } from './meeting.entity.js';

/** A meeting with what the rules and the page need of the rows around it. */
export interface MeetingRow extends Meeting {
  startsAt: Date | null;
  endsAt: Date | null;
  tableNumber: number | null;
  place: string | null;
  link: string | null;
  eventName: string | null;
  eventPlace: string | null;
  askerEmail: string;
  askedEmail: string;
  /** Of an open question at an event: the times that both have said, and nothing else is at. */
  freeTimes: Date[];
}

const rowsSql = (columns: string) => `
  SELECT ${columns}, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.table_number AS "tableNumber", s.place, s.link,
    e.name AS "eventName", e.place AS "eventPlace",
    coalesce(xa.contact_email::text, xh.email) AS "askerEmail", coalesce(ya.contact_email::text, yh.email) AS "askedEmail",
    CASE WHEN m.state = 'asked' AND e.id IS NOT NULL THEN ARRAY(
      SELECT time FROM unnest(x.times) AS time
      WHERE time = ANY(y.times) AND time > now() AND NOT EXISTS (
        SELECT FROM calendar_hold h WHERE h.account_id IN (m.asker_account_id, m.asked_account_id)
          AND h.during && tstzrange(time, time + make_interval(mins => e.slot_minutes)))
      ORDER BY time LIMIT 100) ELSE '{}' END AS "freeTimes"
  FROM meeting m
  LEFT JOIN slot s ON s.id = m.slot_id
  LEFT JOIN event e ON e.id = m.event_id
  LEFT JOIN event_attendee x ON x.event_id = e.id AND x.account_id = m.asker_account_id
  LEFT JOIN event_attendee y ON y.event_id = e.id AND y.account_id = m.asked_account_id
  JOIN account_holder xh ON xh.id = m.asker_account_id LEFT JOIN academic xa ON xa.account_id = xh.id
  JOIN account_holder yh ON yh.id = m.asked_account_id LEFT JOIN academic ya ON ya.account_id = yh.id
  WHERE m.id = ANY($1::uuid[])`;

/** The meetings with these ids, whoever may see them: the policies come after. */
export const meetingRows = (database: Database, ids: readonly string[], sql: Sql = database) =>
  sql.rows<MeetingRow>(rowsSql(database.columns(Meeting, 'm')), [ids]);

/** Which of a person's meetings are listed. */
export type MeetingBox = 'waiting' | 'agreed' | 'past';

export const meetingBoxes: readonly MeetingBox[] = ['waiting', 'agreed', 'past'];

const coming = `(m.state = 'accepted' AND s.ends_at > now())`;

/** What each list holds: waiting for an answer of either side, agreed and not over, and all that is over. */
export const boxSql: Record<MeetingBox, string> = {
  waiting: `m.state = 'asked'`,
  agreed: coming,
  past: `m.state <> 'asked' AND NOT ${coming}`,
};
