import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SearchEngine } from '../search-engine.js';
import { SearchRefused } from '../search-errors.js';
import { document, idOf, Library, streamOf } from './library.js';

/** What writing promises: found once it resolves, gone once it resolves, refused by name. */
export const describeWriting = (engine: () => SearchEngine) => {
  describe('writing', () => {
    const library = new Library(engine);
    const refusal = async (promise: Promise<unknown>) => {
      const error = await promise.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(SearchRefused);
      return error as SearchRefused;
    };

    beforeEach(() =>
      library.hold([
        document({ name: 'Old', topics: ['Asthma'], facets: { topic: ['asthma'] }, numbers: { size: 1 } }),
        document({ name: 'Rest', topics: ['Stroke'], facets: { topic: ['stroke'] } }),
      ]),
    );

    it('makes a document findable', async () => {
      await library.put(document({ name: 'New', topics: ['Sepsis'], facets: { topic: ['sepsis'] } }));
      expect(await library.find('sepsis')).toEqual(['New']);
      expect((await library.search({ facets: ['topic'] })).facets.topic).toEqual({ asthma: 1, stroke: 1, sepsis: 1 });
    });

    it('forgives errors in, and begins, words that are new', async () => {
      await library.put(document({ name: 'New', topics: ['Sarcoidosis'] }));
      expect(await library.find('sarcodiosis')).toEqual(['New']);
      expect(await library.find('sarc')).toEqual(['New']);
    });

    it('replaces a document as a whole', async () => {
      await library.put(document({ name: 'Old', version: 2, topics: ['Lupus'], facets: { stage: ['senior'] } }));
      expect(await library.find('asthma')).toEqual([]);
      expect(await library.find('lupus')).toEqual(['Old']);
      expect(await library.find({ filter: { ranges: { size: { min: 0 } } } })).toEqual([]);
      const { total, facets } = await library.search({ facets: ['topic', 'stage'] });
      expect({ total, facets }).toEqual({ total: 2, facets: { topic: { stroke: 1 }, stage: { senior: 1 } } });
    });

    it('changes nothing when it is done again', async () => {
      const again = document({ name: 'Again', topics: ['Gout'], facets: { topic: ['gout'] } });
      for (let time = 0; time < 3; time += 1) await library.put(again);
      const { total, facets } = await library.search({ facets: ['topic'] });
      expect({ total, facets }).toEqual({ total: 3, facets: { topic: { asthma: 1, stroke: 1, gout: 1 } } });
    });

    it('keeps the later of two documents of one id', async () => {
      await library.put(
        document({ name: 'Twice', topics: ['Gout'], facets: { topic: ['gout'] } }),
        document({ name: 'Twice', topics: ['Lupus'], facets: { topic: ['lupus'] } }),
      );
      expect(await library.find('gout')).toEqual([]);
      expect(await library.find('lupus')).toEqual(['Twice']);
    });

    it('never puts an older document in the place of a newer one', async () => {
      await library.put(document({ name: 'Old', version: 3, topics: ['Lupus'], facets: { topic: ['lupus'] } }));
      await library.put(
        document({ name: 'Old', version: 2, topics: ['Gout'], facets: { topic: ['gout'] } }),
        document({ name: 'New', topics: ['Sepsis'], facets: { topic: ['sepsis'] } }),
      );
      expect(await library.find('gout')).toEqual([]);
      expect(await library.find('lupus')).toEqual(['Old']);
      expect(await library.versions()).toEqual({ Old: 3, Rest: 1, New: 1 });
      expect((await library.search({ facets: ['topic'] })).facets.topic).toEqual({ stroke: 1, lupus: 1, sepsis: 1 });
    });

    it('keeps the newer of two documents of one id, whichever comes first', async () => {
      await library.put(
        document({ name: 'Twice', version: 2, topics: ['Lupus'] }),
        document({ name: 'Twice', version: 1, topics: ['Gout'] }),
      );
      expect(await library.find('gout')).toEqual([]);
      expect(await library.find('lupus')).toEqual(['Twice']);
    });

    it('takes an older document again once the newer one is removed', async () => {
      await library.put(document({ name: 'Old', version: 3, topics: ['Lupus'] }));
      await library.remove('Old');
      await library.put(document({ name: 'Old', version: 2, topics: ['Gout'] }));
      expect(await library.find('gout')).toEqual(['Old']);
    });

    it('removes documents and what they counted', async () => {
      await library.remove('Old');
      expect(await library.find('asthma')).toEqual([]);
      const { total, facets } = await library.search({ facets: ['topic'] });
      expect({ total, facets }).toEqual({ total: 1, facets: { topic: { stroke: 1 } } });
    });

    it('removes what is not there without a word', async () => {
      await library.remove('Nobody', 'Old', 'Old');
      await engine().remove('academics', ['not even a UUID', '']);
      expect((await library.search({})).total).toBe(1);
    });

    it('takes nothing for nothing to do', async () => {
      await library.put();
      await library.remove();
      expect((await library.search({})).total).toBe(2);
    });

    it('keeps the kinds apart', async () => {
      const others = new Library(engine, 'opportunities');
      await others.hold([document({ name: 'Old', topics: ['Migraine'] })]);
      expect(await library.find('migraine')).toEqual([]);
      await library.remove('Old');
      expect(await others.find('migraine')).toEqual(['Old']);
    });

    it('takes more than a thousand documents at once', async () => {
      const many = Array.from({ length: 1_203 }, (_, index) =>
        document({ name: `Number ${index}`, topics: ['Migraine'], facets: { topic: ['migraine'] } }),
      );
      await library.put(...many);
      expect((await library.search({ text: 'migraine' })).total).toBe(1_203);
      await engine().remove(
        'academics',
        many.map(({ id }) => id),
      );
      expect((await library.search({})).total).toBe(2);
    });

    it('stores all of what several writers write at once', async () => {
      const writers = Array.from({ length: 8 }, (_, writer) =>
        library.put(
          ...Array.from({ length: 5 }, (_, index) =>
            document({ name: `Writer ${writer} ${index}`, topics: ['Gout'], facets: { topic: ['gout'] } }),
          ),
        ),
      );
      await Promise.all([...writers, library.remove('Old')]);
      const { total, facets } = await library.search({ facets: ['topic'] });
      expect({ total, facets }).toEqual({ total: 41, facets: { topic: { gout: 40, stroke: 1 } } });
    });

    it('names what it refuses, and stores the rest', async () => {
      const documents = ['One', 'Two', 'Three', 'Four', 'Five'].map((name) => document({ name, topics: ['Gout'] }));
      const bad = { ...document({ name: 'Bad', topics: ['Gout'] }), id: 'no id, by any means' };
      documents.splice(2, 0, bad);
      expect((await refusal(engine().put('academics', documents))).ids).toEqual([bad.id]);
      expect((await library.search({ text: 'gout' })).total).toBe(5);
    });

    it.each([
      ['a number that is none', { numbers: { size: Number.NaN } }],
      ['a number without end', { numbers: { size: Number.POSITIVE_INFINITY } }],
      ['an impossible name of a facet', { facets: { 'a b': ['x'] } }],
      ['an impossible name of a number', { numbers: { 'a.b': 1 } }],
      ['an empty code', { facets: { topic: [''] } }],
      ['a code of a thousand letters', { facets: { topic: ['x'.repeat(1_000)] } }],
      ['a version that is no whole number', { version: 1.5 }],
    ])('refuses %s', async (_what, fields) => {
      const bad = document({ name: 'Bad', topics: ['Gout'], ...fields });
      const refused = await refusal(engine().put('academics', [bad, document({ name: 'Good', topics: ['Gout'] })]));
      expect(refused.ids).toEqual([bad.id]);
      expect(refused.reason).not.toBe('');
      library.know([document({ name: 'Good' })]);
      expect(await library.find('gout')).toEqual(['Good']);
    });

    it('stores text that no keyboard writes', async () => {
      const odd = `Zwitter\u0000ion \ud800 \u0007 \u200b${'👩‍⚕️'} ${'x'.repeat(3_000)} ${'word '.repeat(20_000)}`;
      await library.put(document({ name: 'Odd', topics: [odd, ''], role: odd, summary: `${odd} galaxy` }));
      expect(await library.find({ text: 'odd', matching: 'all' })).toEqual(['Odd']);
    });

    it('says which version of each document it holds', async () => {
      await library.put(document({ name: 'Old', version: 7 }), document({ name: 'Large', version: 9_007_199_254_740 }));
      await library.remove('Rest');
      expect(await library.versions()).toEqual({ Old: 7, Large: 9_007_199_254_740 });
    });

    it('says the versions of thousands of documents', async () => {
      const many = Array.from({ length: 2_100 }, (_, index) => document({ name: `Number ${index}`, version: index }));
      await engine().replaceAll('academics', streamOf(many));
      const versions = new Map<string, number>();
      for await (const { id, version } of engine().versions('academics')) versions.set(id, version);
      expect(versions).toEqual(new Map(many.map(({ id, version }) => [id, version])));
    });

    it('is asked for by id, whatever the name', async () => {
      await library.put(document({ name: 'Renamed', id: idOf('Old'), version: 2 }));
      expect(await library.find('renamed')).toEqual(['Renamed']);
      expect((await library.search({})).total).toBe(2);
    });
  });
};
