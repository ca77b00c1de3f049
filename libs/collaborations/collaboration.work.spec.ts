import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#accounts';
import { TaxonomyService } from '#taxonomy';
import { type RequestsForTests, requestsForTests } from '../requests/testing.js';
import { CollaborationJobs } from './collaboration.jobs.js';
import { CollaborationMessages } from './collaboration.messages.js';
import { CollaborationPeople } from './collaboration.people.js';
import { CollaborationRecords } from './collaboration.records.js';
import { addTaskByRule, CollaborationTasks } from './collaboration.tasks.js';
import { type CollaborationsForTests, collaborationsIn, withCollaborations } from './testing.js';

let world: RequestsForTests;
let made: CollaborationsForTests;
let people: CollaborationPeople;
let tasks: CollaborationTasks;
let messages: CollaborationMessages;
let records: CollaborationRecords;
beforeAll(async () => {
  world = await requestsForTests(withCollaborations);
  made = collaborationsIn(world);
  const { app } = world;
  [people, tasks, messages] = [
    app.get(CollaborationPeople),
    app.get(CollaborationTasks),
    app.get(CollaborationMessages),
  ];
  records = app.get(CollaborationRecords);
});
afterAll(() => world?.close());

const account = ({ accountId }: Viewer) => accountId ?? '';
const titles = async (viewer: Viewer) =>
  (await world.notifications.list(viewer, { first: 50, unreadOnly: false })).nodes.map(({ title }) => title);
describe('the terms of a collaboration', () => {
  it('keep a way of working that is no longer offered, and take no other such one', async () => {
    const { id, sender } = await made.begun();
    const taxonomy = world.app.get(TaxonomyService);
    const { type } = await made.terms.current(id);
    const retired = ({ code }: { code: string }, is: boolean) =>
      world.database
        .affected(`UPDATE taxonomy_term SET retired = $2 WHERE scheme = 'engagement-type' AND code = $1`, [code, is])
        .then(() => taxonomy.reload());
    const other = taxonomy.current.terms('engagement-type').find(({ code }) => code !== type.code);
    if (!other) throw new Error('There is one way of working only');
    await retired(type, true);
    await retired(other, true);
    try {
      const changed = await made.terms.change(sender, id, 1, { type: type.code, daysPerYear: 4 });
      expect(changed).toMatchObject({ number: 2, daysPerYear: 4, typeCode: type.code });
      await expect(made.terms.change(sender, id, 2, { type: other.code })).rejects.toMatchObject({
        code: 'BAD_INPUT',
        details: { field: 'type' },
      });
      expect((await made.terms.current(id)).number).toBe(2);
    } finally {
      await retired(type, false);
      await retired(other, false);
    }
  });
});

describe('the people of a collaboration', () => {
  it('come from the own organisation at once, see it, and no longer when they have left', async () => {
    const { id, receiver, company } = await made.begun();
    const colleague = await world.member(company, 'member', 'Col League');
    await people.add(receiver, { id, email: colleague.email ?? '', role: 'scientist' });
    await world.database.affected('DELETE FROM account_membership WHERE account_id = $1', [colleague.accountId]);
    const alone = await world.viewer(account(colleague));
    expect(await made.service.one(alone, id)).toMatchObject({ role: 'receiver', mayWork: true, mayLead: false });
    expect(await titles(alone)).toEqual(['You now work on a collaboration of Novara Inhalers with Ada Adams']);
    await tasks.add(receiver, { id, title: 'Measure', ownerId: alone.accountId, idempotencyKey: randomUUID() });
    await people.remove(alone, id, account(alone));
    await expect(made.service.one(alone, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await records.tasks(id)).map(({ ownerId }) => ownerId)).toEqual([null]);
    expect((await made.service.list(alone, { first: 10 })).totalCount).toBe(0);
    expect(await titles(alone)).not.toContain('A task with Ada Adams is yours');
  });

  it('from elsewhere are asked by address, whether or not there is an account, and join when they say yes', async () => {
    const { id, sender, receiver } = await made.begun();
    const guest = await world.academic('Gil Guest');
    await people.add(sender, { id, email: guest.email?.toUpperCase() ?? '', role: 'supervisor' });
    await people.add(sender, { id, email: 'not.here@example.org', role: 'scientist' });
    expect((await people.invitations(sender, id)).map(({ email, role }) => [email, role])).toEqual([
      [guest.email, 'supervisor'],
      ['not.here@example.org', 'scientist'],
    ]);
    expect(await people.invitations(receiver, id)).toEqual([]);
    await expect(made.service.one(guest, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await titles(guest)).toEqual(['Ada Adams asks you to join a collaboration']);
    const [mine] = await people.mine(guest);
    expect(mine).toMatchObject({ collaborationId: id, sideName: 'Ada Adams', role: 'supervisor' });
    await expect(people.answer(receiver, mine?.id ?? '', true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const answers = await Promise.allSettled([1, 2, 3].map(() => people.answer(guest, mine?.id ?? '', true)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await made.service.one(guest, id)).toMatchObject({ role: 'sender' });
  });

  it('are chosen by whoever leads their side, which always has a lead', async () => {
    const { id, sender, receiver, company } = await made.begun();
    const colleague = await world.member(company, 'member', 'Col League');
    const role = (as: Viewer, of: Viewer, to: string) =>
      people.changeRole(as, { id, accountId: account(of), role: to });
    await people.add(receiver, { id, email: colleague.email ?? '', role: 'colleague' });
    await expect(role(colleague, colleague, 'lead')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(role(sender, colleague, 'lead')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(role(receiver, receiver, 'contracts')).rejects.toMatchObject({ code: 'STILL_NEEDED' });
    await expect(people.remove(sender, id, account(sender))).rejects.toMatchObject({ code: 'STILL_NEEDED' });
    await role(receiver, colleague, 'lead');
    await role(receiver, receiver, 'contracts');
    expect((await records.people(id)).map((one) => [one.name, one.role])).toEqual([
      ['Ada Adams', 'lead'],
      ['Ben Brown', 'contracts'],
      ['Col League', 'lead'],
    ]);
  });
});

describe('tasks', () => {
  it('are added once for a key, changed by whoever has read the newest, and done once', async () => {
    const { id, sender, receiver } = await made.begun();
    const input = {
      id,
      title: 'Send the protocol',
      ownerId: account(receiver),
      dueOn: '2027-03-01',
      idempotencyKey: randomUUID(),
    };
    await Promise.all([tasks.add(sender, input), tasks.add(sender, input)]);
    const [task] = await records.tasks(id);
    expect(await records.tasks(id)).toHaveLength(1);
    expect(task).toMatchObject({ owner: 'Ben Brown', dueOn: '2027-03-01', source: null, version: 1 });
    expect((await tasks.mine(receiver)).map(({ title }) => title)).toEqual(['Send the protocol']);
    expect(await titles(receiver)).toContain('A task with Ada Adams is yours');
    const change = { taskId: task?.id ?? '', version: 1, title: 'Send the final protocol' };
    const results = await Promise.allSettled([tasks.change(sender, change), tasks.change(receiver, change)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await tasks.finish(receiver, task?.id ?? '', true);
    await tasks.finish(receiver, task?.id ?? '', true);
    expect(await records.tasks(id)).toMatchObject([{ doneBy: 'Ben Brown', title: 'Send the final protocol' }]);
    expect((await made.events(id)).map(({ action }) => action)).toEqual([
      'begin',
      'add-task',
      'change-task',
      'finish-task',
    ]);
  });

  it('belong to people of the collaboration; those of a rule are made once, done and not removed', async () => {
    const { id, sender } = await made.begun();
    const outsider = await world.academic('Eve Else');
    const foreign = tasks.add(sender, { id, title: 'Look', ownerId: outsider.accountId, idempotencyKey: randomUUID() });
    await expect(foreign).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'ownerId' } });
    const rule = { collaborationId: id, title: 'Tell the deanery', source: 'Gold Guide' };
    for (let time = 0; time < 2; time += 1) await world.database.transaction((tx) => addTaskByRule(tx, rule));
    await tasks.add(sender, { id, title: 'First', idempotencyKey: randomUUID() });
    const [ofRule, own] = await records.tasks(id);
    expect([ofRule?.source, own?.source]).toEqual(['Gold Guide', null]);
    await expect(tasks.remove(sender, ofRule?.id ?? '')).rejects.toMatchObject({ code: 'STILL_NEEDED' });
    await expect(tasks.finish(outsider, own?.id ?? '', true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await tasks.order(sender, id, [own?.id ?? '']);
    expect((await records.tasks(id)).map(({ title }) => title)).toEqual(['First', 'Tell the deanery']);
    await tasks.remove(sender, own?.id ?? '');
    expect(await records.tasks(id)).toHaveLength(1);
  });

  it('are told of the day before they are due, once for each day', async () => {
    const { id, sender, receiver } = await made.begun();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const jobs = world.app.get(CollaborationJobs);
    await tasks.add(sender, {
      id,
      title: 'Call',
      ownerId: receiver.accountId,
      dueOn: tomorrow,
      idempotencyKey: randomUUID(),
    });
    await tasks.add(sender, {
      id,
      title: 'Later',
      ownerId: receiver.accountId,
      dueOn: '2031-01-01',
      idempotencyKey: randomUUID(),
    });
    expect([await jobs.remindOfTasks(), await jobs.remindOfTasks()]).toEqual([1, 0]);
    expect(await titles(receiver)).toContain('A task of yours with Ada Adams is due');
    const letters = await world.sendLetters();
    expect(letters.join()).toContain('A task of yours with Ada Adams is due');
  });
});

describe('messages and the next date', () => {
  it('are written by the two sides, counted as unread, and readable when it is over', async () => {
    const { id, sender, receiver } = await made.begun();
    const first = { id, text: 'Shall we begin?', idempotencyKey: randomUUID() };
    await messages.post(sender, first);
    await messages.post(sender, first);
    await messages.post(sender, { id, text: 'On Monday?', idempotencyKey: randomUUID() });
    const seen = await made.service.one(receiver, id);
    expect(seen.unread).toBe(2);
    expect((await made.service.one(sender, id)).unread).toBe(0);
    const [oldest] = await records.messages(receiver, seen);
    expect((await messages.read(receiver, id, oldest?.number ?? 0)).unread).toBe(1);
    expect((await messages.read(receiver, id, null)).unread).toBe(0);
    expect(await world.notifications.unread(receiver)).toBe(0);
    await made.move(sender, id, 'withdraw');
    await expect(messages.post(sender, { id, text: 'Still?', idempotencyKey: randomUUID() })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    expect((await records.messages(receiver, seen)).map(({ text, mine }) => [text, mine])).toEqual([
      ['Shall we begin?', false],
      ['On Monday?', false],
    ]);
  });

  it('say what is on when; a step is told to the other side alone', async () => {
    const { id, sender, receiver } = await made.begun();
    await messages.setNextDate(sender, { id, on: '2027-01-12', what: 'First call' });
    expect(await made.service.one(receiver, id)).toMatchObject({ nextOn: '2027-01-12', nextWhat: 'First call' });
    await expect(messages.setNextDate(sender, { id, what: 'Some day' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await made.move(sender, id, 'start-governance');
    expect((await titles(receiver)).slice(0, 2)).toEqual([
      'Your collaboration with Ada Adams waits for what must be right first',
      'The next date with Ada Adams was set',
    ]);
    expect(await titles(sender)).toEqual(['Novara Inhalers has accepted your request']);
  });
});
