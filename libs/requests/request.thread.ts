import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { Database, once, type Tx } from '#database';
import { badInput, conflict, isId, notAllowed, notFound, writtenIfAny } from '#graphql';
import { refuseTelling } from './hidden.text.js';
import type { CollaborationRequest } from './request.entity.js';
import type { PostRequestMessageInput } from './request.inputs.js';
import { RequestListeners } from './request.listeners.js';
import { movedOn, unarchive } from './request.moves.js';
import { RequestService, type Seat, sideIdOf } from './request.service.js';
import { type RequestSide, talkingStates } from './request.states.js';
import { archive, countMessage, insertMessage, markRead, type NewMessage } from './thread.queries.js';

/** What the two sides of a request write to each other. */
@Injectable()
export class RequestThread {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
    @Inject(RequestService) private readonly requests: RequestService,
  ) {}

  /** Writes to the other side, or proposes times to meet; once for its key. */
  async post(viewer: Viewer, input: PostRequestMessageInput, fields: ReadonlySet<string>) {
    const { requestId, idempotencyKey, ...content } = input;
    const text = writtenIfAny('text', content.text, 4_000) ?? '';
    const slots = content.times ? upcoming(content.times) : [];
    if (text === '' && slots.length === 0) throw badInput('text', 'there is nothing in it.', 'Write something.');
    const { viewer: writer } = await this.requests.seat(viewer, requestId);
    const { accountId } = writer;
    const operation = 'postRequestMessage';
    await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation, input: { requestId, ...content } }, async () => {
        const seat = await this.requests.seatFor(viewer, requestId, 'write', tx);
        const times = { kind: 'times' as const, slots, minutes: content.minutes };
        const id = await this.say(tx, seat, { text, ...(slots.length > 0 ? times : { kind: 'text' as const }) });
        return { id: id ?? null };
      }),
    );
    return this.requests.one(viewer, requestId, fields);
  }

  /** Picks one of the times that the other side has proposed. Of one proposal, one time is picked. */
  async pick(
    viewer: Viewer,
    messageId: string,
    time: Date,
    fields: ReadonlySet<string>,
  ): Promise<CollaborationRequest> {
    const proposal = isId(messageId)
      ? await this.database.row<{ requestId: string; side: RequestSide; slots: Date[]; minutes: number }>(
          `SELECT request_id AS "requestId", side, slots, minutes FROM request_message WHERE id = $1 AND kind = 'times'`,
          [messageId],
        )
      : undefined;
    if (!proposal) throw notFound('proposal');
    const seat = await this.requests.seat(viewer, proposal.requestId);
    if (seat.side === null) throw notFound('proposal');
    if (seat.side === proposal.side) {
      throw notAllowed('Your side has proposed these times: the other side picks one.');
    }
    if (!proposal.slots.some((slot) => slot.getTime() === time.getTime())) {
      throw badInput('time', 'it was not proposed.', 'Pick one of the times of the message, or propose others.');
    }
    await this.database.transaction(async (tx) => {
      const writer = await this.requests.seatFor(viewer, proposal.requestId, 'write', tx);
      const pick = { kind: 'pick' as const, slots: [time], minutes: proposal.minutes, proposalId: messageId };
      if (!(await this.say(tx, writer, pick))) {
        throw conflict('WRONG_STATE', 'A time of this proposal was picked already.');
      }
    });
    return this.requests.one(viewer, proposal.requestId, fields);
  }

  /** Marks a request as read: what has come since `upTo` (its `news` when it was shown) stays unread. */
  async read(viewer: Viewer, id: string, upTo: number | null, fields: ReadonlySet<string>) {
    const { side, viewer: reader } = await this.requests.seat(viewer, id);
    if (side) {
      await this.database.transaction(async (tx) => {
        await markRead(tx, reader.accountId, side, [id], upTo);
        await this.listeners.opened(tx, reader.accountId, [id]);
      });
    }
    return this.requests.one(viewer, id, fields);
  }

  /** Puts requests away, or brings them back; one that is not the viewer's is not found, and nothing is changed. */
  async archive(viewer: Viewer, ids: readonly string[], archived: boolean, fields: ReadonlySet<string>) {
    if (ids.length > 100) throw badInput('ids', 'there are more than 100.', 'Do it in several steps.');
    const mine = await this.requests.visible(viewer, ids);
    const { accountId } = viewer;
    const requests = ids.map((id) => mine.get(id));
    if (!accountId || requests.some((request) => !request || request.role === 'office')) throw notFound('request');
    await this.database.transaction(async (tx) => {
      for (const side of ['sender', 'receiver'] as const) {
        const ofSide = requests.flatMap((request) => (request?.role === side ? request.id : []));
        if (ofSide.length > 0) await archive(tx, accountId, side, [...new Set(ofSide)], archived);
      }
    });
    const changed = await this.requests.visible(viewer, ids, fields);
    return ids.flatMap((id) => changed.get(id) ?? []);
  }

  /** Writes a message where the two sides may still write, and tells the other side. */
  private async say(
    tx: Tx,
    seat: Seat,
    message: Pick<NewMessage, 'kind' | 'text' | 'slots' | 'minutes' | 'proposalId'>,
  ) {
    const { row, side, viewer } = seat;
    if (!side) throw notFound('request');
    const { accountId } = viewer;
    if (this.requests.hides(seat)) await refuseTelling(tx, sideIdOf(seat), accountId, { text: message.text });
    if (!(await countMessage(tx, row.id, side, accountId, talkingStates))) throw await movedOn(tx, row.id);
    const id = await insertMessage(tx, { ...message, requestId: row.id, side, accountId });
    if (!id) return undefined;
    await unarchive(tx, [row.id]);
    await markRead(tx, accountId, side, [row.id]);
    await this.listeners.tell(tx, { requestId: row.id, action: 'message', to: null, side, accountId });
    return id;
  }
}

const year = 366 * 86_400_000;

/** Proposed times, each once, in order; none that has passed or is more than a year away. */
const upcoming = (times: readonly Date[]): Date[] => {
  const now = Date.now();
  const sorted = [...new Set(times.map((time) => time.getTime()))].sort((a, b) => a - b);
  if (sorted.some((time) => !(time > now && time < now + year))) {
    throw badInput(
      'times',
      'one of them has passed, or is more than a year away.',
      'Propose times within the next year.',
    );
  }
  return sorted.map((time) => new Date(time));
};
