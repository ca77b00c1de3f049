import type { ICalEventData } from 'ical-generator';
import { writable } from './written.document.js';

/** Something for a calendar. */
export interface CalendarEvent {
  /** Stays the same when the event is written again, so that a calendar replaces it. */
  id: string;
  title: string;
  /** A whole day as YYYY-MM-DD, or a moment. */
  start: string | Date;
  /** Where `start` is a day, the last day. */
  end?: string | Date;
  description?: string;
  place?: string;
  url?: string;
  organiser?: { name: string; email: string };
  attendees?: readonly { name: string; email: string }[];
}

const day = 86_400_000;
const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** The events as an iCalendar file (RFC 5545). Moments are written in UTC, days without a time. */
export const writeCalendar = async (name: string, events: readonly CalendarEvent[]): Promise<Buffer> => {
  const { default: ical } = await import('ical-generator');
  const calendar = ical({
    name: writable(name),
    prodId: { company: 'Benchside', product: 'Benchside', language: 'EN' },
  });
  for (const event of events) calendar.createEvent(entry(event));
  return Buffer.from(calendar.toString());
};

const entry = ({
  id,
  title,
  start,
  end,
  description,
  place,
  url,
  organiser,
  attendees = [],
}: CalendarEvent): ICalEventData => {
  const common: ICalEventData = {
    id,
    summary: writable(title),
    start: typeof start === 'string' ? midnight(start) : start,
    ...(description ? { description: writable(description) } : {}),
    ...(place ? { location: writable(place) } : {}),
    ...(url ? { url } : {}),
    ...(organiser ? { organizer: { name: writable(organiser.name), email: organiser.email } } : {}),
    attendees: attendees.map((person) => ({ name: writable(person.name), email: person.email })),
  };
  if (typeof start !== 'string') return end === undefined ? common : { ...common, end: new Date(end) };
  // The end of a whole day is the day after it: the file says when it is over.
  const last = typeof end === 'string' ? midnight(end) : midnight(start);
  return { ...common, allDay: true, end: new Date(last.getTime() + day) };
};
