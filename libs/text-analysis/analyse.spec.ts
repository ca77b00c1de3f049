import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from './analyse.js';

const terms = (text: string) => [...analyse(text).terms.keys()];
const counts = (text: string) => Object.fromEntries([...analyse(text).terms].map(([term, { count }]) => [term, count]));

describe('the analysis of a text', () => {
  it('keeps the stems of its words in their order and leaves out function words', () => {
    expect(terms('The treatments of patients with asthma')).toEqual(['treatment', 'patient', 'asthma']);
  });

  it('counts each use of a term, and all uses together', () => {
    expect(counts('Stroke after stroke; strokes and prevention')).toEqual({ stroke: 3, prevent: 1 });
    expect(analyse('Stroke after stroke; strokes and prevention').length).toBe(4);
  });

  it('takes a compound as a whole and in its parts', () => {
    expect(counts('follow-up in non-small-cell cancer')).toEqual({
      'follow-up': 1,
      follow: 1,
      'non-small-cell': 1,
      non: 1,
      small: 1,
      cell: 1,
      cancer: 1,
    });
  });

  it('tells hepatitis B from hepatitis C, and type 1 from type 2', () => {
    expect(terms('hepatitis B')).toEqual(['hepat', 'hepat-b']);
    expect(terms('Hepatitis A')).toEqual(['hepat', 'hepat-a']);
    expect(terms('type 2 diabetes')).toContain('type-2');
    expect(terms('type 2 diabetes')).not.toContain('type-1');
  });

  it('does not take an article or a distant letter for a part of a term', () => {
    expect(terms('hepatitis, B cells')).toEqual([...terms('hepatitis'), 'cell']);
    expect(terms('produces a protein')).toEqual(['produc', 'protein']);
  });

  it.each([
    ['tumour haemorrhage', 'tumor hemorrhage'],
    ['randomised', 'randomized'],
    ['anaesthesia in paediatric oesophageal surgery', 'anesthesia in pediatric esophageal surgery'],
    ['labelled fibre modelling programme', 'labeled fiber modeling program'],
    ['TGF-β', 'TGF-beta'],
    ['Sjögren’s', 'Sjogren'],
    ['Crohn\u2019s', "Crohn's"],
  ])('reads %s as %s', (british, american) => {
    expect(terms(british)).toEqual(terms(american));
  });

  it('shows terms as the text first writes them', () => {
    expect(analyse('the treatments and treatment').terms.get('treatment')?.written).toBe('treatments');
  });

  const shown = (text: string) => [...analyse(text).terms.values()].map(({ written }) => written);
  const fragments = (text: string) =>
    [...analyse(text).terms.values()].filter(({ whole }) => !whole).map(({ written }) => written);

  it('keeps the capitals that belong to a word, and not the one that begins a sentence', () => {
    expect(shown('Biologics for anti-TSLP. Crohn’s disease and FeNO in Leeds')).toEqual([
      ...['biologics', 'anti-TSLP', 'anti', 'TSLP', 'crohn’s', 'disease', 'FeNO', 'Leeds'],
    ]);
    expect(shown('Sjögren’s syndrome, or: Sjögren’s')).toContain('sjögren’s');
    expect(shown('Asking in Leeds. Leeds answers')).toContain('Leeds');
    expect(shown('Leeds answers. Asking in Leeds')).toContain('Leeds');
    expect(shown('Hepatitis B')).toContain('hepatitis B');
  });

  it('knows fragments of compounds from words that stand by themselves', () => {
    expect(fragments('anti-IL-5 and anti-TSLP, a follow-up at high dose')).toEqual(['anti', 'IL', 'follow']);
    expect(fragments('steroid-sparing, with a steroid')).toEqual([]);
  });

  it('reads any text, and the same text the same way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { terms: found, length } = analyse(text);
        expect([...found.values()].reduce((sum, { count }) => sum + count, 0)).toBe(length);
        expect([...analyse(text).terms]).toEqual([...found]);
      }),
    );
  });

  it('leaves out what is no word: an address of 60 letters', () => {
    expect(terms(`asthma ${'x'.repeat(60)}`)).toEqual(['asthma']);
  });
});
