import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';

let benchside: Benchside;
let nurse: Actor;

const things = 260;
const list = `query ($first: Int!, $after: String, $sort: String, $query: String) {
  opportunities(first: $first, after: $after, sort: $sort, query: $query) {
    totalCount edges { match { score } node { title } } pageInfo { endCursor hasNextPage } } }`;

interface Listed {
  opportunities: {
    totalCount: number;
    edges: { match: { score: number } | null; node: { title: string } }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}

/** Every title of a list, page by page. */
const titlesOf = async (actor: Actor, variables: object, first: number) => {
  const titles: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { opportunities }: Listed = await actor.ask<Listed>(list, { ...variables, first, after });
    titles.push(...opportunities.edges.map(({ node }) => node.title));
    if (!opportunities.pageInfo.hasNextPage) return titles;
    after = opportunities.pageInfo.endCursor;
  }
};

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
  nurse = await benchside.person({ email: 'ada@example.org', name: 'Ada Nwosu' });
  await nurse.ask(`mutation ($input: CreateAcademicInput!) { createAcademic(input: $input) { id } }`, {
    input: {
      idempotencyKey: 'profile-of-ada',
      givenName: 'Ada',
      familyName: 'Nwosu',
      profession: 'nurse',
      topics: ['chronic-obstructive-pulmonary-disease'],
      offer: 'Home oxygen and pulmonary rehabilitation.',
    },
  });
  const { database } = benchside;
  await database.affected(
    `INSERT INTO organisation (slug, name, type, verification) VALUES ('acme', 'Acme', 'company', 'verified')`,
  );
  // The one that fits stands last by its title.
  await database.affected(
    `INSERT INTO opportunity (side, organisation_id, opportunity_type, title, text, topics, professions, state)
     SELECT 'company', o.id, 'consultancy',
       CASE n WHEN ${things} THEN 'Zephyr' ELSE 'Brief ' || lpad(n::text, 3, '0') END,
       CASE n WHEN ${things} THEN 'Home oxygen for people with COPD.' ELSE 'Teeth and gums.' END,
       CASE n WHEN ${things} THEN '{chronic-obstructive-pulmonary-disease}'::text[] ELSE '{periodontitis}' END, '{nurse}', 'published'
     FROM organisation o, generate_series(1, ${things}) AS n`,
  );
  await benchside.indexed();
});
afterAll(() => benchside?.stop());

describe('a list by fit', () => {
  it('begins with what fits best, wherever it stands in the alphabet', async () => {
    const { opportunities } = await nurse.ask<Listed>(list, { first: 5, sort: 'fit' });
    expect(opportunities.totalCount).toBe(things);
    expect(opportunities.edges[0]?.node.title).toBe('Zephyr');
    const scores = opportunities.edges.map(({ match }) => match?.score ?? 0);
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 1);
  });

  it('holds everything once, page by page', async () => {
    const titles = await titlesOf(nurse, { sort: 'fit' }, 45);
    expect(titles).toHaveLength(things);
    expect(new Set(titles).size).toBe(things);
  });

  it('keeps to the words that were asked for', async () => {
    const { opportunities } = await nurse.ask<Listed>(list, { first: 5, sort: 'fit', query: 'gums' });
    expect(opportunities.totalCount).toBe(things - 1);
    expect(opportunities.edges.map(({ node }) => node.title)).not.toContain('Zephyr');
  });

  it('is in the order of the words for somebody who is not signed in', async () => {
    const { opportunities } = await benchside.nobody.ask<Listed>(list, { first: 5, sort: 'fit' });
    expect(opportunities.edges.map(({ node, match }) => [node.title, match])[0]).toEqual(['Brief 001', null]);
  });

  it('says how far it can be read', async () => {
    const { opportunities } = await nurse.ask<Listed>(list, { first: 1, sort: 'fit' });
    const [key] = Buffer.from(opportunities.pageInfo.endCursor, 'base64url').toString().split(':');
    const after = Buffer.from(`${key}:1200`).toString('base64url');
    const { errors } = await nurse.send(list, { first: 20, sort: 'fit', after });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
    expect(errors?.[0]?.message).toMatch(/^after: .*1000/);
  });
});
