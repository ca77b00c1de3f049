import type { Database, Sql } from '#database';
import { conflict } from '#graphql';
import { Slot } from './slot.entity.js';

/** A slot as it is answered. */
export const completeSlot = (row: Slot): Slot =>
  Object.assign(new Slot(), row, { online: row.link !== null && row.place === null });

/** The next open times of these people, at most 50 each, by account. */
export const openSlotsOf = async (
  database: Database,
  accountIds: readonly (string | null)[],
): Promise<Map<string, Slot[]>> => {
  const rows = await database.rows<Slot>(
    `SELECT ${database.columns(Slot, 's')} FROM unnest($1::uuid[]) AS person (id)
     CROSS JOIN LATERAL (
       SELECT * FROM slot WHERE account_id = person.id AND state = 'open' AND event_id IS NULL AND starts_at > now()
       ORDER BY starts_at LIMIT 50
     ) s ORDER BY s.starts_at, s.id`,
    [accountIds],
  );
  const slots = new Map<string, Slot[]>();
  for (const row of rows) slots.set(row.accountId, [...(slots.get(row.accountId) ?? []), completeSlot(row)]);
  return slots;
};

/** Takes an open slot for somebody. False where somebody else was first, or it has gone by: one of many racers has it. */
export const bookSlot = async (tx: Sql, slotId: string, ownerId: string, guestId: string): Promise<boolean> =>
  (await onlyOnce(
    tx.affected(
      `UPDATE slot SET state = 'booked', guest_account_id = $3
       WHERE id = $1 AND account_id = $2 AND state = 'open' AND event_id IS NULL AND starts_at > now()`,
      [slotId, ownerId, guestId],
    ),
  )) === 1;

/** Gives a mentor's slot back to whoever wants it next; one that has gone by, or is of an event, is over. */
export const releaseSlot = (tx: Sql, slotId: string) =>
  tx.affected(
    `UPDATE slot SET
       state = CASE WHEN event_id IS NULL AND starts_at > now() THEN 'open' ELSE 'cancelled' END,
       guest_account_id = NULL
     WHERE id = $1 AND state = 'booked'`,
    [slotId],
  );

/** Takes a slot away for good. */
export const cancelSlot = (tx: Sql, slotId: string) =>
  tx.affected(`UPDATE slot SET state = 'cancelled', guest_account_id = NULL WHERE id = $1 AND state <> 'cancelled'`, [
    slotId,
  ]);

/** Says it in words where somebody would be at two places at once. */
export const onlyOnce = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'calendar_hold_once') {
      throw conflict('TAKEN', 'One of you has something else at that time: choose another.');
    }
    if (constraint === 'slot_table') throw conflict('TAKEN', 'That table was given away meanwhile: try again.');
    throw error;
  }
};
