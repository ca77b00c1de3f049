import type { Term } from './term.js';
import { formsOf, keysOf } from './topic.index.js';

/** What administrators have added to the topics of the data files. */
export interface TopicCare {
  synonyms: readonly { topic: string; synonym: string }[];
  /** The merges in force; each topic is merged once at most, and no line of merges comes back to itself. */
  merges: readonly { topic: string; successor: string }[];
}

const keyOf = (form: string, term: Term) => keysOf(form, term).join(' ');

/** What people cannot tell apart when they read it: case, plural, hyphens and spelling make no difference. */
const readAs = (form: string, term: Pick<Term, 'attributes'>) =>
  keysOf(form, term).join(' ').replace(/["=]/g, '').toLowerCase();

/** The topic that is already called so; undefined where none is, null where the name has no words at all. */
export const topicNamed = (topics: readonly Term[], name: string): Term | undefined | null => {
  const wanted = readAs(name, { attributes: {} });
  if (wanted === '') return null;
  return topics.find((term) => formsOf(term).some((form) => readAs(form, term) === wanted));
};

/** More forms for a topic; what reads the same as one that it has is left out. */
const withForms = (term: Term, forms: readonly string[]): Term => {
  const known = new Set(formsOf(term).map((form) => keyOf(form, term)));
  const fresh = forms.filter((form) => {
    const key = keyOf(form, term);
    return !known.has(key) && known.add(key);
  });
  return { ...term, synonyms: [...term.synonyms, ...fresh] };
};

const joined = (one: readonly string[] = [], other: readonly string[] = []) => [...new Set([...one, ...other])];

/** Takes over what another topic is known by, so that whoever writes its name finds the successor. */
const withNamesOf = (term: Term, { attributes, ...other }: Term): Term => {
  const meshHeadings = joined(term.attributes.meshHeadings, attributes.meshHeadings);
  const asWritten = joined(term.attributes.asWritten, attributes.asWritten);
  return withForms({ ...term, attributes: { ...term.attributes, meshHeadings, asWritten } }, [
    other.label,
    ...other.synonyms,
  ]);
};

/** A later edition of the files may put a successor below what was merged into it. */
const isAboveItself = (code: string, parents: ReadonlyMap<string, string | null>): boolean => {
  const above = new Set<string>();
  for (let at = parents.get(code); at && !above.has(at); at = parents.get(at)) {
    if (at === code) return true;
    above.add(at);
  }
  return false;
};

/**
 * The terms with what administrators have added: more synonyms; and topics that are merged into another are retired, hand
 * their names, their headings and what is below them to the successor, and name it.
 */
export const withCare = (terms: readonly Term[], { synonyms, merges }: TopicCare): Term[] => {
  if (synonyms.length === 0 && merges.length === 0) return [...terms];
  const topics = new Map(terms.filter(({ scheme }) => scheme === 'topic').map((term) => [term.code, term]));
  for (const { topic, synonym } of synonyms) {
    const term = topics.get(topic);
    if (term) topics.set(topic, withForms(term, [synonym]));
  }
  const successors = new Map(merges.map(({ topic, successor }) => [topic, successor]));
  const final = (code: string): string => {
    let at = code;
    for (let step = 0; step <= successors.size; step += 1) at = successors.get(at) ?? at;
    return at;
  };
  for (const { topic } of merges) {
    const retired = topics.get(topic);
    const successor = topics.get(final(topic));
    if (!retired || !successor) continue;
    topics.set(successor.code, withNamesOf(successor, retired));
    const attributes = { ...retired.attributes, replacedBy: successor.code, merged: true, meshHeadings: [] };
    topics.set(topic, { ...retired, retired: true, attributes });
  }
  const parents = new Map([...topics].map(([code, { parent }]) => [code, parent && final(parent)]));
  for (const code of parents.keys()) if (isAboveItself(code, parents)) parents.set(code, null);
  return terms.map((term) => {
    const cared = topics.get(term.code);
    return term.scheme === 'topic' && cared ? { ...cared, parent: parents.get(term.code) ?? null } : term;
  });
};
