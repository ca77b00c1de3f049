import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine, SearchFilter } from '../search-engine.js';
import { document, Library } from './library.js';

/** Which documents a filter leaves. */
export const describeFilters = (engine: () => SearchEngine) => {
  describe('filters', () => {
    const library = new Library(engine, 'opportunities');
    const find = async (filter: SearchFilter, text?: string) => (await library.find({ filter, text })).join(' ');

    beforeAll(() =>
      library.hold([
        document({
          name: 'A',
          topics: ['Asthma'],
          facets: { topic: ['asthma', 'asthma-in-children'], sector: ['biotechnology'] },
          numbers: { deadline: 100 },
        }),
        document({
          name: 'B',
          topics: ['Asthma'],
          facets: { topic: ['asthma'], sector: ['pharmaceutical', 'biotechnology'] },
          numbers: { deadline: 200, fte: 0.2 },
        }),
        document({
          name: 'C',
          topics: ['Stroke'],
          facets: { topic: ['stroke'], sector: ['pharmaceutical'] },
          numbers: { deadline: 300, fte: null },
        }),
        document({ name: 'D', topics: ['Stroke'], facets: { topic: [] }, numbers: { deadline: -50.5 } }),
        document({
          name: 'E',
          facets: { 'odd-codes': ['say "hi"', 'back\\slash', "it's", 'a=b', 'x OR y', 'ü', '[]'] },
        }),
      ]),
    );

    it('by one code', async () => expect(await find({ facets: { topic: ['asthma'] } })).toBe('A B'));

    it('by any of several codes of a facet', async () =>
      expect(await find({ facets: { topic: ['asthma-in-children', 'stroke'] } })).toBe('A C'));

    it('by every facet named', async () =>
      expect(await find({ facets: { topic: ['asthma', 'stroke'], sector: ['pharmaceutical'] } })).toBe('B C'));

    it('by whole codes', async () => {
      expect(await find({ facets: { topic: ['asth'] } })).toBe('');
      expect(await find({ facets: { topic: ['asthma in children'] } })).toBe('');
    });

    it('by a code or a facet that no document has', async () => {
      expect(await find({ facets: { topic: ['sepsis'] } })).toBe('');
      expect(await find({ facets: { unknown: ['asthma'] } })).toBe('');
      expect(await find({ facets: { topic: ['sepsis', 'stroke'] } })).toBe('C');
    });

    it('by an empty list, which selects nothing in particular', async () =>
      expect(await find({ facets: { topic: [], sector: ['biotechnology'] } })).toBe('A B'));

    it('without a code', async () => expect(await find({ without: { topic: ['asthma'] } })).toBe('C D E'));

    it('without several codes', async () => {
      expect(await find({ without: { topic: ['asthma-in-children'], sector: ['pharmaceutical'] } })).toBe('D E');
      expect(await find({ without: { unknown: ['x'], topic: ['sepsis'] } })).toBe('A B C D E');
    });

    it('with one code and without another', async () =>
      expect(await find({ facets: { topic: ['asthma'] }, without: { sector: ['pharmaceutical'] } })).toBe('A'));

    it('from and to a number, both included', async () => {
      expect(await find({ ranges: { deadline: { min: 200 } } })).toBe('B C');
      expect(await find({ ranges: { deadline: { max: 100 } } })).toBe('A D');
      expect(await find({ ranges: { deadline: { min: 100, max: 200 } } })).toBe('A B');
      expect(await find({ ranges: { deadline: { min: 150, max: 160 } } })).toBe('');
    });

    it('by fractions and negative numbers', async () => {
      expect(await find({ ranges: { fte: { max: 0.2 } } })).toBe('B');
      expect(await find({ ranges: { deadline: { min: -50.5, max: -50.5 } } })).toBe('D');
    });

    it('by a number, which leaves out documents without it', async () => {
      expect(await find({ ranges: { fte: { min: 0 } } })).toBe('B');
      expect(await find({ ranges: { unknown: { min: 0 } } })).toBe('');
      expect(await find({ ranges: { fte: {} } })).toBe('A B C D E');
    });

    it('by several numbers', async () =>
      expect(await find({ ranges: { deadline: { min: 0 }, fte: { min: 0 } } })).toBe('B'));

    it('and text together', async () => {
      expect(await find({ facets: { sector: ['biotechnology'] }, ranges: { deadline: { max: 150 } } }, 'asthma')).toBe(
        'A',
      );
      expect(await find({ without: { topic: ['stroke'] } }, 'stroke')).toBe('D');
    });

    it.each(['say "hi"', 'back\\slash', "it's", 'a=b', 'x OR y', 'ü', '[]'])(
      'by the code %s as it is',
      async (code) => {
        expect(await find({ facets: { 'odd-codes': [code] } })).toBe('E');
        expect(await find({ without: { 'odd-codes': [code] } })).toBe('A B C D');
      },
    );

    it.each(['" OR topic = "asthma', "') OR 1=1 --", 'asthma"] OR topic EXISTS', '\\', '*', '%'])(
      'by the code %s, which nobody carries',
      async (code) => expect(await find({ facets: { topic: [code] } })).toBe(''),
    );

    it.each(['', 'a b', 'a"b', 'a.b', '1a', 'x'.repeat(80), "a'); DROP TABLE search_academics; --"])(
      'refuses "%s" as the name of a facet or a number',
      async (name) => {
        await expect(library.search({ filter: { facets: { [name]: ['x'] } } })).rejects.toThrow(RangeError);
        await expect(library.search({ filter: { without: { [name]: ['x'] } } })).rejects.toThrow(RangeError);
        await expect(library.search({ filter: { ranges: { [name]: { min: 1 } } } })).rejects.toThrow(RangeError);
        await expect(library.search({ facets: [name] })).rejects.toThrow(RangeError);
        await expect(library.search({ sort: { by: name } })).rejects.toThrow(RangeError);
      },
    );

    it('refuses a bound that is no number', async () => {
      for (const bound of [Number.NaN, Number.POSITIVE_INFINITY]) {
        await expect(library.search({ filter: { ranges: { deadline: { min: bound } } } })).rejects.toThrow(RangeError);
      }
    });
  });
};
