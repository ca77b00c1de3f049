import type { Taxonomy } from '#taxonomy';
import type { Understanding } from './search.types.js';
import type { SearchMatching } from './search-engine.js';

/** More words than this are a brief: a person who types this many does not mean that all must be found. */
const mostWordsOfAQuery = 10;

/** What is asked of the engine for a text, and what the text was understood as. */
export interface Understood extends Omit<Understanding, 'replaced'> {
  text: string | undefined;
  matching: SearchMatching;
}

/** Reads a query: a few words are looked for as they are, a long text by its topics and its telling words. */
export const understand = (query: string | null | undefined, taxonomy: Taxonomy): Understood => {
  const text = (query ?? '')
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  if (text === '') return { text: undefined, matching: 'most', topics: [], brief: false };
  const brief = text.split(/\s+/).length > mostWordsOfAQuery;
  const topics = taxonomy.extractTopics(text, 12).map(({ term }) => term);
  if (!brief) return { text, matching: 'most', topics, brief };
  return { text: [...topics.map(({ label }) => label), text].join(' '), matching: 'any', topics, brief };
};
