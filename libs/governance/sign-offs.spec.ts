import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTaxonomy } from '#taxonomy';
import { governanceRules, type RuleSet } from './rules/rule.set.js';
import { oopTypes, type Rule } from './rules/rule.shapes.js';
import { requiredSignOffs, type SignOffFacts } from './sign-offs.js';

const today = '2026-11-22';
const trainee: SignOffFacts = {
  profession: 'doctor',
  trainingStatus: 'in-programme',
  engagementType: 'out-of-programme-year',
  oopType: 'OOPC',
  nation: 'england',
  region: 'london',
  countsToTraining: false,
  employerOrganisationId: 'trust',
  universityOfficeId: 'university',
  companyOrganisationId: 'company',
};
const asked = (facts: Partial<SignOffFacts>, rules = governanceRules) =>
  requiredSignOffs({ ...trainee, ...facts }, rules, today);
const needed = (facts: Partial<SignOffFacts>) =>
  asked(facts)
    .filter(({ necessary }) => necessary)
    .map(({ code }) => code);

describe('who must sign', () => {
  it('for a career break in industry: supervisor, programme, dean, employer and company', () => {
    expect(needed({})).toEqual([
      'educational-supervisor',
      'training-programme-director',
      'dean',
      'employer',
      'company',
    ]);
  });

  it('for research that counts: the college and the regulator as well, but for a post that is approved already', () => {
    const research = { oopType: 'OOPR', countsToTraining: true } as const;
    expect(needed(research)).toEqual(expect.arrayContaining(['college', 'regulator']));
    expect(needed({ ...research, countsToTraining: false })).not.toContain('regulator');
    expect(needed({ ...research, postAlreadyApproved: true })).toContain('college');
    expect(needed({ ...research, postAlreadyApproved: true })).not.toContain('regulator');
    // The GMC approves no posts of dentists.
    expect(needed({ ...research, profession: 'dentist' })).not.toContain('regulator');
    expect(needed({ oopType: 'OOPT', countsToTraining: true })).toContain('regulator');
  });

  it('for a nurse on a secondment: the employer and the company, and the university is asked for advice', () => {
    const list = asked({
      profession: 'nurse',
      trainingStatus: 'not-applicable',
      engagementType: 'secondment-part-time',
      oopType: null,
    });
    expect(list.map(({ code, necessary }) => [code, necessary])).toEqual([
      ['employer', true],
      ['university-office', false],
      ['company', true],
    ]);
    expect(list.map(({ organisationId }) => organisationId)).toEqual(['trust', 'university', 'company']);
  });

  it('for an advisory board: outside work is declared, and permission advised', () => {
    const list = asked({ trainingStatus: 'post-cct', engagementType: 'advisory-board', oopType: null });
    expect(list.find(({ code }) => code === 'employer')).toMatchObject({ necessary: false });
    expect(list.map(({ code }) => code)).not.toContain('dean');
  });

  it('says why, by which rules, and who is waited for', () => {
    const [first, second] = asked({});
    expect(first).toMatchObject({ ruleIds: ['sign-off-supervisor-oop'], after: [] });
    expect(second).toMatchObject({ after: ['educational-supervisor'] });
    expect(second?.why).toContain('three months');
    expect(second?.rules[0]).toMatchObject({ source: expect.stringContaining('Gold Guide'), sourced: true });
  });

  it('changes with the data alone', () => {
    const changed = (change: (rule: Rule) => Rule[]): RuleSet => ({
      ...governanceRules,
      rules: governanceRules.rules.flatMap(change),
    });
    const noDean = changed((rule) => (rule.id === 'sign-off-dean-oop' ? [] : [rule]));
    expect(asked({}, noDean).map(({ code }) => code)).not.toContain('dean');
    const ended = changed((rule) => (rule.id === 'sign-off-dean-oop' ? [{ ...rule, validTo: '2026-11-21' }] : [rule]));
    expect(asked({}, ended).map(({ code }) => code)).not.toContain('dean');
    const welsh = changed((rule) =>
      rule.id === 'sign-off-dean-oop' ? [{ ...rule, where: { nations: ['wales'], regions: [] } }] : [rule],
    );
    expect(asked({}, welsh).map(({ code }) => code)).not.toContain('dean');
    expect(asked({ nation: 'wales', region: null }, welsh).map(({ code }) => code)).toContain('dean');
  });

  it('never puts anybody before those whom they wait for, whatever the case', () => {
    const taxonomy = readTaxonomy();
    const oneOf = (scheme: string) => fc.constantFrom(...taxonomy.terms(scheme).map(({ code }) => code));
    const id = fc.constantFrom(null, 'known');
    const facts = fc.record({
      profession: oneOf('profession'),
      trainingStatus: oneOf('training-status'),
      engagementType: oneOf('engagement-type'),
      oopType: fc.constantFrom(null, ...oopTypes),
      nation: oneOf('nation'),
      countsToTraining: fc.boolean(),
      postAlreadyApproved: fc.boolean(),
      employerOrganisationId: id,
      universityOfficeId: id,
      companyOrganisationId: id,
    });
    fc.assert(
      fc.property(facts, (one) => {
        const list = requiredSignOffs(one, governanceRules, today);
        const codes = list.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes).toContain('employer');
        for (const [at, { after, ruleIds, why }] of list.entries()) {
          expect(codes.slice(0, at)).toEqual(expect.arrayContaining(after));
          expect(ruleIds.length).toBeGreaterThan(0);
          expect(why).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});
