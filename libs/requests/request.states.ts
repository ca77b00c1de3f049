/** Where a request can be. A draft is kept elsewhere: a request begins by being sent. */
export const requestStates = [
  'office-review',
  'delivered',
  'asked',
  'awaiting-nda',
  'accepted',
  'declined',
  'referred',
  'withdrawn',
  'expired',
  'refused',
] as const;

export type RequestState = (typeof requestStates)[number];

/** The two sides of a request. */
export type RequestSide = 'sender' | 'receiver';

export const isSide = (text: string | undefined): text is RequestSide => text === 'sender' || text === 'receiver';

/** Who takes a step: a side, the office of one, or the clock. */
export type Actor = RequestSide | 'office' | 'clock';

export type RequestAction =
  | 'send'
  | 'approve'
  | 'refuse'
  | 'ask'
  | 'answer'
  | 'accept'
  | 'sign'
  | 'decline'
  | 'refer'
  | 'withdraw'
  | 'expire'
  | 'undo';

/** Whose a step is: an actor’s, or that of the open side, which is not the one that a blind opportunity hides. */
export type StepOwner = Actor | 'open';

/** One way from a state to another, and who may take it. */
export interface Transition {
  from: RequestState | 'draft';
  to: RequestState;
  action: RequestAction;
  actor: StepOwner;
}

const ways = (
  action: RequestAction,
  actor: StepOwner,
  from: readonly Transition['from'][],
  to: readonly RequestState[],
): Transition[] => from.flatMap((start) => to.map((end) => ({ from: start, to: end, action, actor })));

/** States in which a request waits for somebody; two sides have one such request about the same thing. */
export const openStates = ['office-review', 'delivered', 'asked', 'awaiting-nda'] as const satisfies RequestState[];

/** States in which the receiver has the request and it is not decided. */
export const undecided = ['delivered', 'asked'] as const satisfies RequestState[];

/** States in which the two sides may write to each other; what was written stays readable in every state. */
export const talkingStates = ['delivered', 'asked', 'awaiting-nda', 'accepted'] as const satisfies RequestState[];

/** Every legal step. The database has the same rows in `request_transition` and refuses any other. */
export const transitions: readonly Transition[] = [
  ...ways('send', 'sender', ['draft'], ['delivered', 'office-review']),
  ...ways('approve', 'office', ['office-review'], ['delivered']),
  ...ways('refuse', 'office', ['office-review'], ['refused']),
  ...ways('ask', 'receiver', ['delivered'], ['asked']),
  ...ways('answer', 'sender', ['asked'], ['delivered']),
  ...ways('accept', 'receiver', undecided, ['accepted', 'awaiting-nda']),
  ...ways('sign', 'open', ['awaiting-nda'], ['accepted']),
  ...ways('decline', 'receiver', [...undecided, 'awaiting-nda'], ['declined']),
  ...ways('refer', 'receiver', undecided, ['referred']),
  ...ways('withdraw', 'sender', openStates, ['withdrawn']),
  ...ways('expire', 'clock', openStates, ['expired']),
  ...ways('undo', 'receiver', ['accepted', 'awaiting-nda', 'declined'], undecided),
  ...ways('undo', 'receiver', ['declined'], ['awaiting-nda']),
];

/** Whether what led to a state may be taken back, so that the request is what it was before. */
export const mayReturn = (from: RequestState, to: Transition['from']): boolean =>
  transitions.some((way) => way.action === 'undo' && way.from === from && way.to === to);

/** From which states an action is possible. */
export const startsOf = (action: RequestAction): Transition['from'][] => [
  ...new Set(transitions.filter((way) => way.action === action).map(({ from }) => from)),
];

/** The side that is not hidden, where a request is about the opportunity of one. */
export const openSideOf = (opportunityOf: RequestSide | null): RequestSide | null =>
  opportunityOf && (opportunityOf === 'sender' ? 'receiver' : 'sender');

/** Whose an action is. */
export const ownerOf = (action: RequestAction): StepOwner => {
  const way = transitions.find((candidate) => candidate.action === action);
  if (!way) throw new Error(`There is no action ${action}`);
  return way.actor;
};

const theirWork: Partial<Record<RequestAction, string>> = {
  ask: 'asks about it',
  answer: 'answers what was asked',
  accept: 'accepts it',
  sign: 'signs the NDA for it',
  decline: 'declines it',
  refer: 'passes it on',
  withdraw: 'withdraws it',
  undo: 'takes the decision on it back',
};

/** Whether an action is for this side at all, whatever the state; null is for an office, which is on neither. */
export const isTheirs = (
  side: RequestSide | null,
  action: RequestAction | 'write',
  opportunityOf: RequestSide | null,
): boolean => {
  if (action === 'write') return side !== null;
  const owner = ownerOf(action);
  return side !== null && side === (owner === 'open' ? openSideOf(opportunityOf) : owner);
};

/** Whose an action is, for somebody for whom it is not. */
export const whoseItIs = (side: RequestSide | null, action: RequestAction | 'write'): string => {
  if (action === 'write') return 'Only the two sides of a request write to each other.';
  const whose: Partial<Record<StepOwner, string>> = {
    sender: 'sent a request',
    receiver: 'a request was sent to',
    open: 'is not behind the opportunity',
  };
  const owner = ownerOf(action);
  const yours = side === null ? 'you are on neither side of this one' : `you are on the side that ${whose[side]}`;
  return `Only the side that ${whose[owner] ?? 'may'} ${theirWork[action] ?? action}; ${yours}.`;
};

/** What a state means to the person who meant to act on it, for a sentence: "This request ... ". */
export const stateWords: Record<RequestState, string> = {
  'office-review': 'is with an office for approval',
  delivered: 'waits for the other side’s decision',
  asked: 'waits for an answer to a question',
  'awaiting-nda': 'waits for a signed NDA',
  accepted: 'was accepted',
  declined: 'was declined',
  referred: 'was passed on to a colleague',
  withdrawn: 'was withdrawn',
  expired: 'has expired',
  refused: 'was not approved by an office',
};
