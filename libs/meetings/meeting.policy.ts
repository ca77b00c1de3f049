import { isAdminOf, isPlatformAdmin, type Viewer } from '#accounts';
import type { MeetingAction, MeetingKind, MeetingRole, MeetingState } from './meeting.states.js';

/** What the rules read of a meeting. */
export interface Standing {
  kind: MeetingKind;
  state: MeetingState;
  askerAccountId: string;
  askedAccountId: string;
  /** When it takes place, once there is a time. */
  startsAt: Date | null;
}

/** What the viewer is to a meeting; null for everybody else, who do not know of it. */
export const roleOn = (viewer: Viewer, meeting: Standing): MeetingRole | null => {
  if (viewer.accountId === null) return null;
  if (viewer.accountId === meeting.askerAccountId) return 'asker';
  return viewer.accountId === meeting.askedAccountId ? 'asked' : null;
};

/** What the viewer may do with a meeting now. */
export const actionsOf = (viewer: Viewer, meeting: Standing, now = new Date()): MeetingAction[] => {
  const role = roleOn(viewer, meeting);
  if (role === null) return [];
  if (meeting.state === 'asked') {
    if (role === 'asker') return ['withdraw'];
    // A slot that has gone by is not accepted any more.
    return meeting.kind === 'mentor' && meeting.startsAt && meeting.startsAt <= now
      ? ['decline']
      : ['accept', 'decline'];
  }
  if (meeting.state !== 'accepted' || !meeting.startsAt) return [];
  return meeting.startsAt > now ? ['cancel'] : ['no-show'];
};

/** How to reach the other is shown to the two of an accepted meeting. */
export const showsContact = (viewer: Viewer, meeting: Standing): boolean =>
  meeting.state === 'accepted' && roleOn(viewer, meeting) !== null;

/** What the rules read of an event. */
export interface EventStanding {
  organisationId: string | null;
  state: 'draft' | 'published' | 'cancelled';
  /** When it was shown to everybody; null for one that never was. */
  publishedAt: Date | null;
}

/** An event is looked after by the administrators of its organisation; one of the platform, by the platform's. */
export const looksAfter = (viewer: Viewer, event: Pick<EventStanding, 'organisationId'>): boolean =>
  isPlatformAdmin(viewer) || (event.organisationId !== null && isAdminOf(viewer, event.organisationId));

/** A draft is known to those who look after it alone, also once it is cancelled. */
export const canSeeEvent = (viewer: Viewer, event: EventStanding): boolean =>
  event.state === 'published' || event.publishedAt !== null || looksAfter(viewer, event);
