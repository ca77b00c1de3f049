import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine } from '../search-engine.js';
import { document, Library } from './library.js';

/** Which documents come first, and how a list is cut into pages. */
export const describeRanking = (engine: () => SearchEngine) => {
  describe('ranking', () => {
    const library = new Library(engine);

    beforeAll(() =>
      library.hold([
        document({ name: 'In the summary', summary: 'Something about sarcoma' }),
        document({ name: 'Sarcoma Centre' }),
        document({ name: 'In a topic', topics: ['Sarcoma'] }),
        document({ name: 'In the role', role: 'Sarcoma nurse' }),
        document({ name: 'Sarcoma Research', summary: 'Lymphoma and leukaemia' }),
        document({ name: 'Twin', topics: ['Lupus'], summary: 'one' }),
        document({ name: 'Twig', topics: ['Lupus'], summary: 'two' }),
        document({ name: 'Lupus Trust', topics: ['Lupus'] }),
        document({ name: 'Trust', topics: ['Lupus Trust'] }),
      ]),
    );

    it('puts a name before a topic, a topic before a role, a role before a summary', async () => {
      expect(await library.find('sarcoma')).toEqual([
        'Sarcoma Centre',
        'Sarcoma Research',
        'In a topic',
        'In the role',
        'In the summary',
      ]);
    });

    it('puts the thing of that name first', async () => {
      expect((await library.find('lupus trust'))[0]).toBe('Lupus Trust');
      expect((await library.find('sarcoma research'))[0]).toBe('Sarcoma Research');
    });

    it('orders equals by name', async () => {
      expect((await library.find('lupus')).filter((name) => name.startsWith('Twi'))).toEqual(['Twig', 'Twin']);
    });

    it('scores what it ranks, higher first', async () => {
      const { hits } = await library.search({ text: 'sarcoma' });
      const scores = hits.map(({ score }) => score ?? Number.NaN);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores[0]).toBeGreaterThan(scores.at(-1) ?? Number.NaN);
    });

    it('scores nothing where nothing is ranked', async () => {
      const unranked = [{}, { sort: { by: 'name' } }, { text: 'sarcoma', sort: { by: 'name' } }];
      for (const request of unranked) {
        const { hits } = await library.search(request);
        expect(new Set(hits.map(({ score }) => score))).toEqual(new Set([null]));
      }
    });
  });

  describe('sorting', () => {
    const library = new Library(engine);

    beforeAll(() =>
      library.hold([
        document({ name: 'émile', topics: ['Gout'], numbers: { updatedAt: 30, fte: 0.5 } }),
        document({ name: 'Zoë', topics: ['Gout'], numbers: { updatedAt: -10, fte: 0.25 } }),
        document({ name: 'Adam', topics: ['Gout'], numbers: { updatedAt: 20, fte: null } }),
        document({ name: 'adele', topics: ['Gout Gout'], numbers: { updatedAt: 20 } }),
        document({ name: 'Mia', summary: 'gout', numbers: {} }),
      ]),
    );

    const byName = ['Adam', 'adele', 'émile', 'Mia', 'Zoë'];

    it('sorts by name, without regard to case and accents', async () => {
      expect(await library.find({ sort: { by: 'name' } })).toEqual(byName);
      expect(await library.find({ sort: { by: 'name', direction: 'descending' } })).toEqual(byName.toReversed());
    });

    it('sorts by name where there is no text to rank by', async () => {
      expect(await library.find({})).toEqual(byName);
    });

    it('sorts by a number, those without it last', async () => {
      expect(await library.find({ sort: { by: 'updatedAt' } })).toEqual(['Zoë', 'Adam', 'adele', 'émile', 'Mia']);
      expect(await library.find({ sort: { by: 'fte' } })).toEqual(['Zoë', 'émile', 'Adam', 'adele', 'Mia']);
    });

    it('sorts by a number downwards, those without it still last', async () => {
      const found = await library.find({ sort: { by: 'updatedAt', direction: 'descending' } });
      expect([found[0], found.slice(1, 3).toSorted(), found.slice(3)]).toEqual([
        'émile',
        ['Adam', 'adele'],
        ['Zoë', 'Mia'],
      ]);
    });

    it('sorts what a text finds strictly', async () => {
      expect(await library.find({ text: 'gout', sort: { by: 'name' } })).toEqual(byName);
      expect(await library.find({ text: 'gout', sort: { by: 'updatedAt' } })).toEqual([
        'Zoë',
        'Adam',
        'adele',
        'émile',
        'Mia',
      ]);
    });

    it('sorts by name what no document has a number for', async () => {
      expect(await library.find({ sort: { by: 'nothing' } })).toEqual(byName);
    });
  });

  describe('pages', () => {
    const library = new Library(engine);
    const documents = Array.from({ length: 53 }, (_, index) =>
      document({
        name: `Person ${String(index).padStart(2, '0')}`,
        topics: index % 3 === 0 ? ['Eczema'] : ['Eczema', 'Eczema in children'],
        facets: { half: [index % 2 === 0 ? 'even' : 'odd'] },
        numbers: { tens: Math.floor(index / 10) },
      }),
    );

    beforeAll(() => library.hold(documents));

    it.each([
      ['by name', {}],
      ['by a number with many equals', { sort: { by: 'tens', direction: 'descending' as const } }],
      ['of a text', { text: 'eczema' }],
      ['of any of many words', { text: 'eczema children', matching: 'any' as const }],
      ['of a filter', { filter: { facets: { half: ['odd', 'even'] } } }],
    ])('%s leave nothing out and repeat nothing', async (_what, request) => {
      const whole = await library.find(request);
      const pages: string[] = [];
      for (let offset = 0; offset < documents.length; offset += 7) {
        pages.push(...(await library.find({ ...request, offset, limit: 7 })));
      }
      expect(new Set(pages).size).toBe(documents.length);
      expect(pages).toEqual(whole);
    });

    it('say the total whatever the page', async () => {
      for (const [offset, limit] of [
        [0, 5],
        [50, 5],
        [53, 5],
        [90_000, 1],
        [0, 0],
      ] as const) {
        const result = await library.search({ offset, limit });
        expect(result.total).toBe(53);
        expect(result.hits).toHaveLength(Math.max(0, Math.min(limit, 53 - offset)));
      }
    });

    it('hold a thousand hits at most', async () => {
      await expect(library.search({ limit: 1_000 })).resolves.toMatchObject({ total: 53 });
      await expect(library.search({ limit: 1_001 })).rejects.toThrow(RangeError);
    });
  });
};
