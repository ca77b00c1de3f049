import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Viewer } from '#accounts';
import { type RequestsForTests, requestsForTests } from '../requests/testing.js';
import { type CollaborationAction, type CollaborationState, collaborationTransitions } from './collaboration.states.js';
import { type CollaborationsForTests, collaborationsIn, withCollaborations } from './testing.js';

let world: RequestsForTests;
let made: CollaborationsForTests;
beforeAll(async () => {
  world = await requestsForTests(withCollaborations);
  made = collaborationsIn(world);
});
afterAll(() => world?.close());

type Who = 'sender' | 'receiver' | 'outsider' | 'office';

/** What should be true of a collaboration, kept beside the real one. */
interface Model {
  state: CollaborationState;
  held: CollaborationState | null;
  terms: number;
  steps: string[];
}

interface Real {
  id: string;
  people: Record<Who, Viewer>;
}

/** Where a step leads, worked out from the table of ways and from where it was held, and nothing else. */
const target = ({ state, held }: Model, action: CollaborationAction): CollaborationState | null => {
  if (state === 'on-hold' && action === 'resume') return held;
  if (state === 'on-hold' && action === 'end-early' && held !== 'active') return null;
  if (state === 'on-hold' && action === 'withdraw' && held === 'active') return null;
  return collaborationTransitions.find((way) => way.from === state && way.action === action)?.to ?? null;
};

const follow = (model: Model, action: CollaborationAction) => {
  const to = target(model, action);
  if (!to) throw new Error(`${action} leads nowhere from ${model.state}`);
  model.steps.push(`${action}: ${model.state} > ${to}`);
  model.held = to === 'on-hold' ? model.state : null;
  model.state = to;
};

const over = ['completed', 'ended-early', 'withdrawn'];
const works = (who: Who) => who === 'sender' || who === 'receiver';

const take = ({ id, people }: Real, who: Who, action: CollaborationAction) =>
  made.service.move(people[who], id, action, null);
const change = ({ id, people }: Real, who: Who, basedOn: number) =>
  made.terms.change(people[who], id, basedOn, { type: 'consultancy', daysPerYear: basedOn, startsOn: '2026-01-05' });

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

const recorded = async ({ id }: Real) =>
  (await made.events(id)).flatMap(({ action, from, to }) => (to ? [`${action}: ${from} > ${to}`] : []));

const check = async (model: Model, real: Real) => {
  for (const who of ['sender', 'receiver', 'office'] as const) {
    const one = await made.service.one(real.people[who], real.id);
    expect({ who, state: one.state, held: one.heldState, terms: one.termsNumber }).toEqual({
      who,
      state: model.state,
      held: model.held,
      terms: model.terms,
    });
    const legal = collaborationTransitions.map(({ action }) => action as CollaborationAction);
    const offered = works(who) ? new Set(legal.filter((action) => target(model, action))) : new Set();
    expect({ who, actions: new Set(one.actions) }).toEqual({ who, actions: offered });
  }
  expect(await outcome(made.service.one(real.people.outsider, real.id))).toBe('NOT_FOUND');
  expect(await recorded(real)).toEqual(model.steps);
  expect((await made.terms.history(real.id)).map(({ number }) => number)).toEqual(
    Array.from({ length: model.terms }, (_, index) => model.terms - index),
  );
};

/** Somebody takes a step, once or several times at the same moment, in whatever state the collaboration is. */
class Step implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly who: Who,
    readonly action: CollaborationAction,
    readonly times: number,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const known = model.steps.length;
    const results = await Promise.all(
      Array.from({ length: this.times }, () => outcome(take(real, this.who, this.action))),
    );
    const refusal = { outsider: 'NOT_FOUND', office: 'NOT_ALLOWED', sender: 'WRONG_STATE', receiver: 'WRONG_STATE' }[
      this.who
    ];
    // Each that succeeded was legal when it was taken: stepping back twice may be, holding twice is not.
    const done = results.filter((result) => result === 'done').length;
    for (let taken = 0; taken < done; taken += 1) follow(model, this.action);
    expect(works(this.who) || done === 0).toBe(true);
    expect(results.filter((result) => result !== 'done')).toEqual(Array(this.times - done).fill(refusal));
    if (done < this.times && works(this.who)) expect(target(model, this.action)).toBeNull();
    expect((await recorded(real)).length).toBe(known + done);
    await check(model, real);
  }

  toString = () => `${this.who} ${this.action} x${this.times}`;
}

/** Both sides try something at the same moment: one of the two steps may make the other one illegal. */
class Race implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly first: CollaborationAction,
    readonly second: CollaborationAction,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const known = model.steps.length;
    const results = await Promise.all([
      outcome(take(real, 'sender', this.first)),
      outcome(take(real, 'receiver', this.second)),
    ]);
    // Which went first is in the record.
    for (const line of (await recorded(real)).slice(known)) {
      follow(model, line.slice(0, line.indexOf(':')) as CollaborationAction);
      expect(model.steps.at(-1)).toBe(line);
    }
    expect(results.filter((result) => result === 'done')).toHaveLength(model.steps.length - known);
    await check(model, real);
  }

  toString = () => `race of sender ${this.first} and receiver ${this.second}`;
}

/** Terms are changed, from the newest or from older ones, by one or by several at the same moment. */
class Terms implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly who: Who,
    readonly behind: number,
    readonly times: number,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const basedOn = Math.max(1, model.terms - this.behind);
    const results = await Promise.all(
      Array.from({ length: this.times }, () => outcome(change(real, this.who, basedOn))),
    );
    const may = works(this.who) && !over.includes(model.state) && basedOn === model.terms;
    expect(results.filter((result) => result === 'done')).toHaveLength(may ? 1 : 0);
    if (may) model.terms += 1;
    await check(model, real);
  }

  toString = () => `${this.who} changes terms, ${this.behind} behind, x${this.times}`;
}

const who = fc.constantFrom<Who[]>('sender', 'receiver', 'sender', 'receiver', 'outsider', 'office');
const forward: CollaborationAction[] = ['start-governance', 'start-agreement', 'activate', 'complete'];
const action = fc.constantFrom<CollaborationAction[]>(
  ...forward,
  ...forward,
  'hold',
  'resume',
  'step-back',
  'end-early',
  'withdraw',
);
const commands = fc.commands(
  [
    fc.tuple(who, action, fc.integer({ min: 1, max: 3 })).map((parts) => new Step(...parts)),
    fc.tuple(action, action).map((parts) => new Race(...parts)),
    fc.tuple(who, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 })).map((parts) => new Terms(...parts)),
  ],
  { maxCommands: 16 },
);

it('whatever people do in whatever order, repeated or at the same moment, no step and no terms are lost or illegal', async () => {
  const hospital = await world.organisation('Moorside Hospital', {
    type: 'nhs-organisation',
    request_policy: 'office-told',
  });
  const office = await world.member(hospital, 'office', 'Ines Marsh');
  const outsider = await world.academic('Eve Else');
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      const { id, sender, receiver } = await made.begun({ employer: hospital });
      await made.terms.change(sender, id, 1, { type: 'consultancy', startsOn: '2026-01-05' });
      const model: Model = { state: 'exploring', held: null, terms: 2, steps: ['begin: none > exploring'] };
      await fc.asyncModelRun(() => ({ model, real: { id, people: { sender, receiver, outsider, office } } }), all);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
