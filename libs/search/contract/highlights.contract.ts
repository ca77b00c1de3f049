import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine } from '../search-engine.js';
import { document, Library } from './library.js';

const marked = (html = '') => [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text]) => text);
const unmarked = (html = '') => html.replaceAll(/<\/?mark>/g, '');

/** What of a hit is shown, and how the words that matched are marked. */
export const describeHighlights = (engine: () => SearchEngine) => {
  describe('highlights', () => {
    const library = new Library(engine);
    const filler = 'Words that say nothing of it at all. '.repeat(40);

    beforeAll(() =>
      library.hold([
        document({
          name: 'Rosa Luz',
          topics: ['Asthma', 'Severe asthma', 'Eczema'],
          role: 'Asthma nurse',
          place: 'Leeds',
        }),
        document({ name: 'Scripted', summary: `Trials <script>alert("psoriasis")</script> & 'more' psoriasis` }),
        document({ name: 'Bold', summary: '<mark>fake</mark> &amp; <b>vasculitis</b> \uE000fake\uE001' }),
        document({ name: 'Wordy', summary: `${filler}Here is sarcoidosis at last. ${filler}` }),
        document({ name: 'Accents', summary: 'Une étude sur l’œdème à Genève' }),
        document({ name: 'Apart', summary: 'Heart disease and kidney failure; then heart failure too' }),
      ]),
    );

    it('mark the words that matched', async () => {
      const { role, place } = await library.marks('asthma leeds');
      expect(role).toBe('<mark>Asthma</mark> nurse');
      expect(place).toBe('<mark>Leeds</mark>');
    });

    it('come with the version that they quote', async () => {
      const versions = async (highlight: boolean) =>
        (await library.search({ text: 'leeds', highlight })).hits.map(({ version }) => version);
      expect(await versions(true)).toEqual([1]);
      expect(await versions(false)).toEqual([null]);
    });

    it('hold the fields that matched, and no others', async () => {
      expect(Object.keys(await library.marks('leeds'))).toEqual(['place']);
      expect(Object.keys(await library.marks('asthma'))).toEqual(['topics', 'role']);
    });

    it('hold the topics that matched, and no others', async () => {
      const { topics } = await library.marks('eczema');
      expect(topics).toBe('<mark>Eczema</mark>');
      expect(unmarked((await library.marks('asthma')).topics)).toBe('Asthma, Severe asthma');
    });

    it('mark a word from where it begins', async () => {
      const { place } = await library.marks('lee');
      expect(place).toMatch(/^<mark>Lee/);
      expect(unmarked(place)).toBe('Leeds');
    });

    it('mark what a mistyped word was meant for', async () => {
      expect(marked((await library.marks('eczmea')).topics)).toEqual(['Eczema']);
    });

    it('mark words that are written otherwise', async () => {
      const { summary } = await library.marks('geneve etude');
      expect(marked(summary)).toEqual(['étude', 'Genève']);
    });

    it('show text as text, not as markup', async () => {
      const { summary = '' } = await library.marks('psoriasis');
      expect(summary).not.toMatch(/<(?!\/?mark>)/);
      expect(unmarked(summary)).toBe(
        'Trials &lt;script&gt;alert(&quot;psoriasis&quot;)&lt;/script&gt; &amp; &#39;more&#39; psoriasis',
      );
      expect(marked(summary)).toEqual(['psoriasis', 'psoriasis']);
    });

    it('are not fooled by marks in the text', async () => {
      const { summary = '' } = await library.marks('vasculitis');
      expect(marked(summary)).toEqual(['vasculitis']);
      expect(summary).toContain('&lt;mark&gt;fake&lt;/mark&gt; &amp;amp; &lt;b&gt;<mark>vasculitis</mark>&lt;/b&gt;');
    });

    it('show of a long text the passage that matched', async () => {
      const { summary = '' } = await library.marks('sarcoidosis');
      expect(marked(summary)).toEqual(['sarcoidosis']);
      expect(summary.length).toBeLessThan(500);
      expect(summary).toMatch(/^….+Here is <mark>sarcoidosis<\/mark> at last.+…$/);
    });

    it('mark a phrase', async () => {
      expect(marked((await library.marks('"heart failure"')).summary).join(' ')).toMatch(/heart failure$/i);
    });

    it('are made for each hit where any word is enough', async () => {
      const { hits } = await library.search({ text: 'eczema sarcoidosis', matching: 'any', highlight: true });
      expect(hits.map(({ highlights }) => highlights.flatMap(({ text }) => marked(text))).toSorted()).toEqual([
        ['Eczema'],
        ['sarcoidosis'],
      ]);
    });

    it('are left out where nobody asks for them, or nothing was to match', async () => {
      for (const request of [{ text: 'asthma' }, { highlight: true }, { text: '?', highlight: true }]) {
        const { hits } = await library.search(request);
        expect(hits.flatMap(({ highlights }) => highlights)).toEqual([]);
      }
    });
  });
};
