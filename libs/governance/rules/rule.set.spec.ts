import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { readTaxonomy } from '#taxonomy';
import { checkedRules, completePlace, governanceRules, inForce, narrowest } from './rule.set.js';

const file = () =>
  JSON.parse(readFileSync(projectPath('libs/governance/data/sign-offs.json'), 'utf8')) as {
    edition: string;
    rules: Record<string, unknown>[];
  };

const without = (field: string) => {
  const { edition, rules } = file();
  return { edition, rules: rules.map(({ [field]: _, ...rule }) => rule) };
};

describe('the rules', () => {
  it('all have a source and dates, and say whether they were checked', () => {
    expect(governanceRules.rules.length).toBeGreaterThan(60);
    for (const rule of governanceRules.rules) {
      expect(rule.source.title.length).toBeGreaterThan(5);
      expect(rule.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      // What was checked was checked somewhere.
      expect({ id: rule.id, where: !rule.sourced || rule.source.url !== null }).toEqual({ id: rule.id, where: true });
    }
  });

  it.each(['source', 'sourced', 'validFrom', 'validTo', 'where', 'professions', 'text', 'id'])(
    'are refused without %s',
    (field) => {
      expect(() => checkedRules([without(field)])).toThrow(field);
    },
  );

  it.each([
    ['an empty source', { source: { title: '', url: null } }],
    ['a source without an address or null', { source: { title: 'Somewhere' } }],
    ['a day that does not exist', { validFrom: '2026-02-30' }],
    ['an end before the beginning', { validFrom: '2026-02-02', validTo: '2026-02-01' }],
    ['a word that nobody reads', { whenever: true }],
    ['a condition that nobody reads', { when: { mood: 'good' } }],
  ])('are refused with %s', (_, wrong) => {
    const { edition, rules } = file();
    expect(() => checkedRules([{ edition, rules: [{ ...rules[0], ...wrong }] }])).toThrow();
  });

  it('are refused when two have one name', () => {
    expect(() => checkedRules([file(), file()])).toThrow('Two rules are called');
  });

  it('speak of professions, nations, regions, stages and ways of working that the directory knows', () => {
    const taxonomy = readTaxonomy();
    const regions = new Set(governanceRules.regions.map(({ code }) => code));
    const unknown = governanceRules.rules.flatMap((rule) => {
      const when = 'when' in rule ? rule.when : {};
      const pairs: [string, readonly string[]][] = [
        ['profession', rule.professions],
        ['nation', rule.where.nations],
        ['training-status', when.trainingStatus ?? []],
        ['career-stage', when.careerStages ?? []],
        ['engagement-type', when.engagementTypes ?? []],
        ['sector', when.sectors ?? []],
      ];
      return [
        ...pairs.flatMap(([scheme, codes]) => codes.filter((code) => !taxonomy.term(scheme, code))),
        ...rule.where.regions.filter((code) => !regions.has(code)),
      ].map((code) => `${rule.id}: ${code}`);
    });
    expect(unknown).toEqual([]);
    for (const { nation, region } of governanceRules.regions) {
      expect(taxonomy.term('nation', nation)).toBeDefined();
      expect(taxonomy.term('region', region)?.parent).toBe(nation);
    }
  });

  it('hold from their first day to their last', () => {
    const rule = { validFrom: '2024-08-01', validTo: '2026-07-31' };
    expect(['2024-07-31', '2024-08-01', '2026-07-31', '2026-08-01'].map((day) => inForce(rule, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('of the narrowest place come first', () => {
    const at = (nations: string[], regions: string[]) => ({ where: { nations, regions } });
    const [uk, england, london] = [at([], []), at(['england'], []), at(['england'], ['london'])];
    expect([narrowest([uk, england]), narrowest([london, uk, england]), narrowest([])]).toEqual([
      england,
      london,
      undefined,
    ]);
  });

  it('are looked up where somebody trains, as far as that is known', () => {
    const place = (given: Parameters<typeof completePlace>[1]) => completePlace(governanceRules, given);
    expect(place({ nation: 'wales' })).toEqual({ nation: 'wales', region: 'wales' });
    expect(place({ region: 'east-of-england' })).toEqual({ nation: 'england', region: 'east-of-england' });
    expect(place({ region: 'wessex', nation: 'england' })).toEqual({ nation: 'england', region: 'wessex' });
    // The directory's South East is three training regions.
    expect(place({ region: 'south-east', nation: 'england' })).toEqual({ nation: 'england', region: null });
    expect(place({ nation: 'england' })).toEqual({ nation: 'england', region: null });
    expect(place({})).toEqual({ nation: null, region: null });
  });
});
