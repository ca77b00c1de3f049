import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { badInput, conflict, written, writtenIfAny } from '#graphql';
import { refuseTelling } from './hidden.text.js';
import { revealBehind } from './request.audience.js';
import type { CollaborationRequest } from './request.entity.js';
import { RequestListeners, type RequestNews } from './request.listeners.js';
import { type Move, move, movedOn, undo } from './request.moves.js';
import { declineReasons } from './request.rules.js';
import { RequestService, type Seat, sideIdOf } from './request.service.js';
import { insertMessage, markRead } from './thread.queries.js';

/** What one side does with a request. */
@Injectable()
export class RequestAnswering {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
    @Inject(RequestService) private readonly requests: RequestService,
  ) {}

  /**
   * Says yes: each side is shown how to reach the other, and who is behind a blind brief. Where that brief asks for an
   * NDA, nothing is shown yet, and nothing that comes with the yes may tell it.
   */
  async accept(viewer: Viewer, id: string, note: string | null, fields: ReadonlySet<string>) {
    const said = { note: writtenIfAny('note', note, 2_000) };
    return this.step(viewer, id, { action: 'accept', ...said }, fields, async (tx, seat, { to }) => {
      if (to === 'accepted') await revealBehind(tx, seat.row);
      else if (this.requests.hides(seat)) await refuseTelling(tx, sideIdOf(seat), seat.viewer.accountId, said);
    });
  }

  /** Says no, with a reason from the list. */
  async decline(viewer: Viewer, id: string, reason: string, note: string | null, fields: ReadonlySet<string>) {
    if (!declineReasons.some(({ code }) => code === reason)) {
      const codes = declineReasons.map(({ code }) => code).join(', ');
      throw badInput('reason', `"${reason.slice(0, 60)}" is not a reason.`, `Use one of: ${codes}.`);
    }
    return this.step(viewer, id, { action: 'decline', reason, note: writtenIfAny('note', note, 2_000) }, fields);
  }

  /** Wants to know more first: the request waits for the sender's answer. */
  async ask(viewer: Viewer, id: string, question: string, fields: ReadonlySet<string>) {
    const text = written('question', question, { min: 1, max: 4_000 });
    return this.step(viewer, id, { action: 'ask' }, fields, (tx, seat) => this.say(tx, seat, 'question', text), {
      text,
    });
  }

  /** Answers what was asked: the request waits for the receiver again. */
  async answer(viewer: Viewer, id: string, answer: string, fields: ReadonlySet<string>) {
    const text = written('answer', answer, { min: 1, max: 4_000 });
    return this.step(viewer, id, { action: 'answer' }, fields, (tx, seat) => this.say(tx, seat, 'answer', text), {
      text,
    });
  }

  /** Takes the own request back. */
  async withdraw(viewer: Viewer, id: string, note: string | null, fields: ReadonlySet<string>) {
    return this.step(viewer, id, { action: 'withdraw', note: writtenIfAny('note', note, 2_000) }, fields);
  }

  /** Takes the own yes or no back, within its time and before the other side has read it. */
  async undo(viewer: Viewer, id: string, fields: ReadonlySet<string>): Promise<CollaborationRequest> {
    const seat = await this.requests.seatFor(viewer, id, 'undo');
    await this.database.transaction(async (tx) => {
      const news = await undo(tx, id, seat.viewer.accountId).catch((error: { constraint?: string }) => {
        if (error.constraint !== 'collaboration_request_open') throw error;
        throw conflict('ALREADY_EXISTS', 'Meanwhile there is another open request about this: answer that one.');
      });
      if (!news) throw await movedOn(tx, id);
      await this.listeners.tell(tx, news);
    });
    return this.requests.one(viewer, id, fields);
  }

  /** One step: who may, then the guarded move, what goes with it, and whoever follows requests, in one transaction. */
  private async step(
    viewer: Viewer,
    id: string,
    step: Pick<Move, 'action' | 'reason' | 'note'>,
    fields: ReadonlySet<string>,
    also: (tx: Tx, seat: Seat, news: RequestNews) => Promise<void> = async () => undefined,
    said: Record<string, string | null> = { note: step.note ?? null },
  ): Promise<CollaborationRequest> {
    const seat = await this.requests.seatFor(viewer, id, step.action);
    const { side } = seat;
    if (!side) throw new Error('Only the two sides answer');
    const { accountId } = seat.viewer;
    await this.database.transaction(async (tx) => {
      // What comes with a yes is looked at once it is known whether anything is still hidden then.
      if (step.action !== 'accept' && this.requests.hides(seat))
        await refuseTelling(tx, sideIdOf(seat), accountId, said);
      const news = await move(tx, { ...step, requestId: id, side, accountId });
      await also(tx, seat, news);
      await markRead(tx, accountId, side, [id]);
      await this.listeners.tell(tx, news);
    });
    return this.requests.one(viewer, id, fields);
  }

  private async say(tx: Tx, { row, side, viewer }: Seat, kind: 'question' | 'answer', text: string) {
    if (side) await insertMessage(tx, { requestId: row.id, side, accountId: viewer.accountId, kind, text });
  }
}
