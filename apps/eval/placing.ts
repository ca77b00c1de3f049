import type { Brief, Landmarks } from '#text-analysis';

/** A brief that is placed by all landmarks but these works. */
export const withoutLandmarks = (brief: Brief, landmarks: Landmarks, works: readonly string[]): Brief => {
  const gone = new Set(works.map((work) => landmarks.slot(work)));
  const { profile } = brief;
  const kept = Array.from(profile.landmarks, (slot, index) => ({ slot, weight: profile.weights[index] ?? 0 })).filter(
    ({ slot }) => !gone.has(slot),
  );
  if (kept.length === profile.landmarks.length) return brief;
  const norm = Math.hypot(...kept.map(({ weight }) => weight)) || 1;
  return {
    ...brief,
    profile: {
      landmarks: Uint16Array.from(kept, ({ slot }) => slot),
      weights: Float32Array.from(kept, ({ weight }) => weight / norm),
    },
  };
};
