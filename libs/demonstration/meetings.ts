import { addDays } from './dates.js';
import { institutionKey } from './organisations/institutions.js';
import { keyOf } from './source.js';
import { readData } from './vocabulary.js';

/** Somebody of the directory who mentors, by the key of their record, and times that they offer. */
export interface DemonstrationMentor {
  sourceKey: string;
  grounds: string[];
  sectors: string[];
  experience: string;
  helpWith: string;
  /** Instants, each the start of half an hour. */
  slots: string[];
}

/** An event, with those who go to it. */
export interface DemonstrationEvent {
  /** The key of the organisation that holds it; null where the platform lists it. */
  host: string | null;
  name: string;
  kind: string;
  startsAt: string;
  endsAt: string;
  place: string | null;
  link: string | null;
  description: string;
  topics: string[];
  sectors: string[];
  tables: number;
  attendees: { sourceKey: string; lookingFor: string }[];
}

/** One piece of work that two demonstration accounts have begun: the company asked, the academic accepted. */
export interface DemonstrationCollaboration {
  /** The key of the opportunity that it is about. */
  opportunity: string;
  /** E-mail addresses of demonstration accounts. */
  academic: string;
  company: string;
  reason: string;
  lengthMonths: number;
  terms: {
    type: string;
    oopType: string;
    fte: number;
    placeMode: string;
    place: string;
    paidBy: string;
    payRoute: string;
    rightToReturn: boolean;
    note: string;
  };
  accepted: string;
  goesOn: string;
}

/** A request about a blind brief of a demonstration account’s company, which has said yes to it. */
export interface DemonstrationBlindRequest {
  /** The key of the brief. */
  opportunity: string;
  /** E-mail addresses of demonstration accounts. */
  academic: string;
  company: string;
  type: string;
  reason: string;
  accepted: string;
}

interface MeetingsFile {
  mentors: (Omit<DemonstrationMentor, 'sourceKey' | 'slots'> & { person: number; slots: [number, string][] })[];
  events: (Pick<
    DemonstrationEvent,
    'name' | 'kind' | 'place' | 'link' | 'description' | 'topics' | 'sectors' | 'tables'
  > & {
    host: { firm: number } | { institution: string } | null;
    inDays: number;
    from: string;
    to: string;
    attendees: { person: number; lookingFor: string }[];
  })[];
  collaboration: Omit<DemonstrationCollaboration, 'opportunity'> & { opportunity: number };
  blindRequest: Omit<DemonstrationBlindRequest, 'opportunity'> & { opportunity: number };
}

const file = readData<MeetingsFile>('meetings.json');

/** The weekday that many days later, or the Monday after it. */
const weekdayAfter = (today: string, days: number): string => {
  const day = addDays(today, days);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
};

const person = (number: number) => keyOf('academic', number);

/** The mentors of the demonstration, with times in the weeks after `today` (YYYY-MM-DD). */
export const demonstrationMentors = (today: string): DemonstrationMentor[] =>
  file.mentors.map(({ person: number, slots, ...mentor }) => ({
    ...mentor,
    sourceKey: person(number),
    slots: slots.map(([days, time]) => `${weekdayAfter(today, days)}T${time}:00Z`),
  }));

const hostKey = (host: MeetingsFile['events'][number]['host']): string | null => {
  if (!host) return null;
  return 'firm' in host ? keyOf('company', host.firm + 1) : institutionKey(host.institution);
};

/** The events of the demonstration, in the months after `today` (YYYY-MM-DD). */
export const demonstrationEvents = (today: string): DemonstrationEvent[] =>
  file.events.map(({ host, inDays, from, to, attendees, ...event }) => {
    const day = weekdayAfter(today, inDays);
    return {
      ...event,
      host: hostKey(host),
      startsAt: `${day}T${from}:00Z`,
      endsAt: `${day}T${to}:00Z`,
      attendees: attendees.map(({ person: number, lookingFor }) => ({ sourceKey: person(number), lookingFor })),
    };
  });

/** The collaboration of the demonstration. */
export const demonstrationCollaboration: DemonstrationCollaboration = {
  ...file.collaboration,
  opportunity: keyOf('opportunity', file.collaboration.opportunity),
};

/** The request of the demonstration that waits for an NDA. */
export const demonstrationBlindRequest: DemonstrationBlindRequest = {
  ...file.blindRequest,
  opportunity: keyOf('opportunity', file.blindRequest.opportunity),
};
