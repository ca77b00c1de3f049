/** Where a collaboration can be. */
export const collaborationStates = [
  'exploring',
  'governance',
  'agreement',
  'active',
  'completed',
  'ended-early',
  'on-hold',
  'withdrawn',
] as const;

export type CollaborationState = (typeof collaborationStates)[number];

export const collaborationActions = [
  'start-governance',
  'start-agreement',
  'activate',
  'complete',
  'step-back',
  'hold',
  'resume',
  'end-early',
  'withdraw',
] as const;

/** A step that either side takes. */
export type CollaborationAction = (typeof collaborationActions)[number];

/** One way from a state to another. */
export interface CollaborationTransition {
  from: CollaborationState | 'none';
  to: CollaborationState;
  action: CollaborationAction | 'begin';
}

const way = (
  action: CollaborationTransition['action'],
  from: CollaborationTransition['from'],
  to: CollaborationState,
): CollaborationTransition => ({ action, from, to });

const holdable = ['exploring', 'governance', 'agreement', 'active'] as const;

/** Every legal step. The database has the same rows in `collaboration_transition` and refuses any other. */
export const collaborationTransitions: readonly CollaborationTransition[] = [
  way('begin', 'none', 'exploring'),
  way('start-governance', 'exploring', 'governance'),
  way('start-agreement', 'governance', 'agreement'),
  way('activate', 'agreement', 'active'),
  way('complete', 'active', 'completed'),
  way('step-back', 'governance', 'exploring'),
  way('step-back', 'agreement', 'governance'),
  ...holdable.map((state) => way('hold', state, 'on-hold')),
  ...holdable.map((state) => way('resume', 'on-hold', state)),
  way('end-early', 'active', 'ended-early'),
  way('end-early', 'on-hold', 'ended-early'),
  way('withdraw', 'exploring', 'withdrawn'),
  way('withdraw', 'governance', 'withdrawn'),
  way('withdraw', 'agreement', 'withdrawn'),
  way('withdraw', 'on-hold', 'withdrawn'),
];

/** States in which nothing changes any more but what is recorded of the outcome. */
export const finalStates = ['completed', 'ended-early', 'withdrawn'] as const satisfies CollaborationState[];

export const isFinal = (state: CollaborationState): boolean => finalStates.some((final) => final === state);

/** What a state and, on hold, the state before it allow; what was active is ended, what was not is withdrawn. */
export const actionsFrom = (state: CollaborationState, held: CollaborationState | null): CollaborationAction[] =>
  collaborationActions.filter((action) => {
    if (!collaborationTransitions.some((each) => each.from === state && each.action === action)) return false;
    if (state !== 'on-hold' || action === 'resume') return true;
    return (action === 'end-early') === (held === 'active');
  });

/** Where an action leads from a state. */
export const leadsTo = (
  action: CollaborationAction,
  state: CollaborationState,
  held: CollaborationState | null,
): CollaborationState | null => {
  if (!actionsFrom(state, held).includes(action)) return null;
  if (action === 'resume') return held;
  return collaborationTransitions.find((each) => each.from === state && each.action === action)?.to ?? null;
};

/** What everybody may be told of a state: simpler than the state, and nothing of what is being sorted out. */
export type PublicStatus = 'talking' | 'arranging' | 'working' | 'paused' | 'completed' | 'ended';

const statuses: Record<CollaborationState, PublicStatus> = {
  exploring: 'talking',
  governance: 'arranging',
  agreement: 'arranging',
  active: 'working',
  'on-hold': 'paused',
  completed: 'completed',
  'ended-early': 'ended',
  withdrawn: 'ended',
};

export const publicStatusOf = (state: CollaborationState): PublicStatus => statuses[state];

/** A state in words, for a sentence: "This collaboration ... ". */
export const collaborationStateWords: Record<CollaborationState, string> = {
  exploring: 'is being explored',
  governance: 'waits for what must be right first',
  agreement: 'waits for its agreement',
  active: 'is under way',
  completed: 'is completed',
  'ended-early': 'has ended early',
  'on-hold': 'is on hold',
  withdrawn: 'was withdrawn',
};

/** The step forward from each state that has one. */
export const nextActions: Partial<Record<CollaborationState, CollaborationAction>> = {
  exploring: 'start-governance',
  governance: 'start-agreement',
  agreement: 'activate',
  active: 'complete',
};
