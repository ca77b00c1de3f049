import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import type { AcademicRecord, OpportunityRecord, OrganisationRecord } from '#importers';
import { Cast } from './academics/persona.js';
import { defaultAsOf, generateDirectory } from './index.js';
import { institutionsOf } from './organisations/institutions.js';

const all = [...generateDirectory()];
const organisations = all.filter((record): record is OrganisationRecord => record.kind === 'organisation');
const academics = all.filter((record): record is AcademicRecord => record.kind === 'academic');
const opportunities = all.filter((record): record is OpportunityRecord => record.kind === 'opportunity');

/** Universities, hospitals and companies that exist: none of them may be mentioned anywhere. */
const real = [
  'University of Oxford',
  'University of Cambridge',
  'University of Leeds',
  'University of Manchester',
  'University of Edinburgh',
  'University of Glasgow',
  'University of Bristol',
  'University of Exeter',
  'University of Birmingham',
  'University of Nottingham',
  'University of Southampton',
  'University of Liverpool',
  'University of Sheffield',
  'University of York',
  'University of Leicester',
  'Cardiff University',
  'Swansea University',
  'Newcastle University',
  "Queen's University",
  'Imperial College',
  "King's College",
  'University College London',
  "St George's",
  'Ulster University',
  'University of Aberdeen',
  'University of Dundee',
  'Keele University',
  "Guy's Hospital",
  'Addenbrooke’s Hospital',
  'Great Ormond Street',
  'Royal Free',
  'Barts',
  'Leeds Teaching Hospitals',
  'Christie',
  'Moorfields',
  'Wellcome',
  'Francis Crick',
  'Sanger',
  'NIHR',
  'Medical Research Council',
  'Cancer Research UK',
  'British Heart Foundation',
  'AstraZeneca',
  'GlaxoSmithKline',
  'GSK',
  'Pfizer',
  'Novartis',
  'Roche',
  'Sanofi',
  'Merck',
  'Janssen',
  'Bayer',
  'Novo Nordisk',
  'Lilly',
  'Medtronic',
  'Philips',
  'Siemens',
  'Dexcom',
  'Abbott Laboratories',
  'ResMed',
  'Oxford Nanopore',
  'Babylon',
  'Livongo',
  'Google',
  'Apple',
  'Fitbit',
  'Optellum',
  'Lancet',
  'BMJ',
  'JAMA',
  'PLOS',
]; // prettier-ignore

const textOf = (record: (typeof all)[number]): string => JSON.stringify(record);

describe('the texts of the directory', () => {
  it('name no real university, hospital, funder, journal or company', () => {
    const pattern = new RegExp(`\\b(?:${real.join('|')})\\b`);
    for (const record of all) expect(pattern.exec(textOf(record))?.[0]).toBeUndefined();
  });

  it('leave no slot unfilled and put no word twice', () => {
    for (const record of all) {
      const text = textOf(record).replace(/"(?:facet|code)":"[^"]*"/g, '');
      expect(/undefined|NaN|\[object|\$\{|\{\d| {2}|\.\. |,,| ,| \.(?: |")/.exec(text)?.[0]).toBeUndefined();
      const twice = /\b([A-Za-z]{2,}) \1\b(?!-)/.exec(text)?.[0];
      if (twice && !/^(had had|that that)$/.test(twice)) throw new Error(`${twice}: ${record.sourceKey}`);
    }
  });

  it('put the right article before a word', () => {
    for (const record of all) {
      const text = textOf(record);
      expect(
        /\b[Aa] (?:[aeio][a-z]+|NHS|MRI|ECG|SGLT2|X-ray)\b(?<! a one\b| A one\b)/.exec(
          text.replace(/\ba (?:one|once)\b/gi, ''),
        )?.[0],
      ).toBeUndefined();
      expect(/\b[Aa]n (?:[bcdfgjklmnpqrstvwxyz][a-z]+|university|user|uniform)\b/.exec(text)?.[0]).toBeUndefined();
    }
  });

  it('are never the same for two people, companies or opportunities', () => {
    for (const texts of [
      academics.map(({ summary }) => summary),
      academics.map(({ offer, want }) => `${offer} ${want}`),
      organisations.map(({ summary }) => summary),
      opportunities.map(({ text }) => text),
    ]) {
      expect(new Set(texts).size).toBe(texts.length);
    }
    const titles = opportunities.map(({ title }) => title);
    expect(new Set(titles).size / titles.length).toBeGreaterThan(0.9);
  });

  it('seldom give two people the same name, even among twenty thousand', () => {
    const shared = (names: string[]) => {
      const counts = new Map<string, number>();
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
      return names.filter((name) => (counts.get(name) ?? 0) > 1).length / names.length;
    };
    expect(shared(academics.map(({ givenName, familyName }) => `${givenName} ${familyName}`))).toBeLessThan(0.03);
    const cast = new Cast('benchside', institutionsOf(64), defaultAsOf);
    const many = Array.from({ length: 20_000 }, (_, index) => {
      const { givenName, familyName } = cast.persona(index);
      return `${givenName} ${familyName}`;
    });
    expect(shared(many)).toBeLessThan(0.05);
    expect(new Set(academics.map(({ familyName }) => familyName)).size).toBeGreaterThan(350);
  });

  it('vary: most runs of five words stand in one text only', () => {
    const ratio = (texts: readonly string[]): number => {
      const seen = new Set<string>();
      let runs = 0;
      for (const text of texts) {
        const words = text
          .toLowerCase()
          .split(/[^\p{L}\d’'-]+/u)
          .filter(Boolean);
        for (let place = 0; place + 5 <= words.length; place += 1) {
          seen.add(words.slice(place, place + 5).join(' '));
          runs += 1;
        }
      }
      return seen.size / runs;
    };
    expect(ratio(academics.map(({ summary = '' }) => summary))).toBeGreaterThan(0.45);
    expect(ratio(academics.map(({ offer = '' }) => offer))).toBeGreaterThan(0.4);
    expect(
      ratio(organisations.filter(({ type }) => type === 'company').map(({ summary = '' }) => summary)),
    ).toBeGreaterThan(0.6);
    expect(ratio(opportunities.map(({ text }) => text))).toBeGreaterThan(0.35);
    const openings = academics.map(({ summary = '' }) => summary.split(' ').slice(0, 4).join(' '));
    expect(new Set(openings).size).toBeGreaterThan(150);
  });

  it('speak of the topics that they are filed under', () => {
    const { terms } = JSON.parse(readFileSync(projectPath('libs', 'taxonomy', 'data', 'topic.json'), 'utf8')) as {
      terms: { code: string; label: string; synonyms?: string[] }[];
    };
    const wordsOf = new Map(
      terms.map(({ code, label, synonyms = [] }) => [code, [label, ...synonyms].map((word) => word.toLowerCase())]),
    );
    const mentions = (text: string, code: string) =>
      (wordsOf.get(code) ?? []).some((word) => text.includes(word.endsWith('s') ? word.slice(0, -1) : word));
    let spoken = 0;
    let filed = 0;
    for (const record of [...academics, ...opportunities]) {
      const works =
        record.kind === 'academic'
          ? (record.works ?? []).map(({ title, abstract }) => `${title} ${abstract}`)
          : [record.text, record.title];
      const own = record.kind === 'academic' ? [record.offer, record.want, record.specialty] : [];
      const text = [record.summary, ...own, ...works].join(' ').toLowerCase();
      const found = record.topics.filter((code) => mentions(text, code)).length;
      spoken += found;
      filed += record.topics.length;
    }
    expect(spoken / filed).toBeGreaterThan(0.4);
  });

  it('of an asthma nurse sound like an asthma nurse', () => {
    const nurses = academics.filter(
      ({ profession, topics }) => profession === 'nurse' && topics.includes('inhaled-therapy'),
    );
    expect(nurses.length).toBeGreaterThan(0);
    for (const nurse of nurses) {
      expect(`${nurse.specialty} ${nurse.jobTitle}`).toMatch(/espiratory|nurs/i);
      expect(`${nurse.summary} ${nurse.offer} ${nurse.want}`).toMatch(/asthma|inhaler/i);
      expect(nurse.methods?.join(' ')).toMatch(/inhaler|spirometry|adherence/i);
    }
  });

  it('of different areas use different words', () => {
    const vocabularyOf = (topic: string) => {
      const texts = academics
        .filter(({ topics }) => topics[0] === topic || topics[1] === topic)
        .flatMap(({ works = [], summary }) => [summary ?? '', ...works.map(({ abstract = '' }) => abstract)]);
      return new Set(
        texts
          .join(' ')
          .toLowerCase()
          .match(/[a-z]{6,}/g),
      );
    };
    const [asthma, psychosis, cataract] = ['asthma', 'psychosis', 'glaucoma'].map(vocabularyOf) as [
      Set<string>,
      Set<string>,
      Set<string>,
    ];
    for (const [one, other] of [
      [asthma, psychosis],
      [psychosis, cataract],
      [asthma, cataract],
    ] as const) {
      const shared = [...one].filter((word) => other.has(word)).length;
      expect(shared / Math.min(one.size, other.size)).toBeLessThan(0.75);
      expect(one.size - shared).toBeGreaterThan(30);
    }
  });
});
