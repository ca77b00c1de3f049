import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Viewer } from '#accounts';
import { ndaRules } from './nda.undertaking.js';
import { RequestSigning } from './request.signing.js';
import { openSideOf, type RequestAction, type RequestState, startsOf, transitions } from './request.states.js';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const none: ReadonlySet<string> = new Set();

type Side = 'sender' | 'receiver';

/** A signature that may be recorded. */
const signature = (id: string) => ({
  id,
  version: ndaRules.texts[0]?.version ?? '',
  capacity: 'myself',
  signatory: 'Somebody Signing',
  role: 'Professor',
  signedOn: new Date().toISOString().slice(0, 10),
  idempotencyKey: randomUUID(),
});

/** What should be true of a request, kept beside the real one. */
interface Model {
  /** The side that a blind brief with an NDA hides; null where there is none. */
  hidden: Side | null;
  state: RequestState;
  before: RequestState | 'draft';
  /** Whether the sender has looked since the decision. */
  seen: boolean;
  steps: string[];
  messages: string[];
  unread: Record<Side, number>;
}

/** The real request, and the two people. */
interface Real {
  id: string;
  people: Record<Side, Viewer>;
}

const ends: Partial<Record<RequestAction, RequestState>> = {
  accept: 'accepted',
  sign: 'accepted',
  decline: 'declined',
  ask: 'asked',
  answer: 'delivered',
  withdraw: 'withdrawn',
};

/** Whether somebody may take an action, worked out from the table of ways and nothing else. */
const allowed = (model: Model, side: Side, action: RequestAction) => {
  const ways = transitions.filter((candidate) => candidate.action === action && candidate.from === model.state);
  const [way] = ways;
  if (!way || (way.actor === 'open' ? openSideOf(model.hidden) : way.actor) !== side) return false;
  return action !== 'undo' || (!model.seen && ways.some(({ to }) => to === model.before));
};

const take = ({ id, people }: Real, side: Side, action: RequestAction): Promise<unknown> => {
  const as = people[side];
  if (action === 'sign') return world.app.get(RequestSigning).sign(as, signature(id), none);
  if (action === 'accept') return world.answering.accept(as, id, null, none);
  if (action === 'decline') return world.answering.decline(as, id, 'timing', null, none);
  if (action === 'ask') return world.answering.ask(as, id, 'Why?', none);
  if (action === 'answer') return world.answering.answer(as, id, 'So.', none);
  if (action === 'withdraw') return world.answering.withdraw(as, id, null, none);
  return world.answering.undo(as, id, none);
};

const opposite = (side: Side): Side => (side === 'sender' ? 'receiver' : 'sender');

/** The step as the model has it. */
const follow = (model: Model, side: Side, action: RequestAction) => {
  const yes = action === 'accept' && model.hidden ? 'awaiting-nda' : ends[action];
  const to = action === 'undo' ? (model.before as RequestState) : (yes as RequestState);
  model.steps.push(`${action}: ${model.state} > ${to}`);
  if (action === 'ask' || action === 'answer') model.messages.push(action === 'ask' ? 'Why?' : 'So.');
  [model.before, model.state] = [model.state, to];
  model.unread[opposite(side)] += 1;
  // Whoever acts has read what there is; taking something back is no reading.
  if (action !== 'undo') model.unread[side] = 0;
  if (action !== 'undo' && side === 'receiver') model.seen = false;
};

const check = async (model: Model, { id, people }: Real) => {
  for (const side of ['sender', 'receiver'] as const) {
    const request = await world.requests.one(people[side], id);
    const shown = { side, state: request.state, unread: request.unread, hidden: request[opposite(side)].hidden };
    const hidden = model.hidden === opposite(side) && model.state !== 'accepted';
    expect(shown).toEqual({ side, state: model.state, unread: model.unread[side], hidden });
    const offered = request.actions.filter((action) => action !== 'write' && action !== 'refer');
    const expected = (['accept', 'sign', 'decline', 'ask', 'answer', 'withdraw', 'undo'] as const).filter((action) =>
      allowed(model, side, action),
    );
    expect([...offered].sort()).toEqual([...expected].sort());
  }
  const events = await world.events(id);
  expect(events.map(({ action, from, to }) => `${action}: ${from} > ${to}`)).toEqual(model.steps);
  const messages = await world.records.messages(people.sender, await world.requests.one(people.sender, id));
  expect(messages.map(({ text }) => text)).toEqual(model.messages);
};

/** Somebody tries something, perhaps several times at once, as impatient people and lost answers do. */
class Try implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly side: Side,
    readonly action: RequestAction,
    readonly times: number,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const may = allowed(model, this.side, this.action);
    const results = await Promise.allSettled(
      Array.from({ length: this.times }, () => take(real, this.side, this.action)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(may ? 1 : 0);
    if (may) follow(model, this.side, this.action);
    await check(model, real);
  }

  toString = () => `${this.side} ${this.action} x${this.times}`;
}

/** Both sides try something at the same moment: one of the two steps may make the other one illegal. */
class Race implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly first: RequestAction,
    readonly second: RequestAction,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const tries: { side: Side; action: RequestAction }[] = [
      { side: 'sender', action: this.first },
      { side: 'receiver', action: this.second },
    ];
    const results = await Promise.allSettled(tries.map(({ side, action }) => take(real, side, action)));
    // Which went first is in the record; each step that succeeded must have been legal when it was taken.
    const known = model.steps.length;
    for (const event of (await world.events(real.id)).slice(known)) {
      const index = tries.findIndex((one) => one.action === event.action && one.side === event.side);
      const { side, action } = tries[index] ?? { side: 'sender', action: 'send' };
      expect({ side, action, legal: allowed(model, side, action) }).toEqual({ side, action, legal: true });
      expect(results[index]?.status).toBe('fulfilled');
      follow(model, side, action);
    }
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(model.steps.length - known);
    // Who read what first is open in a race; both have looked now.
    for (const side of ['sender', 'receiver'] as const) {
      await world.thread.read(real.people[side], real.id, null, none);
      model.unread[side] = 0;
    }
    model.seen = true;
    await check(model, real);
  }

  toString = () => `race of sender ${this.first} and receiver ${this.second}`;
}

class Write implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly side: Side,
    readonly text: string,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const may = ['delivered', 'asked', 'awaiting-nda', 'accepted'].includes(model.state);
    const written = await world.post(real.people[this.side], real.id, this.text).then(
      () => true,
      () => false,
    );
    expect(written).toBe(may);
    if (may) {
      model.messages.push(this.text);
      model.unread[opposite(this.side)] += 1;
      model.unread[this.side] = 0;
      if (this.side === 'sender') model.seen = true;
    }
    await check(model, real);
  }

  toString = () => `${this.side} writes ${this.text}`;
}

class Read implements fc.AsyncCommand<Model, Real> {
  constructor(readonly side: Side) {}

  check = () => true;

  async run(model: Model, real: Real) {
    await world.thread.read(real.people[this.side], real.id, null, none);
    model.unread[this.side] = 0;
    if (this.side === 'sender') model.seen = true;
    await check(model, real);
  }

  toString = () => `${this.side} reads`;
}

const side = fc.constantFrom<Side[]>('sender', 'receiver');
const action = fc.constantFrom<RequestAction[]>(
  'accept',
  'accept',
  'sign',
  'sign',
  'decline',
  'ask',
  'answer',
  'withdraw',
  'undo',
);
const commands = fc.commands(
  [
    fc.tuple(side, action, fc.integer({ min: 1, max: 3 })).map((parts) => new Try(...parts)),
    fc.tuple(action, action).map((parts) => new Race(...parts)),
    fc.tuple(side, fc.constantFrom('Hello', 'And?')).map((parts) => new Write(...parts)),
    side.map((who) => new Read(who)),
  ],
  { maxCommands: 14 },
);

const begin: Record<string, () => Promise<{ real: Real; hidden: Side | null }>> = {
  'a request to a company': async () => {
    const company = await world.organisation();
    const people = { sender: await world.academic('Ada Adams'), receiver: await world.member(company) };
    const { id } = await world.send(people.sender, { toOrganisationId: company });
    return { real: { id, people }, hidden: null };
  },
  'a request about a blind brief with an NDA': async () => {
    const company = await world.organisation();
    const opportunityId = await world.opportunity({ organisationId: company }, { blind: true, reveal_after: 'nda' });
    const people = { sender: await world.academic('Ada Adams'), receiver: await world.member(company) };
    const { id } = await world.send(people.sender, { opportunityId });
    return { real: { id, people }, hidden: 'receiver' };
  },
  'a blind brief with an NDA that is offered': async () => {
    const asOrganisationId = await world.organisation();
    const opportunityId = await world.opportunity(
      { organisationId: asOrganisationId },
      { blind: true, reveal_after: 'nda' },
    );
    const [ada, mel] = [await world.academic('Ada Adams'), await world.member(asOrganisationId)];
    const { id } = await world.send(mel, { asOrganisationId, toAcademicId: ada.academicId, opportunityId });
    return { real: { id, people: { sender: mel, receiver: ada } }, hidden: 'sender' };
  },
};

it.each(Object.keys(begin))(
  'whatever two people do in whatever order, repeated or at the same moment, %s goes only legal ways',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(commands, async (all) => {
        const { real, hidden } = await (begin[kind] as (typeof begin)[string])();
        const model: Model = {
          hidden,
          state: 'delivered',
          before: 'draft',
          seen: false,
          steps: ['send: draft > delivered'],
          messages: [],
          unread: { sender: 0, receiver: 1 },
        };
        await fc.asyncModelRun(() => ({ model, real }), all);
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(startsOf('undo')).toEqual(['accepted', 'awaiting-nda', 'declined']);
  },
  300_000,
);
