import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { move } from './request.moves.js';
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
const said = async (as: Awaited<ReturnType<typeof sent>>['ada'], id: string) =>
  (await world.records.messages(as, await world.requests.one(as, id))).map(({ text }) => text);
const inHours = (hours: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * 3_600_000);

describe('writing on a request', () => {
  it('is for both sides, before and after acceptance', async () => {
    const { ada, ben, id } = await sent();
    await world.post(ada, id, ' One more thing. ');
    await world.answering.accept(ben, id, null, none);
    await world.post(ben, id, 'Shall we meet?\r\nSoon?');
    expect(await said(ada, id)).toEqual(['One more thing.', 'Shall we meet?\nSoon?']);
    expect(await said(ben, id)).toEqual(await said(ada, id));
  });

  it.each(['declined', 'withdrawn', 'expired'])(
    'stays readable once it is %s, and is no longer possible',
    async (end) => {
      const { ada, ben, id } = await sent();
      await world.post(ada, id, 'Before the end.');
      if (end === 'declined') await world.answering.decline(ben, id, 'timing', null, none);
      if (end === 'withdrawn') await world.answering.withdraw(ada, id, null, none);
      if (end === 'expired') {
        await world.age(id, '29 days');
        await world.jobs.expire();
      }
      for (const person of [ada, ben]) {
        expect(await said(person, id)).toEqual(['Before the end.']);
        await expect(world.post(person, id, 'After it.')).rejects.toMatchObject({ details: { state: end } });
      }
      expect(await said(ada, id)).toHaveLength(1);
    },
  );

  it('writes one message, however often it is repeated at the same moment', async () => {
    const { ada, ben, id } = await sent();
    const idempotencyKey = randomUUID();
    await Promise.all(Array.from({ length: 10 }, () => world.post(ada, id, 'Hello', { idempotencyKey })));
    await world.answering.decline(ben, id, 'timing', null, none);
    await world.post(ada, id, 'Hello', { idempotencyKey });
    expect(await said(ben, id)).toEqual(['Hello']);
    await expect(world.post(ada, id, 'Hullo', { idempotencyKey })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it.each([
    ['nothing', ' \n '],
    ['more than 4,000 characters', 'a'.repeat(4_001)],
    ['control characters', 'a\u0007b'],
  ])('refuses %s', async (_, text) => {
    const { ada, id } = await sent();
    await expect(world.post(ada, id, text)).rejects.toMatchObject({ details: { field: 'text' } });
  });

  it('never comes after the end: who writes while the other side declines is told so, and nothing is written', async () => {
    const { ada, ben, id } = await sent();
    let writing: Promise<unknown> | undefined;
    await world.database.transaction(async (tx) => {
      await move(tx, {
        requestId: id,
        action: 'decline',
        side: 'receiver',
        accountId: ben.accountId ?? '',
        reason: 'timing',
      });
      writing = world.post(ada, id, 'Wait!');
      writing.catch(() => undefined);
      await world.somebodyWaits();
    });
    await expect(writing).rejects.toMatchObject({ code: 'WRONG_STATE', details: { state: 'declined' } });
    expect(await said(ben, id)).toEqual([]);
    expect((await world.requests.one(ben, id)).unread).toBe(1);
  });
});

describe('proposing times', () => {
  it('lets the other side pick one of up to five', async () => {
    const { ada, ben, id } = await sent();
    const times = [inHours(48), inHours(24), inHours(24)];
    await world.post(ben, id, '', { times });
    const [proposal] = await world.records.messages(ada, await world.requests.one(ada, id));
    expect(proposal).toMatchObject({ kind: 'times', slots: [inHours(24), inHours(48)], minutes: 30, mine: false });
    const pick = (as: typeof ada, time: Date) => world.thread.pick(as, proposal?.id ?? '', time, none);
    await expect(pick(ben, inHours(24))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(pick(ada, inHours(30))).rejects.toMatchObject({ details: { field: 'time' } });
    await expect(pick(await world.academic(), inHours(24))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.thread.pick(ada, 'no-id', inHours(24), none)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await pick(ada, inHours(48));
    const messages = await world.records.messages(ben, await world.requests.one(ben, id));
    expect(messages.at(-1)).toMatchObject({
      kind: 'pick',
      slots: [inHours(48)],
      proposalId: proposal?.id,
      by: 'Ada Adams',
    });
    await expect(pick(ada, inHours(24))).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('has one time picked, when colleagues pick at the same moment', async () => {
    const company = await world.organisation();
    const people = await Promise.all(Array.from({ length: 10 }, () => world.member(company)));
    const ada = await world.academic();
    const { id } = await world.send(ada, { toOrganisationId: company });
    await world.post(ada, id, 'When?', { times: [inHours(24), inHours(48)] });
    const [proposal] = await world.records.messages(ada, await world.requests.one(ada, id));
    const before = await world.requests.one(ada, id);
    const picks = await Promise.allSettled(
      people.map((person, index) => world.thread.pick(person, proposal?.id ?? '', inHours(index % 2 ? 24 : 48), none)),
    );
    expect(picks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await world.requests.one(ada, id)).unread).toBe(before.unread + 1);
  });

  it.each([
    ['passed', -1],
    ['are more than a year away', 24 * 400],
  ])('refuses times that have %s', async (_, hours) => {
    const { ada, id } = await sent();
    await expect(world.post(ada, id, '', { times: [inHours(hours)] })).rejects.toMatchObject({
      details: { field: 'times' },
    });
  });
});

describe('what is unread', () => {
  it('counts what the other side did, for each person, and only what was shown is read', async () => {
    const { ada, ben, id } = await sent();
    const shown = await world.requests.one(ben, id);
    await world.post(ada, id, 'First');
    await world.post(ada, id, 'Second');
    expect(await world.thread.read(ben, id, -7, none)).toMatchObject({ news: 3, unread: 3 });
    expect(await world.thread.read(ben, id, shown.news, none)).toMatchObject({ news: 3, unread: 2 });
    expect(await world.thread.read(ben, id, null, none)).toMatchObject({ unread: 0 });
    expect(await world.thread.read(ben, id, 1, none)).toMatchObject({ unread: 0 });
    await world.post(ben, id, 'Third');
    expect((await world.requests.one(ada, id)).unread).toBe(1);
    expect((await world.requests.one(ben, id)).unread).toBe(0);
  });

  it('is each colleague’s own', async () => {
    const company = await world.organisation();
    const [mel, max] = [await world.member(company), await world.member(company)];
    const { id } = await world.send(await world.academic(), { toOrganisationId: company });
    await world.thread.read(mel, id, null, none);
    expect([(await world.requests.one(mel, id)).unread, (await world.requests.one(max, id)).unread]).toEqual([0, 1]);
  });
});

describe('putting requests away', () => {
  it('is each person’s own, and ends with news', async () => {
    const { ada, ben, id } = await sent();
    const ids = async (as: typeof ada, box: 'sent' | 'received' | 'archived') =>
      (await world.requests.list(as, { box, first: 10 }, none)).nodes.map((node) => node.id);
    await world.thread.archive(ada, [id], true, none);
    expect([await ids(ada, 'sent'), await ids(ada, 'archived'), await ids(ben, 'received')]).toEqual([[], [id], [id]]);
    await world.thread.archive(ada, [id], false, none);
    expect(await ids(ada, 'sent')).toEqual([id]);
    await world.thread.archive(ada, [id], true, none);
    await world.answering.accept(ben, id, null, none);
    expect([await ids(ada, 'sent'), await ids(ada, 'archived')]).toEqual([[id], []]);
  });

  it('puts nothing away where one of them is somebody else’s', async () => {
    const { ada, id } = await sent();
    const other = await sent();
    await expect(world.thread.archive(ada, [id, other.id], true, none)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await world.requests.one(ada, id)).archived).toBe(false);
  });
});
