import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { SelectField, TextField, TickField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { SaveMobilityDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { directionWords, type Move } from './mobility-list';

interface Props {
  move: Move | null;
  done: () => void;
  cancel: () => void;
}

/** One move between academia and industry. */
export const MoveForm = ({ move, done, cancel }: Props) => {
  const [form, setForm] = useState({
    direction: move?.direction ?? 'to-industry',
    organisation: move?.organisation ?? '',
    what: move?.what ?? '',
    startedOn: move?.startedOn ?? '',
    endedOn: move?.endedOn ?? '',
  });
  const [shown, setShown] = useState(move?.shown ?? false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const set = (name: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [name]: value }));
  const saving = useMutation({
    mutationFn: () =>
      ask(SaveMobilityDocument, { input: { ...form, id: move?.id ?? null, endedOn: form.endedOn || null, shown } }),
    onSuccess: done,
    onError: (error) => {
      setErrors(errorsFrom(error, Object.keys(form)));
      setAttempt((before) => before + 1);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldErrors = {
      ...(!form.organisation.trim() && { organisation: 'Say where' }),
      ...(!form.what.trim() && { what: 'Say as what: a secondment, a post' }),
      ...(!form.startedOn && { startedOn: 'Enter the first day' }),
    };
    setErrors(missing);
    setAttempt((before) => before + 1);
    if (!hasErrors(missing)) saving.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="A move">
      <ErrorSummary errors={errors} attempt={attempt} />
      {saving.isError && !hasErrors(errors) && <ProblemNotice error={saving.error} />}
      <SelectField
        id="direction"
        label="Direction"
        value={form.direction}
        onChange={set('direction')}
        options={Object.entries(directionWords).map(([value, label]) => ({ value, label }))}
        short
      />
      <TextField
        id="organisation"
        label="Where"
        value={form.organisation}
        onChange={set('organisation')}
        error={errors.organisation}
        maxLength={200}
      />
      <TextField
        id="what"
        label="As what"
        hint="A full-time secondment, an out-of-programme year, a joint post."
        value={form.what}
        onChange={set('what')}
        error={errors.what}
        maxLength={200}
      />
      <div className={forms.pair}>
        <TextField
          id="startedOn"
          label="First day"
          type="date"
          value={form.startedOn}
          onChange={set('startedOn')}
          error={errors.startedOn}
        />
        <TextField
          id="endedOn"
          label="Last day, if it has ended"
          type="date"
          value={form.endedOn}
          onChange={set('endedOn')}
          error={errors.endedOn}
        />
      </div>
      <TickField
        id="shown"
        label="Show it on my profile to everybody who sees my profile"
        checked={shown}
        onChange={setShown}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={saving.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
