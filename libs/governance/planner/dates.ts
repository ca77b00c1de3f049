import {
  addDays,
  addMonths,
  differenceInCalendarDays,
  differenceInMonths,
  format,
  parseISO,
  subMonths,
} from 'date-fns';

/** Days are texts, YYYY-MM-DD, and are counted by the calendar: no hour and no time zone comes into it. */
const text = (day: Date) => format(day, 'yyyy-MM-dd');

export const monthsBefore = (day: string, months: number): string => text(subMonths(parseISO(day), months));
export const monthsAfter = (day: string, months: number): string => text(addMonths(parseISO(day), months));
export const daysAfter = (day: string, days: number): string => text(addDays(parseISO(day), days));

/** A day as people read it, such as 1 February 2028. */
export const inWords = (day: string): string => format(parseISO(day), 'd MMMM yyyy');

/** How many days the first day is after the second; less than 0 where it is before. */
export const daysSince = (day: string, earlier: string): number =>
  differenceInCalendarDays(parseISO(day), parseISO(earlier));

/** Whole months from one day to another. */
export const monthsFrom = (day: string, later: string): number => differenceInMonths(parseISO(later), parseISO(day));

/** Whether a time from its first to its last day is longer than so many months. */
export const isLonger = (startsOn: string, endsOn: string, months: number): boolean =>
  monthsAfter(startsOn, months) <= endsOn;
