import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from './analyse.js';
import { UnreadableBytes } from './bytes.js';
import { encodeProfile } from './landmarks.js';
import { packedFit } from './packed-fit.js';
import { pack } from './packing.js';
import { anyText, directoryOf } from './testing.js';
import { prepareBrief, textFit, type WorkText } from './text-fit.js';
import { encodeWorkVector } from './work-vector.js';

const packed = (works: readonly WorkText[]) => ({
  vectors: pack(works.map(({ vector }) => encodeWorkVector(vector))),
  profiles: pack(works.flatMap(({ profile }) => (profile ? [encodeProfile(profile)] : []))),
});

describe('the fit of packed works', () => {
  it('is that of the works, but for what their places lose by being packed', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 12 }), anyText, (texts, asked) => {
        const { landmarks, works, lookup } = directoryOf(texts);
        const brief = { ...prepareBrief(analyse(asked), lookup, landmarks), neighbourhoodShare: 0.5 };
        expect(packedFit(brief, packed(works))).toBeCloseTo(textFit(brief, works), 2);
        const unplaced = works.map((work) => ({ ...work, profile: null }));
        expect(packedFit(brief, packed(unplaced))).toBeCloseTo(textFit(brief, unplaced), 9);
      }),
    );
  });

  it('is nothing where there are none', () => {
    const { landmarks, lookup } = directoryOf(['asthma']);
    const brief = prepareBrief(analyse('asthma'), lookup, landmarks);
    expect(packedFit(brief, { vectors: Buffer.alloc(0), profiles: Buffer.alloc(0) })).toBe(0);
  });

  it('is not made of bytes that are cut short, or of another format', () => {
    const { landmarks, works, lookup } = directoryOf(['asthma inhaler', 'stroke']);
    const brief = prepareBrief(analyse('stroke inhaler'), lookup, landmarks);
    const { vectors, profiles } = packed(works);
    expect(() => packedFit(brief, { vectors: vectors.subarray(0, -3), profiles })).toThrow(UnreadableBytes);
    expect(() => packedFit(brief, { vectors: pack([Buffer.from([9, 1, 0])]), profiles })).toThrow('version 9');
  });
});
