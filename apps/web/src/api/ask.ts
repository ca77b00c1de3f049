import type { TypedDocumentString } from '../generated/graphql';
import { Problem } from './problems';

interface Refusal {
  message: string;
  extensions?: { code?: string; requestId?: string; [detail: string]: unknown };
}

interface Answer<Result> {
  data?: Result | null;
  errors?: Refusal[];
}

/** A request that takes longer is given up. */
const patience = 20_000;

const problemFrom = ([refusal]: Refusal[], requestId: string | null): Problem => {
  const { code = 'BROKEN', requestId: named, ...details } = refusal?.extensions ?? {};
  return new Problem(code, refusal?.message ?? 'The server did not say what is wrong.', details, named ?? requestId);
};

/** Asks the API one of the operations that were written down when the pages were built. */
export const ask = async <Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> => {
  const documentId = operation.__meta__?.hash;
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ documentId, variables }),
      signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(patience)]) : AbortSignal.timeout(patience),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new Problem('TIMEOUT', 'The server took too long to answer. Try again.');
    }
    throw new Problem('OFFLINE', 'The server cannot be reached. Check your connection, then try again.');
  }
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => null)) as Answer<Result> | null;
  if (!answer) throw new Problem('UNAVAILABLE', 'The server is not ready. Try again in a moment.', {}, requestId);
  // With part of an answer the page shows that part.
  if (answer.data) return answer.data;
  throw problemFrom(answer.errors ?? [], requestId);
};
