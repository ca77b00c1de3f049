import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nobody, type OrganisationRole, type Viewer } from '#accounts';
import { confirmBy, declarationRules, evidenceKinds, interestTerms, transferCategories } from './declaration.rules.js';
import {
  actionsOnInterest,
  type InterestStanding,
  interestStates,
  roleOnInterest,
  visibilities,
} from './interest.policy.js';
import { excerpt, suggestionsFrom } from './interest.suggestions.js';
import { actionsOnTransfer, consentMayBecome, consents, rolesOnTransfer, transferStates } from './transfer.policy.js';
import type { YearLine } from './transfer.queries.js';
import { isNamed, returnRows, yearCategories } from './transfer.return.js';

const organisations = ['company', 'hospital', 'university'] as const;
const roles: OrganisationRole[] = ['member', 'admin', 'office'];

const viewers: fc.Arbitrary<Viewer> = fc
  .record({
    accountId: fc.constantFrom(null, 'ada', 'ben'),
    academicId: fc.constantFrom(null, 'ada-profile', 'ben-profile'),
    memberships: fc.uniqueArray(
      fc.record({ organisationId: fc.constantFrom(...organisations), role: fc.constantFrom(...roles) }),
      { selector: ({ organisationId }) => organisationId },
    ),
    platformRole: fc.constantFrom('person' as const, 'platform-admin' as const),
  })
  .map((some) => ({ ...nobody, ...some }));

const interests: fc.Arbitrary<InterestStanding> = fc.record({
  accountId: fc.constantFrom('ada', 'ben'),
  visibility: fc.constantFrom(...visibilities),
  state: fc.constantFrom(...interestStates),
  employerIds: fc.uniqueArray(fc.constantFrom(...organisations)),
  shared: fc.boolean(),
});

describe('who sees an interest', () => {
  it('is its owner, whatever else holds', () => {
    fc.assert(
      fc.property(viewers, interests, (viewer, interest) => {
        fc.pre(viewer.accountId === interest.accountId);
        expect(roleOnInterest(viewer, interest)).toBe('owner');
      }),
    );
  });

  it('is, of others, only the office of an employer, or who works with both while it is for them', () => {
    fc.assert(
      fc.property(viewers, interests, (viewer, interest) => {
        fc.pre(viewer.accountId !== interest.accountId);
        const role = roleOnInterest(viewer, interest);
        const isOffice = viewer.memberships.some(
          ({ organisationId, role: own }) => own !== 'member' && interest.employerIds.includes(organisationId),
        );
        if (viewer.accountId === null) expect(role).toBeNull();
        else if (isOffice) expect(role).toBe('office');
        else if (!interest.shared || interest.visibility === 'approver' || interest.state !== 'current')
          expect(role).toBeNull();
        else expect(role).toBe('party');
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on running the platform', () => {
    fc.assert(
      fc.property(viewers, interests, (viewer, interest) => {
        expect(roleOnInterest({ ...viewer, platformRole: 'platform-admin' }, interest)).toBe(
          roleOnInterest({ ...viewer, platformRole: 'person' }, interest),
        );
      }),
    );
  });

  it('may change it only as its owner, and decide about it only as the office', () => {
    for (const state of interestStates) {
      for (const nothing of [true, false]) {
        expect(actionsOnInterest('party', { state, nothing })).toEqual([]);
        expect(actionsOnInterest(null, { state, nothing })).toEqual([]);
        expect(actionsOnInterest('office', { state, nothing }).filter((action) => action !== 'mitigate')).toEqual([]);
        expect(actionsOnInterest('owner', { state, nothing })).not.toContain('mitigate');
      }
    }
    expect(actionsOnInterest('owner', { state: 'withdrawn', nothing: false })).toEqual([]);
  });
});

describe('who sees a transfer of value', () => {
  const transfers = fc.record({
    organisationId: fc.constant('company'),
    academicId: fc.constantFrom(null, 'ada-profile', 'ben-profile'),
    recipientOrganisationId: fc.constantFrom(null, 'hospital'),
    employerId: fc.constantFrom(null, 'hospital', 'university'),
  });

  it('is the company, the recipient and the office of their employer, and nobody else', () => {
    fc.assert(
      fc.property(viewers, transfers, fc.constantFrom(...transferStates), (viewer, transfer, state) => {
        const found = rolesOnTransfer(viewer, transfer);
        const at = (id: string | null) => viewer.memberships.find(({ organisationId }) => organisationId === id)?.role;
        const oversees = (id: string | null) => id !== null && ['admin', 'office'].includes(at(id) ?? '');
        const expected = {
          company: at('company') !== undefined,
          recipient:
            (transfer.academicId !== null && transfer.academicId === viewer.academicId) ||
            oversees(transfer.recipientOrganisationId),
          office: oversees(transfer.employerId),
        };
        for (const [role, holds] of Object.entries(expected)) {
          expect(found.includes(role as 'company')).toBe(viewer.accountId !== null && holds);
        }
        const actions = actionsOnTransfer(found, state);
        expect(actions.includes('correct')).toBe(found.includes('company'));
        expect(actions.includes('consent')).toBe(found.includes('recipient'));
      }),
      { numRuns: 500 },
    );
  });

  it('answers about a name only in ways that make sense: what was not given is not withdrawn', () => {
    const ways = consents.flatMap((from) =>
      consents.filter((to) => consentMayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(ways).toEqual(['asked given', 'asked refused', 'given withdrawn', 'refused given', 'withdrawn given']);
  });
});

const lines: fc.Arbitrary<YearLine> = fc
  .record({
    category: fc.constantFrom(...transferCategories.map(({ code }) => code)),
    recipientKind: fc.constantFrom('hcp' as const, 'hco' as const),
    person: fc.constantFrom('Ada Nwosu', 'Ben Okoro', 'Cara Lund', null),
    amountPence: fc.integer({ min: 1, max: 2_000_000_000 }),
    consented: fc.boolean(),
    disputed: fc.boolean(),
  })
  .map(({ person, ...line }) => ({ ...line, recipientId: person, recipientName: person }));

const pence = (amount: string | undefined) => Number((amount ?? '').replace('.', ''));

describe('the return of a year', () => {
  it('holds every penny once', () => {
    fc.assert(
      fc.property(fc.array(lines), (all) => {
        const sum = all.reduce((total, { amountPence }) => total + amountPence, 0);
        const rows = returnRows(all, 2026);
        expect(rows.reduce((total, row) => total + pence(row[7]), 0)).toBe(sum);
        expect(rows.reduce((total, row) => total + Number(row[6]), 0)).toBe(all.length);
        expect(yearCategories(all).reduce((total, one) => total + one.pence, 0)).toBe(sum);
      }),
    );
  });

  it('names nobody without their consent, and nobody at all for research and development', () => {
    fc.assert(
      fc.property(fc.array(lines), (all) => {
        const rows = returnRows(all, 2026);
        for (const name of ['Ada Nwosu', 'Ben Okoro', 'Cara Lund']) {
          const may = all.some(
            (line) => line.recipientName === name && line.consented && line.category !== 'research-development',
          );
          expect(rows.some((row) => row.includes(name))).toBe(may);
          const own = all.filter((line) => line.recipientName === name && isNamed(line));
          const told = rows.filter((row) => row[4] === name).reduce((total, row) => total + pence(row[7]), 0);
          expect(told).toBe(own.reduce((total, { amountPence }) => total + amountPence, 0));
        }
      }),
    );
  });
});

describe('the words of declarations', () => {
  it('have a source each, and say which of them are not yet sourced', () => {
    const lists = [
      interestTerms.categories,
      interestTerms.situations,
      interestTerms.valueBands,
      interestTerms.mitigations,
    ];
    for (const term of [...lists.flat(), ...interestTerms.visibilities, ...transferCategories]) {
      expect(term.source.length).toBeGreaterThan(5);
      if (/not yet sourced|editorial/i.test(term.source)) expect(term.sourced).toBe(false);
    }
    expect(interestTerms.situations.filter(({ sourced }) => sourced).length).toBeGreaterThanOrEqual(5);
  });

  it('know each other', () => {
    const situations = new Set(interestTerms.situations.map(({ code }) => code));
    const categories = new Set(interestTerms.categories.map(({ code }) => code));
    expect(declarationRules.evidence.map(({ kind }) => kind).sort()).toEqual([...evidenceKinds].sort());
    for (const { situation } of [...declarationRules.evidence, ...transferCategories])
      expect(situations).toContain(situation);
    for (const { category } of declarationRules.evidence) expect(categories).toContain(category);
  });

  it('put the next confirmation a year on, on a day that exists', () => {
    expect(confirmBy('2026-11-22')).toBe('2027-11-22');
    expect(confirmBy('2028-02-29')).toBe('2029-02-28');
  });
});

describe('what points to an interest', () => {
  it('is quoted around the name, in whole words', () => {
    const text = `${'I ran clinics for many years. '.repeat(5)}Then I advised Breathe Devices, Ltd. on inhalers. ${'After that I taught. '.repeat(6)}`;
    const quoted = excerpt(text, 'Breathe Devices');
    expect(quoted).toContain('advised Breathe Devices, Ltd. on inhalers.');
    expect(quoted.length).toBeLessThan(180);
    expect(quoted).toMatch(/^… .* …$/);
    expect(excerpt('I advised Breathe.', 'Breathe')).toBe('I advised Breathe.');
  });

  it('is one suggestion for each organisation, made as the strongest evidence says', () => {
    const found = { organisationId: 'one', name: 'Breathe', more: null, day: '2026-03-01', mention: null };
    const [suggestion, ...others] = suggestionsFrom([
      { ...found, kind: 'declared-before', detail: 'patents' },
      { ...found, kind: 'transfer', detail: 'hco-donation-grant', more: '125000' },
    ]);
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({ category: 'financial', situation: 'donations', counterparty: 'Breathe' });
    expect(suggestion?.evidence.map(({ text }) => text)).toEqual([
      'Breathe recorded £1,250.00 to you on 1 March 2026: donations and grants.',
      'You declared it before (patents and other intellectual property), until 1 March 2026.',
    ]);
  });
});
