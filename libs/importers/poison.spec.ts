import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SourceReading } from './sources.js';
import { fixture, TestDirectory } from './testing.js';

let directory: TestDirectory;
let folder: string;
beforeAll(async () => {
  directory = await TestDirectory.create();
  folder = mkdtempSync(join(tmpdir(), 'benchside-poison-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await directory.drop();
});

const lines = readFileSync(fixture('studies.ndjson'), 'utf8').trim().split('\n');
const study = (nctId: string, changes: (protocol: Record<string, Record<string, unknown>>) => void): string => {
  const value = JSON.parse(lines[0] ?? '{}');
  value.protocolSection.identificationModule.nctId = nctId;
  changes(value.protocolSection);
  return JSON.stringify(value);
};

/** Each must be refused on its own, or written without what is wrong with it. */
const poison: [what: string, line: string | Buffer, refused: string | undefined][] = [
  ['half a line', (lines[1] ?? '').slice(0, 300), 'is not valid JSON'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), 'is not written in UTF-8'],
  ['a NUL byte', `{"protocolSection":"\u0000"}`, 'is not valid JSON'],
  ['a number', '42', 'has no protocolSection'],
  ['an empty object', '{}', 'has no protocolSection'],
  ['a module that is a list', '{"protocolSection":{"identificationModule":[]}}', 'expected object'],
  [
    'a title of 50,000 characters',
    study('NCT99000050', (protocol) =>
      Object.assign(protocol.identificationModule ?? {}, { briefTitle: 'x'.repeat(50_000) }),
    ),
    'its title has 50,000 characters',
  ],
  [
    'a sponsor’s name of 50,000 characters',
    study('NCT99000051', (protocol) =>
      Object.assign(protocol.sponsorCollaboratorsModule ?? {}, {
        leadSponsor: { name: 'x'.repeat(50_000), class: 'OTHER' },
      }),
    ),
    'its name of a sponsor has 50,000 characters',
  ],
  [
    'control characters, NULs and half characters in every text',
    study('NCT99000052', (protocol) => {
      Object.assign(protocol.identificationModule ?? {}, { briefTitle: 'A \u0000title\u0007 \ud800of\u202e sorts' });
      Object.assign(protocol.descriptionModule ?? {}, { briefSummary: 'Words\u0000 and\udfff words' });
      Object.assign(protocol.contactsLocationsModule ?? {}, {
        overallOfficials: [{ name: 'Odd\u0000a \ud83dName, MD', affiliation: 'Odd\u0000 University\u0008' }],
      });
    }),
    undefined,
  ],
  [
    'a name of 2,000 words',
    study('NCT99000053', (protocol) =>
      Object.assign(protocol.contactsLocationsModule ?? {}, { overallOfficials: [{ name: 'ab '.repeat(2_000) }] }),
    ),
    undefined,
  ],
  [
    'a family name of 400 letters',
    study('NCT99000054', (protocol) =>
      Object.assign(protocol.contactsLocationsModule ?? {}, {
        overallOfficials: [{ name: `Ada ${'x'.repeat(400)}, MD` }],
      }),
    ),
    'familyName has 400 characters',
  ],
  [
    'names that a program might take for its own',
    '{"__proto__":{"polluted":true},"constructor":1,"protocolSection":{"identificationModule":{"nctId":"toString"}}}',
    'NCT and eight digits',
  ],
];

describe('a file with poison in its middle', () => {
  it('loses nothing but the poison, and says why', async () => {
    const path = join(folder, 'studies.ndjson');
    const parts = [lines.slice(0, 3).join('\n'), ...poison.map(([, line]) => line), lines.slice(3).join('\n')];
    writeFileSync(path, Buffer.concat(parts.flatMap((part) => [Buffer.from(part), Buffer.from('\n')])));

    const read = () => SourceReading.open('clinicaltrials', path, directory.taxonomy.current);
    const result = await directory.loader.load((await read()).records());
    const reasons = result.skippedRecords.map(({ reason }) => reason);
    for (const [what, , refused] of poison) {
      if (refused) expect([what, reasons]).toEqual([what, expect.arrayContaining([expect.stringContaining(refused)])]);
    }
    // The study that the fixture itself withholds is refused too.
    expect(result.skipped).toBe(poison.filter(([, , refused]) => refused).length + 1);

    const works = await directory.database.rows<{ identifier: string }>(
      'SELECT DISTINCT identifier FROM academic_work ORDER BY 1',
    );
    expect(works.map(({ identifier }) => identifier)).toEqual(
      ['01', '02', '03', '04', '06', '52'].map((number) => `NCT990000${number}`),
    );
    const [odd] = await directory.database.rows(
      `SELECT a.given_name, a.family_name, u.name AS university, w.title, w.abstract FROM academic a
       JOIN organisation u ON u.id = a.university_id JOIN academic_work w ON w.academic_id = a.id
       WHERE w.identifier = 'NCT99000052'`,
    );
    expect(odd).toEqual({
      given_name: 'Odda',
      family_name: 'Name',
      university: 'Odd University',
      title: 'A title of sorts',
      abstract: 'Words and words',
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();

    const before = await directory.state();
    expect(await directory.loader.load((await read()).records())).toMatchObject({
      added: 0,
      changed: 0,
      skipped: result.skipped,
    });
    expect(await directory.state()).toBe(before);
  });
});
