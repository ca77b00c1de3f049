import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading, viewerQuery } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useUnsavedGuard } from '../forms/unsaved';
import { useVocabularies } from '../forms/vocabularies';
import { OrganisationsLikeDocument, RegisterOrganisationDocument } from '../generated/graphql';
import { newId } from '../requests/draft';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { TextLink } from '../theme/link-button';
import classes from './desk.module.css';
import { emptyOrganisation, inputFrom, type OrganisationForm } from './organisation-form';
import { SeeksSection, WhoSection } from './organisation-sections';

/** Organisations with a name like this: perhaps it is there already. */
const PerhapsThere = ({ name }: { name: string }) => {
  const [query] = useDebouncedValue(name.trim(), 400);
  const { data } = useQuery({
    ...reading('organisations-like', OrganisationsLikeDocument, { query }),
    enabled: query.length > 3,
  });
  const words = query.toLowerCase().split(/\s+/);
  const like = (data?.organisations.nodes ?? []).filter(({ name: other }) =>
    words.some((word) => word.length > 3 && other.toLowerCase().includes(word)),
  );
  return (
    <aside className={forms.aside} aria-label="Beside the form">
      <section className={classes.panel}>
        <h2>What happens next</h2>
        <p>
          You become its first administrator. We check that the organisation is what it says it is; until then you can
          write its profile and drafts of briefs.
        </p>
      </section>
      {like.length > 0 && (
        <section className={classes.panel} aria-labelledby="like">
          <h2 id="like">Is it one of these?</h2>
          <ul>
            {like.slice(0, 4).map(({ id, name: other }) => (
              <li key={id}>
                <TextLink to="/organisations/$id" params={{ id }}>
                  {other}
                </TextLink>
              </li>
            ))}
          </ul>
          <p>Then ask a colleague there to invite you.</p>
        </section>
      )}
    </aside>
  );
};

const Register = () => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: words, error, refetch } = useVocabularies();
  const [form, setForm] = useState(emptyOrganisation);
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const [key] = useState(() => `organisation-${newId()}`);
  const set = (changes: Partial<OrganisationForm>) => setForm((before) => ({ ...before, ...changes }));
  const registering = useMutation({
    mutationFn: () =>
      ask(RegisterOrganisationDocument, { input: { ...inputFrom(form), type: form.type, idempotencyKey: key } }),
    onSuccess: async ({ registerOrganisation: { id } }) => {
      await queries.invalidateQueries({ queryKey: viewerQuery.queryKey });
      await navigate({ to: '/organisations/$id/desk', params: { id }, ignoreBlocker: true });
    },
    onError: (refusal) => {
      const errors = errorsFrom(refusal, Object.keys(form));
      setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    },
  });
  useUnsavedGuard(form !== emptyOrganisation && !registering.isPending && !registering.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors: FieldErrors = form.name.trim().length < 2 ? { name: 'Write the name of the organisation' } : {};
    setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    if (!hasErrors(errors)) registering.mutate();
  };
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Register an organisation" />
          <p className="quiet">For companies, universities, NHS organisations, institutes and charities.</p>
        </div>
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!words && !error && <FormSkeleton />}
      {words && (
        <div className={forms.layout}>
          <form className={forms.form} onSubmit={submit} noValidate>
            <ErrorSummary errors={tried.errors} attempt={tried.attempt} />
            <WhoSection {...{ form, set, words }} errors={tried.errors} />
            <SeeksSection {...{ form, set, words }} errors={tried.errors} />
            {registering.error && !hasErrors(tried.errors) && (
              <ProblemNotice
                error={registering.error}
                retry={() => registering.mutate()}
                title="It is not registered"
              />
            )}
            <div className={forms.actions}>
              <Button type="submit" size="md" loading={registering.isPending}>
                Register
              </Button>
            </div>
          </form>
          <PerhapsThere name={form.name} />
        </div>
      )}
    </>
  );
};

const RegisterPage = () => (
  <SignedIn title="Register an organisation" why="Sign in to add your organisation.">
    {() => <Register />}
  </SignedIn>
);

export default RegisterPage;
