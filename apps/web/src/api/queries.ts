import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { type TypedDocumentString, ViewerDocument, type ViewerQuery } from '../generated/graphql';
import { ask } from './ask';
import { mayPass, problemOf } from './problems';
import { signInNeeded } from './sign-in-needed';

const tellSignIn = (error: unknown) => {
  if (problemOf(error).code === 'SIGN_IN_NEEDED') signInNeeded.say();
};

/** What the pages have read, kept for a short while; a session that has ended asks for a sign-in over the kept page. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: tellSignIn }),
  mutationCache: new MutationCache({ onError: tellSignIn }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 1 && mayPass(problemOf(error)),
      // An answer cut off by leaving the page is no failure; an API that is not there says so at once.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** A read of the API: its operation and variables are its key. */
export const reading = <Result, Variables>(
  name: string,
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
) =>
  queryOptions({
    queryKey: [name, variables],
    queryFn: ({ signal }) => ask(operation, variables, signal),
  });

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in; null for nobody. */
export const viewerQuery = queryOptions({
  queryKey: ['viewer'],
  queryFn: async ({ signal }) => (await ask(ViewerDocument, {}, signal)).viewer ?? null,
  staleTime: 5 * 60_000,
});
