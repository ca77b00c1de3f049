import { describe, expect, it } from '@jest/globals';
import type { AcademicRecord, Criterion, OpportunityRecord, OrganisationRecord } from '#importers';
import { defaultAsOf, generateDirectory } from './index.js';

const all = [...generateDirectory()];
const organisations = all.filter((record): record is OrganisationRecord => record.kind === 'organisation');
const academics = all.filter((record): record is AcademicRecord => record.kind === 'academic');
const opportunities = all.filter((record): record is OpportunityRecord => record.kind === 'opportunity');
const byKey = new Map(organisations.map((organisation) => [organisation.sourceKey, organisation]));

const regulators: Record<string, readonly (string | undefined)[]> = {
  doctor: ['gmc'],
  dentist: ['gdc'],
  nurse: ['nmc'],
  midwife: ['nmc'],
  pharmacist: ['gphc', 'psni'],
  'public-health-specialist': ['ukphr', 'gmc'],
  osteopath: ['gosc'],
  'data-scientist': [undefined],
};

const words = (...texts: (string | undefined)[]): number =>
  texts.filter(Boolean).join(' ').split(/\s+/).filter(Boolean).length;

describe('a person of the directory', () => {
  it('is registered where the profession is registered', () => {
    for (const { profession = '', regulator, nation } of academics) {
      expect(regulators[profession] ?? ['hcpc']).toContain(regulator);
      if (regulator === 'psni') expect(nation).toBe('northern-ireland');
    }
  });

  it('is in a training programme only where there is one, and not after it has ended', () => {
    for (const { profession = '', careerStage, trainingStatus } of academics) {
      const trains = /^(doctor|dentist|public-health-specialist)$/.test(profession);
      if (!trains) expect(trainingStatus).toBe('not-applicable');
      if (trainingStatus === 'in-programme') {
        expect(careerStage).toMatch(/^(student-or-foundation|pre-doctoral|doctoral|early-post-doctoral)$/);
      }
      if (trains && /^(intermediate|senior|professor)$/.test(careerStage ?? ''))
        expect(trainingStatus).toBe('post-cct');
    }
  });

  it('asks for a year out of programme only from inside a programme, with time for its approval', () => {
    const asking = academics.filter(({ engagementTypes }) => engagementTypes?.includes('out-of-programme-year'));
    expect(asking.length).toBeGreaterThan(40);
    for (const { trainingStatus, availableFrom, engagementTypes, availableFte } of asking) {
      expect(trainingStatus).toBe('in-programme');
      if (engagementTypes?.[0] !== 'out-of-programme-year') continue;
      expect(availableFte).toBe(1);
      expect(Date.parse(availableFrom ?? '') - Date.parse(defaultAsOf)).toBeGreaterThan(180 * 86_400_000);
      expect(availableFrom).toMatch(/-0[28]-0[1-7]$/);
    }
  });

  it('carries the title of the stage', () => {
    for (const { honorific, careerStage, jobTitle, profession = '' } of academics) {
      expect(honorific === 'Professor').toBe(careerStage === 'professor');
      if (careerStage === 'professor') expect(jobTitle).toMatch(/Professor/);
      if (honorific === 'Dr' && !/^(doctor|dentist|clinical-psychologist)$/.test(profession)) {
        expect(careerStage).toMatch(/^(early-post-doctoral|intermediate|senior)$/);
      }
      expect(jobTitle).not.toMatch(/[{}]|undefined/);
    }
  });

  it('works where such work is done', () => {
    for (const { profession, employer, city, region } of academics) {
      const place = byKey.get(employer ?? '');
      expect(place).toMatchObject({ city, region });
      expect(place?.type).toMatch(/^(university|nhs-organisation)$/);
      if (profession !== 'paramedic') expect(place?.name).not.toMatch(/Ambulance/);
    }
  });

  it('has two to eight works with abstracts of 60 to 150 words, none from the future or from before qualifying', () => {
    const year = Number(defaultAsOf.slice(0, 4));
    for (const { works = [], sourceKey } of academics) {
      expect(works.length).toBeGreaterThanOrEqual(2);
      expect(works.length).toBeLessThanOrEqual(8);
      expect(new Set(works.map(({ title }) => title)).size).toBe(works.length);
      expect(works.some(({ featured }) => featured)).toBe(true);
      for (const work of works) {
        const count = words(work.abstract);
        if (count < 60 || count > 150) throw new Error(`${sourceKey}: ${count} words: ${work.abstract}`);
        expect(work.year).toBeLessThanOrEqual(year);
        expect(work.year).toBeGreaterThan(year - 16);
        if (work.identifier) expect(work.identifier).toMatch(/^10\.5555\//);
      }
    }
  });

  it('reports intervals that hold their estimates and agree with what is concluded', () => {
    let intervals = 0;
    for (const { works = [] } of academics) {
      for (const { abstract = '' } of works) {
        for (const [, low, high] of abstract.matchAll(/95% CI (−?[\d.]+) to (−?[\d.]+)/g)) {
          const [from, to] = [low, high].map((text) => Number(text?.replace('−', '-'))) as [number, number];
          expect(from).toBeLessThan(to);
          intervals += 1;
        }
        const ratio = /rate ratio.*? (\d+\.\d+)\D*95% CI (\d+\.\d+) to (\d+\.\d+)/.exec(abstract);
        if (ratio) expect(Number(ratio[1])).toBeGreaterThanOrEqual(Number(ratio[2]));
      }
    }
    expect(intervals).toBeGreaterThan(500);
  });

  it('holds a well-formed ORCID iD of a range that is given to nobody, or none', () => {
    const iDs = academics.flatMap(({ orcid }) => (orcid ? [orcid] : []));
    expect(new Set(iDs).size).toBe(iDs.length);
    for (const iD of iDs) {
      expect(iD).toMatch(/^0000-0000-\d{4}-\d{3}[\dX]$/);
      const digits = iD.replaceAll('-', '');
      const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
      expect(digits.at(-1)).toBe('0123456789X'[(12 - (total % 11)) % 11]);
    }
  });
});

const meets = (academic: AcademicRecord, { facet, code }: Criterion): boolean => {
  const held: Record<Criterion['facet'], readonly (string | undefined)[]> = {
    topic: academic.topics,
    profession: [academic.profession],
    'career-stage': [academic.careerStage],
    'training-status': [academic.trainingStatus],
    'engagement-type': academic.engagementTypes ?? [],
    region: [academic.region],
    nation: [academic.nation],
    sector: academic.sectors ?? [],
    'place-mode': [academic.placeMode],
  };
  return held[facet].includes(code);
};

describe('an opportunity', () => {
  const fromCompanies = opportunities.filter(({ side }) => side === 'company');

  it('comes from either side, and from some companies more than once', () => {
    expect(fromCompanies.length).toBeGreaterThan(130);
    expect(opportunities.length - fromCompanies.length).toBeGreaterThan(60);
    const perCompany = new Map<string, number>();
    for (const { organisation = '' } of fromCompanies) {
      perCompany.set(organisation, (perCompany.get(organisation) ?? 0) + 1);
    }
    expect([...perCompany.values()].filter((count) => count >= 2).length).toBeGreaterThan(20);
    for (const kind of [
      'out-of-programme-year',
      'advisory-board',
      'principal-investigator',
      'product-development',
      'innovation-programme',
    ]) {
      expect(fromCompanies.some(({ opportunityType }) => opportunityType === kind)).toBe(true);
    }
    for (const state of ['draft', 'published', 'closed'] as const) {
      expect(opportunities.filter((opportunity) => opportunity.state === state).length).toBeGreaterThan(8);
    }
  });

  it('sets conditions that somebody in the directory meets', () => {
    let conditions = 0;
    for (const { side, mustHave = [], exclude = [], title } of opportunities) {
      conditions += mustHave.length;
      for (const must of mustHave) expect(exclude).not.toContainEqual(must);
      if (side === 'company') {
        const suited = academics.filter(
          (academic) =>
            mustHave.every((condition) => meets(academic, condition)) &&
            !exclude.some((condition) => meets(academic, condition)),
        );
        if (suited.length === 0) throw new Error(`nobody meets the conditions of "${title}"`);
      } else {
        const suited = organisations.filter(
          ({ type, sector }) =>
            type === 'company' &&
            mustHave.every(({ facet, code }) => facet !== 'sector' || code === sector) &&
            !exclude.some(({ facet, code }) => facet === 'sector' && code === sector),
        );
        expect(suited.length).toBeGreaterThan(0);
      }
    }
    expect(conditions).toBeGreaterThan(150);
  });

  it('has dates in order around the reference day', () => {
    for (const { state, deadline, startsOn, opportunityType, side } of opportunities) {
      expect(startsOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (deadline) expect((startsOn ?? '') > deadline).toBe(true);
      if (state === 'closed') expect((deadline ?? '') < defaultAsOf).toBe(true);
      else if (deadline) expect(deadline > defaultAsOf).toBe(true);
      if (opportunityType === 'out-of-programme-year' && state !== 'closed' && side === 'company') {
        expect(Date.parse(startsOn ?? '') - Date.parse(defaultAsOf)).toBeGreaterThan(180 * 86_400_000);
      }
    }
    const moved = [...generateDirectory({ asOf: '2031-09-15' })];
    const published = moved.filter(
      (record): record is OpportunityRecord => record.kind === 'opportunity' && record.state === 'published',
    );
    for (const { deadline } of published) if (deadline) expect(deadline > '2031-09-15').toBe(true);
  });

  it('has a brief of 120 to 300 words, a summary and a title that fits', () => {
    for (const { text, summary, title, funding } of opportunities) {
      const count = words(text);
      if (count < 120 || count > 300) throw new Error(`${count} words: ${title}`);
      expect(words(summary)).toBeGreaterThan(7);
      expect(title.length).toBeLessThanOrEqual(200);
      expect((funding ?? '').length).toBeLessThanOrEqual(300);
    }
  });

  it('asks trainees only for what trainees may do, and doctors only where doctors work', () => {
    for (const { opportunityType, professions = [], side } of opportunities) {
      if (side === 'company' && opportunityType === 'out-of-programme-year') expect(professions).toEqual(['doctor']);
      if (opportunityType === 'principal-investigator') expect(professions).not.toContain('data-scientist');
    }
  });

  it('tells nothing of who is behind it when it is blind', () => {
    const blind = opportunities.filter((opportunity) => opportunity.blind);
    expect(blind.length).toBeGreaterThan(12);
    const people = new Map(academics.map((academic) => [academic.sourceKey, academic]));
    for (const { title, summary, text, funding, organisation, academic, city } of blind) {
      const whole = [title, summary, text, funding].join(' ');
      const company = byKey.get(organisation ?? '');
      const person = people.get(academic ?? '');
      const employer = byKey.get(person?.employer ?? '');
      const names = [
        company?.name,
        company?.name.split(' ')[0],
        company?.city,
        person?.familyName,
        employer?.name,
        employer?.city,
      ];
      for (const name of names) if (name) expect(whole).not.toMatch(new RegExp(`\\b${name}\\b`));
      expect(whole).not.toMatch(/https?:|www\.|@|®|™|\b(?:EP|US|GB|WO)\s?\d{4}|\.(?:com|org|net|example)\b/);
      expect(city).toBeUndefined();
    }
  });
});
