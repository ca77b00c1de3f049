import type { Taxonomy } from '#taxonomy';

/** What a search was about, without saying who asked: a topic of the vocabulary, or a few plain words. */
export interface GapTerm {
  term: string;
  topic: string | null;
}

const mostWords = 4;
const mostTopics = 5;

/**
 * What of a search may be counted. Topics are counted by themselves; of other words only plain ones, in alphabetical order,
 * and only where they are few: a long text is somebody's own and is not kept.
 */
export const gapTerms = (query: string | null, topicCodes: readonly string[], taxonomy: Taxonomy): GapTerm[] => {
  const named = query ? taxonomy.extractTopics(query, mostTopics).map(({ term }) => term) : [];
  const chosen = topicCodes.flatMap((code) => taxonomy.term('topic', code) ?? []);
  const topics = new Map([...named, ...chosen].map(({ code, label }) => [code, label]));
  if (topics.size > 0) {
    return [...topics].slice(0, mostTopics).map(([topic, label]) => ({ term: label.toLowerCase(), topic }));
  }
  // Whatever has digits or an @ may be a number or an address of somebody.
  const words = (query ?? '').normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const plain = words.map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  if (plain.length === 0 || plain.length > mostWords || !plain.every((word) => /^[\p{L}’'-]{2,30}$/u.test(word)))
    return [];
  return [{ term: [...new Set(plain)].sort().join(' '), topic: null }];
};
