import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ClaimsForTests, claimsForTests, issuer } from './claim.testing.js';
import type { AccountsForTests } from './testing.js';

let world: AccountsForTests;
let profile: ClaimsForTests['profile'];
let person: ClaimsForTests['person'];
let newMailbox: ClaimsForTests['newMailbox'];
let claimBy: ClaimsForTests['claimBy'];
let connectOrcid: ClaimsForTests['connectOrcid'];
beforeAll(async () => {
  ({ world, profile, person, newMailbox, claimBy, connectOrcid } = await claimsForTests());
});
afterAll(() => world.close());
afterEach(() => world.forgetAttempts());

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a claim by ORCID', () => {
  test('gives the profile to the holder of its iD at once', async () => {
    const id = await profile('0000-0001-5109-3700');
    const { viewer, again } = await person();
    await connectOrcid(viewer, `${issuer}/0000-0001-5109-3700`);
    expect(await world.claims.claimByOrcid(viewer, id)).toMatchObject({ state: 'granted', proof: 'orcid' });
    expect((await again()).academicId).toBe(id);
  });

  test.each([
    ['no iD', null, 'NOT_READY'],
    ['another iD', `${issuer}/0000-0002-9079-593X`, 'WRONG_PROOF'],
    ['the iD of another issuer', 'https://sandbox.orcid.org/0000-0002-1825-0097', 'WRONG_PROOF'],
  ])('with %s is refused', async (_what, subject, expected) => {
    await world.database.affected(`DELETE FROM academic WHERE orcid = '0000-0002-1825-0097'`);
    const id = await profile('0000-0002-1825-0097');
    const { viewer } = await person();
    if (subject) await connectOrcid(viewer, subject);
    await expect(world.claims.claimByOrcid(viewer, id)).rejects.toEqual(code(expected));
  });

  test('on a profile without an iD is refused, even by an account whose subject ends in nothing', async () => {
    const { viewer } = await person();
    await connectOrcid(viewer, `${issuer}/null`);
    await expect(world.claims.claimByOrcid(viewer, await profile())).rejects.toEqual(code('WRONG_PROOF'));
  });
});

describe('a claim by work e-mail', () => {
  test('gives the profile to whoever reads the code, typed as they like', async () => {
    const id = await profile();
    const { viewer, again } = await person();
    const { claim, workEmail, code: sent } = await claimBy(viewer, id);
    expect(claim).toMatchObject({ state: 'code-sent', workEmail, attemptsLeft: 5 });
    expect(JSON.stringify(claim)).not.toContain(sent);
    const typed = ` ${sent.toLowerCase().replace('-', ' ')} `;
    expect((await world.claims.confirmCode(viewer, { claimId: claim.id, code: typed })).state).toBe('granted');
    expect((await again()).academicId).toBe(id);
  });

  test('says in its letter who asks, and keeps the code unreadable', async () => {
    const { viewer } = await person();
    const { workEmail, code: sent } = await claimBy(viewer, await profile());
    const { text } = await world.letter(workEmail, 'claim-code');
    expect(text).toContain(`${viewer.name} (${viewer.email}) says`);
    expect(text).toContain('do not pass the code on');
    const rows = await world.database.rows<{ row: string }>('SELECT c::text AS row FROM account_claim c');
    expect(rows.map(({ row }) => row).join()).not.toContain(sent);
  });

  test.each([
    'amina.yusuf@gmail.com',
    'amina.yusuf@elsewhere.example',
    'b.smith@leeds.example',
    'a.yusuf@leeds.example.evil.test',
  ])('to %s is refused and sends nothing', async (workEmail) => {
    const { viewer } = await person();
    const asked = world.claims.claimByWorkEmail(viewer, { profileId: await profile(), workEmail });
    await expect(asked).rejects.toEqual(code('WRONG_PROOF'));
    expect(await world.letters(workEmail)).toEqual([]);
  });

  test('ends after five wrong codes, and then the right one does not help', async () => {
    const id = await profile();
    const { viewer, again } = await person();
    const { claim, code: sent } = await claimBy(viewer, id);
    const left = [];
    for (let guess = 0; guess < 5; guess += 1) {
      const error = await world.claims
        .confirmCode(viewer, { claimId: claim.id, code: 'AAAA-AAAA' })
        .catch((caught) => caught);
      left.push([error.code, error.details.attemptsLeft]);
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map((attempts) => ['WRONG_PROOF', attempts]));
    await expect(world.claims.confirmCode(viewer, { claimId: claim.id, code: sent })).rejects.toEqual(
      code('LINK_CLOSED'),
    );
    expect((await again()).academicId).toBeNull();
  });

  test('pays for each of forty guesses made at the same moment', async () => {
    const { viewer } = await person();
    const { claim } = await claimBy(viewer, await profile());
    const guesses = Array.from({ length: 40 }, () =>
      world.claims.confirmCode(viewer, { claimId: claim.id, code: 'AAAA-AAAA' }),
    );
    const codes = (await Promise.allSettled(guesses)).map((one) =>
      one.status === 'rejected' ? one.reason.code : 'granted',
    );
    expect(codes.filter((one) => one === 'WRONG_PROOF')).toHaveLength(5);
    expect(codes.filter((one) => one === 'LINK_CLOSED')).toHaveLength(35);
  });

  test('is not proved by somebody else who has the code', async () => {
    const id = await profile();
    const owner = await person();
    const thief = await person();
    const { claim, code: sent } = await claimBy(owner.viewer, id);
    await expect(world.claims.confirmCode(thief.viewer, { claimId: claim.id, code: sent })).rejects.toEqual(
      code('NOT_FOUND'),
    );
    const { claim: own } = await claimBy(thief.viewer, id);
    await expect(world.claims.confirmCode(thief.viewer, { claimId: own.id, code: sent })).rejects.toEqual(
      code('WRONG_PROOF'),
    );
    await expect(world.claims.withdraw(thief.viewer, claim.id)).rejects.toEqual(code('NOT_FOUND'));
  });

  test('is not proved by a code for another profile', async () => {
    const { viewer } = await person();
    const first = await claimBy(viewer, await profile());
    const second = await claimBy(viewer, await profile());
    const crossed = world.claims.confirmCode(viewer, { claimId: second.claim.id, code: first.code });
    await expect(crossed).rejects.toEqual(code('WRONG_PROOF'));
  });

  test('is not proved by a code that has expired, nor by one that a newer has replaced', async () => {
    const id = await profile();
    const { viewer } = await person();
    const old = await claimBy(viewer, id);
    const fresh = await claimBy(viewer, id);
    await expect(world.claims.confirmCode(viewer, { claimId: old.claim.id, code: old.code })).rejects.toEqual(
      code('LINK_CLOSED'),
    );
    await world.database.affected(`UPDATE account_claim SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      fresh.claim.id,
    ]);
    await expect(world.claims.confirmCode(viewer, { claimId: fresh.claim.id, code: fresh.code })).rejects.toEqual(
      code('LINK_CLOSED'),
    );
    expect((await world.accounts.sweep()).claims).toBeGreaterThanOrEqual(1);
  });

  test('is granted once, by twenty that bring the right code at the same moment', async () => {
    const { viewer } = await person();
    const { claim, code: sent } = await claimBy(viewer, await profile());
    const tries = Array.from({ length: 20 }, () => world.claims.confirmCode(viewer, { claimId: claim.id, code: sent }));
    const results = await Promise.allSettled(tries);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('of two people on one profile goes to one, and the other is told why', async () => {
    const id = await profile();
    const [one, two] = [await person(), await person()];
    const claims = [await claimBy(one.viewer, id), await claimBy(two.viewer, id)];
    const results = await Promise.allSettled(
      [one, two].map(({ viewer }, at) =>
        world.claims.confirmCode(viewer, { claimId: claims[at]?.claim.id ?? '', code: claims[at]?.code ?? '' }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const owners = await world.database.rows('SELECT FROM academic WHERE id = $1 AND account_id IS NOT NULL', [id]);
    expect(owners).toHaveLength(1);
  });

  test('three codes a day reach one mailbox', async () => {
    const workEmail = newMailbox();
    const id = await profile();
    const { viewer } = await person();
    const ask = () => world.claims.claimByWorkEmail(viewer, { profileId: id, workEmail });
    for (let time = 0; time < 3; time += 1) await ask();
    await expect(ask()).rejects.toEqual(code('TOO_MANY'));
  });
});
