import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ClaimState, claimTransitions } from './claim.policy.js';
import { type ClaimsForTests, claimsForTests } from './claim.testing.js';
import type { AccountsForTests } from './testing.js';
import type { Viewer } from './viewer.js';

let world: AccountsForTests;
let profile: ClaimsForTests['profile'];
let person: ClaimsForTests['person'];
let admin: ClaimsForTests['admin'];
let newMailbox: ClaimsForTests['newMailbox'];
let claimBy: ClaimsForTests['claimBy'];
beforeAll(async () => {
  ({ world, profile, person, admin, newMailbox, claimBy } = await claimsForTests());
});
afterAll(() => world.close());
afterEach(() => world.forgetAttempts());

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a claim in review', () => {
  const evidence = 'My staff page at the university links to this register entry.';

  test('is granted by a platform admin with a reason, and the person is told', async () => {
    const id = await profile();
    const { viewer, again } = await person();
    const claim = await world.claims.claimByReview(viewer, { profileId: id, evidence });
    const reviewer = await admin();
    expect(await world.claims.awaitingReview(reviewer, { first: 10 })).toContainEqual(
      expect.objectContaining({ id: claim.id }),
    );
    await world.claims.decide(reviewer, { claimId: claim.id, grant: true, reason: 'The staff page shows it.' });
    expect((await again()).academicId).toBe(id);
    expect((await world.letter(viewer.email ?? '', 'claim-decided')).text).toContain('The staff page shows it.');
  });

  test('is decided once, and a refusal leaves the profile free', async () => {
    const id = await profile();
    const { viewer, again } = await person();
    const claim = await world.claims.claimByReview(viewer, { profileId: id, evidence });
    const reviewer = await admin();
    await world.claims.decide(reviewer, { claimId: claim.id, grant: false, reason: 'The page names somebody else.' });
    const second = world.claims.decide(reviewer, { claimId: claim.id, grant: true, reason: 'Changed my mind.' });
    await expect(second).rejects.toEqual(code('WRONG_STATE'));
    expect((await again()).academicId).toBeNull();
  });

  test('is seen and decided by nobody else, and by no admin for themselves', async () => {
    const { viewer } = await person();
    const claim = await world.claims.claimByReview(viewer, { profileId: await profile(), evidence });
    const decision = { claimId: claim.id, grant: true, reason: 'Because I say so.' };
    await expect(world.claims.decide(viewer, decision)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.claims.awaitingReview(viewer, { first: 10 })).rejects.toEqual(code('NOT_FOUND'));
    const self: Viewer = { ...viewer, platformRole: 'platform-admin' };
    await expect(world.claims.decide(self, decision)).rejects.toEqual(code('NOT_ALLOWED'));
  });

  test('needs evidence of some length', async () => {
    const { viewer } = await person();
    const asked = world.claims.claimByReview(viewer, { profileId: await profile(), evidence: 'It is me.' });
    await expect(asked).rejects.toEqual(code('BAD_INPUT'));
  });

  test('can be given up by the person, once', async () => {
    const { viewer } = await person();
    const claim = await world.claims.claimByReview(viewer, { profileId: await profile(), evidence });
    expect((await world.claims.withdraw(viewer, claim.id)).state).toBe('withdrawn');
    await expect(world.claims.withdraw(viewer, claim.id)).rejects.toEqual(code('NOT_FOUND'));
    expect(await world.claims.mine(viewer)).toMatchObject([{ id: claim.id, state: 'withdrawn' }]);
  });
});

describe('no claim is made', () => {
  test('on a profile that is somebody’s, that does not exist, or by somebody who has one', async () => {
    const id = await profile();
    const first = await person();
    const { claim, code: sent } = await claimBy(first.viewer, id);
    await world.claims.confirmCode(first.viewer, { claimId: claim.id, code: sent });
    const other = await person();
    const ask = (viewer: Viewer, profileId: string) =>
      world.claims.claimByWorkEmail(viewer, { profileId, workEmail: newMailbox() });
    await expect(ask(other.viewer, id)).rejects.toEqual(code('TAKEN'));
    await expect(ask(other.viewer, randomUUID())).rejects.toEqual(code('NOT_FOUND'));
    await expect(ask(other.viewer, `${id}' OR 1=1`)).rejects.toEqual(code('NOT_FOUND'));
    await expect(ask(await first.again(), await profile())).rejects.toEqual(code('ALREADY_EXISTS'));
  });

  test('twice by one person who brings two right codes at the same moment', async () => {
    const { viewer } = await person();
    const two = [await claimBy(viewer, await profile()), await claimBy(viewer, await profile())];
    const results = await Promise.allSettled(
      two.map(({ claim, code: sent }) => world.claims.confirmCode(viewer, { claimId: claim.id, code: sent })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const own = await world.database.rows('SELECT FROM academic WHERE account_id = $1', [viewer.accountId]);
    expect(own).toHaveLength(1);
  });
});

test('the database lets a claim go where the table of transitions says, and nowhere else', async () => {
  const id = await profile();
  const { viewer } = await person();
  const states = Object.keys(claimTransitions) as ClaimState[];
  const allowed: Record<string, string[]> = {};
  for (const from of states) {
    allowed[from] = [];
    for (const to of states.filter((state) => state !== from)) {
      const open = (state: string) => (state === 'code-sent' ? 'x' : null);
      const row = await world.database.row<{ id: string }>(
        `INSERT INTO account_claim (account_id, profile_id, proof, state, work_email, code_hash, attempts_left, expires_at, evidence)
         VALUES ($1, $2, 'review', $3, 'a@example.org', $4::bytea, 5, now(), 'Twenty characters of it.') RETURNING id`,
        [viewer.accountId, id, from, open(from)],
      );
      const moved = world.database.affected(
        'UPDATE account_claim SET state = $2, code_hash = $3::bytea WHERE id = $1',
        [row?.id, to, open(to)],
      );
      if (await moved.catch(() => 0)) allowed[from]?.push(to);
      await world.database.affected('DELETE FROM account_claim WHERE id = $1', [row?.id]);
    }
  }
  const expected = Object.entries(claimTransitions).map(([from, to]) => [from, [...to].sort()]);
  expect(Object.entries(allowed).map(([from, to]) => [from, to.sort()])).toEqual(expected);
});
