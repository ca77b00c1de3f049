import type { Database } from '#database';
import { EventAttendee } from './event.entity.js';
import { MeetingPerson, peopleOf } from './person.queries.js';

type Row = EventAttendee & { organisationName: string | null };

/** People who go, as the one with this account reads them: of others, the times that both have. */
export const completeAttendees = async (
  database: Database,
  accountId: string,
  rows: readonly Row[],
  own: EventAttendee | null,
): Promise<EventAttendee[]> => {
  const people = await peopleOf(
    database,
    rows.map((row) => row.accountId),
  );
  const ownTimes = new Set(own?.times.map((time) => time.getTime()));
  return rows.map((row) => {
    const mine = row.accountId === accountId;
    return Object.assign(new EventAttendee(), row, {
      person: people.get(row.accountId) ?? new MeetingPerson(),
      organisation: row.organisationName,
      mine,
      freeTimes: mine ? row.times : row.times.filter((time) => ownTimes.has(time.getTime())),
    });
  });
};

/** The select list and the tables of people who go. Who has left an organisation no longer goes for it. */
export const attendeesSql = (database: Database) =>
  `SELECT ${database.columns(EventAttendee, 't')}, o.name AS "organisationName"
   FROM event_attendee t LEFT JOIN organisation o ON o.id = t.organisation_id AND o.visibility <> 'hidden'
     AND EXISTS (SELECT FROM account_membership p WHERE p.account_id = t.account_id AND p.organisation_id = o.id)`;

/** What somebody said of going to each of these events, by event. */
export const attendanceOf = async (
  database: Database,
  accountId: string,
  eventIds: readonly string[],
): Promise<Map<string, EventAttendee>> => {
  const rows = await database.rows<Row>(
    `${attendeesSql(database)} WHERE t.account_id = $1 AND t.event_id = ANY($2::uuid[])`,
    [accountId, eventIds],
  );
  const own = await completeAttendees(database, accountId, rows, null);
  return new Map(own.map((attendee) => [attendee.eventId, attendee]));
};

/** Everybody who goes to an event and may be met, oldest first, at most as many. */
export const meetable = (database: Database, eventId: string, most: number) =>
  database.rows<Row>(
    `${attendeesSql(database)} WHERE t.event_id = $1 AND t.visible AND (t.academic_id IS NOT NULL OR o.id IS NOT NULL) ORDER BY t.created_at, t.id LIMIT $2`,
    [eventId, most],
  );
