import type { MatchPart, Weights } from '#matching';
import type { MatchContext } from './judgement.entity.js';

/** What is kept of a match with a judgement: enough to score it again with other weights, and no text of either side. */
export const contextOf = (
  { score, parts }: { score: number; parts: readonly MatchPart[] },
  { edition }: Weights,
): MatchContext => ({
  score,
  parts: parts.map(({ part, value, unknown }) => ({ part, value, unknown })),
  weightsEdition: edition,
});
