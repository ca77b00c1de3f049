import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import type { FragmentType } from '../generated/fragment-masking';
import {
  AcceptRequestDocument,
  AnswerRequestDocument,
  ApproveRequestDocument,
  AskRequestDocument,
  DeclineRequestDocument,
  PickRequestTimeDocument,
  PostRequestMessageDocument,
  ReferRequestDocument,
  RefuseRequestDocument,
  type RequestThreadFragmentDoc,
  SignRequestNdaDocument,
  type SignRequestNdaInput,
  UndoRequestDocument,
  WithdrawRequestDocument,
} from '../generated/graphql';
import { requestQuery } from '../requests/request.query';

type Thread = { request: FragmentType<typeof RequestThreadFragmentDoc> };

/** Everything that can be done on a request. */
export const moves = {
  accept: (id: string, { text }: Words) => ask(AcceptRequestDocument, { id, note: text || null }),
  decline: (id: string, { text, reason = '' }: Words) =>
    ask(DeclineRequestDocument, { id, reason, note: text || null }),
  ask: (id: string, { text }: Words) => ask(AskRequestDocument, { id, question: text }),
  answer: (id: string, { text }: Words) => ask(AnswerRequestDocument, { id, answer: text }),
  refer: (id: string, { text, colleague = '' }: Words) =>
    ask(ReferRequestDocument, { id, toAcademicId: colleague, note: text || null }),
  withdraw: (id: string, { text }: Words) => ask(WithdrawRequestDocument, { id, note: text || null }),
  undo: (id: string) => ask(UndoRequestDocument, { id }),
  approve: (id: string, { text }: Words) => ask(ApproveRequestDocument, { id, note: text || null }),
  refuse: (id: string, { text }: Words) => ask(RefuseRequestDocument, { id, reason: text }),
} satisfies Record<string, (id: string, words: Words) => Promise<Thread>>;

export type Move = keyof typeof moves;

/** What goes with a step. */
export interface Words {
  text: string;
  reason?: string;
  colleague?: string;
}

/** Lists and counts that a step on a request changes. */
export const refreshLists = (queries: QueryClient) => {
  for (const name of [
    'inbox',
    'news',
    'waiting',
    'notifications',
    'office',
    'academic',
    'organisation',
    'collaborations',
  ]) {
    void queries.invalidateQueries({ queryKey: [name] });
  }
};

/** Takes steps on a request; each answers the request as it then is, and the page shows that. */
export const useThreadStep = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: () => Promise<Thread>) => step(),
    onSuccess: (thread) => {
      queries.setQueryData(requestQuery(id).queryKey, thread);
      refreshLists(queries);
    },
    // Meanwhile something else may have happened: the page shows what.
    onError: () => void queries.invalidateQueries({ queryKey: requestQuery(id).queryKey }),
  });
};

export const signNda = (input: SignRequestNdaInput) => ask(SignRequestNdaDocument, { input });

export const post = (input: {
  requestId: string;
  idempotencyKey: string;
  text?: string | null;
  times?: string[] | null;
  minutes: number;
}) => ask(PostRequestMessageDocument, { input });

export const pickTime = (messageId: string, time: string) => ask(PickRequestTimeDocument, { messageId, time });
