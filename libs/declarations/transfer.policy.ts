import { isMemberOf, isOfficeOf, type Viewer } from '#accounts';

export const consents = ['asked', 'given', 'refused', 'withdrawn'] as const;
/** Whether the recipient agreed to be named in what the company publishes. */
export type NamingConsent = (typeof consents)[number];

export const transferStates = ['recorded', 'disputed', 'corrected'] as const;
export type TransferState = (typeof transferStates)[number];

/** A person in health care, or an organisation. */
export type RecipientKind = 'hcp' | 'hco';

/** What somebody is to a transfer of value. */
export type TransferRole = 'company' | 'recipient' | 'office';

/** What the rules about a transfer look at. */
export interface TransferStanding {
  organisationId: string;
  academicId: string | null;
  recipientOrganisationId: string | null;
  /** The organisation that employs the recipient. */
  employerId: string | null;
}

/** Everything that the viewer is to a transfer; empty where it is none of their business: then it is not found. */
export const rolesOnTransfer = (viewer: Viewer, transfer: TransferStanding): TransferRole[] => {
  if (viewer.accountId === null) return [];
  const roles: TransferRole[] = [];
  const { academicId, recipientOrganisationId, employerId, organisationId } = transfer;
  if (academicId !== null && viewer.academicId === academicId) roles.push('recipient');
  if (recipientOrganisationId !== null && isOfficeOf(viewer, recipientOrganisationId)) roles.push('recipient');
  if (isMemberOf(viewer, organisationId)) roles.push('company');
  if (employerId !== null && isOfficeOf(viewer, employerId)) roles.push('office');
  return roles;
};

export type TransferAction = 'correct' | 'dispute' | 'consent';

export const actionsOnTransfer = (roles: readonly TransferRole[], state: TransferState): TransferAction[] => [
  ...(roles.includes('company') ? (['correct'] as const) : []),
  ...(roles.includes('recipient') ? (['consent'] as const) : []),
  ...(roles.includes('recipient') && state !== 'disputed' ? (['dispute'] as const) : []),
];

/** Whether one answer of the recipient may follow another: what was given can be withdrawn, and given again. */
export const consentMayBecome = (from: NamingConsent, to: NamingConsent): boolean =>
  to !== from && to !== 'asked' && (to === 'withdrawn' ? from === 'given' : to === 'given' || from === 'asked');
