import { filterable, type SearchKind } from '../search/finding';
import type { SearchState } from '../search/search-state';

/** The question of a list as it is saved: its words and filters, without the order and the page. */
export const questionOf = (kind: SearchKind, state: SearchState) => ({
  kind,
  query: state.q ?? null,
  filters: [
    ...filterable[kind].flatMap((name) => (state[name] ? [{ name: name as string, values: state[name] }] : [])),
    ...(kind === 'academics' && state.availableBy ? [{ name: 'availableBy', values: [state.availableBy] }] : []),
  ],
});

/** Whether there is anything to save. */
export const asksSomething = (kind: SearchKind, state: SearchState): boolean => {
  const { query, filters } = questionOf(kind, state);
  return query !== null || filters.length > 0;
};
