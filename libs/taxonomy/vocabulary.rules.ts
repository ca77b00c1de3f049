import type { Term, Vocabulary } from './term.js';
import { formsOf, keysOf } from './topic.index.js';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** HRCS numbers its activity codes, and people know them by number. */
const numbered = /^[1-9](\.[1-9])?$/;

/** All that keeps the vocabularies from being loaded, as sentences that start with the file. */
export const problemsOf = (vocabularies: Vocabulary[]): string[] => {
  const categories = new Set(
    vocabularies.find(({ scheme }) => scheme === 'hrcs-health-category')?.terms.map(({ code }) => code),
  );
  const files = new Map<string, string>();
  const codes = new Map(vocabularies.map(({ scheme, terms }) => [scheme, new Set(terms.map(({ code }) => code))]));
  return vocabularies.flatMap((vocabulary) => {
    const other = files.get(vocabulary.scheme);
    files.set(vocabulary.scheme, vocabulary.file);
    return [
      ...(other ? [`the scheme "${vocabulary.scheme}" is already in ${other}`] : []),
      ...codeProblems(vocabulary),
      ...vocabulary.terms.flatMap((term) => parentProblems(term, codes)),
      ...loopProblems(vocabulary),
      ...categoryProblems(vocabulary, categories),
      ...clashes(vocabulary.terms),
    ].map((problem) => `${vocabulary.file}: ${problem}`);
  });
};

const codeProblems = ({ scheme, terms }: Vocabulary): string[] => {
  const pattern = scheme === 'hrcs-research-activity' ? numbered : kebab;
  const seen = new Set<string>();
  return terms.flatMap(({ code }) => {
    if (seen.has(code)) return [`the code "${code}" is there twice`];
    seen.add(code);
    return pattern.test(code) ? [] : [`the code "${code}" is not well formed`];
  });
};

const parentProblems = ({ scheme, code, parent, attributes }: Term, codes: Map<string, Set<string>>): string[] =>
  parent === null || codes.get(attributes.parentScheme ?? scheme)?.has(parent)
    ? []
    : [`the parent "${parent}" of "${code}" does not exist`];

const loopProblems = ({ scheme, terms }: Vocabulary): string[] => {
  const own = terms.filter(({ attributes }) => (attributes.parentScheme ?? scheme) === scheme);
  const parents = new Map(own.map((term) => [term.code, term.parent]));
  return own.flatMap(({ code, parent }) => {
    const above = new Set<string>();
    for (let at = parent; at && !above.has(at); at = parents.get(at) ?? null) {
      if (at === code) return [`"${code}" is above itself`];
      above.add(at);
    }
    return [];
  });
};

const categoryProblems = ({ scheme, terms }: Vocabulary, categories: Set<string>): string[] =>
  terms.flatMap(({ code, healthCategories }) => [
    ...(scheme === 'topic' && healthCategories.length === 0 ? [`"${code}" has no health category`] : []),
    ...healthCategories
      .filter((category) => !categories.has(category))
      .map((category) => `the health category "${category}" of "${code}" does not exist`),
  ]);

/** What one person writes must not mean two things: case, plural, hyphens and spelling make no difference here. */
const clashes = (terms: Term[]): string[] => {
  const owners = new Map<string, Term>();
  return terms.flatMap((term) => {
    const own = new Set<string>();
    return formsOf(term).flatMap((form) => {
      const exactKey = keysOf(form, term).join(' ');
      const key = exactKey.replace(/["=]/g, '').toLowerCase();
      if (own.has(exactKey)) return [`"${term.code}" says "${form}" twice`];
      own.add(exactKey);
      const owner = owners.get(key);
      owners.set(key, term);
      return owner && owner !== term ? [`"${form}" is both "${owner.code}" and "${term.code}"`] : [];
    });
  });
};
