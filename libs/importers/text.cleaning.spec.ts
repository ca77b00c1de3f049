import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cut, fold, oneLine, paragraphs } from './text.cleaning.js';

describe('texts of others', () => {
  it('lose what PostgreSQL refuses and what no reader sees', () => {
    expect(oneLine(' Ana\u0000 \ud800Silva\u202e\r\n\tMD\ufeff ')).toBe('Ana Silva MD');
    expect(paragraphs('one\r\n\r\n\r\n\r\ntwo\u0000 \t x\udfff')).toBe('one\n\ntwo x');
  });

  it('keep letters of every script, and characters beyond the first plane', () => {
    expect(oneLine('李 明 Ødegård 𝒜 😀')).toBe('李 明 Ødegård 𝒜 😀');
  });

  it('are cut between characters', () => {
    expect(cut('ab😀cd', 4)).toBe('ab…');
    expect(cut('abcd', 4)).toBe('abcd');
  });

  it('are the same name however they are written', () => {
    expect(fold('Universität  Zürich')).toBe('universitat-zurich');
    expect(fold("St. Mary's Hospital")).toBe(fold('ST MARYS HOSPITAL'));
    expect(fold('İzmir')).toBe(fold('izmir'));
    expect(fold('北京大学')).toBe('北京大学');
  });

  it('cleaned twice are as cleaned once, and always well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const clean of [oneLine, paragraphs, fold]) {
          const once = clean(text);
          expect(clean(once)).toBe(once);
          expect(JSON.parse(JSON.stringify(once))).not.toMatch(/\p{Surrogate}/u);
          expect(once).not.toContain('\u0000');
        }
      }),
    );
  });
});
