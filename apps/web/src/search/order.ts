import { useQuery } from '@tanstack/react-query';
import { queryClient, type Viewer, viewerQuery } from '../api/queries';
import type { SearchKind } from './finding';
import type { SearchState } from './search-state';

/** How far the API reads a list by fit. */
export const mostByFit = 1_000;

/** Whether somebody has a side that is matched with this kind of list: people fit places, and places fit people. */
export const hasSide = (kind: SearchKind, viewer: Pick<Viewer, 'academic' | 'memberships'> | null): boolean =>
  (kind !== 'academics' && Boolean(viewer?.academic)) ||
  (kind !== 'organisations' && (viewer?.memberships.length ?? 0) > 0);

/**
 * The order that is in force: what was chosen, where that can be; else the words decide, and where there are none, how
 * well each fits the person who looks. Nothing while that hangs on who looks, and it is not known yet.
 */
export const orderOf = (
  kind: SearchKind,
  { q, sort, after }: SearchState,
  viewer: Pick<Viewer, 'academic' | 'memberships'> | null | undefined,
): string | undefined => {
  const chosen = sort === 'relevance' && !q ? undefined : sort;
  if (chosen && chosen !== 'fit') return chosen;
  if (chosen === 'fit' && (viewer === undefined || hasSide(kind, viewer))) return 'fit';
  if (q) return 'relevance';
  // A later page goes on with the list that it was linked from, whoever opens it.
  if (after || viewer === null) return 'name';
  if (viewer === undefined) return undefined;
  return hasSide(kind, viewer) ? 'fit' : 'name';
};

/** The order of the list of an address, as soon as it can be told. */
export const useOrder = (kind: SearchKind, state: SearchState): string | undefined => {
  const { data, isError } = useQuery(viewerQuery);
  return orderOf(kind, state, isError ? null : data);
};

/** The same before there is a page. */
export const orderFor = async (kind: SearchKind, state: SearchState): Promise<string | undefined> =>
  orderOf(kind, state, undefined) ??
  orderOf(kind, state, await queryClient.ensureQueryData(viewerQuery).catch(() => null));
