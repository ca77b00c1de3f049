import { randomUUID } from 'node:crypto';
import {
  type AccessRow,
  onAll,
  onId,
  only,
  people,
  platformOnly,
  row,
  signedIn,
  text,
  type Variables,
} from './access.rows.js';
import type { Role, World } from './access.world.js';

const accountOf = ({ actors }: World, role: Role) => actors[role].accountId ?? randomUUID();

/** An open invitation to the company, to this address. */
const invitation =
  (addressOf: (world: World, role: Role) => string): Variables =>
  async (world, role) => ({
    id: await world.insert('account_invitation', {
      organisation_id: world.ids.company,
      email: addressOf(world, role),
      role: 'member',
      inviter_id: accountOf(world, 'admin'),
      expires_at: new Date(Date.now() + 86_400_000),
    }),
  });
const theirs = invitation(({ emails }, role) => emails[role]);
const anothers = invitation(() => 'somebody.else@example.org');

/** A claim on the unclaimed profile, in review, of this account. */
const claim =
  (ownerOf: (world: World, role: Role) => string, more: object = {}): Variables =>
  async (world, role) => ({
    claimId: await world.insert('account_claim', {
      account_id: ownerOf(world, role),
      profile_id: world.ids.unclaimed,
      proof: 'review',
      state: 'in-review',
      evidence: text,
    }),
    ...more,
  });
const ownClaim =
  (more?: object): Variables =>
  async (world, role) =>
    role === 'nobody' ? { claimId: randomUUID(), ...more } : claim(accountOf, more)(world, role);
const anothersClaim = (more?: object) => claim((world) => accountOf(world, 'office'), more);

const managers = signedIn('NOT_FOUND', {
  member: 'NOT_ALLOWED',
  office: 'NOT_ALLOWED',
  admin: 'allowed',
  platform: 'allowed',
});

/** Who belongs to whom, who claims what, and who agreed to what. */
export const accountRows: AccessRow[] = [
  onId('organisationMembers', 'company', only([...people, 'platform']), 'organisationId'),
  onId('organisationInvitations', 'company', managers, 'organisationId'),
  onAll('myInvitations', signedIn('allowed')),
  onId('inviteMember', 'company', managers, 'organisationId', { email: 'somebody.new@example.org', role: 'member' }),
  row('acceptInvitation', 'to themselves', theirs, signedIn('allowed')),
  row('acceptInvitation', 'to another', anothers, only([])),
  row('declineInvitation', 'to themselves', theirs, signedIn('allowed')),
  row('declineInvitation', 'to another', anothers, only([])),
  row('cancelInvitation', 'of the company', anothers, managers),
  row(
    'changeMemberRole',
    'of a colleague',
    (world) => ({ organisationId: world.ids.company, accountId: accountOf(world, 'member'), role: 'office' }),
    managers,
  ),
  row(
    'removeMember',
    'a colleague',
    (world) => ({ organisationId: world.ids.company, accountId: accountOf(world, 'office') }),
    { ...managers, office: 'allowed' },
  ),
  row(
    'removeMember',
    'themselves',
    (world, role) => ({ organisationId: world.ids.company, accountId: accountOf(world, role) }),
    only(['member', 'office'], { admin: 'NOT_ALLOWED' }),
  ),

  onAll('myClaims', signedIn('allowed')),
  onAll('claimsAwaitingReview', platformOnly, { first: 1 }),
  onId('claimByOrcid', 'unclaimed', signedIn('NOT_READY', { academic: 'ALREADY_EXISTS' }), 'academicId'),
  onId('claimByWorkEmail', 'unclaimed', signedIn('WRONG_PROOF', { academic: 'ALREADY_EXISTS' }), 'academicId', {
    workEmail: 'ada@example.org',
  }),
  onId('claimByReview', 'unclaimed', signedIn('allowed', { academic: 'ALREADY_EXISTS' }), 'academicId', {
    evidence: text,
  }),
  onId('claimByReview', 'claimed', signedIn('TAKEN', { academic: 'ALREADY_EXISTS' }), 'academicId', {
    evidence: text,
  }),
  onId('claimByReview', 'hidden', only([], { academic: 'ALREADY_EXISTS' }), 'academicId', { evidence: text }),
  row('confirmClaim', 'of another', anothersClaim({ code: 'ABCD-EFGH' }), only([], { academic: 'ALREADY_EXISTS' })),
  row('withdrawClaim', 'their own', ownClaim(), signedIn('allowed')),
  row('withdrawClaim', 'of another', anothersClaim(), only(['office'])),
  row('decideClaim', 'of another', anothersClaim({ grant: false, reason: text }), platformOnly),
  row('decideClaim', 'their own', ownClaim({ grant: true, reason: text }), signedIn('NOT_ALLOWED')),

  onAll('myConsents', signedIn('allowed')),
  onAll('giveConsent', signedIn('allowed'), { purpose: 'digest', textVersion: '2026-11' }),
  onAll('withdrawConsent', signedIn('allowed'), { purpose: 'digest' }),
];
