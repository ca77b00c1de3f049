import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#accounts';
import { type RequestsForTests, requestsForTests } from '../requests/testing.js';
import { CollaborationMessages } from './collaboration.messages.js';
import { CollaborationPairs } from './collaboration.pairs.js';
import { CollaborationRecords } from './collaboration.records.js';
import { CollaborationTasks } from './collaboration.tasks.js';
import { type CollaborationsForTests, collaborationsIn, withCollaborations } from './testing.js';

let world: RequestsForTests;
let made: CollaborationsForTests;
let pairs: CollaborationPairs;
beforeAll(async () => {
  world = await requestsForTests(withCollaborations);
  made = collaborationsIn(world);
  pairs = world.app.get(CollaborationPairs);
});
afterAll(() => world?.close());

it('one that is over is gone on with once, with its people and terms but not their days, and the other side is told', async () => {
  const { id, sender, receiver } = await made.begun();
  await made.terms.change(sender, id, 1, { type: 'consultancy', daysPerYear: 12, startsOn: '2026-01-05' });
  await expect(pairs.goOn(sender, id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  await made.move(sender, id, 'start-governance', 'start-agreement', 'activate', 'complete');
  const results = await Promise.allSettled([pairs.goOn(sender, id), pairs.goOn(sender, id)]);
  const [next] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'begun')).sort()).toEqual([
    'ALREADY_EXISTS',
    'begun',
  ]);
  expect(next).toMatchObject({ followsId: id, state: 'exploring', requestId: null });
  expect(await made.terms.current(next?.id ?? '')).toMatchObject({ daysPerYear: 12, startsOn: null, number: 1 });
  expect(await world.app.get(CollaborationRecords).people(next?.id ?? '')).toHaveLength(2);
  const { nodes } = await world.notifications.list(receiver, { first: 1, unreadOnly: true });
  expect(nodes).toMatchObject([
    { title: 'Ada Adams would like to go on working with you', path: `/collaborations/${next?.id}` },
  ]);
});

it('the history of a pair has its requests and collaborations, and no blind request that is open', async () => {
  const { id, sender, receiver, company } = await made.begun();
  await made.move(sender, id, 'withdraw');
  const brief = await world.opportunity({ organisationId: company }, { blind: true });
  await world.database.affected(
    `INSERT INTO collaboration_request (sender_organisation_id, receiver_academic_id, type, reason, state, previous_state,
       opportunity_id, opportunity_of, delivered_at, expires_at) VALUES ($1, $2, 'mentoring', repeat('reason ', 10), 'delivered', 'draft', $3, 'sender', now(), now() + interval '1 day')`,
    [company, sender.academicId, brief],
  );
  const entries = await pairs.history(sender, id);
  expect(entries.map(({ kind, status, mayOpen }) => ({ kind, status, mayOpen }))).toEqual(
    expect.arrayContaining([
      { kind: 'collaboration', status: 'ended', mayOpen: true },
      { kind: 'request', status: 'accepted', mayOpen: true },
    ]),
  );
  expect(entries).toHaveLength(2);
  expect((await pairs.history(receiver, id)).map(({ kind }) => kind).sort()).toEqual(['collaboration', 'request']);
  const outsider = await world.academic('Eve Else');
  await expect(pairs.history(outsider, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('an office', () => {
  it('sees the collaborations of its people, without what the two sides write, and changes nothing', async () => {
    const messages = world.app.get(CollaborationMessages);
    const tasks = world.app.get(CollaborationTasks);
    const records = world.app.get(CollaborationRecords);
    const hospital = await world.organisation('Moorside', { type: 'nhs-organisation', request_policy: 'office-told' });
    const office = await world.member(hospital, 'office', 'Ines Marsh');
    const { id, sender, company } = await made.begun({ employer: hospital });
    await messages.post(sender, { id, text: 'Between us.', idempotencyKey: randomUUID() });
    const seen = await made.service.one(office, id);
    expect(seen).toMatchObject({ role: 'office', actions: [], mayWork: false, unread: 0 });
    expect(await records.messages(office, seen)).toEqual([]);
    const refused = { code: 'NOT_ALLOWED' };
    await expect(made.service.move(office, id, 'start-governance', null)).rejects.toMatchObject(refused);
    await expect(messages.post(office, { id, text: 'Hello', idempotencyKey: randomUUID() })).rejects.toMatchObject(
      refused,
    );
    await expect(tasks.add(office, { id, title: 'Look', idempotencyKey: randomUUID() })).rejects.toMatchObject(refused);
    const list = (as: Viewer, organisationId: string) => made.service.officeList(as, { organisationId, first: 10 });
    expect((await list(office, hospital)).nodes.map((one) => one.id)).toEqual([id]);
    await expect(list(office, company)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(list(await world.member(hospital), hospital)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
