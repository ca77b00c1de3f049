import type { Vocabulary } from './conditions.js';
import type { Evidence, MatchSide, TextFit } from './match.types.js';
import type { Weights } from './weights.js';

/** What one part finds. Why is only told where somebody reads it: most candidates are scored and never shown. */
export interface Finding {
  /** Null where a side says nothing about it. */
  value: number | null;
  tell(): Told;
}

/** What is said of a part. */
export interface Told {
  reason: string;
  evidence: Evidence[];
  /** What the asking side looks for here and does not find. */
  missing?: string[];
  /** What would bring the part to its full value. */
  change?: string;
}

/** Everything that a part may read. */
export interface Pair {
  asking: MatchSide;
  other: MatchSide;
  text: TextFit | null;
  vocabulary: Vocabulary;
  weights: Weights;
}

export const list = (words: readonly string[], most = 3): string => {
  const shown = words.slice(0, most);
  if (words.length > most) return `${shown.join(', ')} and ${words.length - most} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
};

export const anyOf = (words: readonly string[]): string => list(words).replace(/ and (?=[^,]*$)/, ' or ');

const profileOf = (side: MatchSide) =>
  ({ academic: 'profile', organisation: 'organisation', opportunity: 'brief' })[side.kind];

export const said = (side: MatchSide, text: string): Evidence => ({
  text,
  source: `${side.name}: ${profileOf(side)}`,
  dated: null,
});

export const unknown = (reason: string, change?: string): Finding => ({
  value: null,
  tell: () => ({ reason, evidence: [], change }),
});
