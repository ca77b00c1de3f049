import type { Term } from './term.js';
import { formsOf } from './topic.index.js';
import { fold, spelled, wordsOf } from './words.js';

interface Entry {
  /** A form from one of its words to its end. */
  key: string;
  term: Term;
  /** 0 for the label from its start, 1 from a later word, 2 for a synonym from its start, 3 from a later word. */
  rank: number;
  /** The words of the whole form, so that shorter forms come first. */
  length: number;
}

const lower = (words: string[]) => words.join(' ').toLowerCase();
const american = (words: string[]) => words.map(spelled).join(' ');
const singular = (words: string[]) => [...words.slice(0, -1).map(spelled), ...words.slice(-1).map(fold)].join(' ');

/** Offers topics while a person types. */
export class TopicSuggestions {
  private readonly entries: Entry[] = [];
  private readonly groups: Term[];

  constructor(terms: Term[]) {
    this.groups = terms.filter((term) => term.parent === null);
    for (const term of terms) {
      for (const [place, form] of formsOf(term).entries()) {
        const words = wordsOf(form).map((word) => word.written);
        for (let from = 0; from < words.length; from += 1) {
          const rank = (place === 0 ? 0 : 2) + (from === 0 ? 0 : 1);
          const rest = words.slice(from);
          // "hae" and "hem" both lead to haemophilia.
          for (const key of new Set([lower(rest), american(rest)])) {
            this.entries.push({ key, term, rank, length: words.length });
          }
        }
      }
    }
    this.entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  /**
   * Topics of which a word of the label or of a synonym starts as typed; an empty text offers the top groups. Best
   * first: the whole form, then labels before synonyms and first words before later ones, then shorter before longer.
   */
  suggest(prefix: string, limit: number): Term[] {
    const words = wordsOf(prefix).map((word) => word.written);
    if (words.length === 0) return this.groups.slice(0, limit);
    const best = new Map<Term, number>();
    for (const key of new Set([lower(words), american(words), singular(words)])) this.collect(key, best);
    return [...best]
      .sort(([a, scoreA], [b, scoreB]) => scoreA - scoreB || a.label.length - b.label.length || a.sort - b.sort)
      .slice(0, limit)
      .map(([term]) => term);
  }

  private collect(key: string, best: Map<Term, number>) {
    for (let at = this.lowerBound(key); at < this.entries.length; at += 1) {
      const entry = this.entries[at];
      if (!entry?.key.startsWith(key)) break;
      const whole = entry.key === key && entry.rank % 2 === 0;
      const score = (whole ? 0 : (entry.rank + 1) * 100) + Math.min(entry.length, 99);
      best.set(entry.term, Math.min(score, best.get(entry.term) ?? Number.POSITIVE_INFINITY));
    }
  }

  private lowerBound(key: string): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entries[middle]?.key ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
