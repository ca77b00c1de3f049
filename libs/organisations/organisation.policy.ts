import { isAdminOf, type Viewer } from '#accounts';
import type { Organisation } from './organisation.entity.js';

type Seen = Pick<Organisation, 'id' | 'visibility'>;

const isMember = (viewer: Viewer, id: string) => viewer.memberships.some(({ organisationId }) => organisationId === id);

/** A hidden organisation is known only to its own people and to the platform's administrators. */
export const canSeeOrganisation = (viewer: Viewer, organisation: Seen) => {
  if (organisation.visibility === 'public') return true;
  if (viewer.accountId === null) return false;
  if (organisation.visibility === 'members') return true;
  return isMember(viewer, organisation.id) || viewer.platformRole === 'platform-admin';
};

/** What an organisation says of itself is changed by its administrators. */
export const canEditOrganisation = (viewer: Viewer, organisation: Pick<Organisation, 'id'>) =>
  isAdminOf(viewer, organisation.id) || viewer.platformRole === 'platform-admin';

/** How requests reach the office is for the office and the administrators to say. */
export const canSetRequestPolicy = (viewer: Viewer, organisation: Pick<Organisation, 'id'>) =>
  canEditOrganisation(viewer, organisation) ||
  viewer.memberships.some(({ organisationId, role }) => organisationId === organisation.id && role === 'office');

/** Only the platform's administrators say that an organisation is who it says it is. */
export const canVerifyOrganisation = (viewer: Viewer) => viewer.platformRole === 'platform-admin';
