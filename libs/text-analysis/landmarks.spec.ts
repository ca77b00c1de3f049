import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnreadableBytes } from './bytes.js';
import { chooseLandmarks, decodeProfile, encodeProfile, Landmarks, neighbourhood } from './landmarks.js';
import { parameters } from './parameters.js';
import { CorpusStatistics } from './statistics.js';
import { anyVector, directoryOf } from './testing.js';

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 });

describe('the choice of landmarks', () => {
  it('takes all works of a small directory', () => {
    expect(chooseLandmarks(['b', 'a', 'c']).sort()).toEqual(['a', 'b', 'c']);
  });

  it('does not depend on the order of the works', () => {
    fc.assert(
      fc.property(ids, (all) => expect(chooseLandmarks([...all].reverse(), 20)).toEqual(chooseLandmarks(all, 20))),
    );
  });

  it('changes by one landmark at most when a work comes', () => {
    fc.assert(
      fc.property(ids, fc.uuid(), (all, coming) => {
        const before = new Set(chooseLandmarks(all, 20));
        const after = chooseLandmarks(new Set([...all, coming]), 20);
        expect(after.filter((id) => !before.has(id)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const texts = [
  'asthma inhaler airway',
  'asthma airway inflammation',
  'melanoma biopsy',
  'melanoma skin imaging',
  'stroke rehabilitation',
  'stroke statin',
];

describe('the profile of a text', () => {
  it('names the landmarks nearest to it, of unit length together', () => {
    const { landmarks, works } = directoryOf(texts);
    // A fifth of six works is one.
    expect([...(works[0]?.profile?.landmarks ?? [])]).toEqual([1]);
    expect([...(works[0]?.profile?.weights ?? [])]).toEqual([1]);
    expect(landmarks.slot('work 1')).toBe(1);
  });

  it('does not name the work itself', () => {
    const { works } = directoryOf(texts);
    works.forEach(({ profile }, slot) => {
      expect([...(profile?.landmarks ?? [])]).not.toContain(slot);
    });
  });

  it('is empty for a text that has no word of the directory', () => {
    const { landmarks } = directoryOf(texts);
    expect(landmarks.profile({ terms: Int32Array.of(9999), counts: Uint8Array.of(1) }).landmarks.length).toBe(0);
  });

  it('keeps no more landmarks than it may, the nearest of all', () => {
    fc.assert(
      fc.property(fc.array(anyVector, { minLength: 1, maxLength: 60 }), anyVector, (vectors, text) => {
        const statistics = new CorpusStatistics();
        for (const vector of vectors) statistics.add(vector);
        const works = vectors.map((vector, index) => ({ id: `${index}`, vector }));
        const { landmarks, weights } = new Landmarks(works, statistics).profile(text);
        const most = Math.min(
          parameters.profileLength,
          Math.max(1, Math.round(parameters.profileShare * works.length)),
        );
        expect(landmarks.length).toBeLessThanOrEqual(most);
        expect([...landmarks]).toEqual([...landmarks].sort((a, b) => a - b));
        const square = weights.reduce((sum, weight) => sum + weight * weight, 0);
        expect(square).toBeCloseTo(landmarks.length === 0 ? 0 : 1, 5);
      }),
    );
  });

  it('comes back from its bytes within the step of a byte', () => {
    const landmarks = Uint16Array.of(0, 5, 300, 8191);
    const weights = Float32Array.of(0.5, 0.5, 0.5, 0.5);
    const back = decodeProfile(encodeProfile({ landmarks, weights }));
    expect(back.landmarks).toEqual(landmarks);
    back.weights.forEach((weight) => {
      expect(weight).toBeCloseTo(0.5, 2);
    });
    expect(() => decodeProfile(Buffer.from([1, 200]))).toThrow(UnreadableBytes);
    expect(() => decodeProfile(Buffer.from([7, 0]))).toThrow('version 7');
  });
});

describe('the neighbourhood of two texts', () => {
  it('is the cosine of their profiles', () => {
    const a = { landmarks: Uint16Array.of(1, 2), weights: Float32Array.of(0.6, 0.8) };
    const b = { landmarks: Uint16Array.of(2, 3), weights: Float32Array.of(0.5, 0.5) };
    expect(neighbourhood(a, b)).toBeCloseTo(0.4, 6);
    expect(neighbourhood(b, a)).toBeCloseTo(0.4, 6);
    expect(neighbourhood(a, { landmarks: new Uint16Array(), weights: new Float32Array() })).toBe(0);
  });
});
