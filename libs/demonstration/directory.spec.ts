import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import type { AcademicRecord, DirectoryRecord, OpportunityRecord, OrganisationRecord } from '#importers';
import { defaultAsOf, demonstrationAccounts, demonstrationSource, generateDirectory } from './index.js';

const all = [...generateDirectory()];
const organisations = all.filter((record): record is OrganisationRecord => record.kind === 'organisation');
const academics = all.filter((record): record is AcademicRecord => record.kind === 'academic');
const opportunities = all.filter((record): record is OpportunityRecord => record.kind === 'opportunity');

const hashOf = (records: Iterable<DirectoryRecord>): string => {
  const hash = createHash('sha256');
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('hex');
};

const codes = new Map<string, Set<string>>();
const parents = new Map<string, string>();
for (const file of readdirSync(projectPath('libs', 'taxonomy', 'data'))) {
  const { scheme, terms } = JSON.parse(readFileSync(projectPath('libs', 'taxonomy', 'data', file), 'utf8')) as {
    scheme: string;
    terms: { code: string; parent?: string }[];
  };
  codes.set(scheme, new Set([...(codes.get(scheme) ?? []), ...terms.map(({ code }) => code)]));
  if (scheme === 'segment') for (const { code, parent } of terms) parents.set(code, parent ?? '');
}
const unknown = (scheme: string, values: readonly (string | undefined)[]): string[] =>
  values.filter((code): code is string => code !== undefined && !codes.get(scheme)?.has(code));

describe('the demonstration directory', () => {
  it('holds the numbers asked for, organisations first, then academics, then opportunities', () => {
    const companies = organisations.filter(({ type }) => type === 'company');
    const sites = organisations.filter(({ type }) => type === 'university' || type === 'nhs-organisation');
    expect([companies.length, academics.length, opportunities.length]).toEqual([156, 640, 260]);
    expect(organisations).toHaveLength(220);
    expect(sites.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(all.map(({ kind }) => kind))]).toEqual(['organisation', 'academic', 'opportunity']);
    expect(all.findIndex(({ kind }) => kind === 'academic')).toBe(organisations.length);
    expect(all.findIndex(({ kind }) => kind === 'opportunity')).toBe(organisations.length + academics.length);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(hashOf(generateDirectory())).toBe(hashOf(all));
    expect(hashOf(generateDirectory({ seed: 'another' }))).not.toBe(hashOf(all));
    expect(hashOf(generateDirectory())).toBe(hashOf(all));
  });

  it('begins alike when it is made larger', () => {
    const first = (settings: Parameters<typeof generateDirectory>[0]) => {
      const kept: DirectoryRecord[] = [];
      for (const record of generateDirectory(settings)) {
        kept.push(record);
        if (kept.length === 300) break;
      }
      return kept;
    };
    expect(first({ academics: 5000 })).toEqual(all.slice(0, 300));
  });

  it('grows and shrinks to whatever is asked for', () => {
    for (const settings of [
      { academics: 0, companies: 0, institutions: 0, opportunities: 0 },
      { academics: 3, companies: 2, institutions: 3, opportunities: 9 },
      { academics: 40, companies: 400, institutions: 150, opportunities: 30 },
      { academics: 0, companies: 5, institutions: 4, opportunities: 8 },
    ]) {
      const made = [...generateDirectory(settings)];
      const sum = settings.academics + settings.companies + settings.institutions + settings.opportunities;
      expect(made).toHaveLength(sum);
      expect(new Set(made.map(({ sourceKey }) => sourceKey)).size).toBe(sum);
      const names = made.flatMap((record) => (record.kind === 'organisation' ? [record.name] : []));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('uses only codes that the taxonomy has', () => {
    const wrong: string[] = [];
    for (const record of all) {
      wrong.push(...unknown('topic', record.topics ?? []), ...unknown('engagement-type', record.engagementTypes ?? []));
      wrong.push(...unknown('region', [record.region]), ...unknown('nation', [record.nation]));
      if (record.kind === 'organisation') {
        wrong.push(...unknown('organisation-type', [record.type]), ...unknown('sector', [record.sector]));
        wrong.push(...unknown('segment', [record.segment]));
      } else wrong.push(...unknown('sector', record.sectors ?? []));
      if (record.kind === 'academic') {
        wrong.push(...unknown('profession', [record.profession]), ...unknown('regulator', [record.regulator]));
        wrong.push(...unknown('career-stage', [record.careerStage]));
        wrong.push(...unknown('training-status', [record.trainingStatus]));
      }
      if (record.kind === 'opportunity') {
        wrong.push(...unknown('engagement-type', [record.opportunityType]));
        wrong.push(...unknown('profession', record.professions ?? []));
        wrong.push(...unknown('career-stage', record.careerStages ?? []));
        for (const list of [record.mustHave, record.niceToHave, record.exclude]) {
          for (const { facet, code } of list ?? []) if (facet !== 'place-mode') wrong.push(...unknown(facet, [code]));
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    for (const { sector, segment } of organisations) if (segment) expect(parents.get(segment)).toBe(sector);
  });

  it('refers only to records that came before', () => {
    const seen = new Set<string>();
    for (const record of all) {
      if (record.kind === 'academic') {
        for (const key of [record.employer, record.university]) if (key) expect(seen).toContain(key);
      }
      if (record.kind === 'opportunity')
        expect(seen).toContain(record.side === 'company' ? record.organisation : record.academic);
      expect(seen).not.toContain(record.sourceKey);
      expect(record.source).toBe(demonstrationSource);
      seen.add(record.sourceKey);
    }
  });

  it('covers every profession, stage, sector, region and most of the topics that have no children', () => {
    const professions = new Set(academics.map(({ profession }) => profession));
    const wanted = [...(codes.get('profession') ?? [])].filter((code) => code !== 'allied-health-professional');
    expect(wanted.filter((code) => !professions.has(code))).toEqual([]);
    expect(new Set(academics.map(({ careerStage }) => careerStage)).size).toBe(codes.get('career-stage')?.size);
    expect(new Set(organisations.map(({ sector }) => sector).filter(Boolean)).size).toBe(4);
    expect(new Set(academics.map(({ region }) => region)).size).toBe(codes.get('region')?.size);
    expect(new Set(all.flatMap(({ topics }) => topics ?? [])).size).toBeGreaterThan(300);
    for (const profession of wanted) {
      expect(academics.filter((academic) => academic.profession === profession).length).toBeGreaterThanOrEqual(6);
    }
  });

  it('keeps the accounts of the demonstration, each with the record that it owns', () => {
    expect(demonstrationAccounts).toHaveLength(7);
    for (const { email, academic, organisation } of demonstrationAccounts) {
      expect(email).toMatch(/^[a-z.]+@[a-z-]+\.example$/);
      for (const owned of [academic, organisation]) {
        if (owned) expect(all.some(({ sourceKey }) => sourceKey === owned.sourceKey)).toBe(true);
      }
      const profile = academics.find(({ sourceKey }) => sourceKey === academic?.sourceKey);
      const account = demonstrationAccounts.find((other) => other.email === email);
      if (profile) expect(account?.name).toContain(`${profile.givenName} ${profile.familyName}`);
      const owner = organisations.find(({ sourceKey }) => sourceKey === organisation?.sourceKey);
      if (owner) expect(owner.emailDomains).toContain(email.split('@')[1]);
    }
    const trainee = academics.find(({ sourceKey }) => sourceKey === demonstrationAccounts[0]?.academic?.sourceKey);
    expect(trainee).toMatchObject({ profession: 'doctor', trainingStatus: 'in-programme', regulator: 'gmc' });
    expect(trainee?.engagementTypes).toContain('out-of-programme-year');
  });

  it('makes at least a thousand academics with fifteen works in a second of processor time, even under the test runner', () => {
    const settings = { academics: 1500, worksPerAcademic: 15, opportunities: 0 };
    let rate = 0;
    // The first run warms the compiler up; a busy machine may slow the second.
    for (let run = 0; run < 4 && rate < 1000; run += 1) {
      const before = process.cpuUsage();
      let works = 0;
      for (const record of generateDirectory(settings)) {
        if (record.kind === 'academic') works += record.works?.length ?? 0;
      }
      expect(works).toBe(1500 * 15);
      const { user, system } = process.cpuUsage(before);
      rate = 1500 / ((user + system) / 1e6);
    }
    expect(rate).toBeGreaterThan(1000);
  });

  it('refuses a reference day that is no date', () => {
    expect(() => [...generateDirectory({ asOf: '2026-3-1' })]).toThrow('"2026-3-1" is not a date');
    expect(defaultAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
