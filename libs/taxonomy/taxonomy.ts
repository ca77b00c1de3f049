import { closenessOf } from './closeness.js';
import type { Term, TopicMention } from './term.js';
import { TopicIndex } from './topic.index.js';
import { TopicSuggestions } from './topic.suggestions.js';

interface Branch {
  term: Term;
  parent: Branch | undefined;
  /** From the top group down to the term itself. */
  path: Term[];
  children: Term[];
}

/** All vocabularies in memory, as they were when it was made. Every look-up is synchronous. */
export class Taxonomy {
  private readonly schemes = new Map<string, Map<string, Branch>>();
  private readonly offered = new Map<string, Term[]>();
  /** Made when they are first asked for: whoever reads the tree alone does not pay for them. */
  private index: TopicIndex | undefined;
  private suggestions: TopicSuggestions | undefined;
  private readonly headings = new Map<string, Term[]>();

  constructor(terms: readonly Term[]) {
    const branches = terms.toSorted((a, b) => a.sort - b.sort).map((term) => this.plant(term));
    for (const branch of branches) this.join(branch);
    for (const branch of branches) branch.path = pathOf(branch);
    for (const term of this.terms('topic')) {
      for (const heading of term.attributes.meshHeadings ?? []) push(this.headings, heading.toLowerCase(), term);
    }
  }

  private plant(term: Term): Branch {
    const branch: Branch = { term, parent: undefined, path: [], children: [] };
    const scheme = this.schemes.get(term.scheme) ?? new Map<string, Branch>();
    this.schemes.set(term.scheme, scheme.set(term.code, branch));
    if (!term.retired) push(this.offered, term.scheme, term);
    return branch;
  }

  private join(branch: Branch) {
    const { scheme, parent, retired, attributes } = branch.term;
    branch.parent = parent ? this.schemes.get(attributes.parentScheme ?? scheme)?.get(parent) : undefined;
    if (!retired) branch.parent?.children.push(branch.term);
  }

  /** The term of a code, a retired one too, so that what was once chosen keeps its name. */
  term(scheme: string, code: string): Term | undefined {
    return this.schemes.get(scheme)?.get(code)?.term;
  }

  /** The code that stands for another today: that of the successor, where the term is retired into one that is offered. */
  currentCode(scheme: string, code: string): string {
    const term = this.term(scheme, code);
    const successor = term?.retired ? term.attributes.replacedBy : undefined;
    return successor && this.term(scheme, successor)?.retired === false ? successor : code;
  }

  /** The terms on offer, in the order of their file. */
  terms(scheme: string): Term[] {
    return this.offered.get(scheme) ?? [];
  }

  /** The terms directly below one: the segments of a sector and the regions of a nation too. */
  children(scheme: string, code: string): Term[] {
    return this.schemes.get(scheme)?.get(code)?.children ?? [];
  }

  /** The terms above one, nearest first. */
  ancestors(scheme: string, code: string): Term[] {
    return this.schemes.get(scheme)?.get(code)?.path.slice(0, -1).reverse() ?? [];
  }

  /** All terms below one, each branch to its end before the next. */
  descendants(scheme: string, code: string): Term[] {
    return this.children(scheme, code).flatMap((child) => [child, ...this.descendants(child.scheme, child.code)]);
  }

  /** The topics that a text names, most often named first. See {@link TopicIndex.extract}. */
  extractTopics(text: string, limit?: number): TopicMention[] {
    this.index ??= new TopicIndex(this.terms('topic'));
    return this.index.extract(text, limit);
  }

  /** Topics for what a person has typed so far, best first. See {@link TopicSuggestions.suggest}. */
  suggestTopics(prefix: string, limit = 10): Term[] {
    this.suggestions ??= new TopicSuggestions(this.terms('topic'));
    return this.suggestions.suggest(prefix, limit);
  }

  /** The topics whose works are indexed under a MeSH heading. */
  topicsOfHeading(heading: string): Term[] {
    return this.headings.get(heading.toLowerCase()) ?? [];
  }

  /** 1 for the same topic, less with distance in the tree, 0 for unrelated or unknown ones. See {@link closenessOf}. */
  closeness(topicA: string, topicB: string): number {
    const topics = this.schemes.get('topic');
    const a = topics?.get(topicA);
    const b = topics?.get(topicB);
    return a && b ? closenessOf(a.path, b.path) : 0;
  }
}

const push = (lists: Map<string, Term[]>, key: string, term: Term) => {
  const list = lists.get(key);
  if (list) list.push(term);
  else lists.set(key, [term]);
};

/** Stops at a loop, which the loader refuses, rather than hang on one that came another way. */
const pathOf = (branch: Branch): Term[] => {
  const path: Term[] = [];
  for (let at: Branch | undefined = branch; at && !path.includes(at.term); at = at.parent) path.unshift(at.term);
  return path;
};
