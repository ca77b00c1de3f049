import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AreaField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { ProblemNotice } from '../shell/problem-notice';

interface Props {
  id: string;
  label: string;
  hint: string;
  /** What is decided, for those who hear the buttons alone. */
  about: string;
  yes: string;
  no: string;
  pending: boolean;
  error: unknown;
  decide: (yes: boolean, words: string) => void;
}

/** A yes or no that always comes with what was looked at. */
export const DecisionForm = ({ id, label, hint, about, yes, no, pending, error, decide }: Props) => {
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<string>();
  const take = (granted: boolean) => {
    if (words.trim().length < 10) {
      setWrong('Write what you looked at: it is kept with the decision');
      document.getElementById(id)?.focus();
      return;
    }
    setWrong(undefined);
    decide(granted, words.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take(true);
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {error ? <ProblemNotice error={error} /> : null}
      <AreaField id={id} label={label} hint={hint} rows={2} error={wrong} value={words} onChange={setWords} />
      <div className={forms.actions}>
        <Button type="submit" loading={pending} aria-label={`${yes}: ${about}`}>
          {yes}
        </Button>
        <Button variant="default" disabled={pending} onClick={() => take(false)} aria-label={`${no}: ${about}`}>
          {no}
        </Button>
      </div>
    </form>
  );
};
