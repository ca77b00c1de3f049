import { describe, expect, test } from '@jest/globals';
import {
  answerInvitationRefusal,
  changeMembershipRefusal,
  inviteRefusal,
  listMembersRefusal,
  manageInvitationsRefusal,
} from './membership.policy.js';
import { nobody, type OrganisationRole, type Viewer } from './viewer.js';

const acme = 'acme';
const someone = (changes: Partial<Viewer> = {}): Viewer => ({
  ...nobody,
  accountId: 'me',
  sessionId: 's',
  name: 'Me',
  email: 'me@example.org',
  emailVerified: true,
  ...changes,
});
const inAcme = (role: OrganisationRole, changes: Partial<Viewer> = {}) =>
  someone({ memberships: [{ organisationId: acme, role }], ...changes });

const viewers: Record<string, Viewer> = {
  nobody,
  stranger: someone(),
  'admin of another': someone({ memberships: [{ organisationId: 'other', role: 'admin' }] }),
  member: inAcme('member'),
  office: inAcme('office'),
  admin: inAcme('admin'),
  'platform admin': someone({ platformRole: 'platform-admin' }),
};

/** yes: may; no: is told why not; hidden: is not told that there is anything. */
const verdict = (refusal: ReturnType<typeof inviteRefusal>) =>
  refusal === undefined ? 'yes' : refusal === 'hidden' ? 'hidden' : 'no';

const change = (role: OrganisationRole | undefined, changes = {}) => ({
  organisationId: acme,
  accountId: 'them',
  present: 'member' as OrganisationRole,
  role,
  admins: 2,
  ...changes,
});

describe('who may do what in an organisation', () => {
  test.each([
    //                     members    invitations  invite     change     remove
    ['nobody', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
    ['stranger', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
    ['admin of another', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
    ['member', 'yes', 'no', 'no', 'no', 'no'],
    ['office', 'yes', 'no', 'no', 'no', 'no'],
    ['admin', 'yes', 'yes', 'yes', 'yes', 'yes'],
    ['platform admin', 'yes', 'yes', 'yes', 'yes', 'yes'],
  ])(
    '%s: members %s, invitations %s, invite %s, change a role %s, remove %s',
    (who, members, open, invite, role, remove) => {
      const viewer = viewers[who] ?? nobody;
      expect(verdict(listMembersRefusal(viewer, acme))).toBe(members);
      expect(verdict(manageInvitationsRefusal(viewer, acme))).toBe(open);
      expect(verdict(inviteRefusal(viewer, { id: acme, verification: 'verified' }))).toBe(invite);
      expect(verdict(changeMembershipRefusal(viewer, change('office')))).toBe(role);
      expect(verdict(changeMembershipRefusal(viewer, change(undefined)))).toBe(remove);
    },
  );

  test.each(['unverified', 'pending', 'revoked'] as const)(
    'nobody is invited into an organisation that is %s',
    (verification) => {
      expect(verdict(inviteRefusal(inAcme('admin'), { id: acme, verification }))).toBe('no');
    },
  );

  test('an admin whose address is not confirmed invites nobody', () => {
    const admin = inAcme('admin', { emailVerified: false });
    expect(verdict(inviteRefusal(admin, { id: acme, verification: 'verified' }))).toBe('no');
  });

  test.each(['member', 'office', 'admin'] as const)('a %s may leave', (role) => {
    const leaving = change(undefined, { accountId: 'me', present: role });
    expect(verdict(changeMembershipRefusal(inAcme(role), leaving))).toBe('yes');
  });

  test.each([
    ['leave', undefined, 'me'],
    ['become a member', 'member', 'me'],
    ['become the office', 'office', 'me'],
    ['be removed', undefined, 'them'],
  ] as const)('the last admin may not %s, whoever asks', (_what, role, accountId) => {
    const last = change(role, { accountId, present: 'admin', admins: 1 });
    expect(verdict(changeMembershipRefusal(inAcme('admin'), last))).toBe('no');
    expect(verdict(changeMembershipRefusal(someone({ platformRole: 'platform-admin' }), last))).toBe('no');
  });

  test('a member does not make themselves an admin', () => {
    const own = change('admin', { accountId: 'me', present: 'member' });
    expect(verdict(changeMembershipRefusal(inAcme('member'), own))).toBe('no');
  });
});

describe('who may answer an invitation', () => {
  const invitation = { email: 'Me@Example.org' };
  test.each([
    ['the holder of the address', someone(), 'yes'],
    ['the holder before confirming it', someone({ emailVerified: false }), 'no'],
    ['somebody else', someone({ email: 'you@example.org' }), 'hidden'],
    ['a platform admin', someone({ email: 'root@example.org', platformRole: 'platform-admin' }), 'hidden'],
    ['nobody', nobody, 'hidden'],
  ])('%s', (_who, viewer, expected) => {
    expect(verdict(answerInvitationRefusal(viewer, invitation))).toBe(expected);
  });
});
