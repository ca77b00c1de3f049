import { type SearchableField, type SearchHighlight, searchableFields } from '../search-engine.js';
import { locateWords } from '../words.js';
import { escapeHtml } from './markup.js';

/** The searchable texts of a hit. */
export type HitContent = Record<SearchableField, string | string[]>;

/** The words that a text matched by, folded. */
export interface Marks {
  words: Set<string>;
  prefixes: string[];
  /** Words that count only side by side. */
  phrases: string[][];
}

/** A stretch of a text that matched, in UTF-16 offsets. */
interface Match {
  start: number;
  end: number;
}

/** Characters of a long text that are shown: some before the first match, the rest from it on. */
const passage = { before: 80, after: 160 } as const;
const longText = 600;

/** The fields of a hit that matched, with the matching words marked; of a long text, the passage of the first match. */
export const markMatches = (content: HitContent, marks: Marks): SearchHighlight[] =>
  searchableFields.flatMap((field) => {
    const texts = [content[field] ?? []].flat();
    const marked = texts.flatMap((text) => mark(text, marks) ?? []);
    return marked.length > 0 ? [{ field, text: marked.join(', ') }] : [];
  });

const mark = (text: string, marks: Marks): string | null => {
  const near = nearFirstMatch(text, marks);
  const matches = near.length > 0 ? near : findMatches(text, marks);
  const [first] = matches;
  if (!first) return null;
  const { start, end } = window(text, first);
  let html = start > 0 ? '…' : '';
  let at = start;
  for (const match of matches.filter((match) => match.end <= end)) {
    html += `${escapeHtml(text.slice(at, match.start))}<mark>${escapeHtml(text.slice(match.start, match.end))}</mark>`;
    at = match.end;
  }
  return `${html}${escapeHtml(text.slice(at, end))}${end < text.length ? '…' : ''}`;
};

/**
 * The matches around the place where some word is first written as it was asked for. Nearly always that is the passage to
 * show, and it spares reading a whole page word by word; where it is not, nothing is found.
 */
const nearFirstMatch = (text: string, marks: Marks): Match[] => {
  if (text.length < longText) return [];
  const lower = text.toLowerCase();
  const written = [...marks.words, ...marks.prefixes, ...marks.phrases.map(([word = '']) => word)];
  const places = written.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  if (places.length === 0 || lower.length !== text.length) return [];
  const place = Math.min(...places);
  const start = text.lastIndexOf(' ', Math.max(0, place - 1)) + 1;
  const end = text.indexOf(' ', place + 2 * passage.after);
  const matches = findMatches(text.slice(start, end === -1 ? text.length : end), marks);
  return matches.map((match) => ({ start: match.start + start, end: match.end + start }));
};

const findMatches = (text: string, { words, prefixes, phrases }: Marks): Match[] => {
  const located = locateWords(text);
  const marked = located.map(({ word }) => words.has(word) || prefixes.some((prefix) => word.startsWith(prefix)));
  for (const phrase of phrases) {
    for (let from = 0; from + phrase.length <= located.length; from += 1) {
      if (phrase.every((word, index) => located[from + index]?.word === word)) {
        marked.fill(true, from, from + phrase.length);
      }
    }
  }
  const matches = located.filter((_, index) => marked[index]);
  // Several words can come from one run of letters, which is marked once.
  return matches.filter(({ start }, index) => start !== matches[index - 1]?.start);
};

/** Cut at spaces, so that no word and no half of a character is cut. */
const window = (text: string, first: Match): Match => {
  const earliest = first.start - passage.before;
  const space = text.indexOf(' ', earliest);
  const latest = first.end + passage.after;
  return {
    start: earliest <= 0 ? 0 : space === -1 || space > first.start ? first.start : space + 1,
    end: latest >= text.length ? text.length : Math.max(first.end, text.lastIndexOf(' ', latest)),
  };
};
