import { Inject, Injectable } from '@nestjs/common';
import { isMemberOf, signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import {
  badInput,
  type Connection,
  conflict,
  notAllowed,
  notFound,
  placeAfter,
  placedPage,
  writtenIfAny,
} from '#graphql';
import { attendanceOf, attendeesSql, completeAttendees } from './attendance.queries.js';
import type { Event, EventAttendee } from './event.entity.js';
import type { EventAttendeesArgs, GoToEventInput } from './event.inputs.js';
import { EventService } from './event.service.js';
import { eventTimes } from './event.times.js';
import { tellOf } from './meeting.notices.js';
import { looksAfter } from './meeting.policy.js';
import { cancelSlot } from './slot.queries.js';

/** Who goes to an event. */
@Injectable()
export class AttendanceService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventService) private readonly events: EventService,
  ) {}

  /** A page of those who go and are seen; for those who go themselves, and who look after the event. */
  async list(viewer: Viewer, { eventId, first, after }: EventAttendeesArgs): Promise<Connection<EventAttendee>> {
    const { accountId } = signedIn(viewer);
    const { own } = await this.among(viewer, eventId);
    const place = placeAfter('attendees', after);
    const counted = await this.database.row<{ total: number }>(
      'SELECT count(*)::int AS total FROM event_attendee t WHERE t.event_id = $1 AND (t.visible OR t.account_id = $2)',
      [eventId, accountId],
    );
    const rows = await this.database.rows<EventAttendee & { organisationName: string | null }>(
      `${attendeesSql(this.database)} WHERE t.event_id = $1 AND (t.visible OR t.account_id = $2)
         AND ($3::timestamptz IS NULL OR (t.created_at, t.id) < ($3, $4::uuid))
       ORDER BY t.created_at DESC, t.id DESC LIMIT $5`,
      [eventId, accountId, place?.createdAt ?? null, place?.id ?? null, first + 1],
    );
    const nodes = await completeAttendees(this.database, accountId, rows.slice(0, first), own);
    return placedPage('attendees', nodes, {
      totalCount: counted?.total ?? 0,
      hasNextPage: rows.length > first,
      after: place,
    });
  }

  /** The event, and what the viewer said of it, for those who may know who goes. */
  async among(viewer: Viewer, eventId: string): Promise<{ event: Event; own: EventAttendee | null }> {
    const { accountId } = signedIn(viewer);
    const event = await this.events.one(viewer, eventId, new Set());
    const own = (await attendanceOf(this.database, accountId, [eventId])).get(eventId) ?? null;
    if (!own && !looksAfter(viewer, event)) {
      throw notAllowed('Who goes is shown to those who go: say first that you do.');
    }
    return { event, own };
  }

  /** Says, or says anew, that the viewer goes: as themselves, or for an organisation of theirs. */
  async go(viewer: Viewer, input: GoToEventInput, fields: ReadonlySet<string>): Promise<Event> {
    const { accountId, academicId } = signedIn(viewer);
    const event = await this.events.one(viewer, input.eventId, new Set());
    if (event.state !== 'published') throw conflict('WRONG_STATE', `This event is ${event.state}.`);
    if (event.endsAt <= new Date()) throw conflict('TOO_LATE', 'This event is over.');
    const organisationId = input.asOrganisationId ?? null;
    if (organisationId && !isMemberOf(viewer, organisationId)) throw notFound('organisation');
    if (!organisationId && !academicId) {
      throw badInput('asOrganisationId', 'is missing.', 'Name your organisation, or make your own profile first.');
    }
    if (organisationId) await this.refuseFor(organisationId);
    const grid = new Set(eventTimes(event).map((time) => time.getTime()));
    if (input.times.some((time) => !grid.has(time.getTime()))) {
      throw badInput('times', 'one of them is not a time of this event.', 'Choose from the times of the event.');
    }
    const times = [...new Set(input.times.map((time) => time.getTime()))].sort((a, b) => a - b);
    const lookingFor = writtenIfAny('lookingFor', input.lookingFor, 300) ?? '';
    await this.database.transaction(async (tx) => {
      // The times were checked against the event as it was read; it stays so until they are written.
      const same = await tx.row(
        `SELECT FROM event WHERE id = $1 AND version = $2 AND state = 'published' AND ends_at > now() FOR SHARE`,
        [event.id, event.version],
      );
      if (!same) throw conflict('CHANGED_MEANWHILE', 'Meanwhile this event was changed: read it again.');
      await tx.affected(
        `INSERT INTO event_attendee (event_id, account_id, academic_id, organisation_id, visible, looking_for, times)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (event_id, account_id) DO UPDATE SET academic_id = excluded.academic_id,
           organisation_id = excluded.organisation_id, visible = excluded.visible,
           looking_for = excluded.looking_for, times = excluded.times, updated_at = now()`,
        [
          event.id,
          accountId,
          organisationId ? null : academicId,
          organisationId,
          input.visible,
          lookingFor,
          times.map((time) => new Date(time)),
        ],
      );
    });
    return this.events.one(viewer, event.id, fields);
  }

  /** Goes no more: the viewer's meetings there are cancelled, and the others told. */
  async leave(viewer: Viewer, eventId: string, fields: ReadonlySet<string>): Promise<Event> {
    const { accountId } = signedIn(viewer);
    await this.events.one(viewer, eventId, new Set());
    await this.database.transaction(async (tx) => {
      await tx.affected('DELETE FROM event_attendee WHERE event_id = $1 AND account_id = $2', [eventId, accountId]);
      const ended = await tx.rows<{ id: string; slotId: string | null }>(
        `UPDATE meeting SET state = 'cancelled', ended_by = $2, decided_at = now()
         WHERE event_id = $1 AND (asker_account_id = $2 OR asked_account_id = $2)
           AND (state = 'asked' OR state = 'accepted' AND slot_id IN (SELECT id FROM slot WHERE starts_at > now()))
         RETURNING id, slot_id AS "slotId"`,
        [eventId, accountId],
      );
      for (const { slotId } of ended) if (slotId) await cancelSlot(tx, slotId);
      await tellOf(
        tx,
        ended.map(({ id }) => id),
        'meeting-cancelled',
        accountId,
      );
    });
    return this.events.one(viewer, eventId, fields);
  }

  /** Nobody goes for an organisation that hides itself, or that nobody has verified to be who it says it is. */
  private async refuseFor(organisationId: string): Promise<void> {
    const organisation = await this.database.row<{ hidden: boolean; verified: boolean }>(
      `SELECT visibility = 'hidden' AS hidden, verification = 'verified' AS verified FROM organisation WHERE id = $1`,
      [organisationId],
    );
    if (organisation?.hidden) {
      throw conflict('NOT_POSSIBLE', 'Your organisation hides its profile: show it first, or go as yourself.');
    }
    if (!organisation?.verified) {
      throw conflict('NOT_VERIFIED', 'Your organisation is not verified yet: once it is, you can go for it.');
    }
  }
}
