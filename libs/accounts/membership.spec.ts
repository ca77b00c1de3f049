import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountsForTests, accountsForTests } from './testing.js';
import type { OrganisationRole, Viewer } from './viewer.js';

let world: AccountsForTests;
beforeAll(async () => {
  world = await accountsForTests();
});
afterAll(() => world.close());
afterEach(() => world.forgetAttempts());

let count = 0;
const organisation = async (verification = 'verified') => {
  count += 1;
  const row = await world.database.row<{ id: string }>(
    `INSERT INTO organisation (slug, name, type, verification) VALUES ($1, $2, 'company', $3) RETURNING id`,
    [`org-${count}`, `Organisation ${count}`, verification],
  );
  return row?.id ?? '';
};
/** A person, with a role in an organisation if one is given; `again` reads them afresh. */
const person = async (organisationId?: string, role: OrganisationRole = 'member') => {
  count += 1;
  const joined = await world.join(`Person ${count}`, `person${count}@example.org`);
  await world.forgetAttempts();
  if (organisationId)
    await world.memberships.appoint(world.database, organisationId, joined.viewer.accountId ?? '', role);
  const again = () => world.viewers.of(joined.browser.cookieHeader);
  return { viewer: await again(), again, email: joined.viewer.email ?? '', accountId: joined.viewer.accountId ?? '' };
};
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('inviting', () => {
  test('a verified organisation’s admin invites; the letter leads to it; the invited one joins in that role', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const guest = await person();
    const sent = await world.memberships.invite(admin.viewer, {
      organisationId: id,
      email: guest.email.toUpperCase(),
      role: 'office',
    });
    const letter = await world.letter(guest.email, 'invitation');
    expect(letter.link).toBe(`http://localhost:3000/invitations/${sent.id}`);
    expect(letter.text).toContain('its research office');
    expect(await world.memberships.invitationsTo(guest.viewer)).toMatchObject([{ id: sent.id, role: 'office' }]);
    await world.memberships.accept(guest.viewer, sent.id);
    expect((await guest.again()).memberships).toEqual([{ organisationId: id, role: 'office' }]);
    expect(await world.memberships.members(admin.viewer, id)).toMatchObject([
      { accountId: admin.accountId, role: 'admin' },
      { accountId: guest.accountId, role: 'office' },
    ]);
    expect(await world.memberships.accountsOf(id, ['office'])).toEqual([guest.accountId]);
  });

  test('an invitation is taken up once, even by twenty at the same moment', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const guest = await person();
    const { id: invitation } = await world.memberships.invite(admin.viewer, {
      organisationId: id,
      email: guest.email,
      role: 'member',
    });
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => world.memberships.accept(guest.viewer, invitation)),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await world.memberships.remove(admin.viewer, { organisationId: id, accountId: guest.accountId });
    await expect(world.memberships.accept(guest.viewer, invitation)).rejects.toEqual(code('NOT_FOUND'));
    expect((await guest.again()).memberships).toEqual([]);
  });

  test('nobody else can see, take up or turn down an invitation, link or not', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const guest = await person();
    const thief = await person();
    const { id: invitation } = await world.memberships.invite(admin.viewer, {
      organisationId: id,
      email: guest.email,
      role: 'admin',
    });
    await expect(world.memberships.accept(thief.viewer, invitation)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.memberships.decline(thief.viewer, invitation)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.memberships.cancel(thief.viewer, invitation)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.memberships.accept(admin.viewer, invitation)).rejects.toEqual(code('NOT_FOUND'));
    const unconfirmed: Viewer = { ...guest.viewer, emailVerified: false };
    await expect(world.memberships.accept(unconfirmed, invitation)).rejects.toEqual(code('NOT_ALLOWED'));
  });

  test('what was declined, cancelled or has expired is over', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const guest = await person();
    const invite = () =>
      world.memberships.invite(admin.viewer, { organisationId: id, email: guest.email, role: 'member' });
    const declined = await invite();
    await world.memberships.decline(guest.viewer, declined.id);
    await expect(world.memberships.accept(guest.viewer, declined.id)).rejects.toEqual(code('NOT_FOUND'));
    const cancelled = await invite();
    await world.memberships.cancel(admin.viewer, cancelled.id);
    await expect(world.memberships.accept(guest.viewer, cancelled.id)).rejects.toEqual(code('NOT_FOUND'));
    const expired = await invite();
    await world.database.affected(
      `UPDATE account_invitation SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [expired.id],
    );
    await expect(world.memberships.accept(guest.viewer, expired.id)).rejects.toEqual(code('LINK_CLOSED'));
    expect(await world.memberships.invitations(admin.viewer, id)).toEqual([]);
  });

  test('inviting again renews the one that is open', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const first = await world.memberships.invite(admin.viewer, {
      organisationId: id,
      email: 'twice@example.org',
      role: 'member',
    });
    const second = await world.memberships.invite(admin.viewer, {
      organisationId: id,
      email: 'twice@example.org',
      role: 'office',
    });
    expect(second).toMatchObject({ id: first.id, role: 'office' });
    expect(await world.memberships.invitations(admin.viewer, id)).toHaveLength(1);
  });

  test('is answered alike for addresses with and without an account', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const known = await person();
    const shapes = [];
    for (const email of [known.email, 'unknown@example.org']) {
      const sent = await world.memberships.invite(admin.viewer, { organisationId: id, email, role: 'member' });
      shapes.push(Object.keys(sent).sort().join());
    }
    expect(shapes[0]).toBe(shapes[1]);
  });

  test.each([
    ['an unverified organisation', 'unverified', 'admin', 'NOT_ALLOWED'],
    ['its office', 'verified', 'office', 'NOT_ALLOWED'],
    ['a member', 'verified', 'member', 'NOT_ALLOWED'],
  ] as const)('is refused to %s', async (_who, verification, role, expected) => {
    const id = await organisation(verification);
    const { viewer } = await person(id, role);
    const asked = world.memberships.invite(viewer, { organisationId: id, email: 'x@example.org', role: 'member' });
    await expect(asked).rejects.toEqual(code(expected));
  });

  test('is refused with words for a wrong address, a wrong role and a member', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const invite = (email: string, role: string) =>
      world.memberships.invite(admin.viewer, { organisationId: id, email, role: role as OrganisationRole });
    await expect(invite('x@example.org\nBcc: y@example.org', 'member')).rejects.toEqual(code('BAD_INPUT'));
    await expect(invite('x@example.org', 'owner')).rejects.toEqual(code('BAD_INPUT'));
    await expect(invite('x@example.org', 'admin,member')).rejects.toEqual(code('BAD_INPUT'));
    await expect(invite(admin.email, 'member')).rejects.toEqual(code('ALREADY_EXISTS'));
    const lost = world.memberships.invite(admin.viewer, {
      organisationId: 'not-an-id',
      email: 'x@example.org',
      role: 'member',
    });
    await expect(lost).rejects.toEqual(code('NOT_FOUND'));
  });

  test('three letters a day to one mailbox, from one organisation', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const invite = () =>
      world.memberships.invite(admin.viewer, { organisationId: id, email: 'flood@example.org', role: 'member' });
    for (let time = 0; time < 3; time += 1) await invite();
    await expect(invite()).rejects.toEqual(
      expect.objectContaining({ code: 'TOO_MANY', details: { retryAfterSeconds: expect.any(Number) } }),
    );
  });
});

describe('roles', () => {
  test('change by an admin, for the next request', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const member = await person(id);
    await world.memberships.changeRole(admin.viewer, {
      organisationId: id,
      accountId: member.accountId,
      role: 'admin',
    });
    expect((await member.again()).memberships).toEqual([{ organisationId: id, role: 'admin' }]);
  });

  test('do not change by the member, nor by an admin of another organisation', async () => {
    const id = await organisation();
    await person(id, 'admin');
    const member = await person(id);
    const other = await person(await organisation(), 'admin');
    const promote = { organisationId: id, accountId: member.accountId, role: 'admin' as const };
    await expect(world.memberships.changeRole(member.viewer, promote)).rejects.toEqual(code('NOT_ALLOWED'));
    await expect(world.memberships.changeRole(other.viewer, promote)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.memberships.members(other.viewer, id)).rejects.toEqual(code('NOT_FOUND'));
  });

  test('leave an organisation with an admin: the last one stays', async () => {
    const id = await organisation();
    const admin = await person(id, 'admin');
    const self = { organisationId: id, accountId: admin.accountId };
    await expect(world.memberships.remove(admin.viewer, self)).rejects.toEqual(code('NOT_ALLOWED'));
    await expect(world.memberships.changeRole(admin.viewer, { ...self, role: 'member' })).rejects.toEqual(
      code('NOT_ALLOWED'),
    );
  });

  test('two admins who leave at the same moment do not both leave', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await organisation();
      const two = [await person(id, 'admin'), await person(id, 'admin')];
      const results = await Promise.allSettled(
        two.map(({ viewer, accountId }) => world.memberships.remove(viewer, { organisationId: id, accountId })),
      );
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      expect(await world.memberships.accountsOf(id, ['admin'])).toHaveLength(1);
    }
  });

  test('what an admin offered ends with their being one', async () => {
    const id = await organisation();
    const [first, second] = [await person(id, 'admin'), await person(id, 'admin')];
    const guest = await person();
    const sent = await world.memberships.invite(first.viewer, {
      organisationId: id,
      email: guest.email,
      role: 'admin',
    });
    await world.memberships.remove(second.viewer, { organisationId: id, accountId: first.accountId });
    await expect(world.memberships.accept(guest.viewer, sent.id)).rejects.toEqual(code('NOT_FOUND'));
  });
});
