import { isMemberOf, isOfficeOf, type Viewer } from '#accounts';
import type { CollaborationRequest, RequestRole } from './request.entity.js';
import type { RequestOffice } from './request.party.js';
import { requestRules } from './request.rules.js';
import {
  mayReturn,
  openSideOf,
  type RequestAction,
  type RequestSide,
  startsOf,
  talkingStates,
} from './request.states.js';

/** What the rules about a request look at. */
export interface Standing
  extends Pick<
    CollaborationRequest,
    | 'senderAcademicId'
    | 'senderOrganisationId'
    | 'receiverAcademicId'
    | 'receiverOrganisationId'
    | 'opportunityOf'
    | 'mayBeReferred'
    | 'state'
    | 'previousState'
    | 'deliveredAt'
    | 'decidedAt'
  > {
  /** Whether the opportunity that it is about is blind. */
  blind: boolean;
  /** Whether each side may act: an academic may, an organisation while it is verified. */
  senderVerified: boolean;
  receiverVerified: boolean;
  /** Whether somebody on the sender's side has opened it since it was decided. */
  decisionSeen: boolean;
  offices: readonly Pick<RequestOffice, 'organisationId' | 'side' | 'duty' | 'decision'>[];
}

/** The ids that the viewer is a side under: their profile, and their organisations. */
export const sidesOf = (viewer: Viewer): string[] => [
  ...(viewer.academicId ? [viewer.academicId] : []),
  ...viewer.memberships.map(({ organisationId }) => organisationId),
];

/** On which side the viewer is. The receiver's comes into being when the request is delivered. */
export const sideOf = (viewer: Viewer, request: Standing): RequestSide | null => {
  if (viewer.accountId === null) return null;
  const delivered = request.deliveredAt !== null;
  if (viewer.academicId) {
    if (viewer.academicId === request.senderAcademicId) return 'sender';
    if (viewer.academicId === request.receiverAcademicId && delivered) return 'receiver';
  }
  if (request.senderOrganisationId && isMemberOf(viewer, request.senderOrganisationId)) return 'sender';
  if (request.receiverOrganisationId && isMemberOf(viewer, request.receiverOrganisationId) && delivered) {
    return 'receiver';
  }
  return null;
};

/** The offices of a request that the viewer works in. */
export const officesOf = <Office extends Pick<RequestOffice, 'organisationId'>>(
  viewer: Viewer,
  offices: readonly Office[],
): Office[] => offices.filter(({ organisationId }) => isOfficeOf(viewer, organisationId));

/** What the viewer is to a request; null means that to them there is no such request. */
export const roleOn = (viewer: Viewer, request: Standing): RequestRole | null =>
  sideOf(viewer, request) ?? (officesOf(viewer, request.offices).length > 0 ? 'office' : null);

/** Which side is hidden from the other: the one that owns the blind opportunity, until both have said and signed all. */
export const hiddenSide = (request: Pick<Standing, 'blind' | 'opportunityOf' | 'state'>): RequestSide | null =>
  request.blind && request.state !== 'accepted' ? request.opportunityOf : null;

/** Whether the viewer may know who is on a side. */
export const knowsSide = (viewer: Viewer, request: Standing, side: RequestSide): boolean =>
  hiddenSide(request) !== side ||
  sideOf(viewer, request) === side ||
  officesOf(viewer, request.offices).some((office) => office.side === side);

/**
 * Whether the viewer may know whose an office is: their own side's people and the office itself, and everybody who may
 * know the side where the organisation is the side. Where a person works is theirs to show.
 */
export const knowsOffice = (
  viewer: Viewer,
  request: Standing,
  { organisationId, side }: Pick<RequestOffice, 'organisationId' | 'side'>,
): boolean => {
  if (sideOf(viewer, request) === side || isOfficeOf(viewer, organisationId)) return true;
  const organisation = side === 'sender' ? request.senderOrganisationId : request.receiverOrganisationId;
  return organisation === organisationId && knowsSide(viewer, request, side);
};

/** The offices of the viewer that have yet to decide on a request. */
export const pendingOffices = (viewer: Viewer, request: Standing) =>
  request.state === 'office-review'
    ? officesOf(viewer, request.offices).filter(({ duty, decision }) => duty === 'approves' && decision === null)
    : [];

/** Until when a decision may be taken back: not once it was read, and not where it has shown who is behind a brief. */
export const undoUntil = (request: Standing): Date | null => {
  const { state, previousState, decidedAt, decisionSeen, blind } = request;
  if (!decidedAt || decisionSeen || (state === 'accepted' && blind)) return null;
  if (!mayReturn(state, previousState)) return null;
  return new Date(decidedAt.getTime() + requestRules.undoMinutes * 60_000);
};

/** What a side may pass on: not a request about its own opportunity, and nothing without the sender's consent. */
export const mayRefer = (request: Pick<Standing, 'mayBeReferred' | 'opportunityOf'>) =>
  request.mayBeReferred && request.opportunityOf !== 'receiver';

const fromHere = (request: Standing, ...actions: RequestAction[]): RequestAction[] =>
  actions.filter((action) => startsOf(action).includes(request.state));

/** What the viewer may do with a request now. */
export const actionsOf = (viewer: Viewer, request: Standing, now = new Date()): (RequestAction | 'write')[] => {
  const side = sideOf(viewer, request);
  const office = pendingOffices(viewer, request).length > 0 ? fromHere(request, 'approve', 'refuse') : [];
  if (side === null) return office;
  const acts = side === 'sender' ? request.senderVerified : request.receiverVerified;
  const sign =
    side === openSideOf(request.opportunityOf) && request.senderVerified && request.receiverVerified
      ? fromHere(request, 'sign')
      : [];
  const write = acts && talkingStates.some((state) => state === request.state) ? (['write'] as const) : [];
  if (side === 'sender') {
    return [
      ...office,
      ...(acts ? fromHere(request, 'answer') : []),
      ...sign,
      ...fromHere(request, 'withdraw'),
      ...write,
    ];
  }
  if (!acts) return office;
  const until = undoUntil(request);
  return [
    ...office,
    ...(request.senderVerified ? fromHere(request, 'accept') : []),
    ...sign,
    ...fromHere(request, 'decline', 'ask'),
    ...(mayRefer(request) ? fromHere(request, 'refer') : []),
    ...(until && now < until ? fromHere(request, 'undo') : []),
    ...write,
  ];
};

/** Whether the request waits for the viewer. */
export const replyDue = (viewer: Viewer, request: Standing): boolean => {
  const side = sideOf(viewer, request);
  if (side === 'receiver' && request.state === 'delivered') return true;
  if (side === 'sender' && request.state === 'asked') return true;
  if (side !== null && request.state === 'awaiting-nda' && side === openSideOf(request.opportunityOf)) return true;
  return pendingOffices(viewer, request).length > 0;
};

/** Whether the two sides of a request see how to reach each other: once it was accepted, and while both are verified. */
export const showsContact = (viewer: Viewer, request: Standing): boolean =>
  request.state === 'accepted' &&
  sideOf(viewer, request) !== null &&
  request.senderVerified &&
  request.receiverVerified;
