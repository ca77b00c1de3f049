import { describe, expect, it } from '@jest/globals';
import { governanceRules, preCheck } from '#governance';
import { readTaxonomy } from '#taxonomy';
import { demonstrationPolicies } from './policies.js';

const taxonomy = readTaxonomy();
const policies = demonstrationPolicies(taxonomy);

describe('the policies of the demonstration', () => {
  it('are of types that organisations have, and say where they stand', () => {
    expect(policies.map(({ type }) => type)).toEqual(['nhs-organisation', 'university']);
    for (const { type, rules } of policies) {
      expect(taxonomy.term('organisation-type', type)).toBeDefined();
      for (const { sourceTitle } of rules) expect(sourceTitle).toContain('demonstration');
    }
  });

  it('leave something to do of every way of working, and block only what is far too much', () => {
    const packs = policies.map(({ type, rules }) => ({ id: type, name: type, version: 1, rules }));
    const check = (engagementType: string, daysPerYear: number) =>
      preCheck(
        {
          who: {
            profession: 'nurse',
            trainingStatus: 'not-applicable',
            careerStage: 'doctoral',
            nation: 'england',
            region: 'london',
            firstYear: false,
            finalYear: false,
            visaSponsored: false,
          },
          what: {
            engagementType,
            fte: null,
            daysPerYear,
            startsOn: '2028-01-03',
            endsOn: null,
            purpose: 'industry-post',
            countsToTraining: false,
          },
          counterparty: { known: true, id: null, name: 'Novara', sector: 'digital-health' },
          interests: [],
          packs,
        },
        governanceRules,
        '2026-11-22',
      );
    for (const { code } of taxonomy.terms('engagement-type')) {
      expect({ code, blocked: check(code, 10).blocked }).toEqual({ code, blocked: false });
      expect({ code, blocked: check(code, 121).blocked }).toEqual({ code, blocked: true });
      expect(check(code, 10).lines.some(({ from }) => from === 'policy')).toBe(true);
    }
  });
});
