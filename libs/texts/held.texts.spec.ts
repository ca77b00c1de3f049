import { describe, expect, it } from '@jest/globals';
import { HeldTexts } from './held.texts.js';
import type { OwnerTexts } from './text.types.js';

const texts = (terms: number): OwnerTexts => ({
  headings: [],
  works: [{ vector: { terms: new Int32Array(terms), counts: new Uint8Array(terms), length: terms }, profile: null }],
  meanings: null,
});

describe('texts that are held', () => {
  it('are those used last, within the bytes that they may take', () => {
    const held = new HeldTexts(3_000);
    for (const key of ['a', 'b', 'c']) held.put(key, { stamp: '1', texts: texts(100) }, 1);
    expect(held.bytes).toBe(2_700);
    const [a] = held.of(['a'], 1).values();
    if (!a) throw new Error('It is not held');
    held.put('a', a, 1);
    held.put('d', { stamp: '1', texts: texts(100) }, 1);
    expect([...held.of(['a', 'b', 'c', 'd'], 1).keys()]).toEqual(['a', 'c', 'd']);
    expect(held.bytes).toBe(2_700);
  });

  it('are not those placed by other landmarks, and not what would fill the room alone', () => {
    const held = new HeldTexts(3_000);
    held.put('a', { stamp: '1', texts: texts(10) }, 1);
    held.put('large', { stamp: '1', texts: texts(1_000) }, 1);
    expect(held.of(['a', 'large'], 1).size).toBe(1);
    expect(held.of(['a'], 2).size).toBe(0);
    held.put('a', { stamp: '2', texts: texts(10) }, 2);
    expect(held.of(['a'], 2).get('a')?.stamp).toBe('2');
    expect(held.bytes).toBe(450);
  });
});
