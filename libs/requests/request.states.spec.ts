import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RequestState, requestStates, startsOf, transitions } from './request.states.js';
import { goodReason, type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

/** A request that is in a state, having come there by a legal step. */
const requestIn = async (state: RequestState): Promise<string> => {
  const [sender, receiver] = [await world.unclaimed(), await world.unclaimed()];
  const way = transitions.find(({ to }) => to === state);
  const row = await world.database.row<{ id: string }>(
    `INSERT INTO collaboration_request (sender_academic_id, receiver_academic_id, type, reason, state, previous_state,
       expires_at) VALUES ($1, $2, 'mentoring', $3, $4, $5, now() + interval '1 day') RETURNING id`,
    [sender, receiver, goodReason, state, way?.from],
  );
  if (!row) throw new Error('The request was not inserted');
  return row.id;
};

const moveTo = (id: string, state: string) =>
  world.database.affected('UPDATE collaboration_request SET state = $2 WHERE id = $1', [id, state]);

describe('the ways of a request', () => {
  it('are the same in the code and in the database', async () => {
    const rows = await world.database.rows(
      'SELECT from_state AS "from", to_state AS "to", action, actor FROM request_transition',
    );
    const sorted = (ways: object[]) => ways.map((way) => JSON.stringify(Object.entries(way).sort())).sort();
    expect(sorted(rows)).toEqual(sorted([...transitions]));
  });

  it('lead to every state and begin with a draft', () => {
    expect(new Set(transitions.map(({ to }) => to))).toEqual(new Set(requestStates));
    expect(startsOf('send')).toEqual(['draft']);
  });

  it.each(requestStates)('from %s are the legal ones; the database refuses every other', async (from) => {
    for (const to of requestStates) {
      if (to === from) continue;
      const id = await requestIn(from);
      const legal = transitions.some((way) => way.from === from && way.to === to);
      const moved = moveTo(id, to).then(
        () => 'moved',
        (error: { constraint?: string }) => error.constraint,
      );
      expect({ from, to, result: await moved }).toEqual({
        from,
        to,
        result: legal ? 'moved' : 'collaboration_request_path',
      });
    }
  });

  it('cannot be forged by saying that the request came from elsewhere', async () => {
    const id = await requestIn('declined');
    const forged = world.database.affected(
      `UPDATE collaboration_request SET state = 'accepted', previous_state = 'delivered' WHERE id = $1`,
      [id],
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'collaboration_request_path' });
  });

  it('cannot be written down where there is none', async () => {
    const id = await requestIn('declined');
    const written = world.database.affected(
      `INSERT INTO request_event (request_id, action, from_state, to_state, side) VALUES ($1, 'accept', 'declined', 'accepted', 'receiver')`,
      [id],
    );
    await expect(written).rejects.toMatchObject({ code: '23503' });
  });
});

describe('the record of a request', () => {
  it.each(['request_event', 'request_message'])('%s: rows are neither changed nor removed', async (table) => {
    const id = await requestIn('delivered');
    const values =
      table === 'request_event'
        ? `(request_id, action, side) VALUES ($1, 'remind', 'clock')`
        : `(request_id, kind, side, text) VALUES ($1, 'text', 'sender', 'Hello')`;
    await world.database.affected(`INSERT INTO ${table} ${values}`, [id]);
    const kept = /is a record/;
    await expect(world.database.affected(`UPDATE ${table} SET side = 'receiver'`)).rejects.toThrow(kept);
    await expect(world.database.affected(`UPDATE ${table} SET created_at = now()`)).rejects.toThrow(kept);
    await expect(world.database.affected(`DELETE FROM ${table} WHERE request_id = $1`, [id])).rejects.toThrow(kept);
    await expect(world.database.affected(`TRUNCATE ${table}`)).rejects.toThrow();
  });

  it('loses who it was when an account is erased, and goes with its request', async () => {
    const [ada, ben] = [await world.academic('Ada Adams'), await world.academic('Ben Brown')];
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await world.post(ada, id, 'Shall we talk?');
    await world.database.affected('DELETE FROM account_holder WHERE id = $1', [ada.accountId]);
    const events = await world.requests.one(ben, id).then((request) => world.records.events(ben, request));
    expect(events).toMatchObject([{ action: 'send', by: null }]);
    expect(await world.records.messages(ben, await world.requests.one(ben, id))).toMatchObject([
      { text: 'Shall we talk?', by: null },
    ]);
    await world.database.affected('DELETE FROM academic WHERE id = $1', [ada.academicId]);
    expect(await world.stateOf(id)).toBeUndefined();
    expect(await world.events(id)).toEqual([]);
    expect(await world.notifications.list(ben, { first: 10, unreadOnly: false })).toMatchObject({ totalCount: 0 });
  });
});
