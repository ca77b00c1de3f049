import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { AreaField, OneOf, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { OrganisationPicker } from '../forms/organisation-picker';
import { useUnsavedGuard } from '../forms/unsaved';
import { optionsOf } from '../forms/vocabularies';
import { ChangeInterestDocument, DeclareInterestDocument, type InterestLineFragment } from '../generated/graphql';
import { newId } from '../requests/draft';
import { ProblemNotice } from '../shell/problem-notice';
import { type DeclarationWords, sourceOf } from './terms';

/** An interest as it is typed. */
export interface InterestForm {
  category: string;
  situation: string;
  organisation: { id: string; name: string } | null;
  counterparty: string;
  description: string;
  valueBand: string;
  startsOn: string;
  endsOn: string;
  visibility: string;
}

export const emptyInterest: InterestForm = {
  category: 'financial',
  situation: '',
  organisation: null,
  counterparty: '',
  description: '',
  valueBand: '',
  startsOn: '',
  endsOn: '',
  visibility: 'register',
};

/** What was declared, to be changed. */
export const interestForm = (saved: InterestLineFragment): InterestForm => ({
  category: saved.category ?? 'financial',
  situation: saved.situation ?? '',
  organisation: saved.organisationId ? { id: saved.organisationId, name: saved.counterparty ?? '' } : null,
  counterparty: saved.organisationId ? '' : (saved.counterparty ?? ''),
  description: saved.description,
  valueBand: saved.valueBand ?? '',
  startsOn: saved.startsOn ?? '',
  endsOn: saved.endsOn ?? '',
  visibility: saved.visibility,
});

const checked = (form: InterestForm): FieldErrors => {
  const errors: FieldErrors = {};
  if (!form.situation) errors.situation = 'Choose what it is about';
  if (!form.organisation && form.counterparty.trim() === '') {
    errors.counterparty = 'Choose an organisation, or write a name';
  }
  if (form.startsOn && form.endsOn && form.endsOn < form.startsOn) errors.endsOn = 'It ends before it starts';
  return errors;
};

interface Props {
  terms: DeclarationWords;
  initial: InterestForm;
  /** What is changed; left out, a new one is declared. */
  saved?: Pick<InterestLineFragment, 'id' | 'version'>;
  onDone: (said?: string) => void;
}

/** Declares an interest, or changes what one says. */
export const InterestFormFields = ({ terms, initial, saved, onDone }: Props) => {
  const queries = useQueryClient();
  const [form, setForm] = useState(initial);
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const [key] = useState(() => `interest-${newId()}`);
  const set = (changes: Partial<InterestForm>) => setForm((before) => ({ ...before, ...changes }));
  const saving = useMutation({
    mutationFn: async () => {
      const input = {
        category: form.category,
        situation: form.situation,
        organisationId: form.organisation?.id ?? null,
        counterparty: form.organisation ? null : form.counterparty.trim(),
        description: form.description.trim(),
        valueBand: form.valueBand || null,
        startsOn: form.startsOn || null,
        endsOn: form.endsOn || null,
        visibility: form.visibility,
      };
      if (saved) await ask(ChangeInterestDocument, { input: { ...input, id: saved.id, version: saved.version } });
      else await ask(DeclareInterestDocument, { input: { ...input, idempotencyKey: key } });
    },
    onSuccess: () => {
      for (const name of ['interests', 'interest-standing', 'interest-suggestions', 'declarations-for']) {
        void queries.invalidateQueries({ queryKey: [name] });
      }
      onDone(saved ? 'The change is saved.' : 'The interest is declared.');
    },
    onError: (refusal) =>
      setTried(({ attempt }) => ({ errors: errorsFrom(refusal, Object.keys(form)), attempt: attempt + 1 })),
  });
  useUnsavedGuard(form !== initial && !saving.isPending && !saving.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors = checked(form);
    setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    if (!hasErrors(errors)) saving.mutate();
  };
  const { errors } = tried;
  const situation = terms.situations.find(({ code }) => code === form.situation);
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-labelledby="interest-form-title">
      <section className={forms.group} aria-labelledby="interest-form-title">
        <h2 id="interest-form-title">{saved ? 'Change the declaration' : 'Declare an interest'}</h2>
        <ErrorSummary errors={errors} attempt={tried.attempt} />
        <OrganisationPicker
          id="organisation"
          label="With whom"
          hint="Search the directory by name."
          chosen={form.organisation}
          onChange={(organisation) => set({ organisation })}
        />
        {!form.organisation && (
          <TextField
            id="counterparty"
            label="Or its name, where it is not in the directory"
            value={form.counterparty}
            error={errors.counterparty}
            onChange={(counterparty) => set({ counterparty })}
          />
        )}
        <SelectField
          id="situation"
          label="What it is about"
          none="Choose"
          options={optionsOf(terms.situations)}
          hint={situation && `${situation.detail} ${sourceOf(situation)}`}
          value={form.situation}
          error={errors.situation}
          onChange={(chosen) => set({ situation: chosen })}
        />
        <OneOf
          id="category"
          label="What kind of interest it is"
          options={terms.categories.map(({ code, label, detail }) => ({ code, label, detail }))}
          chosen={form.category}
          error={errors.category}
          onChange={(category) => set({ category })}
        />
        <AreaField
          id="description"
          label="In a few words"
          hint="What you do or hold, and what you get for it."
          rows={3}
          most={2_000}
          value={form.description}
          error={errors.description}
          onChange={(description) => set({ description })}
        />
        <div className={forms.pair}>
          <SelectField
            id="valueBand"
            label="What it is worth"
            none="Not said"
            options={optionsOf(terms.valueBands)}
            value={form.valueBand}
            error={errors.valueBand}
            onChange={(valueBand) => set({ valueBand })}
          />
          <TextField
            id="startsOn"
            label="From"
            type="date"
            short
            value={form.startsOn}
            error={errors.startsOn}
            onChange={(startsOn) => set({ startsOn })}
          />
          <TextField
            id="endsOn"
            label="Until, if it ends"
            type="date"
            short
            value={form.endsOn}
            error={errors.endsOn}
            onChange={(endsOn) => set({ endsOn })}
          />
        </div>
        <OneOf
          id="visibility"
          label="Who may see it"
          options={terms.visibilities.map(({ code, label, detail }) => ({ code, label, detail }))}
          chosen={form.visibility}
          error={errors.visibility}
          onChange={(visibility) => set({ visibility })}
        />
        {saving.error && !hasErrors(errors) && (
          <ProblemNotice error={saving.error} retry={() => saving.mutate()} title="It is not saved" />
        )}
        <div className={forms.actions}>
          <Button type="submit" loading={saving.isPending}>
            {saved ? 'Save' : 'Declare it'}
          </Button>
          <Button variant="default" onClick={() => onDone()}>
            Cancel
          </Button>
        </div>
      </section>
    </form>
  );
};
