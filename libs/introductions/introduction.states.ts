/** Where an introduction can be. */
export type IntroductionState = 'asked' | 'passed-on' | 'refused' | 'withdrawn' | 'expired' | 'accepted' | 'declined';

/** Who somebody is to an introduction: who asks, who stands in the middle, who is to be met. */
export type IntroductionRole = 'asker' | 'middle' | 'target';

export type IntroductionAction = 'ask' | 'approve' | 'refuse' | 'withdraw' | 'accept' | 'decline' | 'expire';

/** What links two: a work that both are named on, work that both agreed to on the platform, or advice that was given. */
export const linkKinds = ['work', 'collaboration', 'mentor'] as const;

export type LinkKind = (typeof linkKinds)[number];

/** One way from a state to another, and who may take it. */
export interface IntroductionTransition {
  from: IntroductionState | 'new';
  to: IntroductionState;
  action: IntroductionAction;
  actor: IntroductionRole | 'clock';
}

/** Every legal step. The database has the same rows in `introduction_transition` and refuses any other. */
export const introductionTransitions: readonly IntroductionTransition[] = [
  { from: 'new', to: 'asked', action: 'ask', actor: 'asker' },
  { from: 'asked', to: 'passed-on', action: 'approve', actor: 'middle' },
  { from: 'asked', to: 'refused', action: 'refuse', actor: 'middle' },
  { from: 'asked', to: 'withdrawn', action: 'withdraw', actor: 'asker' },
  { from: 'asked', to: 'expired', action: 'expire', actor: 'clock' },
  { from: 'passed-on', to: 'accepted', action: 'accept', actor: 'target' },
  { from: 'passed-on', to: 'declined', action: 'decline', actor: 'target' },
  { from: 'passed-on', to: 'expired', action: 'expire', actor: 'clock' },
];
