import { unmetConditions, type Vocabulary } from './conditions.js';
import type { Finding, Pair } from './finding.js';
import type { MatchChange, MatchPart, MatchScore, MatchSide, PartName, TextFit } from './match.types.js';
import { findings } from './parts.js';
import { type Weights, weights as weightsInForce } from './weights.js';

const partNames = Object.keys(findings) as PartName[];

/** Every part that applies, and the sum of the weights of these. */
const findAll = (pair: Pair) => {
  const found: { name: PartName; finding: Finding }[] = [];
  let total = 0;
  for (const name of partNames) {
    const { weight } = pair.weights.parts[name];
    const finding = weight > 0 ? findings[name](pair) : null;
    if (!finding) continue;
    found.push({ name, finding });
    total += weight;
  }
  return { found, total };
};

/**
 * The score of `scoreMatch` alone, or null where something rules the match out: for the many candidates of which only the
 * best are explained.
 */
export const scoreAlone = (
  asking: MatchSide,
  other: MatchSide,
  text: TextFit | null,
  vocabulary: Vocabulary,
  weights: Weights = weightsInForce,
): number | null => {
  if (isRuledOut(asking, other, vocabulary) || isRuledOut(other, asking, vocabulary)) return null;
  const { found, total } = findAll({ asking, other, text, vocabulary, weights });
  return found.reduce((sum, { name, finding }) => {
    const { weight, whenUnknown } = weights.parts[name];
    return sum + (weight * (finding.value ?? whenUnknown)) / total;
  }, 0);
};

const isRuledOut = (demanding: MatchSide, judged: MatchSide, vocabulary: Vocabulary): boolean => {
  if (demanding.mustHave.length === 0 && demanding.exclude.length === 0) return false;
  const { mustHave, exclude } = unmetConditions(demanding, judged, vocabulary);
  return mustHave.length > 0 || exclude.length > 0;
};

/**
 * How well two sides fit, and why: each part's value times its weight, over the sum of all weights. Both sides'
 * wants count, and the must-haves and exclusions of either decide. Pure: the same sides give the same score.
 */
export const scoreMatch = (
  asking: MatchSide,
  other: MatchSide,
  text: TextFit | null,
  vocabulary: Vocabulary,
  weights: Weights = weightsInForce,
): MatchScore => {
  const { found, total } = findAll({ asking, other, text, vocabulary, weights });
  const parts: MatchPart[] = [];
  const missing: string[] = [];
  const changes: MatchChange[] = [];
  for (const { name, finding } of found) {
    const { weight, whenUnknown, label } = weights.parts[name];
    const value = finding.value ?? whenUnknown;
    const told = finding.tell();
    parts.push({
      part: name,
      label,
      weight,
      value,
      points: (weight * value) / total,
      unknown: finding.value === null,
      reason: told.reason,
      evidence: told.evidence,
    });
    missing.push(...(told.missing ?? []));
    if (told.change) changes.push({ part: name, change: told.change, score: (weight * (1 - value)) / total });
  }
  const score = parts.reduce((sum, { points }) => sum + points, 0);
  const ruledOutBy = ruledOut(asking, other, vocabulary);
  return {
    eligible: ruledOutBy.length === 0,
    ruledOutBy,
    score,
    sentence: sentenceOf(other, parts, ruledOutBy),
    parts,
    sharedTopics: asking.topics.filter((topic) => other.topics.includes(topic)),
    missing: [...new Set(missing)],
    changes: changes
      .filter(({ score: gain }) => gain > 0.005)
      .sort((a, b) => b.score - a.score || a.part.localeCompare(b.part))
      .slice(0, 3)
      .map((change) => ({ ...change, score: Math.min(1, score + change.score) })),
  };
};

/** The text fit with what an encoder found in it: where it has not read both sides, the words count alone. */
export const fusedText = (
  words: number,
  meaning: number | null,
  { text }: Pick<Weights, 'text'> = weightsInForce,
): number => (meaning === null ? words : (1 - text.encoderShare) * words + text.encoderShare * meaning);

/** What was found of one part, as it is kept with a judgement: enough to score it again with other weights. */
export type FoundPart = Pick<MatchPart, 'part' | 'value' | 'unknown'>;

/**
 * The score that parts found earlier would have with these weights. What the weights say about how a part is found (the
 * share of the asker's topics, the worth of a place) is in the values already, and is not found again.
 */
export const rescored = (parts: readonly FoundPart[], { parts: weighed }: Pick<Weights, 'parts'>): number => {
  let all = 0;
  let sum = 0;
  for (const { part, value, unknown } of parts) {
    const own = weighed[part];
    if (own === undefined) continue;
    all += own.weight;
    sum += own.weight * (unknown ? own.whenUnknown : value);
  }
  return all === 0 ? 0 : sum / all;
};

const ruledOut = (asking: MatchSide, other: MatchSide, vocabulary: Vocabulary): string[] =>
  [
    [asking, other],
    [other, asking],
  ].flatMap(([demanding, judged]) => {
    if (!demanding || !judged) return [];
    const { mustHave, exclude } = unmetConditions(demanding, judged, vocabulary);
    return [
      ...mustHave.map(
        ({ facet, code }) =>
          `${demanding.name} must have ${vocabulary.label(facet, code)}, which ${judged.name} does not state.`,
      ),
      ...exclude.map(({ facet, code }) => `${demanding.name} excludes ${vocabulary.label(facet, code)}.`),
    ];
  });

/** How our own sentences begin; what begins otherwise begins with a name or a term, which keeps its capital. */
const beginnings = /^(?:Available|Both|Does|Few|Has|Many|No|One|Some|Wanted)\b/;

/** A reason after a semicolon goes on in lower case. */
const goingOn = (reason: string, index: number) =>
  index > 0 && beginnings.test(reason) ? `${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}` : reason;

/** The strongest reasons first, then the weakest point: one sentence that a person could say. */
const sentenceOf = (other: MatchSide, parts: MatchPart[], ruledOutBy: string[]): string => {
  if (ruledOutBy.length > 0) return `No match: ${ruledOutBy[0]}`;
  const plain = (reason: string) => reason.replace(/\.$/, '');
  const strong = parts
    // That few have asked speaks for nobody.
    .filter(({ part, value, unknown }) => part !== 'demand' && !unknown && value >= 0.3)
    .sort((a, b) => b.points - a.points)
    .slice(0, 2)
    .map(({ reason }) => plain(reason));
  if (strong.length === 0) return `${other.name} has little in common with this.`;
  const weak = parts.find(({ value, unknown, weight }) => !unknown && value === 0 && weight >= 6);
  return `${strong.map(goingOn).join('; ')}${weak ? `. But: ${plain(weak.reason)}` : ''}.`;
};
