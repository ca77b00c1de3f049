import { Alert, Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import type { Viewer } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import forms from '../forms/forms.module.css';
import { useUnsavedGuard } from '../forms/unsaved';
import type { Vocabularies } from '../forms/vocabularies';
import {
  CloseOpportunityDocument,
  CreateOpportunityDocument,
  PublishOpportunityDocument,
  UpdateOpportunityDocument,
} from '../generated/graphql';
import { Facts, Terms } from '../profiles/profile-parts';
import { newId } from '../requests/draft';
import { placeModeLabel } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import { dayOf, lengthOf, shareOfTime } from '../theme/words';
import { AboutHowMany } from './about-how-many';
import { type BriefForm, inputFrom } from './brief-form';
import { NeedSection, TermsSection } from './brief-sections';
import { CriteriaField } from './criteria-field';

interface Props {
  viewer: Viewer;
  words: Vocabularies;
  initial: BriefForm;
  saved: { id: string; version: number; state: string } | null;
}

const offerersOf = (viewer: Viewer) => [
  ...viewer.memberships.map(({ organisation: { id, name } }) => ({ value: id, label: name })),
  ...(viewer.academic ? [{ value: '', label: `${viewer.academic.name}, as a project idea` }] : []),
];

const toSave = ({ title, opportunityType }: BriefForm): FieldErrors => ({
  ...(opportunityType ? {} : { opportunityType: 'Choose what kind of work it is' }),
  ...(title.trim().length >= 5 ? {} : { title: 'The title needs at least 5 characters' }),
});

const toPublish = (form: BriefForm): FieldErrors => ({
  ...toSave(form),
  ...(form.text.trim().length >= 50 ? {} : { text: 'Say in at least 50 characters what is to be done' }),
  ...(form.topics.length > 0 ? {} : { topics: 'Name at least one topic, or nobody can be matched' }),
});

const Preview = ({ form, words }: { form: BriefForm; words: Vocabularies }) => (
  <article className={forms.form}>
    <h3 style={{ fontSize: '1.4rem' }}>{form.title || 'No title yet'}</h3>
    {form.summary && <p className="written">{form.summary}</p>}
    <p className="written">{form.text || 'Nothing is written yet.'}</p>
    <Terms terms={form.topics} />
    <Facts
      facts={[
        ['Kind of work', words.engagementTypes.find(({ code }) => code === form.opportunityType)?.label],
        ['Must have', form.mustHave.map(({ label }) => label).join(', ')],
        ['Nice to have', form.niceToHave.map(({ label }) => label).join(', ')],
        ['Not for', form.exclude.map(({ label }) => label).join(', ')],
        ['Starts', form.startsOn && dayOf(form.startsOn)],
        ['Lasts', form.lengthMonths && lengthOf(Number(form.lengthMonths))],
        ['Time', form.fte && shareOfTime(Number(form.fte))],
        ['Place', placeModeLabel(form.placeMode || null)],
        ['Funding', form.funding],
        ['Last day to ask', form.deadline && dayOf(form.deadline)],
        ['Behind it', behindIt(form)],
      ]}
    />
  </article>
);

const behindIt = ({ blind, revealAfter }: BriefForm) => {
  if (!blind) return 'Named';
  return revealAfter === 'nda' ? 'Named once both have said yes and an NDA is signed' : 'Named once both have said yes';
};

/** Describes a need so that the right people answer: how many would match is seen while it is written. */
export const Composer = ({ viewer, words, initial, saved }: Props) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState(initial);
  const [clean, setClean] = useState(JSON.stringify(initial));
  const [kept, setKept] = useState(saved);
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const [preview, setPreview] = useState(false);
  const [key] = useState(() => `opportunity-${newId()}`);
  const set = (changes: Partial<BriefForm>) => setForm((before) => ({ ...before, ...changes }));
  const offerers = offerersOf(viewer);
  const saving = useMutation({
    mutationFn: async (then: 'keep' | 'publish' | 'close') => {
      const input = inputFrom(form);
      const { organisationId } = form;
      const { opportunity } = kept
        ? await ask(UpdateOpportunityDocument, { input: { ...input, id: kept.id, version: kept.version } })
        : await ask(CreateOpportunityDocument, {
            input: { ...input, idempotencyKey: key, ...(organisationId && { organisationId }) },
          });
      setKept(opportunity);
      setClean(JSON.stringify(form));
      if (then === 'publish') await ask(PublishOpportunityDocument, { id: opportunity.id });
      if (then === 'close') await ask(CloseOpportunityDocument, { id: opportunity.id });
      return opportunity.id;
    },
    onSuccess: async (id, then) => {
      for (const name of ['own-opportunities', 'opportunity', 'opportunities', 'waiting']) {
        void queries.invalidateQueries({ queryKey: [name] });
      }
      if (then === 'keep') {
        if (!saved)
          await navigate({ to: '/opportunities/$id/edit', params: { id }, replace: true, ignoreBlocker: true });
        return;
      }
      await navigate({ to: '/opportunities/$id', params: { id }, ignoreBlocker: true });
    },
    onError: (refusal) => {
      const errors = errorsFrom(refusal, Object.keys(form));
      setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    },
  });
  const unsaved = JSON.stringify(form) !== clean;
  useUnsavedGuard(unsaved && !saving.isPending);
  const act = (then: 'keep' | 'publish' | 'close') => {
    const errors = then === 'publish' ? toPublish(form) : toSave(form);
    setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    if (!hasErrors(errors)) saving.mutate(then);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act('keep');
  };
  const conflict = saving.error && problemOf(saving.error).code === 'CHANGED_MEANWHILE';
  const state = kept?.state ?? 'new';
  const parts = { form, set, errors: tried.errors, words };
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title={saved ? 'Change the opportunity' : 'New opportunity'} />
          <p className="quiet">
            A clear need is answered sooner.{' '}
            {state === 'published'
              ? 'It is published: what you save is shown at once.'
              : 'It stays a draft until you publish it.'}
          </p>
        </div>
        <Button variant="default" onClick={() => setPreview(true)}>
          Preview
        </Button>
      </div>
      <div className={forms.layout}>
        <form className={forms.form} onSubmit={submit} noValidate>
          <ErrorSummary errors={tried.errors} attempt={tried.attempt} />
          <NeedSection {...parts} offerers={offerers} fixed={saved !== null} />
          <CriteriaField {...{ form, set, words }} />
          <TermsSection {...parts} />
          {conflict && (
            <Alert color="apricot" title="This has changed meanwhile" role="alert">
              A colleague has saved it since you opened it. What you typed is still here: copy what you need, then load
              the page again.
            </Alert>
          )}
          {saving.error && !conflict && !hasErrors(tried.errors) && (
            <ProblemNotice
              error={saving.error}
              retry={() => saving.mutate('keep')}
              title={kept ? 'This did not work. The draft is kept.' : 'It is not saved. What you typed is kept here.'}
            />
          )}
          <div className={`${forms.actions} ${forms.bar}`}>
            {state !== 'published' && (
              <Button size="md" loading={saving.isPending} onClick={() => act('publish')}>
                Publish
              </Button>
            )}
            <Button
              type="submit"
              size="md"
              variant={state === 'published' ? 'filled' : 'default'}
              loading={saving.isPending}
            >
              {state === 'published' ? 'Save the changes' : 'Save the draft'}
            </Button>
            {state === 'published' && (
              <Button size="md" variant="default" color="red" onClick={() => act('close')}>
                Close it
              </Button>
            )}
            <span className={forms.saved} role="status">
              {unsaved ? 'There are changes to save' : saving.isSuccess ? 'Saved' : ''}
            </span>
          </div>
        </form>
        <aside className={forms.aside} aria-label="Beside the form">
          {form.organisationId !== '' && <AboutHowMany form={form} />}
          <LinkButton to="/opportunities/mine" variant="default">
            My opportunities
          </LinkButton>
        </aside>
      </div>
      <Modal opened={preview} onClose={() => setPreview(false)} title="As others will read it" size="xl">
        <Preview form={form} words={words} />
      </Modal>
    </>
  );
};
