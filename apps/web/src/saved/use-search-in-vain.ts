import { useEffect } from 'react';
import { ask } from '../api/ask';
import { RecordSearchInVainDocument } from '../generated/graphql';
import type { SearchKind } from '../search/finding';
import type { SearchState } from '../search/search-state';
import { asksSomething, questionOf } from './question';

/** In milliseconds: words that are still being typed are not what somebody looks for. */
const patience = 2_500;

/** Counts a search that found nothing, once somebody has stayed with it; who searched is not kept. */
export const useSearchInVain = (kind: SearchKind, state: SearchState) => {
  const question = asksSomething(kind, state) ? JSON.stringify(questionOf(kind, state)) : null;
  useEffect(() => {
    if (question === null) return;
    const timer = setTimeout(() => {
      // A count that is lost is no trouble of the reader's.
      ask(RecordSearchInVainDocument, { input: JSON.parse(question) }).catch(() => undefined);
    }, patience);
    return () => clearTimeout(timer);
  }, [question]);
};
