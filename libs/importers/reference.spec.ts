import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoadResult } from './load.result.js';
import { type SourceName, SourceReading } from './sources.js';
import { referenceFile, TestDirectory } from './testing.js';

let directory: TestDirectory;
beforeAll(async () => {
  directory = await TestDirectory.create();
});
afterAll(() => directory.drop());
beforeEach(() => directory.empty());

const load = async (source: SourceName, path: string): Promise<LoadResult> =>
  directory.loader.load((await SourceReading.open(source, path, directory.taxonomy.current)).records());

const count = async (condition: string): Promise<number> =>
  (await directory.database.row<{ count: number }>(`SELECT count(*)::int AS count FROM ${condition}`))?.count ?? -1;

/** Loads twice, and expects the second time to find everything as it is. */
const loadTwice = async (source: SourceName, path: string) => {
  const first = await load(source, path);
  const before = await directory.state();
  await directory.database.affected('DELETE FROM outbox');
  const second = await load(source, path);
  expect(second).toMatchObject({
    added: 0,
    changed: 0,
    merged: 0,
    unchanged: first.read - first.skipped,
    skipped: first.skipped,
  });
  expect(await directory.outbox()).toBe(0);
  expect(await directory.state()).toBe(before);
  return first;
};

interface Study {
  protocolSection: {
    identificationModule: { nctId: string };
    sponsorCollaboratorsModule: {
      leadSponsor: { name?: string; class?: string };
      collaborators?: { name: string; class: string }[];
    };
  };
}

const trials = referenceFile('clinicaltrials/studies.v2.ndjson');
(trials ? describe : describe.skip)('the 346 studies of ClinicalTrials.gov', () => {
  const path = trials ?? '';

  it('are read but for five that are no study of anybody listed', async () => {
    const result = await loadTwice('clinicaltrials', path);
    expect(result.skippedRecords.map(({ sourceKey }) => sourceKey)).toEqual([
      'NCT000001',
      'NCT00465816',
      'NCT03182660',
      'NCT03453554',
      'NCT04565522',
    ]);
    expect(result.omissions).toEqual([]);
  });

  it('name 302 people at their affiliations, in 305 parts', async () => {
    // Counted by hand: 331 officials, less 23 placeholders and the one of NCT000001; three lines of a study say the same
    // person (305 parts), and four people come with more than one study or spelling (302).
    const { byKind } = await load('clinicaltrials', path);
    expect(byKind.academic).toMatchObject({ added: 302, merged: 3, changed: 0 });
    expect(await count('academic WHERE account_id IS NULL')).toBe(302);
    expect(
      await count(`academic WHERE given_name || family_name ~* 'clinical|director|call center|pharma|squibb'`),
    ).toBe(0);
    expect(await count('academic_work')).toBe(305);
    expect(await count(`academic WHERE cardinality(topics) = 0`)).toBeLessThanOrEqual(20);
    expect(await count('academic WHERE employer_id IS NULL AND university_id IS NULL')).toBeLessThanOrEqual(30);
  });

  it('make each of the 83 sponsors of industry a company, as registered, and the 3 that are people none', async () => {
    await load('clinicaltrials', path);
    const industry = new Set<string>();
    for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
      const { leadSponsor, collaborators = [] } = (JSON.parse(line) as Study).protocolSection
        .sponsorCollaboratorsModule;
      for (const one of [leadSponsor, ...collaborators])
        if (one.class === 'INDUSTRY' && one.name) industry.add(one.name);
    }
    expect(industry.size).toBe(86);
    const rows = await directory.database.rows<{ name: string }>(
      `SELECT name FROM organisation WHERE type = 'company'`,
    );
    const companies = new Set(rows.map(({ name }) => name));
    expect([...industry].filter((name) => !companies.has(name)).sort()).toEqual([
      'Daniel Griffin',
      'Han Xu, M.D., Ph.D., FAPCR, Sponsor-Investigator, IRB Chair',
      'Han Xu, M.D., Ph.D., Sponsor-Investigator, IRB Chair',
    ]);
    expect(await count(`organisation WHERE type = 'company' AND sector IS NULL`)).toBeGreaterThan(20);
    expect(await count(`organisation WHERE name = 'Pfizer' AND sector = 'pharmaceutical'`)).toBe(1);
  });

  it('say who somebody is and what the study was about', async () => {
    await load('clinicaltrials', path);
    const [white] = await directory.database.rows(
      `SELECT a.given_name, a.family_name, a.profession, u.name AS university, a.topics, w.identifier, w.kind
       FROM academic a JOIN organisation u ON u.id = a.university_id JOIN academic_work w ON w.academic_id = a.id
       WHERE a.family_name = 'White'`,
    );
    expect(white).toMatchObject({
      given_name: 'Neil H',
      profession: 'doctor',
      university: 'Washington University School of Medicine',
      topics: expect.arrayContaining(['cystic-fibrosis', 'diabetes']),
      kind: 'trial',
      identifier: expect.stringMatching(/^NCT\d{8}$/),
    });
  });
});

const british = referenceFile('ror/organisations-gb.v2.ndjson');
const companies = referenceFile('ror/companies-life-science.v2.ndjson');
(british && companies ? describe : describe.skip)('the organisations of ROR', () => {
  it('of the United Kingdom are all read, most with their region', async () => {
    const result = await loadTwice('ror', british ?? '');
    expect(result).toMatchObject({ read: 1233, added: 1233, skipped: 0 });
    expect(await count('organisation WHERE ror_id = source_key')).toBe(1233);
    expect(await count('organisation WHERE region IS NULL')).toBeLessThanOrEqual(15);
    expect(await count(`organisation WHERE region IS NOT NULL AND nation IS NULL`)).toBe(0);
    // 226 are called companies by ROR: 203 of them that alone, 23 funders too.
    expect(await count(`organisation WHERE type = 'company'`)).toBe(226);
    expect(await count(`organisation WHERE type = 'nhs-organisation'`)).toBeGreaterThanOrEqual(45);
    expect(
      await count(
        `organisation WHERE type = 'nhs-organisation' AND name ~ 'NHS|Hospital|Health|Infirmary|Centre|Blood|IVF'`,
      ),
    ).toBe(await count(`organisation WHERE type = 'nhs-organisation'`));
  });

  it('that are companies of the life sciences are all companies', async () => {
    const result = await loadTwice('ror', companies ?? '');
    expect(result).toMatchObject({ read: 723, added: 723, skipped: 0 });
    expect(await count(`organisation WHERE type = 'company' AND country IS NOT NULL`)).toBe(723);
    expect(await count(`organisation WHERE sector IS NOT NULL`)).toBeGreaterThan(350);
  });

  it('meet the sponsors of studies, and are the same in either order', async () => {
    if (!trials) return;
    const end: string[] = [];
    for (const order of [
      [british, trials],
      [trials, british],
    ] as [string, string][]) {
      await directory.empty();
      for (const path of order) await load(path === trials ? 'clinicaltrials' : 'ror', path);
      // What a register named before is known by its ROR identifier only once that has been read.
      await load('clinicaltrials', trials);
      const rows = await directory.database.rows<{ line: string }>(
        `SELECT source || ' ' || source_key || ' ' || name || ' ' || type || ' ' || coalesce(city, '') AS line FROM organisation ORDER BY line`,
      );
      end.push(rows.map(({ line }) => line).join('\n'));
    }
    expect(end[0]).toBe(end[1]);
    expect(
      await count(`organisation WHERE source = 'ror' AND name = 'University of Oxford' AND 'covid-19' = ANY(topics)`),
    ).toBe(1);
    expect(await count(`organisation WHERE name = 'University of Oxford'`)).toBe(1);
  });

  it('in the old schema are refused, each with what to do', async () => {
    const old = referenceFile('ror/schema-v1-sample.ndjson');
    if (!old) return;
    const result = await load('ror', old);
    expect(result).toMatchObject({ read: 20, added: 0, skipped: 20 });
    for (const { reason } of result.skippedRecords) expect(reason).toContain('take the file of schema 2');
  });
});

describe('eight thousand academics', () => {
  /** How many were asked for so far: the loader must not run far ahead of what it has written. */
  let made = 0;
  const academics = 8_000;
  function* records(works: number) {
    const topics = directory.taxonomy.current.terms('topic').map(({ code }) => code);
    for (let at = 0; at < 200; at += 1) {
      yield {
        kind: 'organisation' as const,
        source: 'made',
        sourceKey: `o${at}`,
        name: `Organisation ${at}`,
        type: 'university',
      };
    }
    for (let at = 0; at < academics; at += 1) {
      made += 1;
      yield {
        kind: 'academic' as const,
        source: 'made',
        sourceKey: `a${at}`,
        givenName: 'Ada',
        familyName: `Name ${at}`,
        profession: 'doctor',
        university: `o${at % 200}`,
        summary: 'A sentence about what somebody does. '.repeat(8),
        topics: [1, 7, 13].flatMap((step) => topics[(at * step) % topics.length] ?? []),
        works: Array.from({ length: works }, (_, number) => ({
          kind: 'publication' as const,
          title: `A study of something by ${at}, number ${number}`,
          abstract: 'We looked at something in some people. '.repeat(15),
          year: 2010 + number,
          identifier: `10.5555/${at}.${number}`,
        })),
      };
    }
  }

  it('with five works each are loaded at a steady pace, never holding more than a batch', async () => {
    let ahead = 0;
    let written = 0;
    const started = performance.now();
    const result = await directory.loader.load(records(5), {
      onProgress: ({ read }) => {
        ahead = Math.max(ahead, made - written);
        written = read;
      },
    });
    const perSecond = (academics / (performance.now() - started)) * 1_000;
    console.log(`${Math.round(perSecond)} academics a second, at most ${ahead} of them held at once`);
    expect(result).toMatchObject({ read: academics + 200, added: academics + 200, skipped: 0 });
    expect(await count('academic_work')).toBe(academics * 5);
    // Far below what a quiet machine does: it is to notice a plan gone wrong, not a busy neighbour.
    expect(perSecond).toBeGreaterThan(200);
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(600);
  }, 300_000);
});
