import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { reading, viewerQuery } from '../api/queries';
import { errorsFrom } from '../forms/errors';
import { SelectField, TextField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import { LetterChoicesDocument, LettersFragmentDoc, SaveSearchDocument } from '../generated/graphql';
import type { ListKind } from '../search/list-kinds';
import type { SearchState } from '../search/search-state';
import { ProblemNotice } from '../shell/problem-notice';
import { useReturnFocus } from '../shell/return-focus';
import { LinkButton, TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';
import { questionOf } from './question';

interface Props {
  kind: ListKind;
  state: SearchState;
  close: () => void;
}

const nameFor = (kind: ListKind, { q }: SearchState) => (q ? q.slice(0, 80) : `All ${kind.nouns[1]} of these filters`);

const SaveForm = ({ kind, state, close }: Props) => {
  const key = useId();
  const stamp = useRef(`save-${key}-${Date.now()}`);
  const queries = useQueryClient();
  const [name, setName] = useState(nameFor(kind, state));
  const [cadence, setCadence] = useState('fortnightly');
  const { data, error, refetch } = useQuery(reading('letter-choices', LetterChoicesDocument, {}));
  const saved = useRef<HTMLParagraphElement>(null);
  const saving = useMutation({
    mutationFn: () =>
      ask(SaveSearchDocument, {
        input: { ...questionOf(kind.kind, state), name: name.trim(), cadence, idempotencyKey: stamp.current },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['saved-searches'] });
      void queries.invalidateQueries({ queryKey: ['letter-choices'] });
    },
    // A corrected attempt is another one.
    onError: () => {
      stamp.current = `save-${key}-${Date.now()}`;
    },
  });
  const done = saving.data?.saveSearch;
  useEffect(() => {
    if (done) saved.current?.focus();
  }, [done]);
  if (done) {
    return (
      <div className={forms.form}>
        <p ref={saved} tabIndex={-1} role="status">
          Saved as “{done.name}”.{' '}
          {done.nextLetterAt
            ? `The next letter is due on ${dayOf(done.nextLetterAt)}; it comes only if there is something new.`
            : 'No letters come about it.'}
        </p>
        <div className={forms.actions}>
          <Button onClick={close}>Back to the list</Button>
          <LinkButton to="/me/searches" variant="default">
            Your saved searches
          </LinkButton>
        </div>
      </div>
    );
  }
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <FormSkeleton groups={1} />;
  const { cadences, consentText, letters } = unmask(LettersFragmentDoc, data.digestPreferences);
  const wrong = errorsFrom(saving.error, ['name', 'query', 'filters']);
  const known = saving.error && problemOf(saving.error).code === 'ALREADY_EXISTS';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {saving.error && !wrong.name && (
        <ProblemNotice error={saving.error} title={known ? 'You have this one already' : undefined} />
      )}
      {known && <TextLink to="/me/searches">Your saved searches</TextLink>}
      <TextField
        id="saved-name"
        label="What you call it"
        value={name}
        onChange={setName}
        maxLength={120}
        error={wrong.name}
      />
      <SelectField
        id="saved-cadence"
        label="Tell me by e-mail what is new"
        value={cadence}
        onChange={setCadence}
        options={cadences.map(({ code, label }) => ({ value: code, label }))}
        hint={
          cadence === 'off'
            ? 'You can still open the search from your list.'
            : letters
              ? 'One letter for all your searches, and none when there is nothing new.'
              : `With this you agree: “${consentText}” Each letter has a link that ends them.`
        }
      />
      <div className={forms.actions}>
        <Button type="submit" loading={saving.isPending}>
          Save this search
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

/** Gives the search on the page a name and a cadence, over the list that stays as it is. */
const SaveDialog = (props: Props) => {
  useReturnFocus();
  const { data: viewer } = useQuery(viewerQuery);
  return (
    <Modal
      opened
      onClose={props.close}
      title="Save this search"
      size="md"
      closeButtonProps={{ 'aria-label': 'Close without saving' }}
    >
      {viewer === null ? (
        <div className={forms.form}>
          <p>Sign in, and the search is kept for you. You come back to this list.</p>
          <div className={forms.actions}>
            <LinkButton to="/sign-in" search={{ next: window.location.pathname + window.location.search }}>
              Sign in
            </LinkButton>
            <LinkButton to="/sign-up" variant="default">
              Open an account
            </LinkButton>
          </div>
        </div>
      ) : viewer ? (
        <SaveForm {...props} />
      ) : (
        <FormSkeleton groups={1} />
      )}
    </Modal>
  );
};

export default SaveDialog;
