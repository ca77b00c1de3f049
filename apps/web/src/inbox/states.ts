import { dayOf } from '../theme/words';

/** How a state reads, in a list and on a thread. */
export const stateWords: Record<string, string> = {
  'office-review': 'With an office',
  delivered: 'Waiting for an answer',
  asked: 'A question is open',
  'awaiting-nda': 'Waiting for the NDA',
  accepted: 'Accepted',
  declined: 'Declined',
  referred: 'Passed on',
  withdrawn: 'Withdrawn',
  expired: 'Ended unanswered',
  refused: 'Not approved',
};

const dayLength = 86_400_000;

/** "Reply due in 3 days", from when a request ends unanswered. */
export const dueIn = ({ state, openUntil }: { state: string; openUntil: string | null }, now = Date.now()): string => {
  const due = state === 'awaiting-nda' ? 'NDA due' : 'Reply due';
  if (!openUntil) return due;
  const days = Math.floor((Date.parse(openUntil) - now) / dayLength);
  if (days < 1) return `${due} today`;
  return days === 1 ? `${due} tomorrow` : `${due} in ${days} days`;
};

/** "3 days ago"; older things have their day. */
export const ago = (moment: string, now = Date.now()): string => {
  const minutes = Math.round((now - Date.parse(moment)) / 60_000);
  if (minutes < 2) return 'just now';
  if (minutes < 60) return `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${hours} hours ago`;
  const days = Math.round(hours / 24);
  if (days < 15) return days === 1 ? 'yesterday' : `${days} days ago`;
  return dayOf(moment);
};

const moments = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** "Tue 1 December, 14:30", on the reader's own clock. */
export const momentOf = (moment: string): string => moments.format(new Date(moment));
