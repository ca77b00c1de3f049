import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine } from '../search-engine.js';
import { document, Library } from './library.js';

/** What people paste, type by accident or try on purpose. */
export const describeBadInput = (engine: () => SearchEngine) => {
  describe('bad input', () => {
    const library = new Library(engine);

    beforeAll(() =>
      library.hold([
        document({ name: 'Ann', topics: ['Asthma'], role: 'Nurse', facets: { topic: ['asthma'] } }),
        document({ name: 'Bob', topics: ['Stroke'], role: 'Nurse', facets: { topic: ['stroke'] } }),
      ]),
    );

    it.each([
      ['a closing quote', `asthma'`],
      ['a comment', 'asthma /* -- ; */'],
      ['operators', 'asthma & | ! :* <-> ( )'],
      ['wildcards', 'asthma % _ * ? \\ [ ] { } ^ $'],
      ['backslashes', '\\asthma\\'],
      ['control characters', '\u0000asthma\u0001\u001f\u007f'],
      ['half a character', '\ud800asthma\udfff'],
      ['pictures', '👩‍⚕️ asthma 🫁'],
      ['marks of direction', '\u202easthma\u202c'],
      ['private characters', '\ue000asthma\ue001'],
      ['brackets', '< > asthma'],
    ])('finds the word among %s', async (_what, text) => {
      expect(await library.find(text)).toEqual(['Ann']);
    });

    it.each([
      `'; DROP TABLE search_academics; --`,
      `" OR 1=1`,
      `asthma' | 'stroke`,
      `topic = asthma OR topic = stroke`,
      '"'.repeat(501),
      '-'.repeat(500),
      '"- '.repeat(300),
      '(((((((',
      ':*:*:*',
      'a'.repeat(5_000),
      'ß'.repeat(3_000),
      '\u0301'.repeat(2_000),
      'ﷺ'.repeat(500),
      '%s %d {{x}} <script>alert(1)</script>',
    ])('answers %p', async (text) => {
      for (const matching of ['all', 'most', 'any'] as const) {
        const result = await library.search({ text, matching, facets: ['topic'], highlight: true });
        expect(result.total).toBeLessThanOrEqual(2);
      }
      expect((await library.search({})).total).toBe(2);
    });

    it('answers a text of a megabyte', async () => {
      const text = 'asthma lorem ipsum dolor '.repeat(40_000);
      for (const matching of ['all', 'most', 'any'] as const) {
        expect((await library.search({ text, matching })).total).toBeLessThanOrEqual(1);
      }
    });

    it('answers a thousand codes', async () => {
      const codes = Array.from({ length: 1_000 }, (_, index) => `code-${index}`);
      expect(await library.find({ filter: { facets: { topic: [...codes, 'asthma'] } } })).toEqual(['Ann']);
      expect(await library.find({ filter: { without: { topic: [...codes, 'asthma'] } } })).toEqual(['Bob']);
    });

    it.each([-1, 0.5, Number.NaN, 1_000_000_000])('refuses %p as a place in the list', async (offset) => {
      await expect(library.search({ offset })).rejects.toThrow(RangeError);
    });

    it.each([-1, 0.5, Number.NaN, 1_000_000_000])('refuses %p as a number of hits', async (limit) => {
      await expect(library.search({ limit })).rejects.toThrow(RangeError);
    });

    it('answers nobody who no longer listens', async () => {
      const gone = new Error('the caller left');
      const search = engine().search('academics', { offset: 0, limit: 1, text: 'asthma' }, AbortSignal.abort(gone));
      await expect(search).rejects.toBe(gone);
      const leaving = new AbortController();
      const left = engine().search('academics', { offset: 0, limit: 1, text: 'nurse' }, leaving.signal);
      leaving.abort(gone);
      await expect(left).rejects.toBe(gone);
      expect(await library.find('nurse')).toHaveLength(2);
    });

    it('is well', async () => {
      expect(await engine().health()).toMatchObject({ ok: true });
    });
  });
};
