import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodReason, type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const none: ReadonlySet<string> = new Set();

/** Ada has asked Ben; Cleo works at Ben's university. */
const asked = async (values: { mayBeReferred?: boolean } = {}) => {
  const university = await world.organisation('Redbridge University', { type: 'university' });
  const ada = await world.academic('Ada Adams');
  const ben = await world.academic('Ben Brown', { university_id: university });
  const cleo = await world.academic('Cleo Clark', { employer_id: university });
  const { id } = await world.send(ada, {
    toAcademicId: ben.academicId,
    terms: { lengthMonths: 6, note: 'Tuesdays' },
    ...values,
  });
  return { university, ada, ben, cleo, id };
};

describe('passing a request on', () => {
  it('ends it and gives the same content to the colleague, under the sender’s name', async () => {
    const { ada, ben, cleo, id } = await asked();
    expect(await world.referral.refer(ben, id, cleo.academicId, 'Cleo knows more of this.', none)).toMatchObject({
      id,
      state: 'referred',
    });
    const [received] = (await world.requests.list(cleo, { box: 'received', first: 10 }, none)).nodes;
    expect(received).toMatchObject({ state: 'delivered', reason: goodReason, referred: true, replyDue: true });
    expect(received?.sender.name).toBe('Ada Adams');
    expect(received?.terms).toMatchObject({ lengthMonths: 6, note: 'Tuesdays' });
    const sentIds = (await world.requests.list(ada, { box: 'sent', first: 10 }, none)).nodes.map((node) => node.id);
    expect(sentIds).toEqual([received?.id, id]);
    if (!received) throw new Error('Cleo has not got it');
    expect(await world.records.events(cleo, received)).toMatchObject([
      { action: 'send', by: 'Ada Adams' },
      { action: 'passed-on', by: 'Ben Brown', note: 'Cleo knows more of this.' },
    ]);
    await expect(world.requests.one(ben, received.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.answering.accept(cleo, received.id, null, none);
    expect((await world.requests.one(ada, received.id)).state).toBe('accepted');
  });

  it('needs the consent that the sender gave or did not give when sending', async () => {
    const { ben, cleo, id } = await asked({ mayBeReferred: false });
    expect((await world.requests.one(ben, id)).actions).not.toContain('refer');
    await expect(world.referral.refer(ben, id, cleo.academicId, null, none)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('goes to a colleague with a claimed profile, and to nobody else', async () => {
    const { university, ada, ben, id } = await asked();
    const stranger = await world.academic('Stan Stranger');
    const unclaimed = await world.unclaimed({ employer_id: university });
    for (const to of [stranger.academicId, unclaimed, ada.academicId, ben.academicId]) {
      await expect(world.referral.refer(ben, id, to, null, none)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        details: { field: 'toAcademicId' },
      });
    }
    const hidden = await world.academic('Hal Hidden', { employer_id: university, visibility: 'hidden' });
    await expect(world.referral.refer(ben, id, hidden.academicId, null, none)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await world.stateOf(id)).toBe('delivered');
  });

  it('from an organisation goes to its own academics', async () => {
    const { university, cleo } = await asked();
    const office = await world.member(university, 'office');
    const dan = await world.academic('Dan Drew');
    const { id } = await world.send(dan, { toOrganisationId: university });
    await world.referral.refer(office, id, cleo.academicId, null, none);
    expect((await world.requests.list(cleo, { box: 'received', first: 10 }, none)).totalCount).toBe(1);
  });

  it('does not say what the sender has with the colleague already, and changes nothing then', async () => {
    const { ada, ben, cleo, id } = await asked();
    const open = await world.send(ada, { toAcademicId: cleo.academicId });
    await expect(world.referral.refer(ben, id, cleo.academicId, null, none)).rejects.toMatchObject({
      code: 'NOT_POSSIBLE',
    });
    await world.answering.decline(cleo, open.id, 'timing', null, none);
    await expect(world.referral.refer(ben, id, cleo.academicId, null, none)).rejects.toMatchObject({
      code: 'NOT_POSSIBLE',
    });
    expect(await world.stateOf(id)).toBe('delivered');
    expect(await world.events(id)).toHaveLength(1);
  });

  it('is not for requests about the own opportunity', async () => {
    const { ben, cleo, ada } = await asked();
    const idea = await world.opportunity({ academicId: ben.academicId });
    const { id } = await world.send(ada, { opportunityId: idea });
    await expect(world.referral.refer(ben, id, cleo.academicId, null, none)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('takes the approval of the same office with it, and asks other offices', async () => {
    const university = await world.organisation('Redbridge University', { request_policy: 'office-approves' });
    const hospital = await world.organisation('Redbridge Hospital', { request_policy: 'office-approves' });
    const office = await world.member(university, 'office');
    const ben = await world.academic('Ben Brown', { university_id: university });
    const cleo = await world.academic('Cleo Clark', { university_id: university });
    const dora = await world.academic('Dora Dean', { university_id: university, employer_id: hospital });
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await world.approval.approve(office, id, null, none);
    await world.referral.refer(ben, id, cleo.academicId, null, none);
    const [atCleo] = (await world.requests.list(cleo, { box: 'received', first: 1 }, none)).nodes;
    expect(atCleo?.state).toBe('delivered');
    await world.referral.refer(cleo, atCleo?.id ?? '', dora.academicId, null, none);
    const [forDora] = (await world.requests.list(ada, { box: 'sent', first: 1 }, none)).nodes;
    expect(forDora).toMatchObject({ state: 'office-review', receiver: { name: 'Dora Dean' } });
    expect((await world.requests.list(dora, { box: 'received', first: 1 }, none)).totalCount).toBe(0);
  });

  it('happens once, whoever else does what at the same moment', async () => {
    const { ada, ben, cleo, id } = await asked();
    const results = await Promise.allSettled([
      world.referral.refer(ben, id, cleo.academicId, null, none),
      world.referral.refer(ben, id, cleo.academicId, null, none),
      world.answering.accept(ben, id, null, none),
      world.answering.withdraw(ada, id, null, none),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { totalCount } = await world.requests.list(cleo, { box: 'received', first: 1 }, none);
    expect(totalCount).toBe((await world.stateOf(id)) === 'referred' ? 1 : 0);
  });
});
