/** What a person is to the whole platform. */
export type PlatformRole = 'person' | 'platform-admin';

/** What a person is to one organisation: a colleague, one who manages it, or its office that oversees requests. */
export type OrganisationRole = 'member' | 'admin' | 'office';

export const organisationRoles: readonly OrganisationRole[] = ['member', 'admin', 'office'];

export interface Membership {
  organisationId: string;
  role: OrganisationRole;
}

/** Who is asking, read afresh for each request. Without a session everything is empty. */
export interface Viewer {
  accountId: string | null;
  sessionId: string | null;
  name: string | null;
  email: string | null;
  emailVerified: boolean;
  /** Whether signing in takes a second step. */
  secondFactor: boolean;
  platformRole: PlatformRole;
  memberships: readonly Membership[];
  /** The profile that is theirs, if they have one. */
  academicId: string | null;
}

/** A viewer who is certainly signed in. */
export type SignedIn = Viewer & { accountId: string; sessionId: string; name: string; email: string };

export const nobody: Viewer = Object.freeze({
  accountId: null,
  sessionId: null,
  name: null,
  email: null,
  emailVerified: false,
  secondFactor: false,
  platformRole: 'person',
  memberships: Object.freeze([]),
  academicId: null,
});

export const isSignedIn = (viewer: Viewer): viewer is SignedIn => viewer.accountId !== null;

export const isPlatformAdmin = (viewer: Viewer): boolean =>
  isSignedIn(viewer) && viewer.platformRole === 'platform-admin';

/** The viewer's role in an organisation, or undefined for one they do not belong to. */
export const roleIn = (viewer: Viewer, organisationId: string): OrganisationRole | undefined =>
  viewer.memberships.find((membership) => membership.organisationId === organisationId)?.role;

/** Whether the viewer belongs to the organisation, in whatever role. */
export const isMemberOf = (viewer: Viewer, organisationId: string): boolean =>
  roleIn(viewer, organisationId) !== undefined;

export const isAdminOf = (viewer: Viewer, organisationId: string): boolean =>
  roleIn(viewer, organisationId) === 'admin';

/** Whether the viewer may oversee the organisation's requests: its office, and its admins. */
export const isOfficeOf = (viewer: Viewer, organisationId: string): boolean => {
  const role = roleIn(viewer, organisationId);
  return role === 'office' || role === 'admin';
};

/** Whether the profile is the viewer's own. */
export const isOwnProfile = (viewer: Viewer, academicId: string): boolean =>
  viewer.academicId !== null && viewer.academicId === academicId;
