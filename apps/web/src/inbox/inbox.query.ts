import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { InboxDocument, NewsDocument } from '../generated/graphql';
import type { Box } from './boxes';

/** How often the pages ask whether there is something new, in milliseconds. */
const often = 30_000;

/** One box, newest first, page by page; asked for again and again while it is looked at. */
export const inboxQuery = (box: Box) =>
  infiniteQueryOptions({
    queryKey: ['inbox', box],
    queryFn: ({ pageParam, signal }) => ask(InboxDocument, { box, first: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ requests: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    refetchInterval: often,
  });

/** How much is new, for the header and the tabs. */
export const newsQuery = queryOptions({
  queryKey: ['news'],
  queryFn: ({ signal }) => ask(NewsDocument, {}, signal),
  refetchInterval: often,
  retry: false,
});
