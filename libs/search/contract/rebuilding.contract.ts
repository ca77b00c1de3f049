import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SearchDocument, SearchEngine } from '../search-engine.js';
import { SearchRefused } from '../search-errors.js';
import { document, Library, streamOf } from './library.js';

/** What building an index anew promises. */
export const describeRebuilding = (engine: () => SearchEngine) => {
  describe('rebuilding', () => {
    const library = new Library(engine);
    const many = Array.from({ length: 1_250 }, (_, index) =>
      document({ name: `Fresh ${index}`, topics: ['Gout'], facets: { topic: ['gout'] } }),
    );

    beforeEach(() => library.hold([document({ name: 'Stale', topics: ['Asthma'], facets: { topic: ['asthma'] } })]));

    it('replaces everything and says how many there are', async () => {
      expect(await engine().replaceAll('academics', streamOf(many))).toBe(1_250);
      const { total, facets } = await library.search({ facets: ['topic'] });
      expect({ total, facets }).toEqual({ total: 1_250, facets: { topic: { gout: 1_250 } } });
      expect(await library.find('asthma')).toEqual([]);
    });

    it('tells how far it is', async () => {
      const told: number[] = [];
      await engine().replaceAll('academics', streamOf(many), (loaded) => told.push(loaded));
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(1_250);
    });

    it('empties an index', async () => {
      expect(await engine().replaceAll('academics', streamOf([]))).toBe(0);
      expect(await library.search({ facets: ['topic'] })).toMatchObject({ total: 0, facets: { topic: {} } });
      expect(await library.versions()).toEqual({});
    });

    it('can be done again and again', async () => {
      for (let time = 1; time <= 3; time += 1) await library.hold([document({ name: `Round ${time}` })]);
      expect(await library.find({})).toEqual(['Round 3']);
    });

    it('leaves the old index as it is when the source fails', async () => {
      const failing = async function* (): AsyncIterable<SearchDocument> {
        yield* many;
        throw new Error('the source broke');
      };
      await expect(engine().replaceAll('academics', failing())).rejects.toThrow('the source broke');
      expect(await library.find('asthma')).toEqual(['Stale']);
      await library.hold([document({ name: 'Next' })]);
      expect(await library.find({})).toEqual(['Next']);
    });

    it('leaves out what is refused, and names it', async () => {
      const bad = { ...document({ name: 'Bad' }), id: 'no id, by any means' };
      const rebuilding = engine().replaceAll('academics', streamOf([...many.slice(0, 600), bad, ...many.slice(600)]));
      await expect(rebuilding).rejects.toThrow(SearchRefused);
      await expect(rebuilding).rejects.toMatchObject({ ids: [bad.id] });
      expect((await library.search({})).total).toBe(1_250);
    });

    it('shows searches the old index until it is done', async () => {
      const seen: string[][] = [];
      const watching = async function* (): AsyncIterable<SearchDocument> {
        for (const [index, one] of many.entries()) {
          if (index % 600 === 0) seen.push(await library.find({}));
          yield one;
        }
      };
      await engine().replaceAll('academics', watching());
      expect(seen).toEqual([['Stale'], ['Stale'], ['Stale']]);
      expect((await library.search({})).total).toBe(1_250);
    });

    it('loses nothing that is written meanwhile and put again afterwards', async () => {
      const written: SearchDocument[] = [];
      let rebuilt = false;
      const writing = (async () => {
        for (let index = 0; !rebuilt && index < 1_000; index += 1) {
          const changed = index % 2 === 0 ? document({ name: `Fresh ${index}`, version: 2, topics: ['Lupus'] }) : null;
          const one = changed ?? document({ name: `Written ${index}`, topics: ['Lupus'] });
          await library.put(one);
          written.push(one);
        }
      })();
      await engine()
        .replaceAll('academics', streamOf(many))
        .finally(() => {
          rebuilt = true;
        });
      await writing;
      expect(written.length).toBeGreaterThan(0);
      await library.put(...written);
      const wanted = new Map([...many, ...written].map(({ id, version }) => [id, version]));
      const held = new Map<string, number>();
      for await (const { id, version } of engine().versions('academics')) held.set(id, version);
      expect(held).toEqual(wanted);
      expect((await library.search({ text: 'lupus' })).total).toBe(written.length);
    });

    it('is done for several kinds at once, and one after another for the same', async () => {
      const others = new Library(engine, 'organisations');
      await Promise.all([
        library.hold([document({ name: 'First' })]),
        others.hold([document({ name: 'Other' })]),
        library.hold([document({ name: 'Second' })]),
      ]);
      expect(await others.find({})).toEqual(['Other']);
      expect(await library.find({})).toEqual(['Second']);
    });
  });
};
