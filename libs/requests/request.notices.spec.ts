import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#accounts';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const none: ReadonlySet<string> = new Set();
const told = async (as: Viewer, unreadOnly = true) =>
  (await world.notifications.list(as, { first: 100, unreadOnly })).nodes.map(({ kind, title }) => `${kind}: ${title}`);
const kinds = async (as: Viewer) => (await told(as)).map((line) => line.split(':')[0]);
const lettersTo = async (as: Viewer, options = {}) =>
  (await world.sendLetters(options)).filter((text) => text.startsWith(`To: ${as.email}`));
const sent = async () => {
  const [ada, ben] = [await world.academic('Ada Adams'), await world.academic('Ben Brown')];
  const { id } = await world.send(ada, { toAcademicId: ben.academicId });
  return { ada, ben, id };
};

describe('being told of requests', () => {
  it('is for the other side, in words that fit, and one’s own steps are no news', async () => {
    const { ada, ben, id } = await sent();
    expect(await told(ben)).toEqual(['request-received: Ada Adams asks you to work together']);
    await world.answering.ask(ben, id, 'Who would pay?', none);
    expect([await told(ada), await told(ben)]).toEqual([
      ['request-asked: Ben Brown wants to know more before deciding on your request'],
      [],
    ]);
    await world.answering.answer(ada, id, 'We would.', none);
    expect([await told(ada), await told(ben)]).toEqual([
      [],
      ['request-answered: Ada Adams has answered your question'],
    ]);
    await world.answering.accept(ben, id, null, none);
    expect([await told(ada), await told(ben)]).toEqual([['request-accepted: Ben Brown has accepted your request'], []]);
    await world.post(ada, id, 'Wonderful!');
    await world.post(ada, id, 'When shall we meet?');
    expect(await told(ben)).toEqual(['request-message: Ada Adams has written to you about a request']);
    await world.thread.read(ben, id, null, none);
    expect(await world.notifications.unread(ben)).toBe(0);
    expect(await told(ben, false)).toHaveLength(3);
  });

  it.each([
    [
      'declined',
      'request-declined',
      (ben: Viewer, id: string) => world.answering.decline(ben, id, 'timing', null, none),
    ],
    [
      'undone',
      undefined,
      async (ben: Viewer, id: string) => {
        await world.answering.decline(ben, id, 'timing', null, none);
        await world.answering.undo(ben, id, none);
      },
    ],
  ])('tells the sender when it is %s', async (_, kind, step) => {
    const { ada, ben, id } = await sent();
    await step(ben, id);
    expect(await kinds(ada)).toEqual(kind ? [kind] : []);
  });

  it('tells the receiver of a withdrawal, and both sides of an end without an answer', async () => {
    const first = await sent();
    await world.answering.withdraw(first.ada, first.id, null, none);
    expect(await kinds(first.ben)).toEqual(['request-withdrawn', 'request-received']);
    const second = await sent();
    await world.age(second.id, '29 days');
    await world.jobs.expire();
    expect([await kinds(second.ada), await kinds(second.ben)]).toEqual([
      ['request-expired'],
      ['request-expired', 'request-received'],
    ]);
  });

  it('reminds whoever the request waits for', async () => {
    const [delivered, asked] = [await sent(), await sent()];
    await world.answering.ask(asked.ben, asked.id, 'Why?', none);
    for (const { id } of [delivered, asked]) await world.age(id, '22 days');
    await world.jobs.remind();
    expect(await kinds(delivered.ben)).toContain('request-reminder');
    expect(await kinds(delivered.ada)).toEqual([]);
    expect(await kinds(asked.ada)).toContain('request-reminder');
    expect(await kinds(asked.ben)).toEqual([]);
  });

  it('reaches everybody of an organisation until one of them deals with it', async () => {
    const company = await world.organisation('Novara');
    const [mel, max] = [await world.member(company), await world.member(company, 'admin')];
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { toOrganisationId: company });
    expect([await told(mel), await told(max)]).toEqual(
      Array(2).fill(['request-received: Ada Adams asks Novara to work together']),
    );
    await world.answering.ask(mel, id, 'Which patients?', none);
    await world.answering.answer(ada, id, 'All of them.', none);
    expect(await kinds(mel)).toEqual(['request-answered']);
    expect(await kinds(max)).toEqual(['request-received']);
    await world.database.affected('DELETE FROM account_membership WHERE account_id = $1', [mel.accountId]);
    await world.post(ada, id, 'Are you still there?');
    expect(await kinds(max)).toEqual(['request-message', 'request-received']);
  });

  it('asks the offices that approve, and tells the others when the request is delivered', async () => {
    const university = await world.organisation('Redbridge University', { request_policy: 'office-approves' });
    const hospital = await world.organisation('Redbridge Hospital', { request_policy: 'office-told' });
    const [dean, told1] = [await world.member(university, 'admin'), await world.member(hospital, 'office')];
    await world.member(hospital, 'admin');
    const ben = await world.academic('Ben Brown', { university_id: university, employer_id: hospital });
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    expect(await told(dean)).toEqual([
      'request-approval: A request of Ada Adams to Ben Brown waits for your office’s approval',
    ]);
    expect([await told(told1), await told(ben), await told(ada)]).toEqual([[], [], []]);
    await world.approval.approve(dean, id, null, none);
    expect(await told(told1)).toEqual(['request-office-told: Ada Adams has sent a request to Ben Brown']);
    expect([await kinds(ben), await kinds(ada), await kinds(dean)]).toEqual([
      ['request-received'],
      ['request-delivered'],
      [],
    ]);
  });

  it('is not committed without the step, nor the step without it', async () => {
    const [ada, ben] = [await world.academic('Ada Adams'), await world.academic('Ben Brown')];
    let broken = true;
    world.listeners.add({
      heard: async () => {
        if (broken) throw new Error('The power is gone');
      },
    });
    await expect(world.send(ada, { toAcademicId: ben.academicId })).rejects.toThrow('The power is gone');
    broken = false;
    expect(await told(ben)).toEqual([]);
    expect((await world.requests.counts(ada)).sent.total).toBe(0);
    expect(await lettersTo(ben, { all: true })).toEqual([]);
  });
});

describe('a letter', () => {
  it('says what happened, repeats nothing that anybody wrote, and leads to the request', async () => {
    const { ben, id } = await sent();
    const [letter = '', ...more] = await lettersTo(ben);
    expect(more).toEqual([]);
    expect(letter).toContain('Subject: Ada Adams asks you to work together');
    expect(letter).toContain('Hello Ben Brown,');
    expect(letter).toContain('Way of working: Advisory board.');
    expect(letter).toContain(`http://localhost:3000/inbox/${id}`);
    expect(letter).not.toContain('asthma clinic');
    expect(await lettersTo(ben)).toHaveLength(1);
  });

  it('shows names as text', async () => {
    const ada = await world.academic('Ada <script>alert(1)</script>');
    const ben = await world.academic('Ben Brown');
    await world.send(ada, { toAcademicId: ben.academicId });
    const jobs = world.app.get<{ name: string }[]>((await import('#notifications')).NOTIFICATION_JOBS);
    expect(jobs.map(({ name }) => name)).toEqual(['notification-letters']);
    const [letter = ''] = await lettersTo(ben);
    expect(letter).toContain('<script>');
    const html = await world.letterPages();
    expect(html.some((page) => page.includes('&lt;script&gt;'))).toBe(true);
    expect(html.join('')).not.toContain('<script>');
  });

  it('is not sent of what was read meanwhile, nor of what has been dealt with', async () => {
    const [first, second] = [await sent(), await sent()];
    await world.thread.read(first.ben, first.id, null, none);
    await world.answering.withdraw(second.ada, second.id, null, none);
    const letters = [...(await lettersTo(first.ben)), ...(await lettersTo(second.ben))];
    expect(letters.filter((letter) => letter.includes('asks you'))).toEqual([]);
    expect(letters.filter((letter) => letter.includes('has withdrawn'))).toHaveLength(1);
  });

  it('of a decision waits until it can no longer be taken back', async () => {
    const { ada, ben, id } = await sent();
    await world.answering.decline(ben, id, 'timing', null, none);
    expect(await lettersTo(ada)).toEqual([]);
    await world.answering.undo(ben, id, none);
    expect(await lettersTo(ada, { all: true })).toEqual([]);
    await world.answering.accept(ben, id, null, none);
    expect(await lettersTo(ada, { all: true })).toHaveLength(1);
  });

  it('is sent once, when two workers do the same job at the same moment', async () => {
    const { ben } = await sent();
    const [page] = (await world.notifications.list(ben, { first: 1, unreadOnly: true })).nodes;
    const ids = [page?.id ?? ''];
    await Promise.all([world.letters.send(ids), world.letters.send(ids), world.letters.send(ids)]);
    await world.letters.send(ids);
    expect(await lettersTo(ben, { all: true })).toHaveLength(1);
  });
});
