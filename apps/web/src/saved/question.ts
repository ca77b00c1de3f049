import { filterable, type SearchKind } from '../search/finding';
import type { SearchState } from '../search/search-state';

/** The question of a list as it is saved: its words and filters, without the order and the page. */
export const questionOf = (kind: SearchKind, state: SearchState) => {
  const query = state.q ?? null;
  const filters = [
    ...filterable[kind].flatMap((name) => (state[name] ? [{ name: name as string, values: state[name] }] : [])),
    ...(kind === 'academics' && state.availableBy ? [{ name: 'availableBy', values: [state.availableBy] }] : []),
  ];
  // What every list of opportunities begins with is no question by itself.
  const asks = query !== null || filters.length > 0;
  const open = asks && kind === 'opportunities' && state.openToday !== 'no';
  return { kind, query, filters: open ? [...filters, { name: 'openToday', values: ['true'] }] : filters };
};

/** Whether there is anything to save. */
export const asksSomething = (kind: SearchKind, state: SearchState): boolean => {
  const { query, filters } = questionOf(kind, state);
  return query !== null || filters.length > 0;
};
