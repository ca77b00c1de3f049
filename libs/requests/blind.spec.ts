import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#accounts';
import { OpportunityService } from '#opportunities';
import type { CollaborationRequest } from './request.entity.js';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const all: ReadonlySet<string> = new Set(['academic', 'organisation', 'opportunity', 'employer', 'university']);
/** Blind until both sides have said yes; with an NDA: request.nda.spec.ts. */
const untilYes = { blind: true, reveal_after: 'acceptance' };
const secret = /Zephyrine|Quillan|zephyr\.example/i;

/** What somebody is shown of a request, as GraphQL would give it out: every exposed field, and nothing else. */
const shown = async (as: Viewer, id: string) => {
  const request = await world.requests.one(as, id, all);
  const exposed = ({ sender, receiver, opportunity, offices, reason, terms, ...rest }: CollaborationRequest) => ({
    ...{ sender, receiver, offices, reason, terms, state: rest.state },
    opportunity: opportunity && { organisation: opportunity.organisation, academic: opportunity.academic },
  });
  return JSON.stringify([
    exposed(request),
    await world.records.events(as, request),
    await world.records.messages(as, request),
    await world.contacts.ofRequest(as, id),
    (await world.requests.list(as, { box: 'sent', first: 100 }, all)).nodes.map(exposed),
    (await world.requests.list(as, { box: 'received', first: 100 }, all)).nodes.map(exposed),
    (await world.notifications.list(as, { first: 100, unreadOnly: false })).nodes,
  ]);
};

/** A company that must not be known, with an office that must approve, and its blind brief. */
const hiddenCompany = async (policy = 'office-approves') => {
  const company = await world.organisation('Zephyrine Therapeutics', {
    request_policy: policy,
    aliases: ['Zephyrine'],
  });
  const office = await world.member(company, 'office', 'Quillan Office');
  const mel = await world.member(company, 'member', 'Quillan Member');
  const brief = await world.opportunity({ organisationId: company }, untilYes);
  return { company, office, mel, brief };
};

describe('a request about a blind brief', () => {
  it('shows its sender nothing of who is behind it, whatever happens, until it is accepted', async () => {
    const { office, mel, brief, company } = await hiddenCompany();
    const ada = await world.academic('Ada Adams');
    const check = await world.checker.check(ada, { opportunityId: brief });
    expect(check.warnings.map(({ code }) => code)).toEqual(['office-approves']);
    expect(JSON.stringify(check)).not.toMatch(secret);
    const { id } = await world.send(ada, { opportunityId: brief });
    expect(await shown(ada, id)).not.toMatch(secret);
    await expect(world.approval.approve(office, id, 'Zephyrine wants this.', world.nothing)).rejects.toMatchObject({
      details: { field: 'note' },
    });
    await world.approval.approve(office, id, 'Go on.', world.nothing);
    await world.sendLetters();
    await world.answering.ask(mel, id, 'How many patients do you see?', world.nothing);
    await world.sendLetters();
    await world.answering.answer(ada, id, 'Four hundred.', world.nothing);
    await world.post(mel, id, 'Thank you.', { times: [new Date(Date.now() + 86_400_000)] });
    await world.age(id, '22 days');
    await world.jobs.remind();
    const before = await shown(ada, id);
    expect(before).toContain('Hidden until accepted');
    expect(before).not.toMatch(secret);
    const letters = (await world.sendLetters({ all: true })).filter((letter) => letter.includes(ada.email ?? '?'));
    expect(letters).toHaveLength(3);
    expect(letters.join('\n')).not.toMatch(secret);
    const opportunities = world.app.get(OpportunityService);
    expect((await opportunities.one(ada, brief, all)).organisation).toBeNull();

    await world.answering.accept(mel, id, 'We are Zephyrine.', world.nothing);
    const after = await shown(ada, id);
    expect(after).toContain('Zephyrine Therapeutics');
    expect(after).toContain('Quillan Member');
    expect((await opportunities.one(ada, brief, all)).organisation?.id).toBe(company);
    const eve = await world.academic('Eve Else');
    expect((await opportunities.one(eve, brief, all)).organisation).toBeNull();
  });

  it.each(['declined', 'withdrawn', 'expired', 'refused'])('stays blind when it is %s', async (end) => {
    const { mel, office, brief } = await hiddenCompany(end === 'refused' ? 'office-approves' : 'direct');
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { opportunityId: brief });
    if (end === 'declined') await world.answering.decline(mel, id, 'timing', null, world.nothing);
    if (end === 'withdrawn') await world.answering.withdraw(ada, id, null, world.nothing);
    if (end === 'refused') await world.approval.refuse(office, id, 'Not this year, sorry.', world.nothing);
    if (end === 'expired') {
      await world.age(id, '29 days');
      await world.jobs.expire();
    }
    expect(await world.stateOf(id)).toBe(end);
    expect(await shown(ada, id)).not.toMatch(secret);
    const letters = (await world.sendLetters({ all: true })).filter((letter) => letter.includes(ada.email ?? '?'));
    expect(letters.join('\n')).not.toMatch(secret);
  });

  it('shows the company’s own people both sides', async () => {
    const { mel, brief } = await hiddenCompany('direct');
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { opportunityId: brief });
    const seen = await world.requests.one(mel, id, all);
    expect([seen.sender.name, seen.receiver.name]).toEqual(['Ada Adams', 'Zephyrine Therapeutics']);
  });

  it('shows the office of the sender’s university nothing of it either', async () => {
    const university = await world.organisation('Redbridge University', {
      type: 'university',
      request_policy: 'office-told',
    });
    const office = await world.member(university, 'office');
    const { brief } = await hiddenCompany('direct');
    const ada = await world.academic('Ada Adams', { university_id: university });
    const { id } = await world.send(ada, { opportunityId: brief });
    expect(await shown(office, id)).toContain('Hidden until accepted');
    expect(await shown(office, id)).not.toMatch(secret);
  });

  it('does not tell whether somebody is behind it, by what is refused', async () => {
    const { company, mel, brief } = await hiddenCompany('direct');
    const ada = await world.academic('Ada Adams');
    const other = await world.send(ada, { toOrganisationId: company });
    await world.answering.decline(mel, other.id, 'timing', null, world.nothing);
    expect(await world.checker.check(ada, { opportunityId: brief })).toMatchObject({ problems: [], warnings: [] });
    const combined = { toOrganisationId: company, opportunityId: brief };
    const stranger = { toOrganisationId: await world.organisation('Other Ltd'), opportunityId: brief };
    const message = (input: object) => world.checker.check(ada, input).catch((error: Error) => error.message);
    expect(await message(combined)).toBe(await message(stranger));
    await world.database.affected(`UPDATE organisation SET verification = 'revoked' WHERE id = $1`, [company]);
    const closed = (await world.checker.check(ada, { opportunityId: brief })).problems;
    expect(closed).toMatchObject([{ code: 'opportunity-closed' }]);
    expect(JSON.stringify(closed)).not.toMatch(secret);
  });

  it('refuses what the hidden side writes, where it gives it away, until the request is accepted', async () => {
    const { mel, brief } = await hiddenCompany('direct');
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { opportunityId: brief });
    const telling = { code: 'BAD_INPUT' };
    await expect(world.answering.ask(mel, id, 'Do you know Zephyrine?', world.nothing)).rejects.toMatchObject(telling);
    await expect(world.post(mel, id, 'Write to trials@zephyr.example')).rejects.toMatchObject(telling);
    await expect(world.post(mel, id, 'Best wishes, Quillan Member')).rejects.toMatchObject(telling);
    const note = 'See www.zephyr.example';
    await expect(world.answering.decline(mel, id, 'timing', note, world.nothing)).rejects.toMatchObject(telling);
    expect(await world.stateOf(id)).toBe('delivered');
    await world.post(ada, id, 'Are you Zephyrine?');
    await world.answering.accept(mel, id, null, world.nothing);
    await world.post(mel, id, 'Write to trials@zephyr.example');
  });
});

describe('a blind brief that its company offers to somebody', () => {
  it('hides the company from the receiver until the receiver accepts, and then shows the receiver alone', async () => {
    const { company, mel, brief } = await hiddenCompany('direct');
    const ada = await world.academic('Ada Adams');
    const offer = { asOrganisationId: company, toAcademicId: ada.academicId, opportunityId: brief };
    const reason = 'Zephyrine would like you to advise it on a device that notices how it is used.';
    await expect(world.attempt(mel, { ...offer, reason })).rejects.toMatchObject({ details: { field: 'reason' } });
    const note = { terms: { note: 'Ask for Quillan Member.' } };
    await expect(world.attempt(mel, { ...offer, ...note })).rejects.toMatchObject({ details: { field: 'note' } });
    const { id } = await world.send(mel, offer);
    const before = await shown(ada, id);
    expect(before).toContain('Somebody asks you to work together');
    expect(before).not.toMatch(secret);
    const letters = (await world.sendLetters({ all: true })).filter((letter) => letter.includes(ada.email ?? '?'));
    expect(letters).toHaveLength(1);
    expect(letters.join('\n')).not.toMatch(secret);
    await world.answering.accept(ada, id, null, world.nothing);
    expect(await shown(ada, id)).toContain('Zephyrine Therapeutics');
    const opportunities = world.app.get(OpportunityService);
    expect((await opportunities.one(ada, brief, all)).organisation?.id).toBe(company);
    await expect(world.answering.undo(ada, id, world.nothing)).rejects.toMatchObject({ code: 'TOO_LATE' });
  });
});

describe('a blind idea of an academic', () => {
  it('shows a company who has had it only once that person accepts', async () => {
    const quillan = await world.academic('Quillan Zephyrine', { visibility: 'hidden' });
    const idea = await world.opportunity({ academicId: quillan.academicId }, untilYes);
    const company = await world.organisation('Asking Ltd');
    const mel = await world.member(company, 'member', 'Mel Asking');
    const max = await world.member(company, 'admin', 'Max Asking');
    const { id } = await world.send(mel, { asOrganisationId: company, opportunityId: idea });
    expect(await shown(max, id)).not.toMatch(secret);
    await world.answering.accept(quillan, id, null, world.nothing);
    expect(await shown(max, id)).toMatch(/Quillan Zephyrine/);
    const reveals = await world.database.rows<{ id: string }>(
      'SELECT account_id AS id FROM opportunity_reveal WHERE opportunity_id = $1',
      [idea],
    );
    expect(new Set(reveals.map((row) => row.id))).toEqual(new Set([mel.accountId, max.accountId]));
  });

  it('is not revealed when the acceptance is not committed', async () => {
    const quillan = await world.academic('Quillan Zephyrine');
    const idea = await world.opportunity({ academicId: quillan.academicId }, untilYes);
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { opportunityId: idea });
    let broken = true;
    world.listeners.add({
      heard: async (_, news) => {
        if (broken && news.some(({ action }) => action === 'accept')) throw new Error('The power is gone');
      },
    });
    await expect(world.answering.accept(quillan, id, null, world.nothing)).rejects.toThrow('The power is gone');
    broken = false;
    expect(await world.stateOf(id)).toBe('delivered');
    expect(await shown(ada, id)).not.toMatch(secret);
    const reveals = await world.database.rows('SELECT FROM opportunity_reveal WHERE opportunity_id = $1', [idea]);
    expect(reveals).toEqual([]);
    expect((await world.events(id)).map(({ action }) => action)).toEqual(['send']);
  });
});
