import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { reading } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import forms from '../forms/forms.module.css';
import { useUnsavedGuard } from '../forms/unsaved';
import type { Vocabularies } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import {
  OrganisationDeskDocument,
  type OrganisationFormFragment,
  OrganisationFormFragmentDoc,
  UpdateOrganisationDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { formFrom, inputFrom, type OrganisationForm } from './organisation-form';
import { SeeksSection, WhoSection } from './organisation-sections';

interface Props {
  saved: OrganisationFormFragment;
  words: Vocabularies;
  /** The version that setting the rule for requests on this page made; it is no change of somebody else's. */
  ruleSetAt: number | null;
}

/** What the organisation says of itself; its administrators change it. */
export const ProfileSection = ({ saved, words, ruleSetAt }: Props) => {
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formFrom(saved));
  const [clean, setClean] = useState(() => JSON.stringify(formFrom(saved)));
  const [version, setVersion] = useState(saved.version);
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const set = (changes: Partial<OrganisationForm>) => setForm((before) => ({ ...before, ...changes }));
  const known = ruleSetAt === version + 1 ? ruleSetAt : version;
  const saving = useMutation({
    mutationFn: (over?: number) =>
      ask(UpdateOrganisationDocument, { input: { ...inputFrom(form), id: saved.id, version: over ?? known } }),
    onSuccess: ({ updateOrganisation }) => {
      setVersion(updateOrganisation.version);
      setClean(JSON.stringify(form));
      void queries.invalidateQueries({ queryKey: ['organisation'] });
      void queries.invalidateQueries({ queryKey: ['viewer'] });
    },
    onError: (refusal) => {
      const errors = errorsFrom(refusal, Object.keys(form));
      setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    },
  });
  const unsaved = JSON.stringify(form) !== clean;
  useUnsavedGuard(unsaved && !saving.isPending);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors: FieldErrors = form.name.trim().length < 2 ? { name: 'Write the name of the organisation' } : {};
    setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    if (!hasErrors(errors)) saving.mutate(undefined);
  };
  const overwrite = async () => {
    const newest = await queries.fetchQuery({
      ...reading('organisation-desk', OrganisationDeskDocument, { id: saved.id }),
      staleTime: 0,
    });
    saving.mutate(unmask(OrganisationFormFragmentDoc, newest.organisation).version);
  };
  const conflict = saving.error && problemOf(saving.error).code === 'CHANGED_MEANWHILE';
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={tried.errors} attempt={tried.attempt} />
      <WhoSection {...{ form, set, words }} errors={tried.errors} fixedType />
      <SeeksSection {...{ form, set, words }} errors={tried.errors} />
      {conflict && (
        <Alert color="apricot" title="This has changed meanwhile" role="alert">
          <p>A colleague has saved the profile since you opened it. What you typed is still here.</p>
          <Button mt="sm" color="red" onClick={() => void overwrite()}>
            Save mine over it
          </Button>
        </Alert>
      )}
      {saving.error && !conflict && !hasErrors(tried.errors) && (
        <ProblemNotice
          error={saving.error}
          retry={() => saving.mutate(undefined)}
          title="It is not saved. What you typed is kept here."
        />
      )}
      <div className={forms.actions}>
        <Button type="submit" size="md" loading={saving.isPending}>
          Save the profile
        </Button>
        <span className={forms.saved} role="status">
          {unsaved ? 'There are changes to save' : saving.isSuccess ? 'Saved' : ''}
        </span>
      </div>
    </form>
  );
};
