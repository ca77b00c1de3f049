import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OpportunityService } from '#opportunities';
import { type NdaForTests, ndaForTests, secret } from './nda.testing.js';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
let nda: NdaForTests;
beforeAll(async () => {
  world = await requestsForTests();
  nda = ndaForTests(world);
});
afterAll(() => world?.close());

describe('the ways out of waiting for an NDA', () => {
  const ends = {
    'the open side does not sign, and declines': ['offered', 'ada', 'declined'],
    'the open side does not sign, and withdraws': ['answered', 'ada', 'withdrawn'],
    'the side behind the brief takes its yes back': ['answered', 'mel', 'declined'],
    'the side behind the brief withdraws': ['offered', 'mel', 'withdrawn'],
    'nobody does anything for too long': ['answered', 'clock', 'expired'],
  } as const;

  it.each(Object.entries(ends))(
    '%s: nothing is shown, and nothing can be signed any more',
    async (_, [begin, who, end]) => {
      const found = await nda[begin]();
      const { ada, mel, id, brief } = found;
      if (who === 'clock') {
        await world.age(id, '29 days');
        await world.jobs.expire();
      } else if (end === 'declined') await world.answering.decline(found[who], id, 'policy', null, world.nothing);
      else await world.answering.withdraw(found[who], id, null, world.nothing);
      expect(await world.stateOf(id)).toBe(end);
      expect(await nda.shown(ada, id)).not.toMatch(secret);
      const letters = await nda.lettersTo(ada);
      expect(letters).not.toMatch(secret);
      if (who === 'clock') {
        expect(letters).toMatch(/the NDA was not signed in time/);
        expect(await nda.lettersTo(mel)).toMatch(/the NDA was not signed in time/);
      }
      await expect(nda.sign(ada, id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
      expect(await world.database.rows('SELECT FROM opportunity_reveal WHERE opportunity_id = $1', [brief])).toEqual(
        [],
      );
    },
  );

  it('a yes, and a no after it, are taken back by the one who gave them, until the other side has read of it', async () => {
    const { ada, mel, id } = await nda.offered();
    expect((await world.requests.one(ada, id)).actions).toContain('undo');
    await world.answering.decline(ada, id, 'timing', null, world.nothing);
    await world.answering.undo(ada, id, world.nothing);
    expect(await world.stateOf(id)).toBe('awaiting-nda');
    expect((await world.requests.one(ada, id)).actions).not.toContain('undo');
    await nda.sign(ada, id);

    const other = await nda.offered();
    await world.answering.undo(other.ada, other.id, world.nothing);
    expect(await world.stateOf(other.id)).toBe('delivered');
    expect(await nda.lettersTo(other.mel)).not.toMatch(/has said yes/);
    await world.answering.accept(other.ada, other.id, null, world.nothing);
    await world.thread.read(other.mel, other.id, null, world.nothing);
    await expect(world.answering.undo(other.ada, other.id, world.nothing)).rejects.toMatchObject({ code: 'TOO_LATE' });
    expect(await world.requests.one(mel, id)).toMatchObject({ state: 'accepted' });
  });

  it('it is no longer passed on to a colleague', async () => {
    const { ada, id } = await nda.offered();
    await expect(world.referral.refer(ada, id, randomUUID(), null, world.nothing)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('it stays the one open request of the two about the brief', async () => {
    const { ada, brief } = await nda.answered();
    expect(world.codesOf(await world.attempt(ada, { opportunityId: brief }))).toEqual(['duplicate']);
  });

  it('the brief is closed meanwhile: both have said yes, and it can still be signed', async () => {
    const { ada, mel, id, brief } = await nda.answered();
    await world.app.get(OpportunityService).close(mel, brief, world.nothing);
    await nda.sign(ada, id);
    expect(await world.stateOf(id)).toBe('accepted');
  });

  it('the owner asks for no NDA any more: who was told so still signs, and the next yes shows the names', async () => {
    const { ada, id, mel, brief } = await nda.answered();
    await world.database.affected(`UPDATE opportunity SET reveal_after = 'acceptance' WHERE id = $1`, [brief]);
    expect(await nda.shown(ada, id)).not.toMatch(secret);
    await nda.sign(ada, id);
    const eve = await world.academic('Eve Else');
    const next = await world.send(eve, { opportunityId: brief });
    await world.answering.accept(mel, next.id, null, world.nothing);
    expect(await world.stateOf(next.id)).toBe('accepted');
  });

  it('the account that was to sign is erased: nobody can, and it ends by itself', async () => {
    const { ada, mel, id } = await nda.answered();
    await world.database.affected('DELETE FROM account_holder WHERE id = $1', [ada.accountId]);
    await world.age(id, '29 days');
    await world.jobs.expire();
    expect(await world.requests.one(mel, id)).toMatchObject({ state: 'expired' });
  });
});
