import type { SearchFilter, SearchRequest } from './search-engine.js';

/** How many candidates are scored for one list of matches. */
const candidates = 150;

/** What the index is asked for a list of matches: whoever has some of these words and keeps the conditions. */
export const candidateRequest = (text: string, filter: SearchFilter = {}): SearchRequest => ({
  text: text === '' ? undefined : text,
  matching: 'any',
  filter,
  offset: 0,
  limit: candidates,
});
