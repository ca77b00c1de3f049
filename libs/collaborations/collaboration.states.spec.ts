import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RequestsForTests, requestsForTests } from '../requests/testing.js';
import {
  actionsFrom,
  type CollaborationState,
  collaborationActions,
  collaborationStates,
  collaborationTransitions,
  isFinal,
  leadsTo,
  publicStatusOf,
} from './collaboration.states.js';
import { type CollaborationsForTests, collaborationsIn, withCollaborations } from './testing.js';

let world: RequestsForTests;
let made: CollaborationsForTests;
beforeAll(async () => {
  world = await requestsForTests(withCollaborations);
  made = collaborationsIn(world);
});
afterAll(() => world?.close());

const holdable: CollaborationState[] = ['exploring', 'governance', 'agreement', 'active'];

/** A collaboration that is in a state, without any way to it. */
const inState = async (state: CollaborationState, held: CollaborationState = 'exploring') => {
  const [sender, receiver] = [await world.unclaimed(), await world.unclaimed()];
  const from = collaborationTransitions.find(
    (way) => way.to === state && (state !== 'on-hold' || way.from === held),
  )?.from;
  return world.database
    .row<{ id: string }>(
      `INSERT INTO collaboration (title, sender_academic_id, receiver_academic_id, state, previous_state, held_state)
       VALUES ('Inhalers', $1, $2, $3, $4, $5) RETURNING id`,
      [sender, receiver, state, from, state === 'on-hold' ? held : null],
    )
    .then((row) => row?.id ?? '');
};

const moveTo = (id: string, state: string) =>
  world.database.affected('UPDATE collaboration SET state = $2 WHERE id = $1', [id, state]).then(
    () => true,
    () => false,
  );

describe('the ways of a collaboration', () => {
  it('are the same in the code and in the database', async () => {
    const rows = await world.database.rows(
      'SELECT from_state AS "from", to_state AS "to", action FROM collaboration_transition',
    );
    const sorted = (ways: object[]) => ways.map((way) => JSON.stringify(Object.entries(way).sort())).sort();
    expect(sorted(rows)).toEqual(sorted([...collaborationTransitions]));
  });

  it('lead to every state, and out of every state that is not the end', () => {
    expect(new Set(collaborationTransitions.map(({ to }) => to))).toEqual(new Set(collaborationStates));
    for (const state of collaborationStates) {
      expect({ state, ends: actionsFrom(state, 'active').length === 0 }).toEqual({ state, ends: isFinal(state) });
      expect(publicStatusOf(state)).toMatch(/^(talking|arranging|working|paused|completed|ended)$/);
    }
  });

  it.each(collaborationStates)('from %s are the legal ones; the database refuses every other', async (from) => {
    for (const held of from === 'on-hold' ? holdable : holdable.slice(0, 1)) {
      const legal = new Set(
        collaborationActions.map((action) => leadsTo(action, from, from === 'on-hold' ? held : null)),
      );
      for (const to of collaborationStates) {
        if (to === from) continue;
        const moved = await moveTo(await inState(from, held), to);
        expect({ from, held, to, moved }).toEqual({ from, held, to, moved: legal.has(to) });
      }
    }
  });

  it('cannot be forged by saying that it came from elsewhere, or was held elsewhere', async () => {
    const forge = (id: string, more: string) =>
      world.database.affected(`UPDATE collaboration SET ${more} WHERE id = $1`, [id]);
    await expect(forge(await inState('exploring'), `state = 'active', previous_state = 'agreement'`)).rejects.toThrow();
    await expect(forge(await inState('on-hold'), `state = 'active', held_state = 'active'`)).rejects.toThrow();
  });

  it('stay on record, whoever would change them', async () => {
    const { id } = await made.begun();
    const kept = /is a record/;
    await expect(world.database.affected(`UPDATE collaboration_event SET action = 'x'`)).rejects.toThrow(kept);
    await expect(
      world.database.affected('DELETE FROM engagement_terms WHERE collaboration_id = $1', [id]),
    ).rejects.toThrow(kept);
  });
});

describe('an accepted request', () => {
  it('becomes a collaboration with its terms and the people of both sides', async () => {
    const { id, requestId, sender, receiver } = await made.begun();
    const one = await made.service.one(receiver, id);
    expect(one).toMatchObject({ requestId, state: 'exploring', status: 'talking', termsNumber: 1, role: 'receiver' });
    expect(one.sides.map(({ name, mine }) => ({ name, mine }))).toEqual([
      { name: 'Novara Inhalers', mine: true },
      { name: 'Ada Adams', mine: false },
    ]);
    expect(await made.terms.current(id)).toMatchObject({ number: 1, type: { code: 'advisory-board' } });
    const { row } = await made.service.seat(sender, id);
    expect(row.people.map(({ accountId, side, role }) => ({ accountId, side, role }))).toEqual(
      expect.arrayContaining([
        { accountId: sender.accountId, side: 'sender', role: 'lead' },
        { accountId: receiver.accountId, side: 'receiver', role: 'lead' },
      ]),
    );
  });

  it('takes it back with its acceptance, while nothing was done with it', async () => {
    const { id, requestId, receiver } = await made.begun();
    await world.answering.undo(receiver, requestId, world.nothing);
    await expect(made.service.one(receiver, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const touched = await made.begun();
    await made.move(touched.receiver, touched.id, 'start-governance');
    await expect(world.answering.undo(touched.receiver, touched.requestId, world.nothing)).rejects.toMatchObject({
      code: 'TOO_LATE',
    });
    expect(await made.service.one(touched.receiver, touched.id)).toMatchObject({ state: 'governance' });
    expect(await world.stateOf(touched.requestId)).toBe('accepted');
  });
});

describe('a step', () => {
  it('is taken once, however many take it at the same moment', async () => {
    const { id, sender, receiver } = await made.begun();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        made.service.move(index % 2 ? sender : receiver, id, 'start-governance', null),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'WRONG_STATE' });
    }
    expect((await made.events(id)).map(({ action }) => action)).toEqual(['begin', 'start-governance']);
  });

  it('is not taken while something stands in its way, which is told before and at the step', async () => {
    const { id, sender } = await made.begun();
    const obstacle = { code: 'NO_TEA', sentence: 'The tea is missing.', fix: 'Somebody makes tea.' };
    let missing = true;
    made.gates.add({
      obstacles: async (_sql, { action, collaboration }) =>
        missing && action === 'start-agreement' && collaboration.id === id ? [obstacle] : [],
    });
    await made.move(sender, id, 'start-governance');
    expect(await made.service.obstacles(sender, id, 'start-agreement')).toEqual([obstacle]);
    await expect(made.service.move(sender, id, 'start-agreement', null)).rejects.toMatchObject({
      code: 'NOT_READY',
      message: 'The tea is missing.',
      details: { obstacles: [obstacle] },
    });
    expect(await made.events(id)).toHaveLength(2);
    missing = false;
    await made.move(sender, id, 'start-agreement');
    expect(await made.service.one(sender, id)).toMatchObject({ state: 'agreement' });
  });
});

describe('terms', () => {
  it('are added to and never changed; who has not read the newest changes nothing', async () => {
    const { id, sender, receiver } = await made.begun();
    const changed = await made.terms.change(sender, id, 1, { type: 'consultancy', daysPerYear: 12, paidBy: 'company' });
    expect(changed).toMatchObject({ number: 2, daysPerYear: 12, paidBy: 'company', type: { label: 'Consultancy' } });
    await expect(made.terms.change(receiver, id, 1, { type: 'mentoring' })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect((await made.terms.history(id)).map(({ number }) => number)).toEqual([2, 1]);
    expect((await made.events(id)).map(({ action }) => action)).toEqual(['begin', 'change-terms']);
  });

  it.each([
    [{ fte: 0.2, daysPerYear: 10 }, 'daysPerYear'],
    [{ startsOn: '2027-05-01', endsOn: '2027-04-01' }, 'endsOn'],
    [{ endsOn: '2027-05-01', returnsOn: '2027-04-01' }, 'returnsOn'],
  ])('that cannot be are refused at their field: %j', async (wrong, field) => {
    const { id, sender } = await made.begun();
    const attempt = made.terms.change(sender, id, 1, { type: 'consultancy', ...wrong });
    await expect(attempt).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field } });
    expect(await made.terms.history(id)).toHaveLength(1);
  });
});
