import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { Database, once, type Sql } from '#database';
import { badInput, written, writtenIfAny } from '#graphql';
import { readAbout } from '#notifications';
import { CollaborationListeners } from './collaboration.listeners.js';
import { CollaborationService } from './collaboration.service.js';
import type { NextDateInput, PostCollaborationMessageInput } from './work.inputs.js';

/** What the two sides write to each other, and the day that both keep in mind. */
@Injectable()
export class CollaborationMessages {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(CollaborationListeners) private readonly listeners: CollaborationListeners,
  ) {}

  /** Writes to everybody who works on it, once for its key. What was written stays readable when it is over. */
  async post(viewer: Viewer, { id, text, idempotencyKey }: PostCollaborationMessageInput) {
    const said = written('text', text, { min: 1, max: 4_000 });
    const { viewer: person } = await this.collaborations.seat(viewer, id);
    const { accountId } = person;
    const repeatable = { accountId, key: idempotencyKey, operation: 'postCollaborationMessage', input: { id, text } };
    await this.database.transaction((tx) =>
      once(tx, repeatable, async () => {
        const { side } = await this.collaborations.workingSeat(viewer, id, tx);
        const row = await tx.row<{ id: string; number: number }>(
          `INSERT INTO collaboration_message (collaboration_id, side, account_id, text) VALUES ($1, $2, $3, $4)
           RETURNING id, number::int`,
          [id, side, accountId, said],
        );
        if (!row) throw new Error('The message was not inserted');
        await markRead(tx, id, accountId, row.number);
        await this.listeners.tell(tx, { collaborationId: id, action: 'message', to: null, side, accountId });
        return { id: row.id };
      }),
    );
    return this.collaborations.one(viewer, id);
  }

  /** The viewer has seen the page: the messages up to this number, and all that they were told of it. */
  async read(viewer: Viewer, id: string, upTo: number | null) {
    const { viewer: person, side } = await this.collaborations.seat(viewer, id);
    if (side) {
      await this.database.transaction(async (tx) => {
        await markRead(tx, id, person.accountId, upTo);
        await readAbout(tx, person.accountId, 'collaboration', [id]);
      });
    }
    return this.collaborations.one(viewer, id);
  }

  /** Sets the next date, or with no day takes it away. */
  async setNextDate(viewer: Viewer, { id, on, what }: NextDateInput) {
    const said = writtenIfAny('what', what, 200);
    if (said && !on) throw badInput('on', 'there is no day to it.', 'Say on which day it is, or leave both out.');
    await this.database.transaction(async (tx) => {
      const seat = await this.collaborations.workingSeat(viewer, id, tx);
      const changed = await tx.affected(
        `UPDATE collaboration SET next_on = $2, next_what = $3
         WHERE id = $1 AND (next_on, next_what) IS DISTINCT FROM ($2::date, $3::text)`,
        [id, on ?? null, said],
      );
      if (changed === 1) await this.collaborations.did(tx, seat, 'next-date', on ? { about: on } : {});
    });
    return this.collaborations.one(viewer, id);
  }
}

/** What was read stays read; no further than the newest message. */
const markRead = (tx: Sql, id: string, accountId: string, upTo: number | null) =>
  tx.affected(
    `INSERT INTO collaboration_read AS v (collaboration_id, account_id, number)
     SELECT $1, $2, least(coalesce($3::bigint, max(number)), max(number)) FROM collaboration_message
     WHERE collaboration_id = $1 HAVING count(*) > 0
     ON CONFLICT (collaboration_id, account_id) DO UPDATE SET number = greatest(v.number, excluded.number), read_at = now()`,
    [id, accountId, upTo],
  );
