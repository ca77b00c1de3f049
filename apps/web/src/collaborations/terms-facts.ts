import type { TermsFragment } from '../generated/graphql';
import { placeModeLabel } from '../search/list-kinds';
import { dayOf, shareOfTime } from '../theme/words';
import { oopWords, payerWords } from './words';

const yesOrNo = (value: boolean | null) => (value === null ? null : value ? 'Yes' : 'No');

/** Terms as facts, in the order of the form; null is not agreed yet. */
export const termsFacts = (terms: TermsFragment): [string, string | null][] => [
  ['Way of working', terms.type.label],
  ...(terms.oopType || terms.type.code === 'out-of-programme-year'
    ? [['Out of programme', terms.oopType && (oopWords[terms.oopType] ?? terms.oopType)] as [string, string | null]]
    : []),
  [
    'Time',
    terms.fte !== null
      ? shareOfTime(terms.fte)
      : terms.daysPerYear !== null
        ? `${terms.daysPerYear} ${terms.daysPerYear === 1 ? 'day' : 'days'} a year`
        : null,
  ],
  ['First day', terms.startsOn && dayOf(terms.startsOn)],
  ['Last day', terms.endsOn && dayOf(terms.endsOn)],
  ['Where', placeModeLabel(terms.placeMode) ?? null],
  ['Place', terms.place],
  ['Paid by', terms.paidBy && (payerWords[terms.paidBy] ?? terms.paidBy)],
  ['Pay route', terms.payRoute],
  ['Backfill', terms.backfill],
  ['Right to return', yesOrNo(terms.rightToReturn)],
  ['Day of return', terms.returnsOn && dayOf(terms.returnsOn)],
  ['Counts to training', yesOrNo(terms.countsToTraining)],
  ['Honorary contract', yesOrNo(terms.honoraryContract)],
  ['Note', terms.note],
];

/** What changed from one version to the next, in words. */
export const termsChanges = (older: TermsFragment, newer: TermsFragment): string[] => {
  const before = new Map(termsFacts(older));
  return termsFacts(newer).flatMap(([name, value]) => {
    const was = before.get(name) ?? null;
    if (was === value) return [];
    if (value === null) return [`${name}: no longer said (was ${was})`];
    return [was === null ? `${name}: ${value}` : `${name}: ${value} (was ${was})`];
  });
};
