import { isAdminOf, isPlatformAdmin, isSignedIn, type OrganisationRole, roleIn, type Viewer } from './viewer.js';

/** Why something may not be done: `hidden` when the asker has no business there, otherwise words for a colleague. */
export type Refusal = 'hidden' | { why: string };

/** What the rules need to know of an organisation. */
export interface OrganisationStanding {
  id: string;
  verification: 'unverified' | 'pending' | 'verified' | 'revoked';
}

const managing = (viewer: Viewer, organisationId: string): Refusal | undefined => {
  if (isPlatformAdmin(viewer) || isAdminOf(viewer, organisationId)) return undefined;
  if (roleIn(viewer, organisationId) === undefined) return 'hidden';
  return { why: 'Only an admin of the organisation may do this.' };
};

/** Members see one another; others do not see who belongs to an organisation. */
export const listMembersRefusal = (viewer: Viewer, organisationId: string): Refusal | undefined =>
  isPlatformAdmin(viewer) || roleIn(viewer, organisationId) !== undefined ? undefined : 'hidden';

/** Admins see, send and cancel invitations. */
export const manageInvitationsRefusal = managing;

/** Inviting speaks in the organisation's name, so the organisation must be verified. */
export const inviteRefusal = (viewer: Viewer, organisation: OrganisationStanding): Refusal | undefined => {
  const refusal = managing(viewer, organisation.id);
  if (refusal) return refusal;
  if (!viewer.emailVerified) return { why: 'Confirm your e-mail address first.' };
  if (organisation.verification === 'verified') return undefined;
  return { why: 'The organisation is not verified yet; its admins can invite people once it is.' };
};

/** An invitation is for the holder of its address, who has proved to hold it. */
export const answerInvitationRefusal = (viewer: Viewer, invitation: { email: string }): Refusal | undefined => {
  if (!isSignedIn(viewer) || viewer.email.toLowerCase() !== invitation.email.toLowerCase()) return 'hidden';
  return viewer.emailVerified ? undefined : { why: 'Confirm your e-mail address first.' };
};

/** What a change leaves behind: `role` is the new role, or undefined for leaving. */
export interface MembershipChange {
  organisationId: string;
  accountId: string;
  present: OrganisationRole;
  role: OrganisationRole | undefined;
  /** Admins of the organisation at this moment, the one concerned among them. */
  admins: number;
}

/** Anybody may leave; admins change others; an organisation is never left without an admin. */
export const changeMembershipRefusal = (viewer: Viewer, change: MembershipChange): Refusal | undefined => {
  const leaving = change.role === undefined && viewer.accountId === change.accountId;
  const refusal = leaving ? undefined : managing(viewer, change.organisationId);
  if (refusal) return refusal;
  if (change.present === 'admin' && change.role !== 'admin' && change.admins <= 1) {
    return { why: 'This is the last admin of the organisation. Make somebody else an admin first.' };
  }
  return undefined;
};
