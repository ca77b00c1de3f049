import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { SaveRequestDraftDocument } from '../generated/graphql';
import { type Draft, savedForm } from './draft';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Keeps a draft on the server while it is written: a moment after each change, and when its step is left. */
export const useAutosave = (initial: Draft) => {
  const [draft, setDraft] = useState(initial);
  const saved = useRef(JSON.stringify(savedForm(initial)));
  const latest = useRef(initial);
  const { mutate, ...saving } = useMutation({
    // One after the other, so that an older text never lies over a newer one.
    scope: { id: `draft-${initial.id}` },
    mutationFn: (input: Draft) => ask(SaveRequestDraftDocument, { input: savedForm(input) }),
    onError: () => {
      saved.current = '';
    },
  });
  const save = useCallback(() => {
    const form = JSON.stringify(savedForm(latest.current));
    if (form === saved.current) return;
    saved.current = form;
    mutate(latest.current);
  }, [mutate]);
  const saveSoon = useDebouncedCallback(save, 700);
  // What was typed last is kept when the page is left.
  useEffect(() => save, [save]);
  const change = (changes: Partial<Draft>) => {
    latest.current = { ...latest.current, ...changes };
    setDraft(latest.current);
    saveSoon();
  };
  const savedAt = saving.data ? clock.format(new Date(saving.data.saveRequestDraft.updatedAt)) : null;
  return {
    draft,
    change,
    save,
    /** After it was sent there is nothing left to keep. */
    stop: () => {
      saved.current = JSON.stringify(savedForm(latest.current));
    },
    error: saving.error,
    status: saving.isPending ? 'Saving the draft' : savedAt ? `Draft saved at ${savedAt}` : '',
  };
};
