import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { governanceRules, type RuleSet } from '../rules/rule.set.js';
import { purposes, type Rule } from '../rules/rule.shapes.js';
import type { PlanFacts } from './plan.objects.js';
import { planTraining } from './planner.js';

const today = '2026-11-22';
const year: PlanFacts = {
  profession: 'doctor',
  trainingStatus: 'in-programme',
  nation: 'england',
  region: 'london',
  firstYear: false,
  finalYear: false,
  startsOn: '2028-02-02',
  endsOn: '2029-02-01',
  purpose: 'industry-post',
  visaSponsored: false,
  countsToTraining: false,
  nextArcpOn: null,
};
const plan = (facts: Partial<PlanFacts> = {}, rules = governanceRules, day = today) =>
  planTraining({ ...year, ...facts }, rules, day);
const fitsOf = (facts: Partial<PlanFacts>, rules = governanceRules) =>
  Object.fromEntries(plan(facts, rules).suggestions.map(({ code, fit }) => [code, fit]));
const warned = (facts: Partial<PlanFacts>) => plan(facts).warnings.map(({ code }) => code);
const days = (facts: Partial<PlanFacts>, day = today) =>
  plan(facts, governanceRules, day).timeline.map(({ code, on }) => `${code} ${on}`);
const with_ = (id: string, change: (rule: Rule) => Partial<Rule>): RuleSet => ({
  ...governanceRules,
  rules: governanceRules.rules.map((rule) => (rule.id === id ? ({ ...rule, ...change(rule) } as Rule) : rule)),
});

describe('a year in industry', () => {
  it('is usually a career break, perhaps experience, and no pause', () => {
    const { route, suggestions } = plan();
    expect(route).toBe('out-of-programme');
    expect(suggestions.map(({ code, fit }) => [code, fit])).toEqual([
      ['OOPC', 'suits'],
      ['OOPE', 'possible'],
      ['OOPR', 'usually-not'],
      ['OOPT', 'usually-not'],
      ['OOPP', 'usually-not'],
    ]);
    const [best] = suggestions;
    expect(best).toMatchObject({ maxMonths: 24, decides: expect.stringContaining('dean') });
    expect(best?.approvers).toEqual([
      'Educational supervisor',
      'Training programme director or head of school',
      'Postgraduate dean',
      'Employer',
    ]);
    expect(best?.effect.text).toContain('does not count');
    expect(suggestions.at(-1)?.reasons[0]?.text).toContain('does not fit a post in industry');
    for (const { reasons } of suggestions) for (const { rule } of reasons) expect(rule.source).not.toBe('');
  });

  it('that is to count is no career break, and may be research or training', () => {
    expect(fitsOf({ countsToTraining: true })).toMatchObject({ OOPC: 'usually-not', OOPE: 'usually-not' });
    expect(plan({ countsToTraining: true, purpose: 'research' }).suggestions[0]).toMatchObject({
      code: 'OOPR',
      fit: 'suits',
      approvers: expect.arrayContaining(['College', 'Regulator']),
    });
    expect(plan({ countsToTraining: true, purpose: 'training' }).suggestions[0]?.code).toBe('OOPT');
  });

  it.each([
    ['2029-02-01', 'OOPE', 'possible'],
    ['2029-02-02', 'OOPE', 'possible'],
    ['2030-02-01', 'OOPE', 'possible'],
    ['2030-02-02', 'OOPE', 'usually-not'],
    ['2030-02-01', 'OOPC', 'suits'],
    ['2030-02-02', 'OOPC', 'usually-not'],
  ])('that ends on %s: %s %s', (endsOn, code, fit) => {
    expect(fitsOf({ endsOn })).toMatchObject({ [code]: fit });
  });

  it('says when it is longer than is usual, and never blocks', () => {
    expect(warned({ endsOn: '2030-02-02' })).toContain('too-long');
    expect(warned({})).not.toContain('too-long');
  });

  it('is not normally taken in the first or the final year', () => {
    expect(warned({ firstYear: true })).toContain('first-year');
    expect(fitsOf({ firstYear: true })).toMatchObject({ OOPC: 'usually-not' });
    // What suits best still comes first.
    expect(plan({ finalYear: true }).suggestions[0]?.code).toBe('OOPC');
    expect(warned({ finalYear: true })).toContain('final-year');
  });

  it('warns of visa, late approval, notice and the date of completion', () => {
    expect(warned({ visaSponsored: true })).toContain('visa');
    expect(warned({})).toEqual(expect.arrayContaining(['no-retrospective-approval', 'cct-effect']));
    expect(warned({ startsOn: '2027-02-21' })).toContain('too-short-notice');
    expect(warned({ startsOn: '2027-02-22' })).not.toContain('too-short-notice');
    expect(warned({ startsOn: '2026-11-21' })).toContain('already-started');
    expect(warned({ startsOn: '2026-11-22' })).not.toContain('already-started');
  });

  it('is not open to dentists as a pause', () => {
    expect(fitsOf({ profession: 'dentist', purpose: 'patient-facing' })).toMatchObject({ OOPP: 'usually-not' });
    expect(fitsOf({ purpose: 'patient-facing' })).toMatchObject({ OOPP: 'suits' });
  });

  it('as a pause in the East of England follows the dates of its rule', () => {
    const pause = { purpose: 'patient-facing', region: 'east-of-england' } as const;
    expect(fitsOf(pause)).toMatchObject({ OOPP: 'possible' });
    const then = plan({ ...pause, endsOn: '2028-12-31' }, governanceRules, '2026-07-31');
    expect(then.suggestions[0]).toMatchObject({ code: 'OOPP', fit: 'suits' });
  });
});

describe('for somebody without a training programme', () => {
  it.each([
    ['nurse', 'not-applicable'],
    ['pharmacist', 'in-programme'],
    ['doctor', 'post-cct'],
  ])('%s, %s: a secondment or a career break with the employer', (profession, trainingStatus) => {
    const { route, suggestions, warnings, timeline } = plan({ profession, trainingStatus });
    expect(route).toBe('employer');
    expect(suggestions.map(({ code }) => code)).toEqual(['secondment', 'career-break', 'honorary-contract']);
    expect(suggestions[0]?.reasons[0]?.rule.sourced).toBe(false);
    expect(warnings.map(({ code }) => code)).not.toContain('cct-effect');
    expect(timeline.map(({ code }) => code)).toEqual([
      'discuss',
      'apply',
      'notice',
      'start',
      'return-notice',
      'return',
    ]);
  });
});

describe('the timeline', () => {
  it('goes backwards from the first day', () => {
    expect(days({})).toEqual([
      'discuss 2027-02-02',
      'apply 2027-08-02',
      'notice 2027-11-02',
      'start 2028-02-02',
      'return-notice 2028-11-02',
      'annual-form 2029-02-01',
      'return 2029-02-02',
    ]);
  });

  it.each([
    ['northern-ireland', 'lead-discuss-ni', '2027-02-02', 'lead-apply-ni', '2027-08-02'],
    ['wales', 'lead-discuss-wales', '2027-08-02', 'lead-apply-wales', '2027-08-02'],
    ['scotland', 'lead-discuss', '2027-02-02', 'lead-apply', '2027-08-02'],
  ])('in %s follows its own rules', (nation, discuss, discussOn, apply, applyOn) => {
    const { timeline } = plan({ nation, region: null });
    const step = (code: string) => timeline.find((one) => one.code === code);
    expect([step('discuss')?.rule?.id, step('discuss')?.on]).toEqual([discuss, discussOn]);
    expect([step('apply')?.rule?.id, step('apply')?.on]).toEqual([apply, applyOn]);
  });

  it('in Kent, Surrey and Sussex says until when it may be late', () => {
    const { timeline } = plan({ region: 'kent-surrey-and-sussex', startsOn: '2027-04-01', endsOn: '2028-03-31' });
    expect(timeline.find(({ code }) => code === 'apply')).toMatchObject({
      on: '2026-10-01',
      lateByDays: 52,
      lastDay: '2027-01-01',
    });
  });

  it('in the East of England has a lead of its own for what counts', () => {
    const apply = (countsToTraining: boolean) =>
      plan({ region: 'east-of-england', countsToTraining }).timeline.find(({ code }) => code === 'apply')?.rule?.id;
    expect([apply(true), apply(false)]).toEqual(['lead-apply-east-of-england', 'lead-apply']);
  });

  it('counts months by the calendar, at the end of February too', () => {
    expect(days({ startsOn: '2028-05-31', endsOn: '2029-05-30' })[2]).toBe('notice 2028-02-29');
    expect(days({ startsOn: '2027-05-31', endsOn: '2028-05-30' })[2]).toBe('notice 2027-02-28');
  });

  it('has an annual form before each review, or once a year', () => {
    const annual = (facts: Partial<PlanFacts>) => days(facts).filter((one) => one.startsWith('annual-form'));
    expect(annual({ endsOn: '2030-02-01' })).toEqual(['annual-form 2029-02-01', 'annual-form 2030-02-01']);
    expect(annual({ nextArcpOn: '2027-06-15' })).toEqual(['annual-form 2028-06-14']);
    expect(annual({ endsOn: '2028-07-31' })).toEqual(['annual-form 2028-07-31']);
  });

  it('marks what is late, and nothing else', () => {
    expect(plan({}, governanceRules, '2027-02-02').timeline.some(({ lateByDays }) => lateByDays)).toBe(false);
    expect(plan({}, governanceRules, '2027-02-03').timeline[0]).toMatchObject({ code: 'discuss', lateByDays: 1 });
  });

  it('changes with the data alone', () => {
    const rules = with_('lead-notice', () => ({ months: 4 }));
    expect(plan({}, rules).timeline.find(({ code }) => code === 'notice')?.on).toBe('2027-10-02');
    const regional = with_('lead-notice-ni', () => ({
      months: 5,
      where: { nations: ['england'], regions: ['london'] },
    }));
    expect(plan({}, regional).timeline.find(({ code }) => code === 'notice')?.on).toBe('2027-09-02');
    expect(
      fitsOf(
        { endsOn: '2030-02-02' },
        with_('oopc-length', () => ({ maxMonths: 36 })),
      ),
    ).toMatchObject({
      OOPC: 'suits',
    });
    expect(
      fitsOf(
        { firstYear: true },
        with_('oop-first-year', () => ({ validFrom: '2027-01-01' })),
      ),
    ).toMatchObject({
      OOPC: 'suits',
    });
  });
});

describe('any plan', () => {
  const facts = fc.record({
    profession: fc.constantFrom('doctor', 'dentist', 'nurse', 'public-health-specialist'),
    trainingStatus: fc.constantFrom('in-programme', 'post-cct', 'not-applicable'),
    nation: fc.constantFrom(null, 'england', 'wales', 'scotland', 'northern-ireland'),
    region: fc.constantFrom(null, ...governanceRules.regions.map(({ code }) => code)),
    firstYear: fc.boolean(),
    finalYear: fc.boolean(),
    startsOn: fc.constantFrom('2026-01-31', '2026-12-01', '2027-03-31', '2028-02-29'),
    endsOn: fc.constantFrom('2028-03-01', '2029-02-28', '2033-12-31'),
    purpose: fc.constantFrom(...purposes),
    visaSponsored: fc.boolean(),
    countsToTraining: fc.boolean(),
    nextArcpOn: fc.constantFrom(null, '2026-06-30'),
  });

  it('has suggestions best first, a timeline in order, and a source for each word', () => {
    const order = ['suits', 'possible', 'usually-not'];
    fc.assert(
      fc.property(facts, (one) => {
        const { suggestions, timeline, warnings } = planTraining(one, governanceRules, today);
        expect(suggestions.length).toBeGreaterThanOrEqual(3);
        const ranks = suggestions.map(({ fit }) => order.indexOf(fit));
        expect(ranks).toEqual([...ranks].sort());
        const on = timeline.map((step) => step.on);
        expect(on).toEqual([...on].sort());
        for (const { lateByDays, on: day } of timeline) expect(lateByDays === null || day < today).toBe(true);
        for (const { rule, fix, decides } of warnings) {
          expect([rule.source, fix, decides].every((text) => text.length > 3)).toBe(true);
        }
        expect(new Set(warnings.map(({ code }) => code)).size).toBe(warnings.length);
      }),
      { numRuns: 300 },
    );
  });
});
