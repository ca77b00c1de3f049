import type { Taxonomy, TermObject } from '#taxonomy';

const codesOf = (terms: readonly TermObject[]) => terms.map(({ code }) => code);

/** The codes of terms and of all that is broader: who looks for respiratory disease also wants asthma. */
export const withBroader = (taxonomy: Taxonomy, terms: readonly TermObject[]): string[] => [
  ...new Set(terms.flatMap(({ scheme, code }) => [code, ...taxonomy.ancestors(scheme, code).map((term) => term.code)])),
];

/** Everything topics are called: labels, synonyms and abbreviations, for words to be found by. */
export const topicWords = (terms: readonly TermObject[]): string[] =>
  terms.flatMap(({ label, synonyms }) => [label, ...synonyms]);

/** The health categories of topics, each once. */
export const healthCategoriesOf = (terms: readonly TermObject[]): string[] => [
  ...new Set(terms.flatMap(({ healthCategories }) => healthCategories)),
];

/** Facets without the empty ones. */
export const facetsFrom = (facets: Record<string, readonly (string | null)[]>): Record<string, string[]> => {
  const filled: Record<string, string[]> = {};
  for (const [name, codes] of Object.entries(facets)) {
    const known = codes.filter((code) => code !== null && code !== '');
    if (known.length > 0) filled[name] = known as string[];
  }
  return filled;
};

/** A list of one code, or of none. */
export const codeOf = (term: TermObject | null): string[] => (term ? [term.code] : []);

export { codesOf };

/** Seconds since 1970, for ranges and sorting. */
export const seconds = (moment: Date | string | null): number | null =>
  moment === null ? null : Math.floor(new Date(moment).getTime() / 1000);

/** The words of several texts, those that are empty left out. */
export const joined = (...texts: (string | null | undefined)[]): string => texts.filter(Boolean).join('\n');
