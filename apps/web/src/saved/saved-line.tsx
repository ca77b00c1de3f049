import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { errorsFrom } from '../forms/errors';
import { SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { ChangeSavedSearchDocument, DeleteSavedSearchDocument, type SavedLineFragment } from '../generated/graphql';
import { listKinds } from '../search/list-kinds';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './saved.module.css';

interface Props {
  search: SavedLineFragment;
  cadences: readonly { code: string; label: string }[];
  /** Whether letters come at all. */
  letters: boolean;
}

const kindOf = (kind: string) => listKinds[kind as keyof typeof listKinds];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One saved search: open it, call it something else, choose how often it is written about, or delete it. */
export const SavedLine = ({
  search: { id, kind, name, summary, path, cadence, nextLetterAt },
  cadences,
  letters,
}: Props) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [mode, setMode] = useState<'shown' | 'renaming' | 'deleting'>('shown');
  const [text, setText] = useState(name);
  const again = () => queries.invalidateQueries({ queryKey: ['saved-searches'] });
  const changing = useMutation({
    mutationFn: (change: { name?: string; cadence?: string }) =>
      ask(ChangeSavedSearchDocument, { input: { id, ...change } }),
    onSuccess: async () => {
      await again();
      setMode('shown');
    },
  });
  const deleting = useMutation({ mutationFn: () => ask(DeleteSavedSearchDocument, { id }), onSettled: again });
  const wrong = errorsFrom(changing.error, ['name']);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate({ name: text });
  };
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <div>
          <h2>
            <a
              href={path}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                void navigate({ href: path });
              }}
            >
              {name}
            </a>
          </h2>
          <p className="quiet">
            {capital(kindOf(kind)?.nouns[1] ?? kind)}: {summary}
          </p>
        </div>
        <SelectField
          id={`cadence-${id}`}
          label="Tell me by e-mail"
          value={cadence}
          short
          onChange={(value) => changing.mutate({ cadence: value })}
          options={cadences.map(({ code, label }) => ({ value: code, label }))}
        />
      </div>
      <p className="quiet" role="status">
        {nextLetterAt && letters
          ? `Next letter due on ${dayOf(nextLetterAt)}, if there is something new.`
          : 'No letters.'}
      </p>
      {changing.error && !wrong.name && <ProblemNotice error={changing.error} />}
      {deleting.error && <ProblemNotice error={deleting.error} />}
      {mode === 'renaming' && (
        <form onSubmit={rename} className={forms.form} noValidate>
          <TextField
            id={`name-${id}`}
            label="What you call it"
            value={text}
            onChange={setText}
            maxLength={120}
            error={wrong.name}
          />
          <div className={forms.actions}>
            <Button type="submit" loading={changing.isPending}>
              Keep this name
            </Button>
            <Button variant="default" onClick={() => setMode('shown')}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {mode === 'deleting' && (
        <div className={forms.actions}>
          <p>Delete “{name}”?</p>
          <Button color="red" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            Delete it
          </Button>
          <Button variant="default" onClick={() => setMode('shown')}>
            Keep it
          </Button>
        </div>
      )}
      {mode === 'shown' && (
        <div className={forms.actions}>
          <Button variant="default" size="sm" aria-label={`Rename ${name}`} onClick={() => setMode('renaming')}>
            Rename
          </Button>
          <Button variant="default" size="sm" aria-label={`Delete ${name}`} onClick={() => setMode('deleting')}>
            Delete
          </Button>
        </div>
      )}
    </li>
  );
};
