import { createContext, useContext } from 'react';

/** The codes of the topics that a search names, in its words or its filter. */
export const WantedTopics = createContext<ReadonlySet<string>>(new Set());

/** Those of these topics that the search asked for, or that the two sides share. */
export const useMatched = <Topic extends { code: string }>(
  topics: readonly Topic[],
  shared: readonly { code: string }[] = [],
): Topic[] => {
  const wanted = useContext(WantedTopics);
  const both = new Set(shared.map(({ code }) => code));
  return topics.filter(({ code }) => wanted.has(code) || both.has(code));
};

/** "AN" for "Ada Nwosu". */
export const initialsOf = (name: string): string => {
  const words = name
    .replace(/^(?:professor|prof|dr|mr|mrs|ms|miss|sir|dame)\.?\s+/i, '')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${first?.[0] ?? ''}${last?.[0] ?? ''}`.toUpperCase() || '–';
};
