import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { SetNextDateDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import { Panel } from './panel';

interface Props {
  id: string;
  mayWork: boolean;
  nextOn: string | null;
  nextWhat: string | null;
  refresh: () => void;
}

/** The day that both keep in mind. */
export const NextDate = ({ id, mayWork, nextOn, nextWhat, refresh }: Props) => {
  const [form, setForm] = useState<{ on: string; what: string } | null>(null);
  const saving = useMutation({
    mutationFn: ({ on, what }: { on: string; what: string }) =>
      ask(SetNextDateDocument, { input: { id, on: on || null, what: on ? what.trim() || null : null } }),
    onSuccess: () => setForm(null),
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form) saving.mutate(form);
  };
  return (
    <Panel id="next-date" title="Next date">
      {form ? (
        <form className={forms.form} onSubmit={submit} noValidate>
          {saving.error && <ProblemNotice error={saving.error} />}
          <TextField id="next-on" label="Day" type="date" value={form.on} onChange={(on) => setForm({ ...form, on })} />
          <TextField
            id="next-what"
            label="What is on"
            maxLength={200}
            value={form.what}
            onChange={(what) => setForm({ ...form, what })}
          />
          <div className={forms.actions}>
            <Button type="submit" loading={saving.isPending}>
              Save the date
            </Button>
            <Button variant="default" onClick={() => setForm(null)}>
              Not now
            </Button>
          </div>
        </form>
      ) : (
        <>
          <p className={nextOn ? undefined : 'quiet'}>
            {nextOn ? [dayOf(nextOn), nextWhat].filter(Boolean).join(': ') : 'None is set.'}
          </p>
          {mayWork && (
            <Button variant="default" onClick={() => setForm({ on: nextOn ?? '', what: nextWhat ?? '' })}>
              {nextOn ? 'Change the date' : 'Set a date'}
            </Button>
          )}
        </>
      )}
    </Panel>
  );
};
