import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { CollaborationPageDocument, type CollaborationPageQuery, CollaborationsDocument } from '../generated/graphql';

/** Everything that the page of a collaboration shows; asked for again while it is looked at. */
export const collaborationQuery = (id: string) =>
  queryOptions({
    queryKey: ['collaboration', id],
    queryFn: ({ signal }) => ask(CollaborationPageDocument, { id }, signal),
    refetchInterval: 30_000,
    staleTime: 0,
  });

export type CollaborationData = CollaborationPageQuery['collaboration'];

/** The viewer's collaborations, newest first. */
export const collaborationsQuery = infiniteQueryOptions({
  queryKey: ['collaborations'],
  queryFn: ({ pageParam, signal }) =>
    ask(CollaborationsDocument, { first: 100, after: pageParam, states: null }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ collaborations: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  staleTime: 0,
});

/** Reads a collaboration, and the lists that it is in, again. */
export const useRefresh = (id: string) => {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['collaboration', id] });
    for (const name of ['collaborations', 'pair', 'agreements', 'waiting', 'notifications', 'news']) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
  };
};
