import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { validOrcid } from './orcid.identifiers.js';
import { readOrcidWorks } from './orcid.reader.js';
import { fixture, referenceFile } from './testing.js';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('a public ORCID record', () => {
  it('gives the works of its owner, each as the owner prefers it', () => {
    expect(readOrcidWorks(json(fixture('orcid-record.json')))).toEqual({
      orcid: '0000-0002-1825-0097',
      works: [
        {
          kind: 'publication',
          title: 'Breath tests in severe asthma: a cohort',
          year: 2019,
          venue: 'Northmoor Journal of Medicine',
          identifier: '10.5555/nm.1',
        },
        { kind: 'product', title: 'A spirometer that fits a pocket' },
      ],
      leftOut: 2,
    });
  });

  it('is refused when it is something else', () => {
    expect(() => readOrcidWorks({ name: 'x' })).toThrow('This is no ORCID record: orcid-identifier is missing.');
    expect(() => readOrcidWorks(null)).toThrow('This is no ORCID record');
    expect(() => readOrcidWorks({ bulk: 'x' })).toThrow('This is no ORCID record');
  });

  it('of the reference records is read', () => {
    const [record, bulk] = ['orcid/record-full-3.0.json', 'orcid/bulk-works-100-works-3.0.json'].map(referenceFile);
    if (!record || !bulk) return;
    expect(readOrcidWorks(json(record))).toEqual({
      orcid: '0000-0002-7319-2192',
      works: [expect.objectContaining({ title: 'Work Title', year: 2012, identifier: '10.1087/20120404' })],
      leftOut: 0,
    });
    const { works } = readOrcidWorks(json(bulk));
    expect(works[0]).toMatchObject({ title: 'Work Title 1', year: 2021, venue: 'Cor et Vasa', kind: 'publication' });
  });
});

describe('an ORCID iD', () => {
  it.each(['0000-0002-1825-0097', '0000-0002-1694-233X', '0000-0001-5109-3700'])('%s is valid', (text) => {
    expect(validOrcid(text)).toBe(true);
  });

  it.each(['0000-0002-1825-0098', '0000-0002-1694-2330', '0000000218250097', ''])('%s is not', (text) => {
    expect(validOrcid(text)).toBe(false);
  });
});
