import { randomUUID } from 'node:crypto';
import { type AccessRow, asInput, everybody, key, onAll, onId, only, row, signedIn } from './access.rows.js';
import type { Role } from './access.world.js';

/** What colleagues of the company declared or got is for its office, and its administrators do what an office does. */
const officers: Role[] = ['admin', 'office'];

const interest = {
  category: 'financial',
  situation: 'shareholdings',
  counterparty: 'Inhale',
  description: 'Shares',
  visibility: 'register',
};
const given = { category: 'fees', amountPence: 12_000, paidOn: '2026-06-01', description: 'An advisory board' };
const everyoneElse = (code: string, but: Role[]) => Object.fromEntries(but.map((role) => [role, code]));

/**
 * Who declares and reads interests and transfers of value. `interest` is the academic's, `colleagueInterest` of somebody who
 * is employed by the company, `claimedInterest` of the one who works with the other company, about that company.
 */
export const declarationRows: AccessRow[] = [
  onAll('declarationTerms', everybody('allowed')),
  onAll('myInterests', signedIn('allowed'), { first: 1 }),
  onAll('interestStanding', signedIn('allowed')),
  onAll('interestSuggestions', signedIn('allowed')),
  onId('interest', 'interest', only(['academic'])),
  onId('interest', 'colleagueInterest', only(officers)),
  onId('interest', 'claimedInterest', only(['other'])),
  onId('declarationsFor', 'collaboration', only(['other']), 'collaborationId'),
  onId('interestRegister', 'company', only(officers), 'organisationId', { first: 1 }),

  row(
    'declareInterest',
    'one of their own',
    asInput(() => ({ ...interest, ...key() })),
    signedIn('allowed'),
  ),
  onAll('declareNoInterests', signedIn('allowed', { academic: 'STILL_NEEDED' })),
  row(
    'changeInterest',
    'interest',
    asInput(({ ids }) => ({ ...interest, id: ids.interest, version: 1 })),
    only(['academic']),
  ),
  row(
    'changeInterest',
    'claimedInterest',
    asInput(({ ids }) => ({ ...interest, id: ids.claimedInterest, version: 1 })),
    only([], { other: 'NOT_ALLOWED' }),
  ),
  onId('endInterest', 'interest', only(['academic']), 'id', { endsOn: '2026-06-01' }),
  onId('withdrawInterest', 'interest', only(['academic']), 'id', { reason: 'It was a mistake' }),
  onId('withdrawInterest', 'colleagueInterest', only([], everyoneElse('NOT_ALLOWED', officers)), 'id', {
    reason: 'It was a mistake',
  }),
  row(
    'confirmInterests',
    'interest',
    ({ ids }) => ({ ids: [ids.interest] }),
    signedIn('WRONG_STATE', { academic: 'allowed' }),
  ),
  row(
    'mitigateInterest',
    'colleagueInterest',
    asInput(({ ids }) => ({ id: ids.colleagueInterest, mitigation: 'restrict', note: 'Takes no part in buying.' })),
    only(officers),
  ),
  row(
    'mitigateInterest',
    'interest',
    asInput(({ ids }) => ({ id: ids.interest, mitigation: 'none' })),
    only([], { academic: 'NOT_ALLOWED' }),
  ),
  row(
    'dismissInterestSuggestion',
    'where nothing was suggested',
    () => ({ organisationId: randomUUID(), reason: 'It is no interest' }),
    only([]),
  ),

  onId('transfer', 'transfer', only(['academic', 'other'])),
  onId('transfer', 'colleagueTransfer', only([...officers, 'other'])),
  onId('companyTransfers', 'otherCompany', only(['other']), 'organisationId', { first: 1 }),
  onAll('transfersToMe', signedIn('allowed'), { first: 1 }),
  onId('transfersToPeople', 'company', only(officers), 'organisationId', { first: 1 }),
  onId('transferYear', 'otherCompany', only(['other']), 'organisationId', { year: 2026 }),
  row(
    'recordTransfer',
    'for the other company',
    asInput(({ ids }) => ({ ...given, ...key(), organisationId: ids.otherCompany, toAcademicId: ids.own })),
    only(['other']),
  ),
  row(
    'correctTransfer',
    'transfer',
    asInput(({ ids }) => ({ ...given, id: ids.transfer, version: 1 })),
    only(['other'], { academic: 'NOT_ALLOWED' }),
  ),
  onId('disputeTransfer', 'transfer', only(['academic'], { other: 'NOT_ALLOWED' }), 'id', {
    reason: 'I was not there',
  }),
  onId('setNamingConsent', 'transfer', only(['academic'], { other: 'NOT_ALLOWED' }), 'id', {
    consent: 'given',
  }),
];
