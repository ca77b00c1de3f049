import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { ManyOf, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { AddOutcomeDocument, type OutcomeChoicesQuery } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { penceFrom } from '../theme/money';

interface Props {
  collaborationId: string;
  choices: OutcomeChoicesQuery['outcomeChoices'];
  done: () => void;
  cancel: () => void;
}

const fields = ['title', 'identifier', 'happenedOn', 'amountPence', 'trlBefore', 'trlAfter'];
const empty = {
  kind: 'publication',
  title: '',
  identifier: '',
  happenedOn: '',
  amountPence: '',
  trlBefore: '',
  trlAfter: '',
};
const mostPence = 100_000_000_000;
const number = (text: string) => (text.trim() === '' ? null : Number(text.replaceAll(',', '')));

/** Something that came of the work. */
export const OutcomeForm = ({ collaborationId, choices, done, cancel }: Props) => {
  const [form, setForm] = useState(empty);
  const [roles, setRoles] = useState<string[]>([]);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempt, setAttempt] = useState(0);
  const key = useRef(crypto.randomUUID());
  const set = (name: keyof typeof empty) => (value: string) => setForm((before) => ({ ...before, [name]: value }));
  const adding = useMutation({
    mutationFn: () =>
      ask(AddOutcomeDocument, {
        input: {
          collaborationId,
          idempotencyKey: key.current,
          kind: form.kind,
          title: form.title,
          identifier: form.identifier.trim() || null,
          happenedOn: form.happenedOn,
          amountPence: penceFrom(form.amountPence, mostPence) ?? null,
          creditRoles: roles,
          trlBefore: number(form.trlBefore),
          trlAfter: number(form.trlAfter),
        },
      }),
    onSuccess: done,
    onError: (error) => {
      // Nothing was kept: what is sent next is another thing.
      key.current = crypto.randomUUID();
      setErrors(errorsFrom(error, fields));
      setAttempt((before) => before + 1);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldErrors = {
      ...(!form.title.trim() && { title: 'Say what came of it, as its title or in a few words' }),
      ...(!form.happenedOn && { happenedOn: 'Enter the day' }),
      ...(form.amountPence.trim() !== '' &&
        penceFrom(form.amountPence, mostPence) === undefined && {
          amountPence: 'Write the amount in pounds, such as 25,000',
        }),
    };
    setErrors(missing);
    setAttempt((before) => before + 1);
    if (!hasErrors(missing)) adding.mutate();
  };
  const identifier = choices.kinds.find(({ code }) => code === form.kind)?.identifier;
  const levels = choices.technologyReadiness.map(({ code, label }) => ({ value: code, label: `${code}: ${label}` }));
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="What came of it">
      <ErrorSummary errors={errors} attempt={attempt} />
      {adding.isError && !hasErrors(errors) && <ProblemNotice error={adding.error} />}
      <SelectField
        id="kind"
        label="What is it?"
        value={form.kind}
        onChange={set('kind')}
        options={choices.kinds.map(({ code, label }) => ({ value: code, label }))}
        short
      />
      <TextField
        id="title"
        label="Title"
        value={form.title}
        onChange={set('title')}
        error={errors.title}
        maxLength={300}
      />
      {identifier && (
        <TextField
          id="identifier"
          label={`Its ${identifier}, if it has one`}
          value={form.identifier}
          onChange={set('identifier')}
          error={errors.identifier}
          maxLength={200}
        />
      )}
      <TextField
        id="happenedOn"
        label="Day"
        type="date"
        value={form.happenedOn}
        onChange={set('happenedOn')}
        error={errors.happenedOn}
        max={new Date().toISOString().slice(0, 10)}
        short
      />
      {form.kind === 'funding' && (
        <TextField
          id="amountPence"
          label="Amount in pounds"
          value={form.amountPence}
          onChange={set('amountPence')}
          error={errors.amountPence}
          inputMode="numeric"
          short
        />
      )}
      {form.kind === 'product' && (
        <div className={forms.pair}>
          <SelectField
            id="trlBefore"
            label="Technology readiness before"
            value={form.trlBefore}
            onChange={set('trlBefore')}
            options={levels}
            none="Not stated"
            error={errors.trlBefore}
          />
          <SelectField
            id="trlAfter"
            label="Technology readiness after"
            value={form.trlAfter}
            onChange={set('trlAfter')}
            options={levels}
            none="Not stated"
            error={errors.trlAfter}
          />
        </div>
      )}
      {form.kind === 'publication' && (
        <ManyOf
          id="creditRoles"
          label="What the clinical academic did"
          hint="Contributor roles of CRediT."
          options={choices.creditRoles}
          chosen={roles}
          onChange={setRoles}
        />
      )}
      <div className={forms.actions}>
        <Button type="submit" loading={adding.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
