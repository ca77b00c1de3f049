import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobHandler } from '#jobs';
import { STEWARDSHIP_JOBS } from '#stewardship';
import { type Benchside, startBenchside } from '../support/benchside.js';

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('what is open, and who is shown', () => {
  let benchside: Benchside;
  beforeAll(async () => {
    benchside = await startBenchside();
    const { database } = benchside;
    await database.affected(
      `INSERT INTO organisation (slug, name, type, verification) VALUES ('breathe', 'Breathe', 'company', 'verified')`,
    );
    const brief = (title: string, deadline: string | null, startsOn: string | null, state = 'published') =>
      database.affected(
        `INSERT INTO opportunity (side, organisation_id, opportunity_type, title, topics, deadline, starts_on, state)
         SELECT 'company', id, 'advisory', $1, '{asthma}', $2, $3, $4 FROM organisation WHERE slug = 'breathe'`,
        [title, deadline, startsOn, state],
      );
    await brief('No end', null, null);
    await brief('Closes soon', dayIn(2), null);
    await brief('Closed', dayIn(-3), null);
    await brief('Has begun', dayIn(30), dayIn(-3));
    await brief('Begins soon', null, dayIn(30));
    await brief('A draft', null, null, 'draft');
    await database.affected(
      `INSERT INTO academic (given_name, family_name, profession, topics)
       SELECT 'Nurse', 'Number ' || n, 'nurse', '{asthma}'::text[] FROM generate_series(1, 30) n
       UNION ALL SELECT 'Doctor', 'Number ' || n, 'doctor', '{gout}' FROM generate_series(1, 30) n`,
    );
    await benchside.indexed();
  }, 180_000);
  afterAll(() => benchside?.stop());

  it('opportunities are open while their deadline has not passed and their start is ahead', async () => {
    const titles = async (filter: object) => {
      const { found } = await benchside.nobody.ask<{ found: { totalCount: number; nodes: { title: string }[] } }>(
        `query ($filter: OpportunityFilter) { found: opportunities(filter: $filter, sort: "name", first: 10) {
           totalCount nodes { title } facets { name values { code count } } } }`,
        { filter },
      );
      expect(found.totalCount).toBe(found.nodes.length);
      return found.nodes.map(({ title }) => title);
    };
    expect(await titles({ openToday: true })).toEqual(['Begins soon', 'Closes soon', 'No end']);
    expect(await titles({ openToday: true, topics: ['asthma'] })).toHaveLength(3);
    expect(await titles({})).toHaveLength(5);
  });

  it('a measurement says who is in the first places, and how many there are of them', async () => {
    const admin = await benchside.person({ email: 'kit@example.org', platformRole: 'platform-admin' });
    const measure = 'mutation { measureExposure }';
    await admin.ask(measure);
    expect((await admin.refused('ALREADY_EXISTS', measure)).message).toMatch(/wait until it is done/);
    const waiting = await benchside.database.row<{ id: string }>('SELECT id FROM exposure_measurement');
    const job = benchside.app.get<JobHandler[]>(STEWARDSHIP_JOBS).find(({ name }) => name === 'measure-exposure');
    await job?.run({ id: waiting?.id });
    const { exposureMeasurements } = await admin.ask<{ exposureMeasurements: object[] }>(
      `{ exposureMeasurements { state weightsEdition lists people places groups { grouping label people places ratio } } }`,
    );
    expect(exposureMeasurements).toEqual([
      expect.objectContaining({ state: 'done', weightsEdition: expect.any(String), lists: 5, people: 60, places: 50 }),
    ]);
    const [{ groups }] = exposureMeasurements as [{ groups: { grouping: string; label: string; ratio: number }[] }];
    const professions = groups.filter(({ grouping }) => grouping === 'profession');
    // Half the directory is nurses, all of whom work on what every brief is about.
    expect(professions).toContainEqual({ grouping: 'profession', label: 'Nurse', people: 30, places: 50, ratio: 2 });
    await admin.ask(measure);
  });
});
