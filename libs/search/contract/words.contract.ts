import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine } from '../search-engine.js';
import { document, Library } from './library.js';

/** Which documents the words of a text find. */
export const describeWords = (engine: () => SearchEngine) => {
  describe('words', () => {
    const library = new Library(engine);

    beforeAll(() =>
      library.hold([
        document({ name: 'Amira Khan', topics: ['Asthma', 'Severe asthma'], role: 'Nurse', place: 'Leeds' }),
        document({
          name: 'Bryn Gießen',
          topics: ['Heart failure'],
          role: 'Cardiologist',
          organisation: 'Université de Genève',
          summary: 'Runs a biomarker registry of beta blocker therapy.',
        }),
        document({ name: 'Ciara Doyle', topics: ['Electrocardiogram'], role: 'Nursery teacher', place: 'Cork' }),
        document({
          name: 'Dov Stern',
          topics: ["Parkinson's disease"],
          summary: 'The failure of a weak heart, seen in COVID-19 and in 2019 as in H1N1.',
        }),
        document({ name: 'Εlena Παπαδοπούλου', topics: ['Stroke'], summary: 'Œdème; naïve bayes; Ærø; Łódź.' }),
        document({
          name: 'Farid Aziz',
          topics: ['Lung cancer'],
          summary: 'Uses covid19 data; p<0.05; CD4+/CD8 cells; <b>lymphoma</b>; biopsy™; a=sixty',
        }),
      ]),
    );

    it.each([
      ['name', 'Amira', 'Amira Khan'],
      ['topics', 'stroke', 'Εlena Παπαδοπούλου'],
      ['role', 'cardiologist', 'Bryn Gießen'],
      ['organisation', 'université', 'Bryn Gießen'],
      ['place', 'Leeds', 'Amira Khan'],
      ['summary', 'registry', 'Bryn Gießen'],
    ])('finds a document by a word of its %s', async (_field, text, name) => {
      expect(await library.find(text)).toEqual([name]);
    });

    it('takes upper and lower case for the same', async () => {
      expect(await library.find('SEVERE aStHmA')).toEqual(['Amira Khan']);
    });

    it.each([
      ['universite geneve', 'Bryn Gießen'],
      ['Universíté Gênève', 'Bryn Gießen'],
      ['naive', 'Εlena Παπαδοπούλου'],
      ['nai\u0308ve', 'Εlena Παπαδοπούλου'],
      ['oedeme', 'Εlena Παπαδοπούλου'],
      ['παπαδοπουλου', 'Εlena Παπαδοπούλου'],
    ])('takes %s for the same as with other accents and ligatures', async (text, name) => {
      expect(await library.find(text)).toEqual([name]);
    });

    it('wants every word, in whatever field', async () => {
      expect(await library.find('asthma leeds khan')).toEqual(['Amira Khan']);
      expect(await library.find('asthma cork')).toEqual([]);
    });

    it('takes the last word for a beginning', async () => {
      expect(await library.find('asth')).toEqual(['Amira Khan']);
      expect(await library.find('leeds asth')).toEqual(['Amira Khan']);
      expect(await library.find('k')).toEqual(['Amira Khan']);
    });

    it('takes no other word for a beginning', async () => {
      expect(await library.find('asth leeds')).toEqual([]);
    });

    it('finds no word by its middle or its end', async () => {
      expect(await library.find('rokes')).toEqual([]);
      expect(await library.find('thma')).toEqual([]);
    });

    it('puts the word itself before a longer one that begins with it', async () => {
      expect(await library.find('nurse')).toEqual(['Amira Khan', 'Ciara Doyle']);
    });

    it('finds one word by two', async () => {
      expect(await library.find('bio marker')).toEqual(['Bryn Gießen']);
      expect(await library.find('registry bio marker therapy')).toEqual(['Bryn Gießen']);
    });

    it('finds one word by three', async () => {
      expect(await library.find('electro cardio gram')).toEqual(['Ciara Doyle']);
    });

    it('finds two words that stand together by one', async () => {
      expect(await library.find('heartfailure')).toEqual(['Bryn Gießen']);
    });

    it('finds a word with a dash with, without and instead of the dash', async () => {
      expect(await library.find('beta-blocker')).toEqual(['Bryn Gießen']);
      expect(await library.find('covid 19 heart')).toEqual(['Dov Stern']);
      expect((await library.find('covid-19')).toSorted()).toEqual(['Dov Stern', 'Farid Aziz']);
    });

    it.each(["Parkinson's", 'Parkinson’s disease', 'parkinson'])('finds a possessive by %s', async (text) => {
      expect(await library.find(text)).toEqual(['Dov Stern']);
    });

    it.each(['lymphoma', 'cd4 cd8', '0.05', 'biopsy', 'sixty'])('finds %s among symbols', async (text) => {
      expect(await library.find(text)).toEqual(['Farid Aziz']);
    });

    it('finds numbers and words that hold digits', async () => {
      expect(await library.find('2019')).toEqual(['Dov Stern']);
      expect(await library.find('h1n1')).toEqual(['Dov Stern']);
    });

    it('finds nothing by a word that is nowhere', async () => {
      const { total, hits } = await library.search({ text: 'zzyzx', matching: 'all' });
      expect({ total, hits }).toEqual({ total: 0, hits: [] });
    });

    it('finds everything by a text without words', async () => {
      for (const text of ['', '   ', '?!', '""', ' - ']) expect((await library.search({ text })).total).toBe(6);
    });

    it('reads the first ten words', async () => {
      const text = 'runs a biomarker registry of beta blocker therapy heart failure zzyzx qwxyz';
      expect(await library.find(text)).toEqual(['Bryn Gießen']);
    });
  });
};
