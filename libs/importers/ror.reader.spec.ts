import { describe, expect, it } from '@jest/globals';
import { readTaxonomy } from '#taxonomy';
import type { OrganisationRecord } from './records.js';
import { readRorRecord } from './ror.reader.js';
import { SourceReading } from './sources.js';
import { all, fixture } from './testing.js';

const taxonomy = readTaxonomy();
const read = async () => all((await SourceReading.open('ror', fixture('organisations.ndjson'), taxonomy)).records());
const byName = async (name: string) =>
  (await read()).find((one): one is OrganisationRecord => one.kind === 'organisation' && one.name === name);

const record = (changes: Record<string, unknown> = {}) => ({
  id: 'https://ror.org/03yrm5c26',
  status: 'active',
  names: [{ value: 'A Place', types: ['ror_display', 'label'], lang: 'en' }],
  types: ['facility'],
  ...changes,
});

describe('a record of ROR', () => {
  it('is an organisation with all its names', async () => {
    expect(await byName('University of Northmoor')).toEqual({
      kind: 'organisation',
      source: 'ror',
      sourceKey: '0tt9t8045',
      rorId: '0tt9t8045',
      name: 'University of Northmoor',
      aliases: ['UNM', 'Northmoor University'],
      type: 'university',
      topics: [],
      city: 'Leeds',
      region: 'yorkshire-and-the-humber',
      nation: 'england',
      country: 'GB',
      website: 'https://www.northmoor.ac.uk',
      emailDomains: ['northmoor.ac.uk'],
      established: 1904,
    });
  });

  it.each([
    ['Kestrel Vale NHS Foundation Trust', 'nhs-organisation', 'wales', 'wales'],
    ['Vale Road Hospital', 'nhs-organisation', 'east-of-england', 'england'],
    ['Brightwater Pharmaceuticals (United Kingdom)', 'company', undefined, 'england'],
    ['Kestrel Asthma Trust', 'charity', 'scotland', 'scotland'],
    ['Institut Kestrel, Lyon', 'research-institute', undefined, undefined],
    ['Northmoor Sixth Form College', 'other', 'yorkshire-and-the-humber', 'england'],
  ])('%s is of type %s, in region %s', async (name, type, region, nation) => {
    const found = await byName(name);
    expect([found?.type, found?.region, found?.nation]).toEqual([type, region, nation]);
  });

  it('has the sector and the topics that its name makes evident', async () => {
    expect((await byName('Brightwater Pharmaceuticals (United Kingdom)'))?.sector).toBe('pharmaceutical');
    expect((await byName('Kestrel Asthma Trust'))?.topics).toEqual(['asthma']);
  });

  it('that ROR has withdrawn is refused', async () => {
    expect((await read()).filter(({ kind }) => kind === 'unreadable')).toEqual([
      { kind: 'unreadable', sourceKey: '0ttb8mt93', reason: 'is withdrawn in ROR' },
    ]);
  });

  it.each<[string, unknown, string, string]>([
    [
      'follows schema 1',
      { id: 'https://ror.org/03yrm5c26', name: 'A Place', status: 'active', country: { country_code: 'GB' } },
      '03yrm5c26',
      'follows schema 1 of ROR: take the file of schema 2',
    ],
    ['has a mistyped identifier', record({ id: 'https://ror.org/03yrm5c27' }), '03yrm5c27', 'identifier is wrong'],
    ['is none', { id: 'NCT01' }, 'NCT01', 'is not a record of ROR'],
    ['is nothing', null, 'x, line 1', 'is not a record of ROR'],
    ['has no names', record({ names: [] }), '03yrm5c26', 'names'],
    ['has an empty name', record({ names: [{ value: ' \u0000', types: [], lang: null }] }), '03yrm5c26', 'has no name'],
    ['has no types', record({ types: undefined }), '03yrm5c26', 'types is missing'],
    ['has a year in words', record({ established: 'long ago' }), '03yrm5c26', 'established: expected number'],
  ])('that %s is refused, and says why', (_, value, sourceKey, reason) => {
    expect(readRorRecord(value, taxonomy, 'x, line 1')).toEqual([
      { kind: 'unreadable', sourceKey, reason: expect.stringContaining(reason) },
    ]);
  });

  it('keeps only addresses that are addresses, and years that are years', () => {
    const [found] = readRorRecord(
      record({
        domains: ['ok.ac.uk', 'not a domain'],
        established: 99_999,
        links: [{ type: 'website', value: 'javascript:alert(1)' }],
      }),
      taxonomy,
      '',
    );
    expect(found).toMatchObject({ emailDomains: ['ok.ac.uk'] });
    expect(found).not.toHaveProperty('website');
    expect(found).not.toHaveProperty('established');
  });
});
