import { Inject, Injectable } from '@nestjs/common';
import { signedIn, type Viewer } from '#accounts';
import { Database, once } from '#database';
import { badInput, conflict, notFound, writtenIfAny } from '#graphql';
import { linkIfAny } from './link.js';
import { meetingRules } from './meeting.rules.js';
import type { OfferSlotsInput } from './mentor.inputs.js';
import { needsProfile } from './mentor.service.js';
import { Slot } from './slot.entity.js';
import { completeSlot, onlyOnce } from './slot.queries.js';

/** The times that mentors offer. */
@Injectable()
export class SlotService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The viewer's own open times to come, soonest first; at most 200. */
  async mine(viewer: Viewer): Promise<Slot[]> {
    const { accountId } = signedIn(viewer);
    const rows = await this.database.rows<Slot>(
      `SELECT ${this.database.columns(Slot, 's')} FROM slot s
       WHERE s.account_id = $1 AND s.state = 'open' AND s.starts_at > now() ORDER BY s.starts_at, s.id LIMIT 200`,
      [accountId],
    );
    return rows.map(completeSlot);
  }

  /** Offers times, all or none: none of them may overlap with anything else in the mentor's calendar. */
  async offer(viewer: Viewer, input: OfferSlotsInput): Promise<Slot[]> {
    const { accountId, academicId } = signedIn(viewer);
    if (!academicId) throw needsProfile();
    const place = writtenIfAny('place', input.place, 300);
    const link = linkIfAny('link', input.link);
    if ((place === null) === (link === null)) {
      throw badInput(
        'place',
        place ? 'there is a link as well.' : 'is missing.',
        'Give a place, or a link for a call.',
      );
    }
    const latest = Date.now() + meetingRules.slotsOfferedDaysAhead * 86_400_000;
    if (input.times.some((time) => time.getTime() <= Date.now() || time.getTime() > latest)) {
      throw badInput(
        'times',
        'one of them has gone by, or is too far ahead.',
        `Offer times within the next ${meetingRules.slotsOfferedDaysAhead} days.`,
      );
    }
    const { idempotencyKey, ...wanted } = input;
    const { ids } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'offerSlots', input: wanted }, async () => {
        // Whoever offers twice at once waits here, so that the count is right.
        const mentor = await tx.row('SELECT FROM mentor WHERE academic_id = $1 AND active FOR UPDATE', [academicId]);
        const offered = await tx.row<{ open: number }>(
          `SELECT count(*)::int AS open FROM slot WHERE account_id = $1 AND state = 'open' AND starts_at > now()`,
          [accountId],
        );
        const open = offered?.open ?? 0;
        if (!mentor) throw conflict('NOT_READY', 'Say first that you mentor, and what you can help with.');
        if (open + input.times.length > meetingRules.openSlotsPerMentor) {
          throw conflict(
            'LIMIT_REACHED',
            `You may have ${meetingRules.openSlotsPerMentor} open times, and have ${open}.`,
          );
        }
        const rows = await onlyOnce(
          tx.rows<{ id: string }>(
            `INSERT INTO slot (account_id, starts_at, ends_at, minutes, place, link)
             SELECT $1, time, time + make_interval(mins => $3), $3, $4, $5 FROM unnest($2::timestamptz[]) AS time
             RETURNING id`,
            [accountId, input.times, input.minutes, place, link],
          ),
        );
        return { ids: rows.map(({ id }) => id) };
      }),
    );
    const slots = await this.database.rows<Slot>(
      `SELECT ${this.database.columns(Slot, 's')} FROM slot s WHERE s.id = ANY($1::uuid[]) ORDER BY s.starts_at, s.id`,
      [ids],
    );
    return slots.map(completeSlot);
  }

  /** Takes back an own time that nobody has taken. */
  async withdraw(viewer: Viewer, id: string): Promise<Slot> {
    const { accountId } = signedIn(viewer);
    const gone = await this.database.row<Slot>(
      `UPDATE slot s SET state = 'cancelled' WHERE s.id = $1 AND s.account_id = $2 AND s.state = 'open'
       RETURNING ${this.database.columns(Slot, 's')}`,
      [id, accountId],
    );
    if (gone) return completeSlot(gone);
    const own = await this.database.row<{ state: string }>('SELECT state FROM slot WHERE id = $1 AND account_id = $2', [
      id,
      accountId,
    ]);
    if (!own) throw notFound('slot');
    throw conflict('WRONG_STATE', `This time is ${own.state}: cancel the meeting instead, if there is one.`);
  }
}
