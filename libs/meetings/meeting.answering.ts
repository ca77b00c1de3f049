import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { badInput, conflict, writtenIfAny } from '#graphql';
import { linkIfAny } from './link.js';
import { answerFor } from './meeting.asking.js';
import type { Meeting } from './meeting.entity.js';
import type { AcceptMeetingInput } from './meeting.inputs.js';
import { type MeetingNotice, tellOf } from './meeting.notices.js';
import { meetingRows } from './meeting.queries.js';
import { MeetingService, type Seat, standsInTheWay } from './meeting.service.js';
import type { MeetingAction, MeetingState } from './meeting.states.js';
import { cancelSlot, onlyOnce, releaseSlot } from './slot.queries.js';

interface Step {
  action: MeetingAction;
  from: MeetingState;
  to: MeetingState;
  tells: MeetingNotice | null;
}

const steps = {
  accept: { action: 'accept', from: 'asked', to: 'accepted', tells: 'meeting-accepted' },
  decline: { action: 'decline', from: 'asked', to: 'declined', tells: 'meeting-declined' },
  withdraw: { action: 'withdraw', from: 'asked', to: 'withdrawn', tells: 'meeting-withdrawn' },
  cancel: { action: 'cancel', from: 'accepted', to: 'cancelled', tells: 'meeting-cancelled' },
  'no-show': { action: 'no-show', from: 'accepted', to: 'no-show', tells: null },
} as const satisfies Record<string, Step>;

/** What the two people do with a meeting. */
@Injectable()
export class MeetingAnswering {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MeetingService) private readonly meetings: MeetingService,
  ) {}

  /** Says yes: advice is given with it; a mentor's time is confirmed; a meeting at an event gets its time and table. */
  async accept(viewer: Viewer, input: AcceptMeetingInput): Promise<Meeting> {
    return this.step(viewer, input.id, steps.accept, async (tx, { row }) => {
      const answer = answerFor(row.kind, input.answer);
      await tx.affected('UPDATE meeting SET answer = $2 WHERE id = $1', [row.id, answer]);
      if (row.kind === 'event') await this.giveTime(tx, row.id, input);
    });
  }

  /** Says no; the other reads the note. A mentor's time is open again. */
  async decline(viewer: Viewer, id: string, note: string | null): Promise<Meeting> {
    const answer = writtenIfAny('note', note, 2_000);
    return this.step(viewer, id, steps.decline, async (tx, { row }) => {
      await tx.affected('UPDATE meeting SET answer = $2 WHERE id = $1', [id, answer]);
      if (row.slotId) await releaseSlot(tx, row.slotId);
    });
  }

  /** Takes the own question back. */
  async withdraw(viewer: Viewer, id: string): Promise<Meeting> {
    return this.step(viewer, id, steps.withdraw, async (tx, { row }) => {
      if (row.slotId) await releaseSlot(tx, row.slotId);
    });
  }

  /** Calls off what was agreed. A mentor's time is open again where the other cannot come, and gone where the mentor cannot. */
  async cancel(viewer: Viewer, id: string): Promise<Meeting> {
    return this.step(viewer, id, steps.cancel, async (tx, { row, viewer: by }) => {
      if (!row.slotId) return;
      const mentorCancels = row.kind === 'mentor' && by.accountId === row.askedAccountId;
      await (mentorCancels ? cancelSlot(tx, row.slotId) : releaseSlot(tx, row.slotId));
    });
  }

  /** Says that the other did not come. */
  async noShow(viewer: Viewer, id: string): Promise<Meeting> {
    return this.step(viewer, id, steps['no-show'], async (tx, { row, viewer: by }) => {
      const absent = by.accountId === row.askerAccountId ? row.askedAccountId : row.askerAccountId;
      await tx.affected('UPDATE meeting SET absent_account_id = $2 WHERE id = $1', [id, absent]);
    });
  }

  /** One step: who may, then the guarded move, and what goes with it, in one transaction; one of many racers moves it. */
  private async step(
    viewer: Viewer,
    id: string,
    { action, from, to, tells }: Step,
    also: (tx: Tx, seat: Seat) => Promise<void>,
  ): Promise<Meeting> {
    const seat = await this.meetings.seatFor(viewer, id, action);
    await this.database.transaction(async (tx) => {
      const moved = await tx.affected(
        `UPDATE meeting SET state = $3, ended_by = CASE WHEN $3 = 'accepted' THEN NULL ELSE $4::uuid END,
           decided_at = now() WHERE id = $1 AND state = $2`,
        [id, from, to, seat.viewer.accountId],
      );
      if (moved === 0) {
        const [now] = await meetingRows(this.database, [id], tx);
        throw standsInTheWay(now ?? seat.row, action);
      }
      await also(tx, seat);
      if (tells) await tellOf(tx, [id], tells, seat.viewer.accountId);
    });
    return this.meetings.one(viewer, id);
  }

  /** The time that was chosen, with the first table that is free then. */
  private async giveTime(tx: Tx, id: string, { startsAt, link }: AcceptMeetingInput) {
    const [row] = await meetingRows(this.database, [id], tx);
    if (!row?.eventId) throw new Error('A meeting at an event has none');
    if (!startsAt) throw badInput('startsAt', 'is missing.', 'Choose one of the possible times.');
    const event = await tx.row<{ minutes: number; tables: number; fits: boolean; both: boolean; place: string | null }>(
      // Who gives the same event's tables away at once waits: each table is given once.
      `SELECT e.slot_minutes AS minutes, e.tables, e.place, e.state = 'published' AND $2::timestamptz > now() AS fits,
         2 = (SELECT count(*) FROM event_attendee t
           WHERE t.event_id = e.id AND t.account_id IN ($3, $4) AND $2::timestamptz = ANY(t.times)) AS both
       FROM event e WHERE e.id = $1 FOR NO KEY UPDATE`,
      [row.eventId, startsAt, row.askerAccountId, row.askedAccountId],
    );
    if (!event?.fits || !event.both) {
      throw badInput('startsAt', 'you two are not both free then.', 'Choose one of the possible times.');
    }
    const table =
      event.tables === 0
        ? null
        : await tx.row<{ number: number }>(
            `SELECT number FROM generate_series(1, $3::int) AS number
             WHERE NOT EXISTS (SELECT FROM slot WHERE event_id = $1 AND state = 'booked' AND table_number = number
               AND tstzrange(starts_at, ends_at) && tstzrange($2, $2::timestamptz + make_interval(mins => $4)))
             ORDER BY number LIMIT 1`,
            [row.eventId, startsAt, event.tables, event.minutes],
          );
    if (table === undefined) throw conflict('TAKEN', 'All tables are taken at that time: choose another.');
    const slot = await onlyOnce(
      tx.row<{ id: string }>(
        `INSERT INTO slot (account_id, guest_account_id, event_id, starts_at, ends_at, minutes, table_number, link, state)
         VALUES ($1, $2, $3, $4, $4::timestamptz + make_interval(mins => $5), $5, $6, $7, 'booked') RETURNING id`,
        [
          row.askedAccountId,
          row.askerAccountId,
          row.eventId,
          startsAt,
          event.minutes,
          table?.number ?? null,
          linkIfAny('link', link),
        ],
      ),
    );
    await tx.affected('UPDATE meeting SET slot_id = $2 WHERE id = $1', [id, slot?.id]);
  }
}
