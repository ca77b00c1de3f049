import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#accounts';
import { undo } from './request.moves.js';
import { declineReasons } from './request.rules.js';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const none: ReadonlySet<string> = new Set();
const sent = async () => {
  const [ada, ben] = [await world.academic('Ada Adams'), await world.academic('Ben Brown')];
  const { id } = await world.send(ada, { toAcademicId: ben.academicId });
  return { ada, ben, id };
};
const accept = (as: Viewer, id: string) => world.answering.accept(as, id, null, none);
const decline = (as: Viewer, id: string) => world.answering.decline(as, id, 'timing', 'Next year.', none);
const steps = async (id: string) =>
  (await world.events(id)).map(({ action, from, to }) => `${action}: ${from} > ${to}`);

describe('answering a request', () => {
  it('accepts, and both sides read so', async () => {
    const { ada, ben, id } = await sent();
    expect(await accept(ben, id)).toMatchObject({ state: 'accepted', replyDue: false, unread: 0, openUntil: null });
    const mine = await world.requests.one(ada, id);
    expect(mine).toMatchObject({ state: 'accepted', unread: 1, actions: ['write'] });
    expect(mine.decidedAt).toBeInstanceOf(Date);
  });

  it('declines with a reason and a note that the sender reads', async () => {
    const { ada, ben, id } = await sent();
    await decline(ben, id);
    const events = await world.records.events(ada, await world.requests.one(ada, id));
    expect(events.at(-1)).toMatchObject({ action: 'decline', by: 'Ben Brown', reason: 'timing', note: 'Next year.' });
  });

  it('declines with no reason that is not on the list', async () => {
    const { ben, id } = await sent();
    await expect(world.answering.decline(ben, id, 'boredom', null, none)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(declineReasons.map(({ code }) => code)).toContain('other');
    expect(await world.stateOf(id)).toBe('delivered');
  });

  it('asks and is answered, as often as needed, and the turn changes', async () => {
    const { ada, ben, id } = await sent();
    expect(await world.answering.ask(ben, id, 'Who would pay?', none)).toMatchObject({
      state: 'asked',
      replyDue: false,
    });
    expect(await world.requests.one(ada, id)).toMatchObject({ replyDue: true, unread: 1 });
    expect(await world.answering.answer(ada, id, 'We would.', none)).toMatchObject({
      state: 'delivered',
      replyDue: false,
    });
    expect(await world.requests.one(ben, id)).toMatchObject({ replyDue: true, unread: 1 });
    await world.answering.ask(ben, id, 'From when?', none);
    await accept(ben, id);
    const messages = await world.records.messages(ada, await world.requests.one(ada, id));
    expect(messages.map(({ kind, text, by, mine }) => [kind, text, by, mine])).toEqual([
      ['question', 'Who would pay?', 'Ben Brown', false],
      ['answer', 'We would.', 'Ada Adams', true],
      ['question', 'From when?', 'Ben Brown', false],
    ]);
    expect(await steps(id)).toEqual([
      'send: draft > delivered',
      'ask: delivered > asked',
      'answer: asked > delivered',
      'ask: delivered > asked',
      'accept: asked > accepted',
    ]);
  });

  it('is withdrawn by its sender', async () => {
    const { ada, ben, id } = await sent();
    await world.answering.withdraw(ada, id, 'Found somebody.', none);
    expect(await world.requests.one(ben, id)).toMatchObject({ state: 'withdrawn', actions: [], unread: 2 });
  });

  it('tells who is too late what the request has become', async () => {
    const { ada, ben, id } = await sent();
    await world.answering.withdraw(ada, id, null, none);
    await expect(accept(ben, id)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('was withdrawn'),
      details: { state: 'withdrawn' },
    });
  });

  it('keeps every step for the side whose it is', async () => {
    const { ada, ben, id } = await sent();
    for (const [whose, step] of [
      ['was sent to accepts it; you are on the side that sent', () => accept(ada, id)],
      ['was sent to declines it; you are on the side that sent', () => decline(ada, id)],
      ['was sent to asks about it', () => world.answering.ask(ada, id, 'Why?', none)],
      ['was sent to passes it on', () => world.referral.refer(ada, id, ada.academicId, null, none)],
      ['was sent to takes the decision', () => world.answering.undo(ada, id, none)],
      ['sent a request withdraws it; you are on the side that', () => world.answering.withdraw(ben, id, null, none)],
      ['sent a request answers', () => world.answering.answer(ben, id, 'So.', none)],
    ] as const) {
      await expect(step()).rejects.toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining(whose) });
    }
    await expect(world.answering.answer(ada, id, 'Nobody asked.', none)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(await world.stateOf(id)).toBe('delivered');
  });

  it('is not found by anybody else', async () => {
    const { id } = await sent();
    const eve = await world.academic('Eve Else');
    const admin: Viewer = { ...eve, platformRole: 'platform-admin' };
    for (const step of [
      () => accept(eve, id),
      () => decline(admin, id),
      () => world.requests.one(eve, id),
      () => world.requests.one(admin, id),
      () => world.post(eve, id, 'Hello'),
      () => world.thread.read(eve, id, null, none),
      () => world.thread.archive(eve, [id], true, none),
      () => world.approval.approve(eve, id, null, none),
      () => accept(eve, 'not-an-id'),
    ]) {
      await expect(step()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is for all people of an organisation, while it is verified', async () => {
    const company = await world.organisation();
    const [mel, max] = [await world.member(company, 'member', 'Mel'), await world.member(company, 'office', 'Max')];
    const ada = await world.academic();
    const { id } = await world.send(ada, { toOrganisationId: company });
    await world.answering.ask(mel, id, 'Which patients?', none);
    expect((await world.requests.one(ada, id)).receiver.person).toBe('Mel');
    await world.database.affected(`UPDATE organisation SET verification = 'revoked' WHERE id = $1`, [company]);
    await expect(accept(max, id)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await world.database.affected(`UPDATE organisation SET verification = 'verified' WHERE id = $1`, [company]);
    await accept(max, id);
  });

  it('accepts nobody who is no longer verified', async () => {
    const company = await world.organisation();
    const mel = await world.member(company);
    const ada = await world.academic();
    const { id } = await world.send(mel, { asOrganisationId: company, toAcademicId: ada.academicId });
    await world.database.affected(`UPDATE organisation SET verification = 'revoked' WHERE id = $1`, [company]);
    await expect(accept(ada, id)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await decline(ada, id);
  });
});

describe('a race', () => {
  it('of 20 people who accept, decline, ask and withdraw has one winner, and the others are told', async () => {
    const company = await world.organisation();
    const people = await Promise.all(Array.from({ length: 20 }, () => world.member(company)));
    const ada = await world.academic();
    const { id } = await world.send(ada, { toOrganisationId: company });
    const results = await Promise.allSettled(
      people.map((person, index) =>
        index % 5 === 4
          ? world.answering.withdraw(ada, id, null, none)
          : index % 2
            ? accept(person, id)
            : decline(person, id),
      ),
    );
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(lost).toHaveLength(19);
    for (const error of lost) {
      expect(error.code).toBe('WRONG_STATE');
      expect(error.details.state).toBe(await world.stateOf(id));
    }
    expect(await world.events(id)).toHaveLength(2);
    const row = await world.database.row<{ version: number }>(
      'SELECT version FROM collaboration_request WHERE id = $1',
      [id],
    );
    expect(row?.version).toBe(2);
  });
});

describe('taking a decision back', () => {
  it('is possible for ten minutes, and the request is what it was', async () => {
    const { ben, id } = await sent();
    await world.answering.ask(ben, id, 'Who would pay?', none);
    const declined = await decline(ben, id);
    expect(declined.actions).toContain('undo');
    expect(declined.undoUntil?.getTime()).toBe((declined.decidedAt?.getTime() ?? 0) + 600_000);
    expect(await world.answering.undo(ben, id, none)).toMatchObject({ state: 'asked', decidedAt: null });
    expect((await steps(id)).slice(-2)).toEqual(['decline: asked > declined', 'undo: declined > asked']);
    await accept(ben, id);
    await world.age(id, '10 minutes 1 second');
    await expect(world.answering.undo(ben, id, none)).rejects.toMatchObject({ code: 'TOO_LATE' });
  });

  it.each([
    ['opened the request', async (ada: Viewer, id: string) => void (await world.thread.read(ada, id, null, none))],
    ['read the notification', async (ada: Viewer) => void (await world.notifications.markRead(ada, null))],
    ['looked the contact up', async (ada: Viewer, id: string) => void (await world.contacts.ofRequest(ada, id))],
    ['written', async (ada: Viewer, id: string) => void (await world.post(ada, id, 'Wonderful!'))],
  ])('is not possible once the sender has %s', async (_, read) => {
    const { ada, ben, id } = await sent();
    await world.notifications.markRead(ada, null);
    await accept(ben, id);
    await read(ada, id);
    await expect(world.answering.undo(ben, id, none)).rejects.toMatchObject({
      code: expect.stringMatching(/TOO_LATE|WRONG_STATE/),
    });
    expect(await world.stateOf(id)).toBe('accepted');
  });

  it('is not possible where the sender has read it between the look and the step', async () => {
    const { ada, ben, id } = await sent();
    await decline(ben, id);
    await world.thread.read(ada, id, null, none);
    expect(await world.database.transaction((tx) => undo(tx, id, ben.accountId ?? ''))).toBeUndefined();
    expect(await world.stateOf(id)).toBe('declined');
  });

  it('is no way to have two open requests', async () => {
    const { ada, ben, id } = await sent();
    await decline(ben, id);
    await world.send(ben, { toAcademicId: ada.academicId });
    await expect(world.answering.undo(ben, id, none)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await world.stateOf(id)).toBe('declined');
  });

  it('is for the side that decided', async () => {
    const { ada, ben, id } = await sent();
    await decline(ben, id);
    await expect(world.answering.undo(ada, id, none)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('the clock', () => {
  it('reminds once, a week before the end, and ends what nobody has answered', async () => {
    const { ada, ben, id } = await sent();
    const { id: fresh } = await sent();
    await world.age(id, '20 days');
    await world.jobs.remind();
    expect((await world.events(id)).map(({ action }) => action)).toEqual(['send']);
    await world.age(id, '2 days');
    await world.jobs.remind();
    await world.jobs.remind();
    expect((await world.events(id)).map(({ action }) => action)).toEqual(['send', 'remind']);
    await world.age(id, '6 days');
    await world.jobs.expire();
    await world.jobs.expire();
    expect(await steps(id)).toEqual(['send: draft > delivered', 'remind: null > null', 'expire: delivered > expired']);
    expect(await world.requests.one(ada, id)).toMatchObject({ state: 'expired', actions: [], unread: 1 });
    await expect(accept(ben, id)).rejects.toMatchObject({ details: { state: 'expired' } });
    expect(await world.stateOf(fresh)).toBe('delivered');
  });

  it('ends every request that is due, more than one batch, once, when two workers do it at the same moment', async () => {
    const company = await world.organisation();
    await world.member(company);
    const brief = await world.opportunity({ organisationId: company });
    const people = await Promise.all(Array.from({ length: 110 }, () => world.academic()));
    for (const ada of people) await world.send(ada, { opportunityId: brief });
    await world.database.affected(
      `UPDATE collaboration_request SET expires_at = now() - interval '1 second' WHERE opportunity_id = $1`,
      [brief],
    );
    const counts = await Promise.all([world.jobs.expire(), world.jobs.expire()]);
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(110);
    const row = await world.database.row<{ events: number }>(
      `SELECT count(*)::int AS events FROM request_event e JOIN collaboration_request r ON r.id = e.request_id
       WHERE r.opportunity_id = $1 AND e.action = 'expire'`,
      [brief],
    );
    expect(row?.events).toBe(110);
  });
});
