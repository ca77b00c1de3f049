import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SearchDocument, SearchEngine, SearchFilter } from '../search-engine.js';
import { document, Library } from './library.js';

/** How many documents carry each code. */
export const describeFacets = (engine: () => SearchEngine) => {
  describe('facets', () => {
    const library = new Library(engine);
    const count = async (facets: string[], filter?: SearchFilter, text?: string) =>
      (await library.search({ facets, filter, text, matching: 'all' })).facets;

    beforeAll(() =>
      library.hold([
        document({
          name: 'A',
          topics: ['Asthma'],
          facets: { topic: ['asthma', 'copd'], stage: ['senior'] },
          numbers: { openUntil: 100 },
        }),
        document({ name: 'B', topics: ['Asthma'], facets: { topic: ['asthma'], stage: ['doctoral'] } }),
        document({
          name: 'C',
          topics: ['Stroke'],
          facets: { topic: ['stroke'], stage: ['senior'] },
          // The end of the year 9999, which is how what has no end is written.
          numbers: { openUntil: 253_402_214_400 },
        }),
        document({ name: 'D', topics: ['Stroke'], facets: { topic: ['stroke', 'stroke'], stage: [] } }),
        ...Array.from({ length: 450 }, (_, index) =>
          document({ name: `Many ${index}`, facets: { many: [`code-${index}`] } }),
        ),
      ]),
    );

    it('are counted over everything where nothing is asked for', async () => {
      expect(await count(['topic', 'stage'])).toEqual({
        topic: { asthma: 2, copd: 1, stroke: 2 },
        stage: { senior: 2, doctoral: 1 },
      });
    });

    it('are counted over what the text finds', async () => {
      expect(await count(['topic'], undefined, 'asthma')).toEqual({ topic: { asthma: 2, copd: 1 } });
    });

    it('leave their own selection out of their counts', async () => {
      expect(await count(['topic', 'stage'], { facets: { topic: ['asthma'] } })).toEqual({
        topic: { asthma: 2, copd: 1, stroke: 2 },
        stage: { senior: 1, doctoral: 1 },
      });
    });

    it('heed the selections of others', async () => {
      expect(await count(['topic', 'stage'], { facets: { topic: ['asthma'], stage: ['senior'] } })).toEqual({
        topic: { asthma: 1, copd: 1, stroke: 1 },
        stage: { senior: 1, doctoral: 1 },
      });
    });

    it('heed a bound, in the counts of every facet', async () => {
      const open = (day: number) => ({ ranges: { openUntil: { min: day } } });
      expect(await count(['topic', 'stage'], open(100))).toEqual({
        topic: { asthma: 1, copd: 1, stroke: 1 },
        stage: { senior: 2 },
      });
      expect(await count(['topic', 'stage'], { ...open(101), facets: { topic: ['asthma'] } })).toEqual({
        topic: { stroke: 1 },
        stage: {},
      });
    });

    it('heed a selection that is not counted', async () => {
      expect(await count(['topic'], { facets: { stage: ['senior'] } })).toEqual({
        topic: { asthma: 1, copd: 1, stroke: 1 },
      });
    });

    it('heed what is excluded, in their own counts too', async () => {
      expect(await count(['topic'], { without: { topic: ['stroke'] } })).toEqual({ topic: { asthma: 2, copd: 1 } });
      expect(await count(['topic'], { facets: { topic: ['copd'] }, without: { stage: ['doctoral'] } })).toEqual({
        topic: { asthma: 1, copd: 1, stroke: 2 },
      });
    });

    it('have counts where the hits are none', async () => {
      const filter = { facets: { topic: ['copd'], stage: ['doctoral'] } };
      expect(await library.search({ filter, facets: ['topic', 'stage'] })).toMatchObject({
        total: 0,
        hits: [],
        facets: { topic: { asthma: 1 }, stage: { senior: 1 } },
      });
    });

    it('are empty where no document has them', async () => {
      expect(await count(['unknown'])).toEqual({ unknown: {} });
      expect(await count(['topic'], undefined, 'zzyzx')).toEqual({ topic: {} });
    });

    it('are those asked for, and no others', async () => {
      expect(await count([])).toEqual({});
      expect(Object.keys(await count(['stage'], { facets: { topic: ['asthma'] } }))).toEqual(['stage']);
    });

    it('are counted without hits', async () => {
      expect((await library.search({ limit: 0, facets: ['stage'] })).facets).toEqual({
        stage: { senior: 2, doctoral: 1 },
      });
    });

    it('are complete, however many codes there are', async () => {
      const { many } = await count(['many']);
      expect(Object.keys(many ?? {})).toHaveLength(450);
      expect(new Set(Object.values(many ?? {}))).toEqual(new Set([1]));
    });
  });

  describe('counts, totals and hits of random questions', () => {
    const library = new Library(engine, 'organisations');
    const documents = randomDocuments(300);

    beforeAll(() => library.hold(documents));

    it('are those of a count by hand', async () => {
      await fc.assert(
        fc.asyncProperty(question, async ({ text, filter }) => {
          const found = documents.filter((one) => holds(one, text) && passes(one, filter));
          const result = await library.search({ text, filter, facets: facetNames, limit: 1_000, matching: 'all' });
          expect(result.total).toBe(found.length);
          expect(result.hits.map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted());
          for (const facet of facetNames) {
            const others = { ...filter, facets: { ...filter.facets, [facet]: [] } };
            const counted = documents.filter((one) => holds(one, text) && passes(one, others));
            expect(result.facets[facet]).toEqual(countCodes(counted, facet));
          }
        }),
        { numRuns: 80, seed: 20_260_101 },
      );
    }, 120_000);
  });
};

const facetNames = ['topic', 'region', 'stage', 'kind'];
const codes = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Words too short to be forgiven an error, none of which begins another. */
const vocabulary = ['lung', 'skin', 'bone', 'gene', 'cell'];

const randomDocuments = (size: number): SearchDocument[] =>
  fc
    .sample(
      fc.record({
        topics: fc.subarray(vocabulary),
        facets: fc.record(Object.fromEntries(facetNames.map((facet) => [facet, fc.subarray(codes, { maxLength: 3 })]))),
        numbers: fc.record({ size: fc.option(fc.integer({ min: 0, max: 9 })) }),
      }),
      { numRuns: size, seed: 7 },
    )
    .map((fields, index) => document({ name: `Random ${index}`, ...fields }));

const selection = fc.dictionary(fc.constantFrom(...facetNames), fc.subarray([...codes, 'nobody']), { maxKeys: 3 });

const question = fc.record({
  text: fc.subarray(vocabulary, { maxLength: 2 }).map((words) => words.join(' ')),
  filter: fc.record({
    facets: selection,
    without: fc.dictionary(fc.constantFrom(...facetNames), fc.subarray(codes, { maxLength: 1 }), { maxKeys: 1 }),
    ranges: fc.record({ size: fc.record({ min: fc.integer({ min: 0, max: 5 }) }) }, { requiredKeys: [] }),
  }),
});

const holds = ({ topics }: SearchDocument, text: string) =>
  text.split(' ').every((word) => word === '' || topics.includes(word));

const passes = ({ facets, numbers }: SearchDocument, filter: SearchFilter) => {
  const carries = (facet: string, wanted: string[]) => wanted.some((code) => facets[facet]?.includes(code));
  return (
    Object.entries(filter.facets ?? {}).every(([facet, wanted]) => wanted.length === 0 || carries(facet, wanted)) &&
    Object.entries(filter.without ?? {}).every(([facet, unwanted]) => !carries(facet, unwanted)) &&
    Object.entries(filter.ranges ?? {}).every(([name, { min }]) => (numbers[name] ?? -1) >= (min ?? 0))
  );
};

const countCodes = (documents: SearchDocument[], facet: string) => {
  const counts: Record<string, number> = {};
  for (const code of documents.flatMap(({ facets }) => facets[facet] ?? [])) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
