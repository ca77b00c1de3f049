import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AcademicRecord, OrganisationRecord, ReadRecord } from './records.js';
import { academic, organisation, TestDirectory } from './testing.js';

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

describe('a source that shows a part at a time', () => {
  const part = (key: string, title: string, changes: Partial<AcademicRecord> = {}) =>
    academic(key, { extent: 'part', works: [{ kind: 'trial', title, identifier: title }], ...changes });
  const works = async () =>
    (await directory.database.rows<{ title: string }>('SELECT title FROM academic_work ORDER BY position')).map(
      ({ title }) => title,
    );

  it('adds to what is there, in one run and in the next', async () => {
    await load(
      part('one', 'T1', { jobTitle: 'Reader' }),
      part('one', 'T2', { jobTitle: 'Professor', topics: ['stroke'] }),
    );
    await load(part('one', 'T3', { topics: ['asthma', 'dementia'], regulator: 'nmc' }));
    expect(await works()).toEqual(['T1', 'T2', 'T3']);
    expect(await row('academic', 'one')).toMatchObject({
      job_title: 'Reader',
      regulator: 'nmc',
      topics: ['asthma', 'stroke', 'dementia'],
    });
  });

  it('counts a record once for what it did, and changes nothing the second time', async () => {
    const records = [part('one', 'T1'), part('two', 'T1'), part('one', 'T2'), part('one', 'T1')];
    expect(await load(...records)).toMatchObject({ read: 4, added: 2, merged: 2, changed: 0 });
    const before = await directory.state();
    expect(await load(...records)).toMatchObject({ read: 4, added: 0, merged: 0, changed: 0, unchanged: 4 });
    expect(await directory.state()).toBe(before);
  });

  it('may say later what a work is called now', async () => {
    await load(part('one', 'T1'));
    await load(part('one', 'T1', { works: [{ kind: 'trial', title: 'T1, renamed', identifier: 'T1' }] }));
    expect(await works()).toEqual(['T1, renamed']);
    expect(await row('academic', 'one')).toMatchObject({ version: 2 });
  });
});

describe('an organisation that two registers know', () => {
  const registered = (changes: Partial<OrganisationRecord> = {}) =>
    organisation('03yrm5c26', {
      source: 'ror',
      rorId: '03yrm5c26',
      name: 'University of Northmoor',
      city: 'Leeds',
      aliases: ['UNM'],
      ...changes,
    });
  const named = (changes: Partial<OrganisationRecord> = {}) =>
    organisation('the-university-of-northmoor', {
      source: 'clinicaltrials',
      extent: 'part',
      name: 'The University of Northmoor',
      country: undefined,
      type: 'other',
      topics: ['asthma'],
      ...changes,
    });
  const person = academic('pi', { source: 'clinicaltrials', extent: 'part', employer: 'the-university-of-northmoor' });

  it('is one, whichever comes first', async () => {
    for (const order of [
      [registered(), named(), person],
      [named(), person, registered()],
    ]) {
      await directory.empty();
      for (const record of order) await load(record);
      await load(named(), person);
      const found = await directory.database.rows(
        `SELECT o.source, o.name, o.type, o.city, o.ror_id, o.topics, a.family_name
         FROM organisation o LEFT JOIN academic a ON a.employer_id = o.id`,
      );
      expect(found).toEqual([
        {
          source: 'ror',
          name: 'University of Northmoor',
          type: 'university',
          city: 'Leeds',
          ror_id: '03yrm5c26',
          topics: ['asthma'],
          family_name: 'pi',
        },
      ]);
      const before = await directory.state();
      await load(registered());
      await load(named(), person);
      expect(await directory.state()).toBe(before);
    }
  });

  it('is two where the countries differ, or the name is that of several', async () => {
    await load(registered({ country: 'AU' }));
    await load(named({ country: 'GB' }));
    expect((await directory.database.rows('SELECT 1 FROM organisation')).length).toBe(2);
    await directory.empty();
    await load(registered(), registered({ sourceKey: '052gg0110', rorId: '052gg0110' }));
    await load(named());
    expect((await directory.database.rows('SELECT 1 FROM organisation')).length).toBe(3);
  });

  it('is found by its ROR identifier whoever wrote it down, and completed, not overwritten', async () => {
    await load(organisation('own', { rorId: '03yrm5c26', name: 'Northmoor, as we say', topics: ['stroke'] }));
    expect(await load(registered({ topics: ['asthma'] }))).toMatchObject({ added: 0, changed: 1 });
    expect(await row('organisation', 'own')).toMatchObject({
      name: 'Northmoor, as we say',
      city: 'Leeds',
      aliases: ['UNM'],
      topics: ['stroke', 'asthma'],
    });
    expect(await load(registered({ topics: ['asthma'] }))).toMatchObject({ unchanged: 1 });
  });

  it('is not taken for one that somebody has registered under the name', async () => {
    await directory.database.affected(
      `INSERT INTO organisation (slug, name, type) VALUES ('northmoor', 'University of Northmoor', 'university')`,
    );
    expect(await load(registered())).toMatchObject({ added: 1 });
    expect(await load(named())).toMatchObject({ changed: 1 });
  });
});
