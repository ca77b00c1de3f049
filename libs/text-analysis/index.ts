export { type Analysis, analyse, type TermUse } from './analyse.js';
export { UnreadableBytes } from './bytes.js';
export {
  type FitEvidence,
  fitEvidence,
  type LandmarkEvidence,
  type TermEvidence,
  type WorkEvidence,
} from './fit-evidence.js';
export {
  chooseLandmarks,
  decodeProfile,
  encodeProfile,
  Landmarks,
  type NeighbourProfile,
  neighbourhood,
} from './landmarks.js';
export {
  averagePrecision,
  bootstrapInterval,
  easyAccuracy,
  expertiseLoss,
  hardAccuracy,
  mean,
  type Numbers,
  ndcgAt10,
  type PersonTally,
  ranked,
  tallyRatings,
} from './metrics.js';
export { nearestTerm, slipsAllowed } from './near-term.js';
export { type PackedWorks, packedFit } from './packed-fit.js';
export { pack, packedCount, unpack } from './packing.js';
export { parameters } from './parameters.js';
export { seededRandom } from './random.js';
export { CorpusStatistics, Lexicon, rarity, type TermStatistics } from './statistics.js';
export { stemOf } from './stem.js';
export {
  type Brief,
  type FoundTerm,
  fitOf,
  prepareBrief,
  rankBriefs,
  rankPeople,
  storedBrief,
  type TermLookup,
  textFit,
  type WorkFit,
  type WorkText,
  workFit,
} from './text-fit.js';
export {
  cosine,
  decodeWorkVector,
  encodeWorkVector,
  type UnitVector,
  unitVector,
  type WorkVector,
  workVector,
} from './work-vector.js';
