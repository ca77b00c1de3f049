import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#accounts';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const none: ReadonlySet<string> = new Set();
const approve = (as: Viewer, id: string) => world.approval.approve(as, id, null, none);
const institution = async (policy: string, name = 'Redbridge University', values: Record<string, unknown> = {}) => {
  const id = await world.organisation(name, { type: 'university', request_policy: policy, ...values });
  return { id, office: await world.member(id, 'office', `${name} office`) };
};
const listOf = async (as: Viewer, organisationId: string, waiting = false) =>
  (await world.requests.officeList(as, { organisationId, waiting, first: 100 }, none)).nodes.map(({ id }) => id);

describe('an office that must approve', () => {
  it('reads the request before its person does, and lets it through', async () => {
    const { id: university, office } = await institution('office-approves');
    const ben = await world.academic('Ben Brown', { university_id: university });
    const ada = await world.academic('Ada Adams');
    const check = await world.checker.check(ada, { toAcademicId: ben.academicId });
    expect(check.warnings).toMatchObject([{ code: 'office-approves' }]);
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    expect(await world.requests.one(ada, id)).toMatchObject({
      state: 'office-review',
      actions: ['withdraw'],
      deliveredAt: null,
    });
    await expect(world.requests.one(ben, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.requests.counts(ben)).toMatchObject({ received: { total: 0 } });
    expect(await world.requests.one(office, id)).toMatchObject({
      role: 'office',
      replyDue: true,
      actions: ['approve', 'refuse'],
    });
    expect(await world.requests.counts(office)).toMatchObject({ approvals: 1 });
    expect(await approve(office, id)).toMatchObject({ state: 'delivered', role: 'office', actions: [] });
    expect(await world.requests.one(ben, id)).toMatchObject({ state: 'delivered', unread: 1, replyDue: true });
    expect(await world.requests.counts(office)).toMatchObject({ approvals: 0 });
  });

  it('does not tell the other side where somebody works', async () => {
    const { id: university, office } = await institution('office-approves', 'Quiet Hospital');
    const ben = await world.academic('Ben Brown', { employer_id: university });
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await approve(office, id);
    const seen = await world.requests.one(ada, id);
    const told = [
      seen.offices,
      await world.records.events(ada, seen),
      await world.checker.check(ada, { toAcademicId: ben.academicId }),
    ];
    expect(JSON.stringify(told)).not.toContain('Quiet Hospital');
    expect((await world.requests.one(ben, id)).offices).toMatchObject([
      { organisation: 'Quiet Hospital', side: 'receiver', duty: 'approves', decision: 'approved' },
    ]);
  });

  it('ends the request with a reason that the sender reads and the receiver never hears of', async () => {
    const { id: university, office } = await institution('office-approves');
    const ada = await world.academic('Ada Adams', { employer_id: university });
    const ben = await world.academic('Ben Brown');
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await world.approval.refuse(office, id, 'Our policy needs a contract first.', none);
    const events = await world.records.events(ada, await world.requests.one(ada, id));
    expect(events.at(-1)).toMatchObject({
      action: 'refuse',
      by: 'Redbridge University',
      note: 'Our policy needs a contract first.',
    });
    await expect(world.requests.one(ben, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.notifications.unread(ben)).toBe(0);
    await expect(approve(office, id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it.each(['sender', 'receiver'])('is asked on the side of the %s', async (side) => {
    const { id: university, office } = await institution('office-approves');
    const ours = await world.academic('Our Own', { employer_id: university });
    const theirs = await world.academic('Thea Theirs');
    const [from, to] = side === 'sender' ? [ours, theirs] : [theirs, ours];
    const { id } = await world.send(from, { toAcademicId: to.academicId });
    expect(await world.requests.one(office, id)).toMatchObject({ offices: [{ side, duty: 'approves' }] });
  });

  it('waits for every office of both sides, and two that approve at the same moment deliver it once', async () => {
    const offices = [];
    for (const name of ['A', 'B', 'C', 'D']) offices.push(await institution('office-approves', `${name} University`));
    const [a, b, c, d] = offices.map(({ id }) => id);
    const ada = await world.academic('Ada Adams', { employer_id: a, university_id: b });
    const ben = await world.academic('Ben Brown', { employer_id: c, university_id: d });
    for (let round = 0; round < 5; round += 1) {
      const { id } = await world.send(ada, { toAcademicId: ben.academicId });
      await Promise.all(offices.map(({ office }) => approve(office, id)));
      expect(await world.stateOf(id)).toBe('delivered');
      expect((await world.events(id)).map(({ to }) => to)).toEqual(['office-review', null, null, null, 'delivered']);
      await world.answering.withdraw(ada, id, null, none);
    }
  });

  it('decides once: of 20 of its people, half for and half against, one is heard', async () => {
    const { id: university } = await institution('office-approves');
    const people = await Promise.all(Array.from({ length: 20 }, () => world.member(university, 'office')));
    const ben = await world.academic('Ben Brown', { university_id: university });
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    const results = await Promise.allSettled(
      people.map((person, index) =>
        index % 2 ? approve(person, id) : world.approval.refuse(person, id, 'Not under this policy.', none),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.events(id)).toHaveLength(2);
  });

  it('needs no approval of its own sending', async () => {
    const { id: company, office } = await institution('office-approves', 'Novara');
    const mel = await world.member(company);
    const ada = await world.academic();
    const own = await world.send(office, { asOrganisationId: company, toAcademicId: ada.academicId });
    expect(own).toMatchObject({ state: 'delivered', offices: [{ decision: 'approved' }] });
    await world.answering.withdraw(office, own.id, null, none);
    const others = await world.send(mel, { asOrganisationId: company, toAcademicId: ada.academicId });
    expect(others.state).toBe('office-review');
    expect((await world.requests.one(office, others.id)).actions).toEqual(['approve', 'refuse', 'withdraw']);
  });

  it('has no say while its organisation is not verified', async () => {
    const { id: university } = await institution('office-approves', 'Unknown University', { verification: 'pending' });
    const ben = await world.academic('Ben Brown', { university_id: university });
    const { id } = await world.send(await world.academic(), { toAcademicId: ben.academicId });
    expect(await world.stateOf(id)).toBe('delivered');
  });

  it('lets a request expire that it leaves lying', async () => {
    const { id: university } = await institution('office-approves');
    const ben = await world.academic('Ben Brown', { university_id: university });
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await world.age(id, '29 days');
    await world.jobs.expire();
    expect(await world.stateOf(id)).toBe('expired');
    expect(await world.notifications.unread(ben)).toBe(0);
  });
});

describe('an office that is told', () => {
  it('reads that and what, and neither decides nor reads messages, reasons and contacts', async () => {
    const { id: university, office } = await institution('office-told');
    const ben = await world.academic('Ben Brown', { university_id: university });
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await world.post(ada, id, 'Between the two of us.');
    await expect(approve(office, id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(world.post(office, id, 'Hello')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(world.answering.accept(office, id, null, none)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await world.answering.decline(ben, id, 'conflict-of-interest', 'I own shares.', none);
    const seen = await world.requests.one(office, id);
    expect(seen).toMatchObject({ role: 'office', state: 'declined', actions: [], showsContact: false });
    expect(await world.records.messages(office, seen)).toEqual([]);
    expect((await world.records.events(office, seen)).at(-1)).toMatchObject({
      action: 'decline',
      reason: null,
      note: null,
    });
    expect(await world.contacts.ofRequest(office, id)).toBeNull();
  });
});

describe('the requests of an organisation’s people', () => {
  it('are listed oldest first for its office, a page at a time, and for nobody else', async () => {
    const { id: university, office } = await institution('office-approves');
    const admin = await world.member(university, 'admin');
    const member = await world.member(university, 'member');
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const ben = await world.academic('Ben Brown', { university_id: university });
      ids.push((await world.send(await world.academic(), { toAcademicId: ben.academicId })).id);
    }
    await approve(office, ids[0] ?? '');
    expect(await listOf(office, university)).toEqual(ids);
    expect(await listOf(admin, university, true)).toEqual(ids.slice(1));
    const args = { organisationId: university, waiting: false, first: 2 };
    const first = await world.requests.officeList(office, args, none);
    const second = await world.requests.officeList(office, { ...args, after: first.pageInfo.endCursor }, none);
    expect([first, second].map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([ids.slice(0, 2), ids.slice(2, 4)]);
    expect([first.totalCount, second.pageInfo.hasNextPage]).toEqual([5, true]);
    for (const stranger of [member, await world.academic()]) {
      await expect(listOf(stranger, university)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
