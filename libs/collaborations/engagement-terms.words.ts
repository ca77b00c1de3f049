import { dayInWords } from '#graphql';
import type { EngagementTerms } from './engagement-terms.entity.js';

/** One of the terms, in words. */
export interface TermInWords {
  label: string;
  value: string;
}

const paid: Record<string, string> = {
  company: 'The company',
  recharge: 'The employer, who charges it to the company',
  university: 'The university',
  employer: 'The employer',
  grant: 'A grant',
  unpaid: 'Nobody: it is unpaid',
};

const outOfProgramme: Record<string, string> = {
  OOPC: 'Career break (OOPC)',
  OOPE: 'Experience (OOPE)',
  OOPR: 'Research (OOPR)',
  OOPT: 'Training (OOPT)',
  OOPP: 'Pause (OOPP)',
};

const places: Record<string, string> = { 'on-site': 'On site', hybrid: 'Partly on site', remote: 'Remote' };

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'Yes' : 'No');

const time = ({ fte, daysPerYear }: EngagementTerms) => {
  if (fte !== null) return fte === 1 ? 'Full time' : `${Math.round(fte * 100)}% of full time`;
  return daysPerYear === null ? null : `${daysPerYear} ${daysPerYear === 1 ? 'day' : 'days'} a year`;
};

const day = (value: string | null) => value && dayInWords(value);

/** The terms in words, as those who approve or sign them read them; what is not agreed yet is left out. */
export const termsInWords = (terms: EngagementTerms): TermInWords[] => {
  const place = [places[terms.placeMode ?? ''], terms.place].filter(Boolean).join(': ');
  const lines: [string, string | null][] = [
    ['Way of working together', terms.type.label],
    ['Out of programme', outOfProgramme[terms.oopType ?? ''] ?? terms.oopType],
    ['Time', time(terms)],
    ['First day', day(terms.startsOn)],
    ['Last day', day(terms.endsOn)],
    ['Place', place || null],
    ['Who pays', paid[terms.paidBy ?? ''] ?? null],
    ['How the money is paid', terms.payRoute],
    ['Backfill', terms.backfill],
    ['Right to return', yesNo(terms.rightToReturn)],
    ['Returns on', day(terms.returnsOn)],
    ['Counts towards training', yesNo(terms.countsToTraining)],
    ['Honorary contract', yesNo(terms.honoraryContract)],
    ['Note', terms.note],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
};
