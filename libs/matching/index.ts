export { unmetConditions, type Vocabulary } from './conditions.js';
export type {
  Condition,
  Evidence,
  MatchChange,
  MatchKind,
  MatchPart,
  MatchScore,
  MatchSide,
  PartName,
  TextEvidence,
  TextFit,
} from './match.types.js';
export { type FoundPart, fusedText, rescored, scoreAlone, scoreMatch } from './score.js';
export { readWeights, type Weights, weights } from './weights.js';
