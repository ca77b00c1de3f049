import { type Finding, list, type Pair, said, type Told, unknown } from './finding.js';
import type { MatchSide } from './match.types.js';

/** How much of one side's topics the other covers: each weighs by how telling it is, and counts by its closest topic. */
const coverage = (
  from: readonly string[],
  to: readonly string[],
  indexed: readonly string[],
  { vocabulary, weights }: Pair,
) => {
  let all = 0;
  let covered = 0;
  const found: { topic: string; by: string; closeness: number }[] = [];
  from.forEach((topic, index) => {
    // The first topics are the most important ones: the tenth counts for about half of the first.
    const weight = vocabulary.rarity(topic) / (1 + index / 10);
    all += weight;
    let best = { topic, by: '', closeness: 0 };
    for (const candidate of to) {
      const closeness = vocabulary.closeness(topic, candidate);
      if (closeness > best.closeness) best = { topic, by: candidate, closeness };
      if (closeness === 1) break;
    }
    for (const candidate of indexed) {
      if (best.closeness >= weights.topics.workTopicShare) break;
      const closeness = vocabulary.closeness(topic, candidate) * weights.topics.workTopicShare;
      if (closeness > best.closeness) best = { topic, by: candidate, closeness };
    }
    if (best.closeness < weights.topics.leastCloseness) return;
    covered += weight * best.closeness;
    found.push(best);
  });
  return { share: all > 0 ? covered / all : 0, found };
};

/** How close the topics of both sides are. */
export const topics = (pair: Pair): Finding => {
  const { asking, other, weights } = pair;
  const silent = ({ topics, workTopics }: MatchSide) => topics.length === 0 && workTopics.length === 0;
  if (silent(asking) || silent(other)) {
    return unknown('One side names no topics.', 'Name topics on both sides');
  }
  const there = coverage(asking.topics, other.topics, other.workTopics, pair);
  const back = coverage(other.topics, asking.topics, asking.workTopics, pair);
  const share = weights.topics.askersShare;
  return {
    value: share * there.share + (1 - share) * back.share,
    tell: () => toldOfTopics(pair, there.found),
  };
};

const toldOfTopics = (
  { asking, other, vocabulary }: Pair,
  found: readonly { topic: string; by: string; closeness: number }[],
): Told => {
  const label = (code: string) => vocabulary.label('topic', code);
  const same = found.filter(({ closeness }) => closeness === 1).map(({ topic }) => label(topic));
  const near = found.filter(({ closeness }) => closeness < 1);
  const foundTopics = new Set(found.map(({ topic }) => topic));
  const missing = asking.topics.filter((topic) => !foundTopics.has(topic)).map(label);
  const reason =
    same.length > 0
      ? `Both name ${list(same)}.`
      : near.length > 0
        ? `No topic is the same, but ${list(
            near.map(({ topic, by }) =>
              topic === by ? `works are indexed under ${label(by)}` : `${label(by)} is close to ${label(topic)}`,
            ),
            2,
          )}.`
        : 'No topics in common.';
  return {
    reason,
    evidence: [
      ...same.map((name) => said(other, `Topic: ${name}`)),
      ...near
        .slice(0, 3)
        .map(({ topic, by }) =>
          said(
            other,
            topic === by ? `Works indexed under ${label(by)}` : `Topic: ${label(by)}, close to ${label(topic)}`,
          ),
        ),
    ],
    missing: missing.map((name) => `Topic: ${name}`),
    change: missing[0] ? `With ${missing[0]} among the topics` : undefined,
  };
};
