import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { AskSignOffDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';

interface Props {
  signOffId: string;
  label: string;
  /** Who was asked before. */
  name: string;
  email: string;
  done: () => void;
  cancel: () => void;
}

/** Whom to ask: a name and an address. */
export const AskForm = ({ signOffId, label, name: before, email: addressBefore, done, cancel }: Props) => {
  const [name, setName] = useState(before);
  const [email, setEmail] = useState(addressBefore);
  const [errors, setErrors] = useState<FieldErrors>({});
  // One key for what is written in this form: pressing twice asks once.
  const key = useRef(crypto.randomUUID());
  const asking = useMutation({
    mutationFn: () =>
      ask(AskSignOffDocument, { input: { signOffId, name, email, idempotencyKey: `${key.current}-${email}` } }),
    onSuccess: done,
    onError: (error) => setErrors(errorsFrom(error, ['name', 'email'])),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldErrors = {
      ...(name.trim().length < 2 && { name: 'Enter the name of the person who approves it' }),
      ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: 'Enter their e-mail address at work' }),
    };
    setErrors(missing);
    if (hasErrors(missing)) document.getElementById(`${signOffId}-${missing.name ? 'name' : 'email'}`)?.focus();
    else asking.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label={`Ask for the approval: ${label}`}>
      {asking.isError && !hasErrors(errors) && <ProblemNotice error={asking.error} />}
      <TextField id={`${signOffId}-name`} label="Their name" value={name} onChange={setName} error={errors.name} />
      <TextField
        id={`${signOffId}-email`}
        label="Their e-mail address at work"
        hint="They get a link that holds for three weeks, and need no account."
        type="email"
        value={email}
        onChange={setEmail}
        error={errors.email}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={asking.isPending}>
          Send the link
        </Button>
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
