import { isOfficeOf, type Viewer } from '#accounts';

/** Who may see an interest beside its owner and their employer's office. */
export const visibilities = ['register', 'parties', 'approver'] as const;
export type InterestVisibility = (typeof visibilities)[number];

export const interestStates = ['current', 'ended', 'withdrawn'] as const;
export type InterestState = (typeof interestStates)[number];

export const mitigations = ['none', 'restrict', 'remove', 'refuse'] as const;
export type Mitigation = (typeof mitigations)[number];

/** What somebody is to an interest. */
export type InterestRole = 'owner' | 'office' | 'party';

/** What the rules about an interest look at. */
export interface InterestStanding {
  /** Whose it is. */
  accountId: string;
  visibility: InterestVisibility;
  state: InterestState;
  /** The organisations that employ the owner. */
  employerIds: readonly string[];
  /** Whether the viewer works with the owner and the counterparty on the same thing. */
  shared: boolean;
}

/** What the viewer is to an interest; null where it is none of their business, which is the same as not found. */
export const roleOnInterest = (viewer: Viewer, interest: InterestStanding): InterestRole | null => {
  if (viewer.accountId === null) return null;
  if (viewer.accountId === interest.accountId) return 'owner';
  if (interest.employerIds.some((id) => isOfficeOf(viewer, id))) return 'office';
  return interest.shared && interest.visibility !== 'approver' && interest.state === 'current' ? 'party' : null;
};

/** What somebody may do with an interest now. */
export type InterestAction = 'change' | 'end' | 'withdraw' | 'mitigate';

export const actionsOnInterest = (
  role: InterestRole | null,
  { state, nothing }: { state: InterestState; nothing: boolean },
): InterestAction[] => {
  if (state !== 'current') return role === 'owner' && state === 'ended' ? ['withdraw'] : [];
  if (role === 'owner') return nothing ? ['withdraw'] : ['change', 'end', 'withdraw'];
  return role === 'office' && !nothing ? ['mitigate'] : [];
};

/** Whether the register names an interest; of others it says that an entry is withheld. */
export const namedInRegister = (visibility: InterestVisibility): boolean => visibility === 'register';
