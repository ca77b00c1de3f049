import { Inject, Injectable } from '@nestjs/common';
import { type SignedIn, signedIn, type Viewer } from '#accounts';
import { Database, type Sql } from '#database';
import { type Connection, conflict, notFound, placeAfter, placedPage } from '#graphql';
import { readAbout } from '#notifications';
import { Meeting } from './meeting.entity.js';
import type { MeetingsArgs } from './meeting.inputs.js';
import { actionsOf, roleOn, showsContact } from './meeting.policy.js';
import { boxSql, type MeetingRow, meetingRows } from './meeting.queries.js';
import { type MeetingAction, stateWords } from './meeting.states.js';
import { MeetingPerson, peopleOf } from './person.queries.js';

/** Who acts on which meeting. */
export interface Seat {
  viewer: SignedIn;
  row: MeetingRow;
}

/** Meetings, read by the two people that they are of. */
@Injectable()
export class MeetingService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** One meeting of the viewer's; what they were told of it counts as read. */
  async one(viewer: Viewer, id: string): Promise<Meeting> {
    const seat = await this.seat(viewer, id);
    await readAbout(this.database, seat.viewer.accountId, 'meeting', [id]);
    const [meeting] = await this.complete(seat.viewer, [seat.row]);
    if (!meeting) throw notFound('meeting');
    return meeting;
  }

  /** A page of the viewer's meetings: those that wait, those that are agreed, or those that are over; newest first. */
  async list(viewer: Viewer, { box, first, after }: MeetingsArgs): Promise<Connection<Meeting>> {
    const known = signedIn(viewer);
    const place = placeAfter(`meetings-${box}`, after);
    const from = `FROM meeting m LEFT JOIN slot s ON s.id = m.slot_id
      WHERE (m.asker_account_id = $1 OR m.asked_account_id = $1) AND ${boxSql[box]}`;
    const counted = await this.database.row<{ total: number }>(`SELECT count(*)::int AS total ${from}`, [
      known.accountId,
    ]);
    const found = await this.database.rows<{ id: string }>(
      `SELECT m.id ${from} AND ($2::timestamptz IS NULL OR (m.created_at, m.id) < ($2, $3::uuid))
       ORDER BY m.created_at DESC, m.id DESC LIMIT $4`,
      [known.accountId, place?.createdAt ?? null, place?.id ?? null, first + 1],
    );
    const ids = found.slice(0, first).map(({ id }) => id);
    const rows = new Map((await meetingRows(this.database, ids)).map((row) => [row.id, row]));
    const nodes = await this.complete(
      known,
      ids.flatMap((id) => rows.get(id) ?? []),
    );
    return placedPage(`meetings-${box}`, nodes, {
      totalCount: counted?.total ?? 0,
      hasNextPage: found.length > first,
      after: place,
    });
  }

  /** The viewer's agreed meetings that have a time and are not over, soonest first; at most 200. */
  async agreed(viewer: Viewer): Promise<MeetingRow[]> {
    const { accountId } = signedIn(viewer);
    const found = await this.database.rows<{ id: string }>(
      `SELECT m.id FROM meeting m JOIN slot s ON s.id = m.slot_id
       WHERE (m.asker_account_id = $1 OR m.asked_account_id = $1) AND m.state = 'accepted' AND s.ends_at > now()
       ORDER BY s.starts_at, m.id LIMIT 200`,
      [accountId],
    );
    const rows = await meetingRows(
      this.database,
      found.map(({ id }) => id),
    );
    return rows.sort((a, b) => (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0));
  }

  /** The meeting that the viewer is about to act on. */
  async seat(viewer: Viewer, id: string, sql: Sql = this.database): Promise<Seat> {
    const known = signedIn(viewer);
    const [row] = await meetingRows(this.database, [id], sql);
    if (!row || !roleOn(known, row)) throw notFound('meeting');
    return { viewer: known, row };
  }

  /** The same, where the viewer may do this now; otherwise it says what stands in the way. */
  async seatFor(viewer: Viewer, id: string, action: MeetingAction): Promise<Seat> {
    const seat = await this.seat(viewer, id);
    if (!actionsOf(viewer, seat.row).includes(action)) throw standsInTheWay(seat.row, action);
    return seat;
  }

  private async complete(viewer: SignedIn, rows: MeetingRow[]): Promise<Meeting[]> {
    const others = rows.map((row) =>
      row.askerAccountId === viewer.accountId ? row.askedAccountId : row.askerAccountId,
    );
    const people = await peopleOf(this.database, others);
    return rows.flatMap((row, index) => {
      const role = roleOn(viewer, row);
      if (!role) return [];
      const other = people.get(others[index] ?? '') ?? new MeetingPerson();
      return [
        Object.assign(new Meeting(), row, {
          role,
          other,
          contactEmail: showsContact(viewer, row) ? (role === 'asker' ? row.askedEmail : row.askerEmail) : null,
          event: row.eventName,
          time: timeOf(row),
          possibleTimes: row.freeTimes,
          actions: actionsOf(viewer, row),
          openUntil: row.state === 'asked' ? row.expiresAt : null,
        }),
      ];
    });
  }
}

/** Where and when; where to join is for those who have agreed. */
export const timeOf = (row: MeetingRow): Meeting['time'] =>
  row.startsAt && row.endsAt
    ? {
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        place: placeOf(row),
        link: row.state === 'accepted' ? row.link : null,
      }
    : null;

const placeOf = ({ place, tableNumber, eventPlace }: MeetingRow) =>
  [tableNumber ? `Table ${tableNumber}` : null, place ?? eventPlace].filter(Boolean).join(', ') || null;

/** Why somebody may not do this now. */
export const standsInTheWay = (row: Pick<MeetingRow, 'state' | 'startsAt'>, action: MeetingAction) => {
  const gone = row.startsAt !== null && row.startsAt <= new Date();
  if (row.state === 'accepted' && action === 'cancel' && gone) {
    return conflict('TOO_LATE', 'Its time has come: it can no longer be cancelled.', { state: row.state });
  }
  if (row.state === 'accepted' && action === 'no-show' && !gone) {
    return conflict('TOO_EARLY', 'It has not begun: say this once its time has come.', { state: row.state });
  }
  return conflict('WRONG_STATE', `This ${stateWords[row.state]}: that cannot be done with it now.`, {
    state: row.state,
  });
};
