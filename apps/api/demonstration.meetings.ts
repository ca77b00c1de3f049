import type { Database, Tx } from '#database';
import {
  type DemonstrationEvent,
  type DemonstrationMentor,
  demonstrationEvents,
  demonstrationMentors,
  demonstrationSource,
} from '#demonstration';

/** Mentors with times that can be taken, and events to which some of them go; they lie after `today` (YYYY-MM-DD). */
export const writeMeetings = (database: Database, today: string): Promise<void> =>
  database.transaction(async (tx) => {
    for (const mentor of demonstrationMentors(today)) await writeMentor(tx, mentor);
    for (const event of demonstrationEvents(today)) await writeEvent(tx, event);
  });

const writeMentor = async (
  tx: Tx,
  { sourceKey, grounds, sectors, experience, helpWith, slots }: DemonstrationMentor,
) => {
  await tx.affected(
    `INSERT INTO mentor (academic_id, grounds, sectors, experience, help_with, most_open)
     SELECT id, $3, $4, $5, $6, 3 FROM academic WHERE source = $1 AND source_key = $2 AND account_id IS NOT NULL`,
    [demonstrationSource, sourceKey, grounds, sectors, experience, helpWith],
  );
  await tx.affected(
    `INSERT INTO slot (account_id, starts_at, ends_at, minutes, place)
     SELECT a.account_id, at, at + interval '30 minutes', 30, 'By telephone'
     FROM academic a, unnest($3::timestamptz[]) AS at
     WHERE a.source = $1 AND a.source_key = $2 AND a.account_id IS NOT NULL`,
    [demonstrationSource, sourceKey, slots],
  );
};

const writeEvent = async (tx: Tx, { host, attendees, ...event }: DemonstrationEvent) => {
  const made = await tx.row<{ id: string }>(
    `INSERT INTO event (organisation_id, name, kind, starts_at, ends_at, place, link, description, topics, sectors, tables, state)
     VALUES ((SELECT id FROM organisation WHERE source = $1 AND source_key = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
       'published') RETURNING id`,
    [
      demonstrationSource,
      host,
      event.name,
      event.kind,
      event.startsAt,
      event.endsAt,
      event.place,
      event.link,
      event.description,
      event.topics,
      event.sectors,
      event.tables,
    ],
  );
  for (const { sourceKey, lookingFor } of attendees) {
    await tx.affected(
      `INSERT INTO event_attendee (event_id, account_id, academic_id, visible, looking_for)
       SELECT $3, account_id, id, true, $4 FROM academic
       WHERE source = $1 AND source_key = $2 AND account_id IS NOT NULL`,
      [demonstrationSource, sourceKey, made?.id, lookingFor],
    );
  }
};
