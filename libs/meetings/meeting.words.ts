import type { MeetingRow } from './meeting.queries.js';

const moment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
  timeZoneName: 'short',
});

/** A moment as a letter writes it: the clock of London, which it names. */
export const timeWords = (at: Date): string => moment.format(at);

/** Where it is, to stand after when; a link is not repeated in a letter. */
export const placeWords = ({ place, eventPlace, tableNumber, link }: MeetingRow): string => {
  const where = [tableNumber ? `table ${tableNumber}` : null, place ?? eventPlace].filter(Boolean).join(', ');
  if (where) return `, ${where}`;
  return link ? ', a call: the link is with the meeting' : '';
};
