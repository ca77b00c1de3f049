import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { errorsFrom, type FieldErrors } from '../forms/errors';
import { AreaField, placeModes, SelectField, sharesWith, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { optionsOf, useVocabularies } from '../forms/vocabularies';
import { ChangeTermsDocument, type EngagementTermsInput, type TermsFragment } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { isAway, oopWords, payerWords } from './words';

const texts = [
  'place',
  'payRoute',
  'backfill',
  'note',
  'startsOn',
  'endsOn',
  'returnsOn',
  'placeMode',
  'paidBy',
  'oopType',
] as const;
const answers = ['rightToReturn', 'countsToTraining', 'honoraryContract'] as const;

type Form = Record<(typeof texts)[number] | (typeof answers)[number] | 'type' | 'fte' | 'daysPerYear', string>;

const formFrom = (terms: TermsFragment): Form => {
  const form = {
    type: terms.type.code,
    fte: String(terms.fte ?? ''),
    daysPerYear: String(terms.daysPerYear ?? ''),
  } as Form;
  for (const name of texts) form[name] = terms[name] ?? '';
  for (const name of answers) form[name] = terms[name] === null ? '' : terms[name] ? 'yes' : 'no';
  return form;
};

const inputFrom = (form: Form): EngagementTermsInput => {
  const input: Record<string, unknown> = {
    type: form.type,
    fte: form.fte === '' ? null : Number(form.fte),
    daysPerYear: form.daysPerYear.trim() === '' ? null : Number(form.daysPerYear),
  };
  for (const name of texts) input[name] = form[name].trim() || null;
  for (const name of answers) input[name] = form[name] === '' ? null : form[name] === 'yes';
  if (!isAway(form.type)) input.oopType = null;
  return input as unknown as EngagementTermsInput;
};

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

interface Props {
  id: string;
  terms: TermsFragment;
  done: () => void;
  refresh: () => void;
}

/** All terms in one form: what is left open is not agreed yet. */
export const TermsForm = ({ id, terms, done, refresh }: Props) => {
  const [basedOn, setBasedOn] = useState(terms.number);
  const [form, setForm] = useState(() => formFrom(terms));
  const [wrong, setWrong] = useState<FieldErrors>({});
  const { data: vocabularies } = useVocabularies();
  const names = Object.keys(form);
  const saving = useMutation({
    mutationFn: () => ask(ChangeTermsDocument, { input: { id, basedOn, terms: inputFrom(form) } }),
    onSuccess: done,
    onError: (error) => {
      const found = errorsFrom(error, names);
      setWrong(found);
      const [first] = Object.keys(found);
      if (first) document.getElementById(`terms-${first}`)?.focus();
    },
    onSettled: refresh,
  });
  const field = <Name extends keyof Form>(name: Name) => ({
    id: `terms-${name}`,
    value: form[name],
    error: wrong[name],
    onChange: (value: string) => setForm((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days = form.daysPerYear.trim();
    if (days !== '' && !/^\d{1,3}$/.test(days)) {
      setWrong({ daysPerYear: 'Write a whole number of days, 1 to 260' });
      document.getElementById('terms-daysPerYear')?.focus();
      return;
    }
    setWrong({});
    saving.mutate();
  };
  const stale = saving.error && problemOf(saving.error).code === 'CHANGED_MEANWHILE';
  const known = optionsOf(vocabularies?.engagementTypes ?? []);
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="Change the terms">
      {saving.error && Object.keys(wrong).length === 0 && <ProblemNotice error={saving.error} />}
      {stale && basedOn !== terms.number && (
        <div className={forms.actions}>
          <Button variant="default" onClick={() => setForm(formFrom(terms))}>
            Take the newest terms
          </Button>
          <Button variant="default" onClick={() => setBasedOn(terms.number)}>
            Keep mine and save over them
          </Button>
        </div>
      )}
      <div className={forms.pair}>
        <SelectField
          label="Way of working"
          options={known.length > 0 ? known : [{ value: terms.type.code, label: terms.type.label }]}
          {...field('type')}
        />
        {isAway(form.type) && (
          <SelectField
            label="Out of programme"
            hint="For doctors and dentists in training."
            none="Not said"
            options={Object.entries(oopWords).map(([value, label]) => ({ value, label }))}
            {...field('oopType')}
          />
        )}
        <SelectField label="Share of full time" none="Not said" options={sharesWith(form.fte)} {...field('fte')} />
        <TextField label="Or days a year" inputMode="numeric" {...field('daysPerYear')} />
        <TextField label="First day" type="date" {...field('startsOn')} />
        <TextField label="Last day" type="date" {...field('endsOn')} />
        <SelectField label="Where" none="Not agreed yet" options={placeModes} {...field('placeMode')} />
        <TextField label="Place" maxLength={200} {...field('place')} />
        <SelectField
          label="Paid by"
          none="Not agreed yet"
          options={Object.entries(payerWords).map(([value, label]) => ({ value, label }))}
          {...field('paidBy')}
        />
        <TextField label="Pay route" hint="How the money reaches the person." maxLength={300} {...field('payRoute')} />
        <TextField
          label="Backfill"
          hint="Who does the work at home meanwhile."
          maxLength={300}
          {...field('backfill')}
        />
        <SelectField label="Right to return" none="Not agreed yet" options={yesNo} {...field('rightToReturn')} />
        <TextField label="Day of return" type="date" {...field('returnsOn')} />
        <SelectField label="Counts to training" none="Not known yet" options={yesNo} {...field('countsToTraining')} />
        <SelectField label="Honorary contract" none="Not known yet" options={yesNo} {...field('honoraryContract')} />
      </div>
      <AreaField label="Note" rows={3} most={2_000} {...field('note')} />
      <p className="quiet">What was approved on the terms that hold is asked for again when they change.</p>
      <div className={forms.actions}>
        <Button type="submit" loading={saving.isPending}>
          Save the terms
        </Button>
        <Button variant="default" onClick={done}>
          Leave them as they are
        </Button>
      </div>
    </form>
  );
};
