import { isOfficeOf, isPlatformAdmin, type Viewer } from '#accounts';

/** Whose policy it is. */
export type PolicyOwner = { organisationId: string } | { funder: string };

/** An organisation's policy is its office's and its administrators' to write; a funder's is the platform's. */
export const canWritePolicy = (viewer: Viewer, owner: PolicyOwner): boolean =>
  'organisationId' in owner ? isOfficeOf(viewer, owner.organisationId) : isPlatformAdmin(viewer);
