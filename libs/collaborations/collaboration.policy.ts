import { isAdminOf, isMemberOf, isOfficeOf, type Viewer } from '#accounts';
import type { RequestSide } from '#requests';
import type { Collaboration, CollaborationRole } from './collaboration.entity.js';
import { actionsFrom, type CollaborationAction, isFinal } from './collaboration.states.js';

/** What the rules about a collaboration look at. */
export interface CollaborationStanding
  extends Pick<
    Collaboration,
    | 'senderAcademicId'
    | 'senderOrganisationId'
    | 'receiverAcademicId'
    | 'receiverOrganisationId'
    | 'state'
    | 'heldState'
  > {
  /** The people who were brought in, and have not left. */
  people: readonly { accountId: string; side: RequestSide; role: string }[];
  /** The organisations whose offices look after the request that it began with, or are one of its sides. */
  offices: readonly { organisationId: string; side: RequestSide }[];
}

/** On which side the viewer works. */
export const collaborationSideOf = (viewer: Viewer, standing: CollaborationStanding): RequestSide | null => {
  if (viewer.accountId === null) return null;
  if (viewer.academicId) {
    if (viewer.academicId === standing.senderAcademicId) return 'sender';
    if (viewer.academicId === standing.receiverAcademicId) return 'receiver';
  }
  if (standing.senderOrganisationId && isMemberOf(viewer, standing.senderOrganisationId)) return 'sender';
  if (standing.receiverOrganisationId && isMemberOf(viewer, standing.receiverOrganisationId)) return 'receiver';
  return standing.people.find(({ accountId }) => accountId === viewer.accountId)?.side ?? null;
};

/** What the viewer is to a collaboration; null means that to them there is no such collaboration. */
export const collaborationRoleOf = (viewer: Viewer, standing: CollaborationStanding): CollaborationRole | null =>
  collaborationSideOf(viewer, standing) ??
  (standing.offices.some(({ organisationId }) => isOfficeOf(viewer, organisationId)) ? 'office' : null);

/** The steps that the viewer may take now: those of the two sides; an office looks on. */
export const collaborationActionsOf = (viewer: Viewer, standing: CollaborationStanding): CollaborationAction[] =>
  collaborationSideOf(viewer, standing) ? actionsFrom(standing.state, standing.heldState) : [];

/** Whether the viewer may change what is agreed, assigned or written. */
export const mayWorkOn = (viewer: Viewer, standing: CollaborationStanding): boolean =>
  collaborationSideOf(viewer, standing) !== null && !isFinal(standing.state);

/** Whether the viewer leads a side, and so says who works for it: its academic, its organisation's administrators, its leads. */
export const mayLead = (viewer: Viewer, standing: CollaborationStanding): boolean => {
  const side = collaborationSideOf(viewer, standing);
  if (!side) return false;
  const [academicId, organisationId] =
    side === 'sender'
      ? [standing.senderAcademicId, standing.senderOrganisationId]
      : [standing.receiverAcademicId, standing.receiverOrganisationId];
  if (academicId !== null && academicId === viewer.academicId) return true;
  if (organisationId !== null && isAdminOf(viewer, organisationId)) return true;
  return standing.people.some((person) => person.accountId === viewer.accountId && person.role === 'lead');
};
