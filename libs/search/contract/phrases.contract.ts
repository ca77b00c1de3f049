import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine } from '../search-engine.js';
import { document, Library } from './library.js';

/** What quotes and dashes do, and how many of the words must be there. */
export const describePhrasesAndMatching = (engine: () => SearchEngine) => {
  describe('phrases and exclusions', () => {
    const library = new Library(engine);

    beforeAll(() =>
      library.hold([
        document({ name: 'Ada', topics: ['Heart failure'], role: 'Nurse' }),
        document({ name: 'Ben', topics: ['Failure of the heart'], role: 'Nurse' }),
        document({ name: 'Cal', topics: ['Heart valve failure'], role: 'Surgeon' }),
        document({ name: 'Dee', topics: ['Heart', 'Failure'], role: 'Physicist' }),
        document({ name: 'Eva Heart', topics: ['Failure analysis'], role: 'Engineer' }),
      ]),
    );

    it('finds the words of a phrase side by side, in their order', async () => {
      expect(await library.find('"heart failure"')).toEqual(['Ada']);
      expect(await library.find('"heart valve failure"')).toEqual(['Cal']);
      expect(await library.find('"failure heart"')).toEqual([]);
    });

    it('finds no phrase across two topics or two fields', async () => {
      expect(await library.find('"heart failure"')).not.toContain('Dee');
      expect(await library.find('"heart failure"')).not.toContain('Eva Heart');
    });

    it('finds words without quotes in any order', async () => {
      expect(await library.search({ text: 'failure heart', matching: 'all' })).toMatchObject({ total: 5 });
    });

    it('takes the last word of a phrase for a whole word', async () => {
      expect(await library.find('"heart fail"')).toEqual([]);
    });

    it('closes a phrase that was left open', async () => {
      expect(await library.find('"heart failure')).toEqual(['Ada']);
    });

    it('combines phrases and words', async () => {
      expect(await library.find('surgeon "heart valve"')).toEqual(['Cal']);
      expect(await library.find('nurse "heart valve"')).toEqual([]);
    });

    it('leaves out documents that hold an excluded word', async () => {
      expect((await library.find('heart -nurse')).toSorted()).toEqual(['Cal', 'Dee', 'Eva Heart']);
    });

    it('leaves out documents that hold an excluded phrase', async () => {
      expect((await library.find('nurse -"heart failure"')).toSorted()).toEqual(['Ben']);
    });

    it('excludes from everything where nothing else is asked for', async () => {
      expect((await library.find('-nurse')).toSorted()).toEqual(['Cal', 'Dee', 'Eva Heart']);
    });

    it('takes a dash inside a word for a space', async () => {
      expect(await library.find('valve-failure')).toEqual(['Cal']);
    });
  });

  describe('matching', () => {
    const library = new Library(engine);

    beforeAll(() =>
      library.hold([
        document({ name: 'Ann', topics: ['Asthma'], role: 'Nurse', place: 'Leeds' }),
        document({ name: 'Bob', topics: ['Asthma'], role: 'Doctor', place: 'York' }),
        document({ name: 'Cyd', topics: ['Stroke'], role: 'Nurse', place: 'Leeds' }),
        document({ name: 'Dan', topics: ['Stroke'], role: 'Nurse', place: 'Hull' }),
        document({ name: 'Eve', topics: ['Sepsis'], role: 'Nurse', summary: 'sarcoidosis' }),
      ]),
    );

    it('is content with nothing less than every word in `all`', async () => {
      expect(await library.find({ text: 'asthma nurse', matching: 'all' })).toEqual(['Ann']);
      expect(await library.find({ text: 'asthma nurse hull', matching: 'all' })).toEqual([]);
    });

    it('finds only what holds every word in `most`, where there is such', async () => {
      expect(await library.search({ text: 'asthma nurse', matching: 'most' })).toMatchObject({ total: 1 });
    });

    it('drops the most frequent words in `most`, until something is found', async () => {
      expect((await library.find({ text: 'sarcoidosis doctor', matching: 'most' })).length).toBeGreaterThan(0);
      expect((await library.find({ text: 'nurse asthma york', matching: 'most' }))[0]).toBe('Bob');
    });

    it('drops words that are nowhere in `most`', async () => {
      expect((await library.find({ text: 'zzyzx asthma nurse', matching: 'most' }))[0]).toBe('Ann');
      expect(await library.find({ text: 'zzyzx qqqqq', matching: 'most' })).toEqual([]);
    });

    it('keeps the filter in `most`', async () => {
      const filter = { facets: { nobody: ['carries-this'] } };
      expect(await library.find({ text: 'asthma nurse', matching: 'most', filter })).toEqual([]);
    });

    it('is `most` unless it is said otherwise', async () => {
      expect(await library.find({ text: 'zzyzx sepsis' })).toEqual(['Eve']);
    });

    it('wants any of the words in `any`, more of them first', async () => {
      const found = await library.find({ text: 'asthma nurse leeds', matching: 'any' });
      expect(found[0]).toBe('Ann');
      expect(found.toSorted()).toEqual(['Ann', 'Bob', 'Cyd', 'Dan', 'Eve']);
    });

    it('finds the few that fit a text of four hundred words in `any`', async () => {
      const filler = Array.from({ length: 380 }, (_, index) => `filler${index}`);
      const brief = [...filler.slice(0, 10), 'stroke', 'nurse', '-hull', '"', ...filler.slice(10), 'Hull'].join(' ');
      const found = await library.find({ text: brief, matching: 'any' });
      expect(found[0]).toBe('Dan');
      expect(found).toContain('Cyd');
      expect(found).not.toContain('Bob');
    });

    it('finds nothing in `any` by words that are nowhere', async () => {
      expect(await library.search({ text: 'zzyzx qqqqq', matching: 'any' })).toMatchObject({ total: 0, hits: [] });
    });
  });
};
