import { describe, expect, it } from '@jest/globals';
import { readTaxonomy } from '#taxonomy';
import { readStudy } from './clinicaltrials.reader.js';
import type { AcademicRecord, OrganisationRecord, ReadRecord } from './records.js';
import { SourceReading } from './sources.js';
import { all, fixture } from './testing.js';

const taxonomy = readTaxonomy();
const records = () =>
  SourceReading.open('clinicaltrials', fixture('studies.ndjson'), taxonomy).then((one) => all(one.records()));
const organisations = (list: ReadRecord[]) =>
  list.filter((one): one is OrganisationRecord => one.kind === 'organisation');
const academics = (list: ReadRecord[]) => list.filter((one): one is AcademicRecord => one.kind === 'academic');

const study = (changes: Record<string, unknown>, nctId = 'NCT99000099') => ({
  protocolSection: {
    identificationModule: { nctId, briefTitle: 'A study of asthma' },
    sponsorCollaboratorsModule: { leadSponsor: { name: 'Gazi University', class: 'OTHER' } },
    ...changes,
  },
});

describe('a study of ClinicalTrials.gov', () => {
  it('makes its sponsors and collaborators organisations, by the class that the register gives them', async () => {
    const found = organisations(await records()).map(({ name, type, sector, country }) => [
      name,
      type,
      sector,
      country,
    ]);
    expect(found).toContainEqual(['Brightwater Pharmaceuticals Ltd', 'company', 'pharmaceutical', undefined]);
    expect(found).toContainEqual(['Halden Medical Devices GmbH', 'company', 'medical-technology', undefined]);
    expect(found).toContainEqual(['University of Northmoor', 'university', undefined, undefined]);
    expect(found).toContainEqual(['Kestrel Vale NHS Foundation Trust', 'nhs-organisation', undefined, 'GB']);
    expect(found).toContainEqual(['Institut Kestrel, Lyon', 'research-institute', undefined, undefined]);
    expect(found).toContainEqual(['Hôpital Central, Lyon, France', 'other', undefined, 'FR']);
  });

  it('makes no organisation of a sponsor who is a person, or is not named', async () => {
    const names = organisations(await records()).map(({ name }) => name);
    for (const name of ['Tomasz Brandt', 'Vale, Robert', '[Redacted]']) expect(names).not.toContain(name);
  });

  it('makes its officials academics with the study as their work', async () => {
    const [first] = academics(await records());
    expect(first).toEqual({
      kind: 'academic',
      source: 'clinicaltrials',
      sourceKey: 'marisol-tennant-okoye@university-of-northmoor',
      extent: 'part',
      givenName: 'Marisol',
      familyName: 'Tennant-Okoye',
      profession: 'doctor',
      university: 'university-of-northmoor',
      topics: ['asthma', 'inhaled-therapy', 'chronic-obstructive-pulmonary-disease'],
      works: [
        {
          kind: 'trial',
          title: 'Inhaled Brevolast in Adults With Severe Asthma',
          identifier: 'NCT99000001',
          venue: 'ClinicalTrials.gov',
          abstract: 'A short account of the study.',
          year: 2021,
          meshHeadings: ['Asthma'],
        },
      ],
    });
  });

  it('knows a person again at the same affiliation, and only there', async () => {
    const keys = academics(await records()).map(({ sourceKey }) => sourceKey);
    expect(keys.filter((key) => key.startsWith('marisol'))).toEqual([
      'marisol-tennant-okoye@university-of-northmoor',
      'marisol-tennant-okoye@university-of-northmoor',
    ]);
    expect(keys.filter((key) => key.startsWith('nadia'))).toEqual([
      'nadia-rosset@institut-kestrel-lyon',
      'nadia-rosset@hopital-central-lyon-france',
    ]);
  });

  it('gives a profession only where the letters after the name are those of one', async () => {
    const found = academics(await records()).map(({ familyName, profession, jobTitle }) => [
      familyName,
      profession,
      jobTitle,
    ]);
    expect(found).toEqual([
      ['Tennant-Okoye', 'doctor', undefined],
      ['Tennant-Okoye', 'doctor', undefined],
      ['van der Laan', 'physiotherapist', undefined],
      ['SOLBERG HAUGEN', 'doctor', undefined],
      ['Brandt', 'pharmacist', 'Chairman Department of Pharmacy'],
      ['Rosset', 'dietitian', undefined],
      ['Rosset', undefined, undefined],
    ]);
  });

  it('says of somebody at a company where the register named them', async () => {
    const haugen = academics(await records()).find(({ familyName }) => familyName.startsWith('SOLBERG'));
    expect(haugen).toMatchObject({
      employer: 'halden-medical-devices-gmbh',
      industryExperience: expect.stringContaining('Halden Medical Devices GmbH'),
    });
  });

  it('that is withheld is refused by its number', async () => {
    expect((await records()).filter(({ kind }) => kind === 'unreadable')).toEqual([
      { kind: 'unreadable', sourceKey: 'NCT99000005', reason: expect.stringContaining('names no organisation') },
    ]);
  });

  it.each<[string, unknown, string, string]>([
    ['is no study', { name: 'x' }, 'x.json, line 7', 'has no protocolSection'],
    ['is no object', 7, 'x.json, line 7', 'has no protocolSection'],
    ['is nothing', null, 'x.json, line 7', 'has no protocolSection'],
    ['has no number', { protocolSection: { identificationModule: {} } }, 'x.json, line 7', 'nctId is missing'],
    ['has no identification', { protocolSection: {} }, 'x.json, line 7', 'identificationModule is missing'],
    ['has a wrong number', study({}, 'NCT000001'), 'NCT000001', 'NCT and eight digits'],
    ['has no title', study({ identificationModule: { nctId: 'NCT99000099' } }), 'NCT99000099', 'has no title'],
    [
      'has a title of 50,000 characters',
      study({ identificationModule: { nctId: 'NCT99000099', briefTitle: 'x'.repeat(50_000) } }),
      'NCT99000099',
      'its title has 50,000 characters, and at most 1,000 are read',
    ],
    [
      'has a text in the place of a list',
      study({ conditionsModule: { conditions: 'asthma' } }),
      'NCT99000099',
      'conditionsModule.conditions: expected array',
    ],
  ])('that %s is refused, and says why', (_, value, sourceKey, reason) => {
    expect(readStudy(value, taxonomy, 'x.json, line 7')).toEqual([
      { kind: 'unreadable', sourceKey, reason: expect.stringContaining(reason) },
    ]);
  });
});
