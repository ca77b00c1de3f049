import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role, roles, type World } from './access.world.js';
import { canaries, type LeakWorld, listsShown, makeLeakWorld, thingsShown } from './leaks.world.js';

/** What is hidden, for members, blind, a draft or kept to oneself is not to be had on any way there. */
export const leaks = (worldOf: () => World) => {
  let all: LeakWorld;
  let world: World;
  let ids: Record<string, string>;

  beforeAll(async () => {
    all = await makeLeakWorld(worldOf());
    ({ world, ids } = all);
  });
  afterAll(() => world?.reset());

  const walkers: Role[] = ['nobody', 'person', 'academic', 'member', 'other', 'platform'];

  describe('what is not for somebody', () => {
    it.each(walkers)('is not shown to %s, on any way there', async (role) => {
      const leaks: string[] = [];
      const readable = new Set<string>();
      for (const [way, answer] of [...(await listsShown(all, role, '')), ...(await thingsShown(all, role))]) {
        expect({ way, fault: answer.includes('INTERNAL_SERVER_ERROR') }).toEqual({ way, fault: false });
        for (const [canary, readers] of Object.entries(canaries)) {
          if (!answer.includes(canary)) continue;
          readable.add(canary);
          if (!readers.includes(role)) leaks.push(`${canary} in ${way}`);
        }
      }
      expect(leaks).toEqual([]);
      const forThem = Object.entries(canaries).filter(([, readers]) => readers.includes(role));
      expect([...readable].sort()).toEqual(forThem.map(([canary]) => canary).sort());
    });

    it.each(['nobody', 'person', 'platform'] as const)(
      'is not found by %s by its own words, nor counted',
      async (role) => {
        // The index holds what everybody may read, and the names of those who are shown to members.
        const indexed = role === 'nobody' ? [] : ['Zyxmembers', 'Zyxpartners'];
        for (const word of Object.keys(canaries)) {
          for (const [way, answer] of await listsShown(all, role, word)) {
            const { data } = JSON.parse(answer) as { data: Record<string, { totalCount: number; edges: unknown[] }> };
            const [list] = Object.values(data);
            const finds =
              indexed.includes(word) && way.startsWith(word === 'Zyxmembers' ? 'academics' : 'organisations');
            expect({ word, way, total: list?.totalCount, edges: list?.edges.length }).toEqual({
              word,
              way,
              total: finds ? 1 : 0,
              edges: finds ? 1 : 0,
            });
          }
        }
      },
    );

    it('is not found by filters on it, nor counted in facets', async () => {
      const count = async (role: Role, filter: string) => {
        const query = `{ academics(first: 50, filter: { ${filter} }) { totalCount nodes { id } } }`;
        const { academics } = await world.actors[role].ask<{
          academics: { totalCount: number; nodes: { id: string }[] };
        }>(query);
        expect(academics.nodes.map(({ id }) => id)).not.toContain(ids.careful);
        return academics.totalCount;
      };
      for (const role of ['nobody', 'person'] as const) {
        for (const filter of [
          'sectors: ["digital-health"]',
          'regions: ["wales"]',
          'availableBy: "2030-01-01"',
          'leastFte: 0.8',
          `organisations: ["${world.ids.otherCompany}", "${ids.stealth}"]`,
        ]) {
          expect({ role, filter, count: await count(role, filter) }).toEqual({ role, filter, count: 0 });
        }
        // One profile for members has the topic for all members to see; another keeps it to themselves.
        const members = role === 'person' ? 1 : 0;
        expect(await count(role, 'topics: ["psoriasis"]')).toBe(members);
        const { academics } = await world.actors[role].ask<{
          academics: { facets: { name: string; values: { code: string; count: number }[] }[] };
        }>('{ academics(first: 1) { facets { name values { code count } } } }');
        const counts = academics.facets.find(({ name }) => name === 'topics')?.values ?? [];
        expect(counts.find(({ code }) => code === 'psoriasis')?.count ?? 0).toBe(members);
      }
    });
  });

  describe('a blind brief', () => {
    const behind = '{ id title mine organisation { id name } academic { id name } }';
    type Behind = { title: string; mine: boolean; organisation: object | null; academic: object | null };

    it.each(roles)('is read by %s without who is behind it, but for its own side', async (role) => {
      const own = ['member', 'admin', 'office'].includes(role);
      const { opportunity: brief } = await world.actors[role].ask<{ opportunity: Behind }>(
        `query ($id: ID!) { opportunity(id: $id) ${behind} }`,
        { id: ids.blind },
      );
      expect([brief.mine, brief.organisation !== null, brief.academic]).toEqual([own, own, null]);
      const { opportunity: idea } = await world.actors[role].ask<{ opportunity: Behind }>(
        `query ($id: ID!) { opportunity(id: $id) ${behind} }`,
        { id: ids.blindIdea },
      );
      expect([idea.mine, idea.organisation, idea.academic]).toEqual([false, null, null]);
    });

    it.each(['nobody', 'academic', 'platform'] as const)(
      'is not found by %s by who is behind it, and is by its own words',
      async (role) => {
        const titles = async (args: string) => {
          const { opportunities } = await world.actors[role].ask<{ opportunities: { nodes: Behind[] } }>(
            `{ opportunities(first: 50, ${args}) { nodes ${behind} } }`,
          );
          return opportunities.nodes.map(({ title }) => title);
        };
        expect(await titles('query: "zyxblind"')).toContain('zyxblind');
        for (const args of ['query: "Breathe"', `filter: { organisations: ["${world.ids.company}"] }`]) {
          const found = await titles(args);
          expect(found).toContain('A brief');
          expect(found).not.toContain('zyxblind');
        }
        expect(await titles('query: "Claimed"')).not.toContain('zyxblindidea');
      },
    );

    it('names nobody among matches, and is revealed to one account alone', async () => {
      const matches = async (role: Role) => {
        const { matches: list } = await world.actors[role].ask<{
          matches: { nodes: { sentence: string; opportunity: Behind }[] };
        }>(
          `query ($id: ID!) { matches(for: { kind: "academic", id: $id }, first: 50) { nodes { sentence parts { reason evidence { text source } } opportunity ${behind} } } }`,
          { id: world.ids.own },
        );
        return list.nodes.find(({ opportunity: { title } }) => title === 'zyxblind');
      };
      const hidden = await matches('academic');
      expect(hidden?.opportunity.organisation).toBeNull();
      expect(JSON.stringify(hidden)).not.toContain('Breathe');
      await world.benchside.database.affected(
        'INSERT INTO opportunity_reveal (opportunity_id, account_id) VALUES ($1, $2)',
        [ids.blind, world.actors.academic.accountId],
      );
      expect((await matches('academic'))?.opportunity.organisation).toMatchObject({ name: 'Breathe' });
      expect((await matches('platform'))?.opportunity.organisation).toBeNull();
      await world.benchside.database.affected('DELETE FROM opportunity_reveal');
    });
  });

  describe('an index that is behind', () => {
    const search = async (query: string) => {
      const { academics } = await world.benchside.nobody.ask<{
        academics: { edges: { highlights: { html: string }[]; node: { summary: string } }[] };
      }>(
        '{ academics(query: "$q", first: 10) { edges { highlights { html } node { summary } } } }'.replace('$q', query),
      );
      return academics.edges;
    };
    const changed = async (values: object, work: () => Promise<void>) => {
      const { database } = world.benchside;
      const id = await world.insert('academic', {
        given_name: 'Late',
        family_name: 'Change',
        profession: 'nurse',
        summary: 'zyxlatesummary about asthma',
        ...values,
      });
      await world.benchside.indexed();
      try {
        return await work();
      } finally {
        await database.affected('DELETE FROM academic WHERE id = $1', [id]);
        await world.benchside.indexed();
      }
    };
    const change = (set: string) =>
      world.benchside.database.affected(`UPDATE academic SET ${set} WHERE family_name = 'Change'`);

    it('shows nothing of somebody who has just hidden their profile', () =>
      changed({}, async () => {
        expect(await search('zyxlatesummary')).toHaveLength(1);
        await change(`visibility = 'hidden'`);
        expect(await search('zyxlatesummary')).toEqual([]);
      }));

    it('shows no words that somebody has just taken out of what others read', () =>
      changed({}, async () => {
        await change(`field_visibility = '{"summary": "only-me"}'`);
        expect(JSON.stringify(await search('zyxlatesummary'))).not.toContain('zyxlatesummary');
      }));
  });

  describe('the pages for search engines', () => {
    it('name nobody and nothing that is not for everybody', async () => {
      const pages = await Promise.all(
        [
          '/sitemap.xml',
          '/sitemap/1.xml',
          `/academics/${ids.hidden}`,
          `/academics/${ids.members}`,
          `/opportunities/${ids.draft}`,
          `/organisations/${ids.stealth}`,
        ].map(async (path) => (await fetch(`${world.benchside.url}${path}`)).text()),
      );
      const text = pages.join('\n');
      for (const name of ['hidden', 'members', 'draft', 'stealth', 'partners'] as const) {
        expect({ name, listed: pages[1]?.includes(String(ids[name])) }).toEqual({ name, listed: false });
      }
      for (const canary of Object.keys(canaries))
        expect({ canary, shown: text.includes(canary) }).toEqual({ canary, shown: false });
    });
  });
};
