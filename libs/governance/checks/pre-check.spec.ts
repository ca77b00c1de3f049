import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTaxonomy } from '#taxonomy';
import { checkedPolicyRules, policyKindCodes, type StoredPolicyRule } from '../packs/policy.rules.js';
import { governanceRules } from '../rules/rule.set.js';
import type { Rule } from '../rules/rule.shapes.js';
import type { AppliedPack } from './policy.lines.js';
import { type PreCheckFacts, preCheck } from './pre-check.js';

const today = '2026-11-22';
const taxonomy = readTaxonomy();

const consultant: PreCheckFacts = {
  who: {
    profession: 'doctor',
    trainingStatus: 'post-cct',
    careerStage: 'senior',
    nation: 'england',
    region: 'london',
    firstYear: false,
    finalYear: false,
    visaSponsored: false,
  },
  what: {
    engagementType: 'advisory-board',
    fte: null,
    daysPerYear: 6,
    startsOn: '2027-06-01',
    endsOn: '2028-05-31',
    purpose: 'industry-post',
    countsToTraining: false,
  },
  counterparty: { known: true, id: 'novara', name: 'Novara', sector: 'medical-technology' },
  interests: [],
  packs: [],
};
const rule = (values: Partial<StoredPolicyRule>): StoredPolicyRule => ({
  kind: 'max-outside-days',
  effect: 'warn',
  amount: null,
  codes: [],
  note: '',
  sourceTitle: 'Outside work policy, section 4',
  sourceUrl: null,
  ...values,
});
const pack = (...rules: Partial<StoredPolicyRule>[]): AppliedPack => ({
  id: 'pack',
  name: 'Northgate Hospitals',
  version: 3,
  rules: rules.map(rule),
});
const check = (facts: Partial<PreCheckFacts>, rules = governanceRules) =>
  preCheck({ ...consultant, ...facts }, rules, today);
const what = (values: Partial<PreCheckFacts['what']>) => ({ what: { ...consultant.what, ...values } });
const who = (values: Partial<PreCheckFacts['who']>) => ({ who: { ...consultant.who, ...values } });
const line = (result: ReturnType<typeof check>, code: string) => result.lines.find((one) => one.code === code);

describe('the pre-check', () => {
  it('of a consultant’s advisory board: outside work is declared, nothing stands against it', () => {
    const result = check({});
    expect(result).toMatchObject({ overall: 'needs-attention', blocked: false });
    expect(line(result, 'check-outside-work')).toMatchObject({ decides: 'Your employer', from: 'rule' });
    expect(line(result, 'check-no-interest')).toMatchObject({ level: 'ready' });
  });

  it('of a mentor without anything else is ready but for outside work', () => {
    const rules = {
      ...governanceRules,
      rules: governanceRules.rules.filter(({ id }) => id !== 'check-outside-work'),
    };
    expect(check(what({ engagementType: 'mentoring' }), rules).overall).toBe('ready');
  });

  it('knows an interest in the other side by its id or its name, and not one in another', () => {
    const interest = { organisationId: 'novara', name: 'Elsewhere', category: 'financial' };
    expect(line(check({ interests: [interest] }), 'check-interest')?.text).toContain('On record: financial.');
    const named = { ...interest, organisationId: null, name: ' novara ' };
    expect(line(check({ interests: [named] }), 'check-interest')).toBeDefined();
    expect(line(check({ interests: [{ ...interest, organisationId: 'other' }] }), 'check-interest')).toBeUndefined();
    expect(line(check({ interests: null }), 'check-interests-unknown')).toMatchObject({ level: 'needs-attention' });
  });

  it('says what cannot be looked at while the other side is hidden', () => {
    const result = check({
      counterparty: { known: false, id: null, name: null, sector: null },
      packs: [pack({ kind: 'forbidden-sectors', effect: 'block', codes: ['pharmaceutical'] })],
    });
    expect(line(result, 'check-counterparty-hidden')).toBeDefined();
    expect(line(result, 'check-no-interest')).toBeUndefined();
    expect(line(result, 'forbidden-sectors')).toMatchObject({ level: 'needs-attention', blocks: false });
  });

  it('of somebody in training asks the planner', () => {
    const trainee = { ...who({ trainingStatus: 'in-programme', finalYear: true, careerStage: 'doctoral' }) };
    const oop = what({ engagementType: 'out-of-programme-year', startsOn: '2027-01-10', endsOn: '2028-01-09' });
    const result = check({ ...trainee, ...oop });
    expect(result).toMatchObject({ overall: 'not-as-it-stands', blocked: false });
    expect(result.lines.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['final-year', 'too-short-notice', 'suggested-type', 'late-discuss', 'late-apply']),
    );
    expect(line(result, 'late-notice')?.text).toContain('43 days ago');
    expect(check({ ...oop }).lines.map(({ code }) => code)).toContain('check-oop-not-open');
  });

  it('names the transfers of value that a pharmaceutical company publishes', () => {
    const pharma = { counterparty: { known: true, id: 'x', name: 'X', sector: 'pharmaceutical' } };
    expect(line(check(pharma), 'check-transfer-of-value')).toBeDefined();
    expect(line(check({}), 'check-transfer-of-value')).toBeUndefined();
  });

  it('changes with the data alone', () => {
    const rules = {
      ...governanceRules,
      rules: governanceRules.rules.map(
        (one): Rule => (one.id === 'check-outside-work' && one.kind === 'check' ? { ...one, level: 'ready' } : one),
      ),
    };
    expect(check({}).overall).toBe('needs-attention');
    expect(check({}, rules).overall).toBe('ready');
  });
});

describe('a policy pack', () => {
  const says = (values: Partial<StoredPolicyRule>, facts: Partial<PreCheckFacts> = {}) => {
    const found = check({ packs: [pack(values)], ...facts }).lines.find(({ from }) => from === 'policy');
    return found && `${found.level}${found.blocks ? ', blocks' : ''}`;
  };

  it.each<[string, Partial<StoredPolicyRule>, Partial<PreCheckFacts>, string | undefined]>([
    ['fewer days than allowed', { amount: 6 }, {}, 'ready'],
    ['more days than allowed', { amount: 5 }, {}, 'needs-attention'],
    ['more days, and it blocks', { amount: 5, effect: 'block' }, {}, 'not-as-it-stands, blocks'],
    ['unknown days never block', { amount: 5, effect: 'block' }, what({ daysPerYear: null }), 'needs-attention'],
    [
      'days from a share',
      { amount: 43, effect: 'block' },
      what({ daysPerYear: null, fte: 0.2 }),
      'not-as-it-stands, blocks',
    ],
    ['days from a share, allowed', { amount: 44 }, what({ daysPerYear: null, fte: 0.2 }), 'ready'],
    ['permission for all', { kind: 'prior-permission' }, {}, 'needs-attention'],
    ['permission for others', { kind: 'prior-permission', codes: ['consultancy'] }, {}, undefined],
    ['enough notice', { kind: 'notice-weeks', amount: 27 }, {}, 'ready'],
    ['too little notice', { kind: 'notice-weeks', amount: 28, effect: 'block' }, {}, 'not-as-it-stands, blocks'],
    ['no first day', { kind: 'notice-weeks', amount: 4, effect: 'block' }, what({ startsOn: null }), 'needs-attention'],
    ['another way of working', { kind: 'forbidden-engagement-types', codes: ['consultancy'] }, {}, undefined],
    ['this way of working', { kind: 'forbidden-engagement-types', codes: ['advisory-board'] }, {}, 'needs-attention'],
    ['this sector', { kind: 'forbidden-sectors', codes: ['medical-technology'] }, {}, 'needs-attention'],
    ['another sector', { kind: 'forbidden-sectors', codes: ['pharmaceutical'] }, {}, undefined],
    ['no declaration', { kind: 'declaration-before-start', effect: 'block' }, {}, 'not-as-it-stands, blocks'],
    [
      'a declaration',
      { kind: 'declaration-before-start', effect: 'block' },
      { interests: [{ organisationId: 'novara', name: 'Novara', category: 'financial' }] },
      'ready',
    ],
    ['the office for intellectual property', { kind: 'ip-office-told' }, {}, 'needs-attention'],
  ])('%s', (_, values, facts, expected) => {
    expect(says(values, facts)).toBe(expected);
  });

  it('is quoted with its source and version, and blocks by itself alone', () => {
    const result = check({ packs: [pack({ amount: 5, effect: 'block', note: 'Five days, no more.' })] });
    expect(result).toMatchObject({ overall: 'not-as-it-stands', blocked: true });
    expect(result.lines[0]).toMatchObject({
      decides: 'Northgate Hospitals',
      fix: expect.stringContaining('fewer days'),
      rule: {
        text: 'Five days, no more.',
        source: 'Outside work policy, section 4 (policy of Northgate Hospitals, version 3)',
      },
    });
  });

  it.each<[string, object, string]>([
    ['an unknown kind', { kind: 'mood' }, 'rules[0].kind'],
    ['an unknown effect', { effect: 'shout' }, 'rules[0].effect'],
    ['no number', { amount: null }, 'rules[0].amount'],
    ['too large a number', { amount: 261 }, 'rules[0].amount'],
    ['a number that means nothing', { kind: 'ip-office-told', amount: 3 }, 'rules[0].amount'],
    ['codes that mean nothing', { amount: 3, codes: ['consultancy'] }, 'rules[0].codes'],
    ['no codes', { kind: 'forbidden-sectors' }, 'rules[0].codes'],
    ['an unknown code', { kind: 'forbidden-sectors', codes: ['weather'] }, 'rules[0].codes'],
    ['no source', { amount: 3, sourceTitle: ' ' }, 'rules[0].sourceTitle'],
  ])('is refused with %s', (_, values, field) => {
    expect(() => checkedPolicyRules([{ ...rule({}), ...values }], taxonomy)).toThrow(field);
  });

  it('is refused with one rule twice, or too many', () => {
    const one = rule({ amount: 5 });
    expect(() => checkedPolicyRules([one, { ...one, amount: 6 }], taxonomy)).toThrow('rules[1]');
    expect(() =>
      checkedPolicyRules(
        Array.from({ length: 31 }, () => one),
        taxonomy,
      ),
    ).toThrow('30 at most');
  });
});

describe('any pre-check', () => {
  const code = (scheme: string) => fc.constantFrom(...taxonomy.terms(scheme).map((term) => term.code));
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const day = fc.constantFrom('2026-11-01', '2026-12-24', '2027-02-28', '2028-02-29', '2030-01-01');
  const facts = fc.record({
    who: fc.record({
      profession: maybe(code('profession')),
      trainingStatus: maybe(code('training-status')),
      careerStage: maybe(code('career-stage')),
      nation: maybe(code('nation')),
      region: maybe(code('region')),
      firstYear: fc.boolean(),
      finalYear: fc.boolean(),
      visaSponsored: fc.boolean(),
    }),
    what: fc.record({
      engagementType: code('engagement-type'),
      fte: maybe(fc.constantFrom(0.1, 1)),
      daysPerYear: maybe(fc.constantFrom(1, 100)),
      startsOn: maybe(day),
      endsOn: maybe(day),
      purpose: fc.constantFrom('industry-post', 'research'),
      countsToTraining: fc.boolean(),
    }),
    counterparty: fc.record({
      known: fc.boolean(),
      id: maybe(fc.constant('novara')),
      name: maybe(fc.constant('Novara')),
      sector: maybe(code('sector')),
    }),
    interests: maybe(fc.constantFrom([], [{ organisationId: 'novara', name: 'Novara', category: 'financial' }])),
    packs: fc.array(
      fc.constantFrom(
        ...policyKindCodes.map((kind) => pack({ kind, amount: 5, codes: ['pharmaceutical', 'consultancy'] })),
      ),
      { maxLength: 3 },
    ),
  }) as fc.Arbitrary<PreCheckFacts>;

  it('says who decides and what would help on each line, and blocks by no rule of the field', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { overall, blocked, lines } = preCheck(one, governanceRules, today);
        expect(blocked).toBe(false);
        expect(lines.length).toBeGreaterThan(0);
        expect(overall).toBe(lines[0]?.level);
        for (const { text, fix, decides, rule: cited } of lines) {
          expect([text, fix, decides, cited.source].every((word) => word.length > 2)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
