import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { reading, type Viewer, viewerQuery } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import forms from '../forms/forms.module.css';
import { useUnsavedGuard } from '../forms/unsaved';
import type { Vocabularies } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import {
  CreateProfileDocument,
  MyProfileDocument,
  type OwnProfileFragment,
  OwnProfileFragmentDoc,
  UpdateProfileDocument,
} from '../generated/graphql';
import { newId } from '../requests/draft';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import { Beside } from './beside';
import { completeness } from './completeness';
import { Preview } from './preview';
import { inputFrom, type ProfileForm } from './profile-form';
import { TogetherSection, WhereSection, WhoSection, WorkSection } from './profile-sections';
import { VisibilitySection } from './visibility-section';
import { WorksSection } from './works-section';

interface Props {
  words: Vocabularies;
  viewer: Viewer;
  /** The profile as it was read; none yet for a first one. */
  saved: OwnProfileFragment | null;
  initial: ProfileForm;
  /** Who may see the whole of it: public, members or hidden. */
  visibility: string;
  /** Who may see each part; a part that is not named is for everybody. */
  fields: Record<string, string>;
}

const missing = ({ givenName, familyName, profession, works }: ProfileForm): FieldErrors => {
  const errors: FieldErrors = {};
  if (!givenName.trim()) errors.givenName = 'Write your given names';
  if (!familyName.trim()) errors.familyName = 'Write your family name';
  if (!profession) errors.profession = 'Choose your profession';
  const wrong = works.find(({ year }) => year !== '' && (Number(year) < 1900 || Number(year) > 2200));
  if (wrong) errors[`year-${wrong.key}`] = `The year of “${wrong.title}” cannot be right`;
  return errors;
};

/** One's own profile, as a form in sections; what somebody else changed meanwhile is never overwritten unseen. */
export const ProfileEditor = ({
  words,
  viewer,
  saved,
  initial,
  visibility: readVisibility,
  fields: readFields,
}: Props) => {
  const queries = useQueryClient();
  const [form, setForm] = useState(initial);
  const [visibility, setVisibility] = useState(readVisibility);
  const [fields, setFields] = useState(readFields);
  /** As they are saved: what has not changed is not sent. */
  const [before, setBefore] = useState({ visibility: readVisibility, fields: readFields });
  const [version, setVersion] = useState(saved?.version ?? 0);
  const [clean, setClean] = useState(JSON.stringify([initial, readVisibility, readFields]));
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const [preview, setPreview] = useState(false);
  const [key] = useState(() => `profile-${newId()}`);
  const now = JSON.stringify([form, visibility, fields]);
  const unsaved = now !== clean;
  const { of, done, next } = completeness(form);
  const set = (changes: Partial<ProfileForm>) => setForm((old) => ({ ...old, ...changes }));
  const saving = useMutation({
    mutationFn: async (over?: number) => {
      const input = {
        ...inputFrom(form),
        ...(visibility !== before.visibility && { visibility }),
        ...(JSON.stringify(fields) !== JSON.stringify(before.fields) && {
          fieldVisibility: Object.entries(fields).map(([field, one]) => ({ field, visibility: one })),
        }),
      };
      if (!saved)
        return (await ask(CreateProfileDocument, { input: { ...input, idempotencyKey: key } })).createAcademic;
      const change = { ...input, id: saved.id, version: over ?? version };
      return (await ask(UpdateProfileDocument, { input: change })).updateAcademic;
    },
    onSuccess: async (answer) => {
      setVersion(answer.version);
      setBefore({ visibility, fields });
      setClean(now);
      for (const name of ['profile-as', 'academic', 'academics', 'match']) {
        void queries.invalidateQueries({ queryKey: [name] });
      }
      if (!saved) await queries.invalidateQueries({ queryKey: viewerQuery.queryKey });
    },
    onError: (refusal) => {
      const errors = errorsFrom(refusal, Object.keys(form));
      setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    },
  });
  useUnsavedGuard(unsaved && !saving.isPending);
  const conflict = saving.error && problemOf(saving.error).code === 'CHANGED_MEANWHILE' ? saving.error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors = missing(form);
    setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    if (!hasErrors(errors)) saving.mutate(undefined);
  };
  const overwrite = async () => {
    const newest = await queries.fetchQuery({ ...reading('my-profile', MyProfileDocument, {}), staleTime: 0 });
    saving.mutate(unmask(OwnProfileFragmentDoc, newest.mine).version);
  };
  const parts = { form, set, errors: tried.errors, words };
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title={saved ? 'My profile' : 'Make your profile'} />
          <p className="quiet">
            {saved
              ? 'This is how others find you and decide whether to ask.'
              : 'Names and profession are enough to begin. Everything else can follow, and you decide who sees it.'}
          </p>
        </div>
        {saved && (
          <div className={forms.actions}>
            <Button variant="default" onClick={() => setPreview(true)}>
              Preview
            </Button>
            <LinkButton to="/academics/$id" params={{ id: saved.id }} variant="default">
              Open the page
            </LinkButton>
          </div>
        )}
      </div>
      <div className={forms.layout}>
        <form className={forms.form} onSubmit={submit} noValidate>
          <ErrorSummary errors={tried.errors} attempt={tried.attempt} />
          <WhoSection {...parts} />
          <WorkSection {...parts} />
          <TogetherSection {...parts} />
          <WhereSection {...parts} />
          <WorksSection {...parts} />
          <VisibilitySection {...{ visibility, setVisibility, fields, setFields }} />
          {conflict && (
            <Alert color="apricot" title="This profile has changed meanwhile" role="alert">
              <p>It was changed somewhere else since you opened it here. What you typed is still on this page.</p>
              <div className={forms.actions} style={{ marginTop: '0.75rem' }}>
                <Button variant="default" onClick={() => window.open('/me', '_blank', 'noopener')}>
                  See the other version
                </Button>
                <Button color="red" onClick={() => void overwrite()}>
                  Save mine over it
                </Button>
              </div>
            </Alert>
          )}
          {saving.error && !conflict && !hasErrors(tried.errors) && (
            <ProblemNotice
              error={saving.error}
              retry={() => saving.mutate(undefined)}
              title="It is not saved. What you typed is kept here."
            />
          )}
          <div className={`${forms.actions} ${forms.bar}`}>
            <Button type="submit" size="md" loading={saving.isPending}>
              {saved ? 'Save' : 'Make my profile'}
            </Button>
            <span className={forms.saved} role="status">
              {unsaved ? 'There are changes to save' : saving.isSuccess ? 'Saved' : ''}
            </span>
          </div>
        </form>
        <Beside {...{ viewer, saved, of, done, next }} />
      </div>
      {preview && <Preview opened close={() => setPreview(false)} />}
    </>
  );
};
