import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { statementsOf } from './statements.js';

let benchside: Benchside;
let academic: Actor;
let watch: ReturnType<typeof statementsOf>;
const counted: Record<string, number | string> = {};

const things = 120;

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
  const { database } = benchside;
  academic = await benchside.person({ email: 'ada@example.org', name: 'Ada Nwosu' });
  await database.affected(
    `INSERT INTO organisation (slug, name, type, verification)
     SELECT 'org-' || n, 'Organisation ' || n, CASE WHEN n % 2 = 0 THEN 'company' ELSE 'university' END, 'verified'
     FROM generate_series(1, ${things}) AS n`,
  );
  await database.affected(
    `INSERT INTO academic (given_name, family_name, profession, topics, sectors, engagement_types, employer_id, university_id, summary)
     SELECT 'Person', 'Number ' || n, 'nurse', '{asthma,copd}', '{biotechnology}', '{consultancy}',
       (SELECT id FROM organisation WHERE slug = 'org-' || n), (SELECT id FROM organisation WHERE slug = 'org-' || (1 + n % ${things})),
       'I study severe asthma and the technique of inhaling.'
     FROM generate_series(1, ${things}) AS n`,
  );
  await database.affected(
    `INSERT INTO academic_work (academic_id, kind, title) SELECT id, 'publication', 'On asthma' FROM academic`,
  );
  await database.affected(`UPDATE academic SET account_id = $1 WHERE family_name = 'Number 1'`, [academic.accountId]);
  await database.affected(
    `INSERT INTO opportunity (side, organisation_id, opportunity_type, title, text, topics, sectors, engagement_types, professions, state, blind)
     SELECT 'company', o.id, 'consultancy', 'Work on severe asthma', 'Severe asthma needs people who know it well.',
       '{asthma}', '{biotechnology}', '{consultancy}', '{nurse}', 'published', row_number() OVER () % 2 = 0 FROM organisation o`,
  );
  await database.affected(
    `INSERT INTO opportunity (side, academic_id, opportunity_type, title, text, topics, state)
     SELECT 'academic', a.id, 'collaborative-research', 'Work on severe asthma', 'An idea about asthma, worth a trial.', '{asthma}', 'published'
     FROM academic a`,
  );
  await database.affected(
    `INSERT INTO account_membership (organisation_id, account_id, role)
     SELECT id, $1, 'member' FROM organisation WHERE slug IN ('org-2', 'org-4')`,
    [academic.accountId],
  );
  await benchside.indexed();
  watch = statementsOf(benchside);
});

afterAll(async () => {
  console.info(
    `SQL statements per operation, signed in:\n${Object.entries(counted)
      .map(([name, count]) => `  ${name}: ${count}`)
      .join('\n')}`,
  );
  await benchside?.stop();
});

const count = async (name: string, query: string, variables: object = {}) => {
  // Once to warm what is kept for minutes (how rare each topic is), once to count.
  await academic.ask(query, variables);
  const sent = await watch.during(() => academic.ask(query, variables));
  counted[name] = sent.length;
  return sent;
};

/** The same for a short page and a page of a hundred. */
const countPages = async (name: string, query: string, short = 1) => {
  const few = await count(`${name}, first ${short}`, query, { first: short });
  const hundred = await count(`${name}, first 100`, query, { first: 100 });
  expect({ name, statements: hundred.length }).toEqual({ name, statements: few.length });
  return hundred.length;
};

const person = 'id name topics { label } employer { name } university { name }';
const facets = 'facets { name values { code count } }';

describe('the statements of an operation', () => {
  it('are at most four for a profile with its organisations, topics and works', async () => {
    const { id } = (await benchside.database.row<{ id: string }>(
      `SELECT id FROM academic WHERE family_name = 'Number 7'`,
    )) ?? { id: '' };
    const query = (fields: string) => `query ($id: ID!) { academic(id: $id) { ${fields} } }`;
    expect((await count('profile', query(person), { id })).length).toBeLessThanOrEqual(4);
    expect((await count('profile with works', query(`${person} works { title }`), { id })).length).toBeLessThanOrEqual(
      4,
    );
    expect(
      (await count('profile with contact', query(`${person} works { title } contact { email }`), { id })).length,
    ).toBeLessThanOrEqual(5);
  });

  it('are at most four for a list of profiles, whatever its length', async () => {
    const list = (fields: string, query = '') =>
      `query ($first: Int!) { academics(first: $first${query}) { totalCount ${fields} } }`;
    expect(await countPages('academics', list(`nodes { ${person} } ${facets}`))).toBeLessThanOrEqual(4);
    expect(
      await countPages(
        'academics, filtered',
        list(`nodes { ${person} }`, ', filter: { sectors: ["biotechnology"], professions: ["nurse"] }'),
      ),
    ).toBeLessThanOrEqual(4);
    expect(
      await countPages(
        'academics, text',
        list(`edges { highlights { html } node { ${person} } } ${facets}`, ', query: "severe asthma"'),
      ),
    ).toBeLessThanOrEqual(4);
    // Those that fit best are found and compared before the list itself is asked for.
    expect(
      await countPages('academics by fit', list(`edges { match { score } node { ${person} } }`, ', sort: "fit"')),
    ).toBeLessThanOrEqual(7);
  });

  it('are as few for organisations and opportunities', async () => {
    const organisations = `query ($first: Int!) { organisations(first: $first) { totalCount nodes { name topics { label } } ${facets} } }`;
    expect(await countPages('organisations', organisations)).toBeLessThanOrEqual(4);
    const opportunities = `query ($first: Int!) { opportunities(first: $first) { totalCount
      nodes { title organisation { name } academic { ${person} } topics { label } } ${facets} } }`;
    // Of every side and blindness in twenty: what a page holds decides what is loaded beside it.
    expect(await countPages('opportunities with who is behind them', opportunities, 20)).toBeLessThanOrEqual(4);
  });

  it('do not grow with the matches that are shown', async () => {
    const { id } = (await benchside.database.row<{ id: string }>(
      `SELECT id FROM academic WHERE family_name = 'Number 1'`,
    )) ?? { id: '' };
    const matches = `query ($first: Int!) { matches(for: { kind: "academic", id: "${id}" }, first: $first) {
      nodes { score sentence opportunity { title organisation { name } } } } }`;
    // Who asks; the profile; what the words of the question are worth, and the candidates of the index; the candidates'
    // codes; all texts; those of the page, whole; their organisations; how the terms of their texts are numbered.
    expect(await countPages('matches of a profile', matches, 20)).toBeLessThanOrEqual(9);
  });

  it('are few for who is asking', async () => {
    expect(
      (await count('viewer', '{ viewer { name memberships { role organisation { name } } } }')).length,
    ).toBeLessThanOrEqual(2);
    expect(
      (
        await count(
          'viewer with profile',
          `{ viewer { name academic { ${person} } memberships { role organisation { name } } } }`,
        )
      ).length,
    ).toBeLessThanOrEqual(4);
    expect((await count('nothing but a name', '{ __typename }')).length).toBeLessThanOrEqual(1);
  });

  it('do not grow with the contacts of a list', async () => {
    const query = 'query ($first: Int!) { academics(first: $first) { nodes { name contact { email } } } }';
    expect(await countPages('academics with contacts', query)).toBeLessThanOrEqual(4);
  });

  it('do not grow with the works of a list', async () => {
    const query = 'query ($first: Int!) { academics(first: $first) { nodes { name works { title } } } }';
    expect(await countPages('academics with works', query)).toBeLessThanOrEqual(4);
  });
});
