import type { Term, TopicMention } from './term.js';
import { fold, isAbbreviation, isShouted, type Word, wordsOf } from './words.js';

/** A step of the tree of phrases: what may follow, and the topic that ends here. */
interface Step {
  next: Map<string, Step>;
  term?: Term;
}

interface Match {
  term: Term;
  from: number;
  to: number;
}

/** An exact key cannot be mistaken for a folded word, which is never in capitals. */
const exact = (word: string) => `=${word.replace(/(?<=\p{Lu}{2})s$/u, '')}`;

const asWritten = (word: string) => `"${word.toLowerCase()}`;

/** Forms of a topic that people write: its label, synonyms and abbreviations. */
export const formsOf = (term: Term) => [term.label, ...term.synonyms];

/**
 * The keys of a form, one a word. Two forms with the same keys are the same to a reader, so no two topics may share
 * them.
 */
export const keysOf = (form: string, term: Pick<Term, 'attributes'>): string[] => {
  const words = wordsOf(form);
  if (isAbbreviation(form)) return words.map((word) => exact(word.written));
  if (term.attributes.asWritten?.includes(form)) return words.map((word) => asWritten(word.written));
  return words.map((word) => word.folded);
};

const afterComma = (key: string) => `,${key}`;
const withCommas = (keys: string[], form: string) => {
  const words = wordsOf(form);
  return keys.map((key, place) => (words[place]?.gap === 'comma' ? afterComma(key) : key));
};

/** Finds the topics that a text names, in one pass over its words. */
export class TopicIndex {
  private readonly root: Step = { next: new Map() };

  constructor(terms: Iterable<Term>) {
    for (const term of terms) {
      for (const form of formsOf(term)) {
        const keys = keysOf(form, term);
        this.add(keys, term);
        // "Ear, nose and throat" is also written without its comma, but a list of two topics is not a phrase.
        if (form.includes(',')) this.add(withCommas(keys, form), term);
      }
    }
  }

  private add(keys: string[], term: Term) {
    let step = this.root;
    for (const key of keys) {
      let next = step.next.get(key);
      if (!next) {
        next = { next: new Map() };
        step.next.set(key, next);
      }
      step = next;
    }
    step.term ??= term;
  }

  /**
   * The topics that a text names, most often named first, then in the order of the text.
   *
   * Phrases are compared word by word, without regard to case, plural, hyphen or American spelling; abbreviations of up
   * to four letters count only as they are written. Of overlapping phrases the one with more words wins, then the
   * earlier one.
   */
  extract(text: string, limit = Number.POSITIVE_INFINITY): TopicMention[] {
    const words = wordsOf(text);
    const shouted = isShouted(text);
    const matches: Match[] = [];
    for (let from = 0; from < words.length; from += 1) this.follow(this.root, words, from, from, shouted, matches);
    matches.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);

    const taken = new Uint8Array(words.length);
    const mentions = new Map<Term, TopicMention>();
    for (const { term, from, to } of matches) {
      if (taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      const span: [number, number] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
      const mention = mentions.get(term);
      if (mention) mention.spans.push(span);
      else mentions.set(term, { term, count: 0, spans: [span] });
    }
    const found = [...mentions.values()];
    for (const mention of found) {
      mention.count = mention.spans.length;
      mention.spans.sort(([a], [b]) => a - b);
    }
    return found
      .sort((a, b) => b.count - a.count || (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0))
      .slice(0, Math.max(0, limit));
  }

  /** Collects every phrase that starts at `from` and goes on at `at`. */
  private follow(step: Step, words: Word[], from: number, at: number, shouted: boolean, matches: Match[]) {
    const word = words[at];
    if (!word || (at > from && word.gap === 'break')) return;
    const follow = (key: string, to: number) => {
      const next = step.next.get(at > from && word.gap === 'comma' ? afterComma(key) : key);
      if (next?.term) matches.push({ term: next.term, from, to });
      if (next && next.next.size > 0) this.follow(next, words, from, to, shouted, matches);
    };
    follow(word.folded, at + 1);
    follow(asWritten(word.written), at + 1);
    if (!shouted) follow(exact(word.written), at + 1);
    const after = words[at + 1];
    // "pre-term" is "preterm".
    if (after?.gap === 'hyphen') follow(fold(word.written + after.written), at + 2);
  }
}
