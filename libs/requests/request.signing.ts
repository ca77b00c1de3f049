import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { Database, once, type Tx } from '#database';
import { badInput, conflict } from '#graphql';
import type { SignRequestNdaInput } from './nda.inputs.js';
import { ndaRules, ndaTextOn } from './nda.undertaking.js';
import { revealBehind } from './request.audience.js';
import type { CollaborationRequest } from './request.entity.js';
import { RequestListeners } from './request.listeners.js';
import { move } from './request.moves.js';
import { insertNda, type NewNda } from './request.nda.js';
import { RequestService } from './request.service.js';
import { markRead } from './thread.queries.js';

/** Records that the open side has signed the NDA: with it the request is accepted, and both see who the other is. */
@Injectable()
export class RequestSigning {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
    @Inject(RequestService) private readonly requests: RequestService,
  ) {}

  /** Records the signature once for its key; of several who sign at the same moment one does, and the others are told. */
  async sign(
    viewer: Viewer,
    { idempotencyKey, ...input }: SignRequestNdaInput,
    fields: ReadonlySet<string>,
  ): Promise<CollaborationRequest> {
    const content = contentOf(input);
    const { viewer: person } = await this.requests.seat(viewer, input.id);
    const { accountId } = person;
    const repeatable = { accountId, key: idempotencyKey, operation: 'signRequestNda', input };
    await this.database.transaction((tx) =>
      once(tx, repeatable, async () => {
        await this.write(tx, viewer, input, { ...content, accountId });
        return { id: input.id };
      }),
    );
    return this.requests.one(viewer, input.id, fields);
  }

  private async write(
    tx: Tx,
    viewer: Viewer,
    { id, version, signedOn }: Pick<SignRequestNdaInput, 'id' | 'version' | 'signedOn'>,
    content: Omit<NewNda, 'side'>,
  ) {
    const { side, row } = await this.requests.seatFor(viewer, id, 'sign', tx);
    if (!side) throw new Error('Only a side signs');
    const text = ndaTextOn(today());
    if (version !== text.version) {
      throw conflict(
        'CHANGED_MEANWHILE',
        'The text of the NDA has changed since you read it. Read it again, then sign.',
        {
          version: text.version,
        },
      );
    }
    if (signedOn < row.createdAt.toISOString().slice(0, 10)) {
      throw badInput('signedOn', 'is before the request was sent.', 'Give the day on which this text was signed.');
    }
    const { accountId } = content;
    const news = await move(tx, { requestId: id, action: 'sign', side, accountId });
    await insertNda(tx, id, { ...content, side });
    await revealBehind(tx, row);
    await markRead(tx, accountId, side, [id]);
    await this.listeners.tell(tx, news);
  }
}

const today = () => new Date().toISOString().slice(0, 10);

/** What is recorded, checked: an organisation is named where one is bound. */
const contentOf = (input: Omit<SignRequestNdaInput, 'idempotencyKey'>): Omit<NewNda, 'side' | 'accountId'> => {
  const { version, signedOn } = input;
  const capacity = ndaRules.capacities.find(({ code }) => code === input.capacity);
  if (!capacity) {
    const codes = ndaRules.capacities.map(({ code }) => code).join(', ');
    throw badInput('capacity', 'is not known.', `Use one of: ${codes}.`);
  }
  if (signedOn > today()) throw badInput('signedOn', 'is in the future.', 'Record the signature once it is there.');
  const signatory = input.signatory.trim();
  if (capacity.organisation && !input.organisation) {
    throw badInput('organisation', 'is missing.', 'Name the organisation that the signature binds.');
  }
  const binds = (capacity.organisation && input.organisation?.trim()) || signatory;
  return { version, signatory, role: input.role.trim(), capacity: capacity.code, binds, signedOn };
};
