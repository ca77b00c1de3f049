import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AcademicRecord, ReadRecord } from './records.js';
import { academic, opportunity, organisation, TestDirectory } from './testing.js';

let directory: TestDirectory;
beforeAll(async () => {
  directory = await TestDirectory.create();
});
afterAll(() => directory.drop());
beforeEach(() => directory.empty());

const load = (...records: ReadRecord[]) => directory.loader.load(records);
const row = async <Row extends object>(table: string, sourceKey: string, columns = '*') =>
  (
    await directory.database.rows<Row & { version: number }>(
      `SELECT ${columns}, version FROM ${table} WHERE source_key = $1`,
      [sourceKey],
    )
  )[0];

const everything = () => [
  organisation('acme', {
    type: 'company',
    sector: 'biotechnology',
    aliases: ['Acme'],
    topics: ['asthma'],
    size: 'small',
  }),
  organisation('uni', { website: 'https://uni.example', emailDomains: ['uni.example'], established: 1900 }),
  academic('one', {
    employer: 'acme',
    university: 'uni',
    methods: ['interviews'],
    availableFrom: '2027-09-01',
    availableFte: 0.4,
    placeMode: 'hybrid',
    orcid: '0000-0002-1825-0097',
    works: [
      { kind: 'publication', title: 'First', identifier: '10.5555/1', year: 2020, meshHeadings: ['Asthma'] },
      { kind: 'other', title: 'Second', abstract: 'More words.' },
    ],
  }),
  opportunity('brief', {
    mustHave: [{ facet: 'profession', code: 'nurse' }],
    fte: 0.2,
    startsOn: '2027-01-01',
    deadline: '2026-12-01',
  }),
  opportunity('idea', { side: 'academic', organisation: undefined, academic: 'one' }),
];

describe('loading the directory', () => {
  it('writes organisations, academics with their works, and opportunities that name each other', async () => {
    const result = await load(...everything());
    expect(result).toMatchObject({ read: 5, added: 5, changed: 0, unchanged: 0, skipped: 0, omissions: [] });
    const [one] = await directory.database.rows(`
      SELECT a.given_name, a.available_fte, a.available_from, e.name AS employer, u.name AS university, a.account_id,
        (SELECT array_agg(w.title ORDER BY w.position) FROM academic_work w WHERE w.academic_id = a.id) AS works,
        (SELECT count(*)::int FROM opportunity p WHERE p.academic_id = a.id) AS ideas
      FROM academic a JOIN organisation e ON e.id = a.employer_id JOIN organisation u ON u.id = a.university_id`);
    expect(one).toEqual({
      given_name: 'Ada',
      available_fte: 0.4,
      available_from: '2027-09-01',
      employer: 'Organisation acme',
      university: 'Organisation uni',
      account_id: null,
      works: ['First', 'Second'],
      ideas: 1,
    });
    expect(await row('opportunity', 'brief', 'state, published_at IS NOT NULL AS published, must_have')).toMatchObject({
      state: 'published',
      published: true,
      must_have: [{ facet: 'profession', code: 'nurse' }],
    });
  });

  it('changes nothing the second time: no version, no row of the outbox', async () => {
    await load(...everything());
    const before = await directory.state();
    const waiting = await directory.outbox();
    expect(await load(...everything())).toMatchObject({ added: 0, changed: 0, unchanged: 5, merged: 0, skipped: 0 });
    expect(await directory.state()).toBe(before);
    expect(await directory.outbox()).toBe(waiting);
  });

  it('changes what differs, one version further, and nothing else', async () => {
    await load(...everything());
    await directory.database.affected('DELETE FROM outbox');
    const [acme, uni, one] = everything();
    const result = await load(acme as ReadRecord, uni as ReadRecord, {
      ...(one as AcademicRecord),
      summary: 'New words.',
    });
    expect(result).toMatchObject({ changed: 1, unchanged: 2 });
    expect(await row('academic', 'one')).toMatchObject({ version: 2, summary: 'New words.' });
    expect(await directory.outbox()).toBe(1);
  });

  it('replaces works where they differ, and moves the version of their academic', async () => {
    await load(...everything());
    await directory.database.affected('DELETE FROM outbox');
    const one = everything()[2] as AcademicRecord;
    const works = [{ kind: 'publication' as const, title: 'Only this', year: 2024 }];
    expect(await load({ ...one, works })).toMatchObject({ changed: 1 });
    expect(await directory.database.rows('SELECT title, year, position FROM academic_work')).toEqual([
      { title: 'Only this', year: 2024, position: 0 },
    ]);
    expect(await row('academic', 'one')).toMatchObject({ version: 2 });
    expect(await directory.outbox()).toBe(1);
  });

  it('keeps what a record does not speak of', async () => {
    await load(
      organisation('uni', { city: 'Leeds', summary: 'Words.' }),
      academic('one', { summary: 'Words.', works: [{ kind: 'other', title: 'A' }] }),
    );
    expect(await load(organisation('uni'), academic('one'))).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await row('organisation', 'uni')).toMatchObject({ city: 'Leeds', summary: 'Words.' });
  });

  it('passes over bad records, each with its reason, and loses no other', async () => {
    const bad: [ReadRecord, string][] = [
      [{ kind: 'unreadable', sourceKey: 'line 3', reason: 'is not valid JSON' }, 'is not valid JSON'],
      [
        academic('unknown profession', { profession: 'astronaut' }),
        '"astronaut" is not a code of the vocabulary profession',
      ],
      [academic('no name', { familyName: ' \u0000 ' }), 'familyName is missing'],
      [academic('long name', { familyName: 'x'.repeat(121) }), 'familyName has 121 characters, and at most 120 fit'],
      [academic('wrong day', { availableFrom: '2027-02-30' }), 'is not a date'],
      [academic('too much', { availableFte: 1.5 }), 'availableFte: 1.5 is not between'],
      [academic('wrong orcid', { orcid: '0000-0002-1825-0098' }), 'is not an ORCID iD'],
      [organisation('long', { name: 'x'.repeat(50_000) }), 'name has 50,000 characters'],
      [organisation('type', { type: 'club' }), 'not a code of the vocabulary organisation-type'],
      [organisation('ror', { rorId: '03yrm5c27' }), 'is not a ROR identifier'],
      [organisation('site', { website: 'javascript:alert(1)' }), 'website'],
      [opportunity('nobody', { organisation: 'unheard of' }), 'its organisation "unheard of" is not known'],
      [opportunity('no owner', { organisation: undefined }), 'organisation is missing'],
      [opportunity('criterion', { mustHave: [{ facet: 'sector', code: 'mining' }] }), '"mining" is not a code'],
      [opportunity('blind', { blind: true, text: 'Ask acme@acme.com' }), 'a blind text must not hold'],
      [opportunity('named', { blind: true, text: 'Organisation acme looks for you.' }), 'the name of who is behind it'],
    ];
    const good = [organisation('acme', { type: 'company' }), academic('good'), opportunity('fine')];
    const result = await load(good[0] as ReadRecord, ...bad.map(([one]) => one), ...good.slice(1));
    expect(result).toMatchObject({ read: bad.length + 3, added: 3, skipped: bad.length });
    const reasons = new Map(result.skippedRecords.map((one) => [one.sourceKey, one.reason]));
    for (const [{ sourceKey }, reason] of bad)
      expect([sourceKey, reasons.get(sourceKey)]).toEqual([sourceKey, expect.stringContaining(reason)]);
  });

  it('writes the rest of a batch when the database refuses one of it', async () => {
    const orcid = '0000-0002-1694-233X';
    const result = await load(academic('first', { orcid }), academic('second', { orcid }), academic('third'));
    expect(result).toMatchObject({ added: 2, skipped: 1 });
    expect(result.skippedRecords).toEqual([{ sourceKey: 'second', reason: 'its ORCID iD belongs to another profile' }]);
  });

  it('cleans texts of what the database refuses', async () => {
    const dirty = 'Ada\u0000\ud800 \u202eL\u0007ove';
    await load(
      academic('dirty', {
        givenName: dirty,
        summary: `${dirty}\n\n\n\nmore`,
        works: [{ kind: 'other', title: dirty }],
      }),
    );
    expect(await row('academic', 'dirty')).toMatchObject({ given_name: 'Ada Love', summary: 'Ada Love\n\nmore' });
  });

  it('leaves out what is no reason to lose the record, and counts it', async () => {
    const result = await load(
      academic('one', {
        topics: ['asthma', 'unheard-of', 'asthma'],
        employer: 'unheard of',
        works: [
          { kind: 'other', title: '' },
          { kind: 'other', title: 'x'.repeat(50_000) },
          { kind: 'other', title: 'A', identifier: '1' },
          { kind: 'other', title: 'B', identifier: '1' },
        ],
      }),
    );
    expect(result).toMatchObject({ added: 1, skipped: 0 });
    expect(result.omissions).toEqual([
      { what: 'codes that the vocabulary topic does not have', count: 1 },
      { what: 'works without a title of 1 to 1,000 characters', count: 2 },
      { what: 'works that their academic names twice', count: 1 },
      { what: 'affiliations that are not in the directory', count: 1 },
    ]);
    expect(await row('academic', 'one')).toMatchObject({ topics: ['asthma'], employer_id: null });
  });

  it('writes what came before a source that fails', async () => {
    const failing = function* (): Generator<ReadRecord> {
      yield academic('before');
      throw new Error('the disk is gone');
    };
    await expect(directory.loader.load(failing())).rejects.toThrow('the disk is gone');
    expect(await row('academic', 'before')).toBeDefined();
  });

  it('tells how far it has come', async () => {
    const seen: number[] = [];
    const records = Array.from({ length: 600 }, (_, at) => academic(`a${at}`));
    await directory.loader.load(records, { onProgress: ({ read }) => seen.push(read) });
    expect(seen).toEqual([250, 500, 600]);
  });

  it('run twice at the same time makes each row once', async () => {
    const records = Array.from({ length: 300 }, (_, at) =>
      academic(`a${at}`, { works: [{ kind: 'other', title: 'A' }] }),
    );
    const results = await Promise.all([directory.loader.load(records), directory.loader.load(records)]);
    expect(results.map(({ added }) => added).reduce((sum, added) => sum + added)).toBe(300);
    const [counts] = await directory.database.rows(
      'SELECT (SELECT count(*)::int FROM academic) AS academics, (SELECT count(*)::int FROM academic_work) AS works',
    );
    expect(counts).toEqual({ academics: 300, works: 300 });
  });
});

describe('what somebody looks after', () => {
  it('stays as it is: a claimed profile and its works', async () => {
    await load(...everything());
    const account = await directory.account('ada@example.org');
    await directory.database.affected(`UPDATE academic SET account_id = $1, summary = 'My own words.'`, [account]);
    const before = await directory.state();
    const one = everything()[2] as AcademicRecord;
    const result = await load({ ...one, summary: 'Words of a register.', works: [] });
    expect(result).toMatchObject({ changed: 0, skipped: 1 });
    expect(result.skippedRecords).toEqual([{ sourceKey: 'one', reason: 'claimed: its owner looks after it' }]);
    expect(await directory.state()).toBe(before);
    expect(await row('academic', 'one')).toMatchObject({ summary: 'My own words.' });
  });

  it('stays as it is: an organisation with members, or one whose identity was checked, and their briefs', async () => {
    await load(...everything());
    const account = await directory.account('boss@example.org');
    await directory.database.affected(
      `INSERT INTO account_membership (organisation_id, account_id, role)
       SELECT id, $1, 'admin' FROM organisation WHERE source_key = 'acme'`,
      [account],
    );
    await directory.database.affected(`UPDATE organisation SET verification = 'verified' WHERE source_key = 'uni'`);
    const before = await directory.state();
    const result = await load(
      organisation('acme', { name: 'Another name' }),
      organisation('uni', { name: 'Another name' }),
      opportunity('brief', { title: 'Another title' }),
    );
    expect(result).toMatchObject({ changed: 0, skipped: 3 });
    expect(await directory.state()).toBe(before);
    // What belongs to it still finds it.
    await load(academic('new', { employer: 'acme' }));
    expect((await row<{ employer_id: string }>('academic', 'new'))?.employer_id).toEqual(expect.any(String));
  });

  it('is not opened again once it has expired', async () => {
    await load(...everything());
    await directory.database.affected(`UPDATE opportunity SET state = 'expired'`);
    await load(...everything());
    expect(await row('opportunity', 'brief')).toMatchObject({ state: 'expired' });
  });
});

describe('a person who was erased', () => {
  it('is not brought back, by the key of the register or by the ORCID iD', async () => {
    const orcid = '0000-0002-1825-0097';
    await directory.database.affected(
      `INSERT INTO profile_suppression (mark) SELECT profile_mark($1, 'gone') UNION SELECT profile_mark('orcid', $2)`,
      [academic('gone').source, orcid],
    );
    const result = await load(academic('gone'), academic('other', { orcid }), academic('here'));
    expect(result).toMatchObject({ added: 1, skipped: 2 });
    expect(result.skippedRecords.map(({ sourceKey, reason }) => `${sourceKey} ${reason}`)).toEqual([
      'gone erased: its person asked for it',
      'other erased: its person asked for it',
    ]);
    await directory.database.affected('DELETE FROM profile_suppression');
  });
});
