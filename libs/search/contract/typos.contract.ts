import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine } from '../search-engine.js';
import { document, Library } from './library.js';

/** How far a mistyped word is forgiven: one error from five letters, two from nine, the first letter counting double. */
export const describeTypos = (engine: () => SearchEngine) => {
  describe('typing errors', () => {
    const library = new Library(engine);

    beforeAll(() =>
      library.hold([
        document({ name: 'Asta', topics: ['Asthma'] }),
        document({ name: 'Hana', topics: ['Heart failure'] }),
        document({ name: 'Lars', topics: ['Lung disease'] }),
        document({ name: 'Piet', topics: ['Pneumonia'] }),
        document({ name: 'Ines', topics: ['Immunology'] }),
        document({ name: 'Nora', summary: 'Grant 1234567 for sickle cells' }),
      ]),
    );

    it.each([
      ['a wrong letter', 'asthna', 'Asta'],
      ['a missing letter', 'astma', 'Asta'],
      ['a letter too many', 'assthma', 'Asta'],
      ['two letters swapped', 'ashtma', 'Asta'],
      ['a wrong last letter', 'asthmo', 'Asta'],
      ['two letters swapped in a word of five', 'haert', 'Hana'],
      ['a wrong letter in a word of five', 'heert', 'Hana'],
      ['two letters swapped in the middle', 'faliure', 'Hana'],
    ])('forgives %s', async (_what, text, name) => {
      expect(await library.find(text)).toEqual([name]);
    });

    it.each([
      ['two wrong letters', 'pnoumania', 'Piet'],
      ['letters swapped twice', 'penumonai', 'Piet'],
      ['a missing letter and one too many', 'imunologgy', 'Ines'],
      ['a swap and a wrong letter', 'immunolgoi', 'Ines'],
      ['a wrong first letter', 'bneumonia', 'Piet'],
      ['a swapped first letter', 'npeumonia', 'Piet'],
    ])('forgives %s from nine letters on', async (_what, text, name) => {
      expect(await library.find(text)).toEqual([name]);
    });

    it('forgives no third error, and none beside one in the first letter', async () => {
      for (const text of ['pnoumanio', 'bneumonio', 'immunolgiez']) expect(await library.find(text)).toEqual([]);
    });

    it('forgives nothing below five letters', async () => {
      for (const text of ['lnug', 'lumg', 'cels', 'dase']) expect(await library.find(text)).toEqual([]);
    });

    it('forgives one error, not two, from five to eight letters', async () => {
      for (const text of ['asthnna', 'hesrk', 'faylurre']) expect(await library.find(text)).toEqual([]);
    });

    it('forgives no error in the first letter below nine letters', async () => {
      for (const text of ['esthma', 'keart', 'sathma', 'bisease']) expect(await library.find(text)).toEqual([]);
    });

    it('forgives nothing in a number', async () => {
      expect(await library.find('1234567')).toEqual(['Nora']);
      expect(await library.find('1234576')).toEqual([]);
    });

    it('forgives an error in a beginning', async () => {
      expect(await library.find('imnuno')).toEqual(['Ines']);
    });

    it('forgives an error in every word', async () => {
      expect(await library.find('haert failrue')).toEqual(['Hana']);
    });

    it('forgives nothing in a phrase or an exclusion', async () => {
      expect(await library.find('"haert failure"')).toEqual([]);
      expect(await library.find('heart -failrue')).toEqual(['Hana']);
    });

    it('puts a word without an error first', async () => {
      const forms = new Library(engine, 'organisations');
      await forms.hold([
        document({ name: 'A', topics: ['Colour'] }),
        document({ name: 'B', topics: ['Colours'] }),
        document({ name: 'C', topics: ['Colouy'] }),
      ]);
      expect((await forms.find('colouy'))[0]).toBe('C');
      expect((await forms.find('colour'))[0]).toBe('A');
    });
  });
};
