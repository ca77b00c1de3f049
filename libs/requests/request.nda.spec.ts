import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OpportunityService } from '#opportunities';
import { everything, type NdaForTests, ndaForTests, secret, today } from './nda.testing.js';
import { ndaRules, ndaTextOn } from './nda.undertaking.js';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
let nda: NdaForTests;
beforeAll(async () => {
  world = await requestsForTests();
  nda = ndaForTests(world);
});
afterAll(() => world?.close());

describe('a yes about a blind brief that asks for an NDA', () => {
  it.each([
    ['answered', 'sender'],
    ['offered', 'receiver'],
  ] as const)('that was %s shows nothing until the other side has signed, and then both', async (begin, side) => {
    const { ada, mel, id, brief, company } = await nda[begin]();
    expect(await world.stateOf(id)).toBe('awaiting-nda');
    const waiting = await world.requests.one(ada, id);
    expect(waiting).toMatchObject({ ndaOf: side, nda: null, replyDue: true, showsContact: false });
    expect(waiting.actions).toContain('sign');
    expect(await world.requests.one(mel, id)).toMatchObject({ replyDue: false, showsContact: false });
    expect((await world.requests.one(mel, id)).actions).not.toContain('sign');
    await world.post(mel, id, 'Take the time that you need.');
    await world.age(id, '22 days');
    await world.jobs.remind();
    expect(await nda.shown(ada, id)).toContain('Hidden until the NDA is signed');
    expect(await nda.shown(ada, id)).not.toMatch(secret);
    const letters = await nda.lettersTo(ada);
    expect(letters).toMatch(/unless you sign the NDA/);
    expect(letters).not.toMatch(secret);
    const opportunities = world.app.get(OpportunityService);
    expect((await opportunities.one(ada, brief, everything)).organisation).toBeNull();
    const counts = await world.requests.counts(ada);
    expect(counts.sent.replyDue + counts.received.replyDue).toBe(1);

    expect(await nda.sign(ada, id)).toMatchObject({ state: 'accepted', replyDue: false });
    expect(await nda.shown(ada, id)).toContain('Zephyrine Therapeutics');
    expect((await opportunities.one(ada, brief, everything)).organisation?.id).toBe(company);
    const signed = {
      version: '2026.1',
      side,
      signatory: 'Olive Office',
      role: 'Head of contracts',
      capacity: 'office',
    };
    expect((await world.requests.one(mel, id)).nda).toMatchObject({ ...signed, binds: 'Redbridge University' });
    expect(await nda.lettersTo(mel)).toMatch(/Ada Adams has signed the NDA/);
    expect(await nda.steps(id)).toContain(`${side} sign: awaiting-nda > accepted`);
    await expect(world.answering.undo(side === 'sender' ? mel : ada, id, world.nothing)).rejects.toMatchObject({
      code: 'TOO_LATE',
    });
  });

  it('takes no note with it that tells who says it, and no message', async () => {
    const { mel, brief } = await nda.hiddenCompany();
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { opportunityId: brief });
    const yes = (note: string) => world.answering.accept(mel, id, note, world.nothing);
    await expect(yes('Zephyrine is glad to.')).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'note' } });
    expect(await world.stateOf(id)).toBe('delivered');
    await yes('We are glad to.');
    await expect(world.post(mel, id, 'Best wishes, Quillan Member')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('shows the office of the other side nothing, nor who has signed', async () => {
    const university = await world.organisation('Redbridge University', {
      type: 'university',
      request_policy: 'office-told',
    });
    const office = await world.member(university, 'office');
    const { mel, brief } = await nda.hiddenCompany();
    const ada = await world.academic('Ada Adams', { university_id: university });
    const { id } = await world.send(ada, { opportunityId: brief });
    await world.answering.accept(mel, id, null, world.nothing);
    expect(await nda.shown(office, id)).not.toMatch(secret);
    expect((await world.requests.one(office, id)).actions).toEqual([]);
    await expect(nda.sign(office, id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await nda.sign(ada, id);
    expect((await world.requests.one(office, id)).nda).toBeNull();
  });

  it('reveals nothing where the acceptance is not committed', async () => {
    const { ada, id, brief } = await nda.answered();
    let broken = true;
    world.listeners.add({
      heard: async (_, news) => {
        if (broken && news.some(({ action }) => action === 'sign')) throw new Error('The power is gone');
      },
    });
    await expect(nda.sign(ada, id)).rejects.toThrow('The power is gone');
    broken = false;
    expect(await world.stateOf(id)).toBe('awaiting-nda');
    expect(await world.database.rows('SELECT FROM opportunity_reveal WHERE opportunity_id = $1', [brief])).toEqual([]);
    expect(await world.database.rows('SELECT FROM request_nda WHERE request_id = $1', [id])).toEqual([]);
    await nda.sign(ada, id);
  });
});

describe('a signature', () => {
  it('of twenty that come at the same moment is recorded once', async () => {
    const { ada, id } = await nda.answered();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => nda.sign(ada, id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ details: { state: 'accepted' } });
    }
    expect((await nda.steps(id)).filter((step) => step.includes('sign'))).toHaveLength(1);
  });

  it('that is sent again changes nothing and is answered as before', async () => {
    const { ada, id } = await nda.answered();
    const same = { idempotencyKey: randomUUID() };
    const results = await Promise.all(Array.from({ length: 5 }, () => nda.sign(ada, id, same)));
    expect(results.map(({ state }) => state)).toEqual(Array(5).fill('accepted'));
    expect((await nda.steps(id)).filter((step) => step.includes('sign'))).toHaveLength(1);
  });

  it('names whom it binds: the person who signs for themselves, or an organisation', async () => {
    const one = await nda.answered();
    await nda.sign(one.ada, one.id, { capacity: 'myself', organisation: null, signatory: ' Ada Adams ' });
    expect((await world.requests.one(one.ada, one.id)).nda).toMatchObject({
      signatory: 'Ada Adams',
      binds: 'Ada Adams',
    });
  });

  it.each([
    [{ organisation: null }, 'organisation'],
    [{ capacity: 'king' }, 'capacity'],
    [{ signedOn: '2999-01-01' }, 'signedOn'],
    [{ signedOn: '2001-01-01' }, 'signedOn'],
  ])('with %j is refused, and says which field', async (changes, field) => {
    const { ada, id } = await nda.answered();
    await expect(nda.sign(ada, id, changes)).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field } });
    expect(await world.stateOf(id)).toBe('awaiting-nda');
  });

  it('under another text than the one that holds is refused', async () => {
    const { ada, id } = await nda.answered();
    await expect(nda.sign(ada, id, { version: '2020.1' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('is for the side that is not hidden, in that state alone, while both may act', async () => {
    const { ada, mel, id, company, brief } = await nda.answered();
    await expect(nda.sign(mel, id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(nda.sign(await world.academic('Eve Else'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.database.affected(`UPDATE organisation SET verification = 'revoked' WHERE id = $1`, [company]);
    await expect(nda.sign(ada, id)).rejects.toMatchObject({
      code: 'NOT_VERIFIED',
      message: expect.not.stringMatching(secret),
    });
    await world.database.affected(`UPDATE organisation SET verification = 'verified' WHERE id = $1`, [company]);
    const eve = await world.academic('Eve Early');
    const early = await world.send(eve, { opportunityId: brief });
    await expect(nda.sign(eve, early.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const plain = await world.send(eve, { toAcademicId: ada.academicId });
    await expect(nda.sign(eve, plain.id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is a record: it is neither changed nor removed', async () => {
    const { ada, id } = await nda.answered();
    await nda.sign(ada, id);
    const kept = /is a record/;
    await expect(world.database.affected(`UPDATE request_nda SET signatory = 'Another'`)).rejects.toThrow(kept);
    await expect(world.database.affected('DELETE FROM request_nda')).rejects.toThrow(kept);
  });
});

describe('the text that is signed', () => {
  it('never changes under its version', () => {
    const fingerprints = ndaRules.texts.map(({ version, title, sections }) => [
      version,
      createHash('sha256')
        .update(JSON.stringify([title, sections]))
        .digest('hex')
        .slice(0, 16),
    ]);
    expect(fingerprints).toEqual([['2026.1', '4cc57936d358a0f5']]);
  });

  it('is one on every day, and says where what it says comes from', () => {
    expect(ndaTextOn(today()).version).toBe('2026.1');
    expect(ndaRules.sourced).toBe(false);
    for (const fact of ndaRules.facts) expect(fact.sourced).toBe(fact.source.url !== null);
    expect(ndaRules.notice).toMatch(/not legal advice/);
  });
});
