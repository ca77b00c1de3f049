import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locateWords } from '../words.js';
import { type Marks, markMatches } from './marked-text.js';

const marksOf = (marks: Partial<Marks>): Marks => ({ words: new Set(), prefixes: [], phrases: [], ...marks });
const content = (summary: string) => ({ name: '', topics: [], role: '', organisation: '', place: '', summary });
const marked = (summary: string, marks: Partial<Marks>) => markMatches(content(summary), marksOf(marks))[0]?.text;

describe('markMatches', () => {
  const filler = 'nothing of it here, not a word, '.repeat(30);

  it('shows the first passage that matches, cut at spaces', () => {
    const text = marked(`${filler}before sepsis after it, sepsis. ${filler}`, { words: new Set(['sepsis']) });
    expect(text).toMatch(/^….* before <mark>sepsis<\/mark> after it, <mark>sepsis<\/mark>\. .*…$/);
    expect(text?.replaceAll(/<\/?mark>/g, '').length).toBeLessThan(260);
  });

  it('passes over the word inside another word', () => {
    const text = marked(`${filler}department ${filler}a part of it`, { words: new Set(['part']) });
    expect(text).toMatch(/a <mark>part<\/mark> of it$/);
  });

  it('passes over the first word of a phrase that goes on otherwise', () => {
    const text = marked(`${filler}heart attack ${filler}heart failure`, { phrases: [['heart', 'failure']] });
    expect(text).toMatch(/<mark>heart<\/mark> <mark>failure<\/mark>$/);
  });

  it('finds words that are written with accents', () => {
    expect(marked(`${filler}à Genève`, { words: new Set(['geneve']) })).toMatch(/<mark>Genève<\/mark>$/);
  });

  it('shows a match of any text, and never cuts a word or a character', () => {
    const word = fc.oneof(
      fc.constantFrom('asthma', 'Asthma', 'asthmatic', 'é', 'x', '👩‍⚕️', '<b>', 'long'.repeat(40)),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const summary = words.join(' ');
        const text = marked(summary, { words: new Set(['asthma']), prefixes: ['lon'] });
        const expected = locateWords(summary).some((one) => one.word === 'asthma' || one.word.startsWith('lon'));
        expect(text?.includes('<mark>') ?? false).toBe(expected);
        expect(text ?? '').not.toMatch(/<(?!\/?mark>)/);
        expect(text ?? '').not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
