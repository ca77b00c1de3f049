import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { Chips } from '../forms/chips';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { AreaField, OneOf, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { OrganisationPicker } from '../forms/organisation-picker';
import { Picker } from '../forms/picker';
import { useUnsavedGuard } from '../forms/unsaved';
import { unmask } from '../generated/fragment-masking';
import {
  CollaborationRowFragmentDoc,
  CollaborationsDocument,
  CorrectTransferDocument,
  PeopleLikeDocument,
  RecordTransferDocument,
  type TransferLineFragment,
} from '../generated/graphql';
import { newId } from '../requests/draft';
import { ProblemNotice } from '../shell/problem-notice';
import { penceFrom } from '../theme/money';
import { listed } from '../theme/words';
import { type DeclarationWords, sourceOf, todayAsDay } from './terms';

interface Named {
  id: string;
  name: string;
}

const empty = {
  kind: 'hcp',
  person: null as Named | null,
  organisation: null as Named | null,
  collaborationId: '',
  category: '',
  amount: '',
  paidOn: todayAsDay(),
  description: '',
};

const formOf = (saved: TransferLineFragment): typeof empty => ({
  ...empty,
  kind: saved.recipientKind,
  category: saved.category,
  amount: (saved.amountPence / 100).toFixed(2),
  paidOn: saved.paidOn,
  description: saved.description,
});

/** Names of the input's fields that are called otherwise here. */
const fieldOf: Record<string, string> = {
  toAcademicId: 'person',
  toOrganisationId: 'recipient',
  amountPence: 'amount',
};

interface Props {
  organisationId: string;
  terms: DeclarationWords;
  /** What is corrected; left out, a new one is recorded. */
  saved?: TransferLineFragment;
  onDone: (said?: string) => void;
}

/** Records a transfer of value, or puts one right. */
export const TransferForm = ({ organisationId, terms, saved, onDone }: Props) => {
  const queries = useQueryClient();
  const [initial] = useState(saved ? formOf(saved) : empty);
  const [form, setForm] = useState(initial);
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const [key] = useState(() => `transfer-${newId()}`);
  const set = (changes: Partial<typeof empty>) => setForm((before) => ({ ...before, ...changes }));
  const { data: list } = useQuery({
    ...reading('collaborations-of-transfers', CollaborationsDocument, { first: 100 }),
    enabled: !saved,
  });
  const together = (list?.collaborations.nodes ?? [])
    .map((node) => unmask(CollaborationRowFragmentDoc, node))
    .filter(({ sides }) => sides.some(({ id }) => id === organisationId));
  const categories = terms.transferCategories.filter(({ recipients }) => recipients.includes(form.kind));
  const category = categories.find(({ code }) => code === form.category);
  const saving = useMutation({
    mutationFn: async () => {
      const content = {
        category: form.category,
        amountPence: penceFrom(form.amount) ?? 0,
        paidOn: form.paidOn,
        description: form.description.trim(),
      };
      if (saved) return ask(CorrectTransferDocument, { input: { ...content, id: saved.id, version: saved.version } });
      const to = form.kind === 'hcp' ? { toAcademicId: form.person?.id } : { toOrganisationId: form.organisation?.id };
      return ask(RecordTransferDocument, {
        input: {
          ...{ ...content, ...to, organisationId, idempotencyKey: key },
          collaborationId: form.collaborationId || null,
        },
      });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['transfers'] });
      onDone(saved ? 'The transfer is corrected.' : 'The transfer is recorded. The recipient is asked for consent.');
    },
    onError: (refusal) => {
      const known = errorsFrom(refusal, [
        ...Object.keys(fieldOf),
        'collaborationId',
        'category',
        'paidOn',
        'description',
      ]);
      const errors = Object.fromEntries(Object.entries(known).map(([name, text]) => [fieldOf[name] ?? name, text]));
      setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    },
  });
  useUnsavedGuard(form !== initial && !saving.isPending && !saving.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: FieldErrors = {};
    const pence = penceFrom(form.amount);
    if (!saved && form.kind === 'hcp' && !form.person) found.person = 'Choose who got it';
    if (!saved && form.kind === 'hco' && !form.organisation) found.recipient = 'Choose the organisation that got it';
    if (!category) found.category = 'Choose a category';
    if (pence === undefined || (pence === 0 && !saved)) found.amount = 'Write the amount in pounds, such as 250.00';
    if (form.paidOn === '' || form.paidOn > todayAsDay()) found.paidOn = 'Give the day on which it was given';
    setTried(({ attempt }) => ({ errors: found, attempt: attempt + 1 }));
    if (!hasErrors(found)) saving.mutate();
  };
  const { errors } = tried;
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-labelledby="transfer-form-title">
      <section className={forms.group} aria-labelledby="transfer-form-title">
        <h2 id="transfer-form-title">
          {saved ? `Correct the transfer to ${saved.recipientName ?? 'somebody'}` : 'Record a transfer of value'}
        </h2>
        <ErrorSummary errors={errors} attempt={tried.attempt} />
        {!saved && (
          <OneOf
            id="kind"
            label="Who got it"
            options={[
              { code: 'hcp', label: 'A person', detail: 'A healthcare professional of the directory' },
              { code: 'hco', label: 'An organisation', detail: 'A hospital, university or other organisation' },
            ]}
            chosen={form.kind}
            onChange={(kind) => set({ kind, category: '' })}
          />
        )}
        {!saved && form.kind === 'hcp' && (
          <div>
            <Picker
              id="person"
              label="The person"
              error={errors.person}
              find={(query) => reading('people-like', PeopleLikeDocument, { query })}
              choices={({ academics }) =>
                academics.nodes.map(({ id, name, jobTitle }) => ({
                  key: id,
                  label: name,
                  detail: jobTitle ?? undefined,
                }))
              }
              onPick={({ key: id, label: name }) => set({ person: { id, name } })}
            />
            <Chips
              label="Chosen: the person"
              chips={form.person ? [{ key: form.person.id, label: form.person.name }] : []}
              onRemove={() => set({ person: null })}
            />
          </div>
        )}
        {!saved && form.kind === 'hco' && (
          <OrganisationPicker
            id="recipient"
            label="The organisation"
            hint={errors.recipient}
            chosen={form.organisation}
            onChange={(organisation) => set({ organisation })}
          />
        )}
        {!saved && (
          <SelectField
            id="collaborationId"
            label="The collaboration that it belongs to"
            none="None"
            options={together.map(({ id, title, sides }) => ({
              value: id,
              label: `With ${listed(sides.filter((side) => side.id !== organisationId).map(({ name }) => name))}: ${title}`,
            }))}
            value={form.collaborationId}
            error={errors.collaborationId}
            onChange={(collaborationId) => set({ collaborationId })}
          />
        )}
        <SelectField
          id="category"
          label="Category"
          none="Choose"
          options={categories.map(({ code, label }) => ({ value: code, label }))}
          hint={category && `${category.detail} ${sourceOf(category)}`}
          value={form.category}
          error={errors.category}
          onChange={(code) => set({ category: code })}
        />
        <div className={forms.pair}>
          <TextField
            id="amount"
            label="Amount in pounds"
            hint={saved ? 'Write 0 where nothing was given.' : undefined}
            short
            value={form.amount}
            error={errors.amount}
            onChange={(amount) => set({ amount })}
          />
          <TextField
            id="paidOn"
            label="Given on"
            type="date"
            short
            max={todayAsDay()}
            value={form.paidOn}
            error={errors.paidOn}
            onChange={(paidOn) => set({ paidOn })}
          />
        </div>
        <AreaField
          id="description"
          label="What for"
          rows={2}
          most={1_000}
          value={form.description}
          error={errors.description}
          onChange={(description) => set({ description })}
        />
        {saving.error && !hasErrors(errors) && (
          <ProblemNotice error={saving.error} retry={() => saving.mutate()} title="It is not saved" />
        )}
        <div className={forms.actions}>
          <Button type="submit" loading={saving.isPending}>
            {saved ? 'Save the correction' : 'Record it'}
          </Button>
          <Button variant="default" onClick={() => onDone()}>
            Cancel
          </Button>
        </div>
      </section>
    </form>
  );
};
