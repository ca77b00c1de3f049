/** Where a meeting can be, from asked to over. */
export const meetingStates = ['asked', 'accepted', 'declined', 'withdrawn', 'expired', 'cancelled', 'no-show'] as const;

export type MeetingState = (typeof meetingStates)[number];

/** What a meeting is: advice in writing, one of a mentor's slots, or a one-to-one at an event. */
export type MeetingKind = 'advice' | 'mentor' | 'event';

export const meetingKinds: readonly MeetingKind[] = ['advice', 'mentor', 'event'];

/** The two people of a meeting. */
export type MeetingRole = 'asker' | 'asked';

export type MeetingAction = 'ask' | 'accept' | 'decline' | 'withdraw' | 'expire' | 'cancel' | 'no-show';

/** One way from a state to another, and who may take it. */
export interface MeetingTransition {
  from: MeetingState | 'new';
  to: MeetingState;
  action: MeetingAction;
  actor: MeetingRole | 'either' | 'clock';
}

/** Every legal step. The database has the same rows in `meeting_transition` and refuses any other. */
export const meetingTransitions: readonly MeetingTransition[] = [
  { from: 'new', to: 'asked', action: 'ask', actor: 'asker' },
  { from: 'asked', to: 'accepted', action: 'accept', actor: 'asked' },
  { from: 'asked', to: 'declined', action: 'decline', actor: 'asked' },
  { from: 'asked', to: 'withdrawn', action: 'withdraw', actor: 'asker' },
  { from: 'asked', to: 'expired', action: 'expire', actor: 'clock' },
  // With its event.
  { from: 'asked', to: 'cancelled', action: 'cancel', actor: 'either' },
  { from: 'accepted', to: 'cancelled', action: 'cancel', actor: 'either' },
  { from: 'accepted', to: 'no-show', action: 'no-show', actor: 'either' },
];

/** What a state means, for a sentence: "This ... ". */
export const stateWords: Record<MeetingState, string> = {
  asked: 'waits for an answer',
  accepted: 'was accepted',
  declined: 'was declined',
  withdrawn: 'was withdrawn',
  expired: 'has ended unanswered',
  cancelled: 'was cancelled',
  'no-show': 'did not take place',
};
