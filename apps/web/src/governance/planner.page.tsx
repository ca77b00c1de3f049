import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemOf } from '../api/problems';
import { reading, viewerQuery } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import {
  GovernanceChoicesDocument,
  PlannerProfileDocument,
  type PlannerProfileQuery,
  type SavedPlanFragment,
  SavedPlanFragmentDoc,
  TrainingAdviceDocument,
  TrainingPlanDocument,
  type TrainingPlanInput,
} from '../generated/graphql';
import desk from '../organisation-desk/desk.module.css';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton, TextLink } from '../theme/link-button';
import { Suggestions, Timeline, Warnings } from './advice';
import classes from './governance.module.css';
import { KeepPlan } from './keep-plan';
import { PlanFields } from './plan-fields';
import { PlanFiles } from './plan-files';
import { emptyPlan, type PlanForm, planErrors, planFields, planFrom, planInput, planOf } from './plan-form';
import { SavedPlans } from './saved-plans';

const route = getRouteApi('/planner');

const title = 'Plan time away';

/** What the rules say, once they were asked. */
const Answer = ({ asked, children }: { asked: TrainingPlanInput; children: (route: string) => React.ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...reading('training-advice', TrainingAdviceDocument, { input: asked }),
    placeholderData: keepPreviousData,
  });
  const advice = data?.trainingAdvice;
  const fresh = advice && !isPlaceholderData ? JSON.stringify(asked) : '';
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh]);
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} title="The rules do not answer" />;
  if (!advice) return <Skeleton height={320} aria-busy="true" />;
  return (
    <div className={classes.stack} aria-busy={isPlaceholderData || undefined}>
      <section className={forms.group} aria-labelledby="suggestions-title">
        <h2 id="suggestions-title" ref={heading} tabIndex={-1}>
          {advice.route === 'employer' ? 'By agreement with your employer' : 'Which type suits'}
        </h2>
        <p className={forms.lead}>{advice.note}</p>
        <Suggestions suggestions={advice.suggestions} />
      </section>
      {advice.warnings.length > 0 && (
        <section className={forms.group} aria-labelledby="warnings-title">
          <h2 id="warnings-title">What to look after</h2>
          <Warnings warnings={advice.warnings} />
        </section>
      )}
      <section className={forms.group} aria-labelledby="timeline-title">
        <h2 id="timeline-title">What is due when</h2>
        <Timeline timeline={advice.timeline} />
      </section>
      {children(advice.route)}
    </div>
  );
};

interface Props {
  saved: SavedPlanFragment | null;
  /** What a new plan begins with, where it was read from the viewer's profile. */
  profile?: PlannerProfileQuery['academic'];
}

const Planner = ({ saved, profile }: Props) => {
  const navigate = useNavigate();
  const words = useVocabularies();
  const choices = useQuery({
    ...reading('governance-choices', GovernanceChoicesDocument, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: viewer } = useQuery(viewerQuery);
  const [typed, setPlan] = useState<PlanForm | null>(() => (saved ? planFrom(saved) : null));
  const plan = typed ?? (profile ? planOf(profile, choices.data?.governanceChoices.trainingRegions ?? []) : emptyPlan);
  const [asked, setAsked] = useState<TrainingPlanInput | null>(() => (saved ? planInput(planFrom(saved)) : null));
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const set = (changes: Partial<PlanForm>) => setPlan((before) => ({ ...(before ?? plan), ...changes }));
  const refused = useQuery({
    ...reading('training-advice', TrainingAdviceDocument, { input: asked ?? planInput(plan) }),
    enabled: asked !== null,
  }).error;
  const errors = hasErrors(tried.errors) ? tried.errors : errorsFrom(refused, planFields);
  const failed = words.error ?? choices.error;
  if (failed) {
    return (
      <div className="prose">
        <PageHeading title={title} />
        <ProblemNotice error={failed} retry={() => void (words.error ? words : choices).refetch()} />
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = planErrors(plan);
    setTried(({ attempt }) => ({ errors: found, attempt: attempt + 1 }));
    if (!hasErrors(found)) setAsked(planInput(plan));
  };
  const changed = asked !== null && JSON.stringify(asked) !== JSON.stringify(planInput(plan));
  const kept = saved !== null && !changed && JSON.stringify(planInput(planFrom(saved))) === JSON.stringify(asked);
  return (
    <>
      <PageHeading title={title} />
      <p className={classes.intro}>
        A year in industry, research or experience: which type of time out of programme suits, what to look after, and
        what is due when. For professions without a training programme, the same with your employer.
      </p>
      <div className={forms.layout}>
        <div className={forms.form}>
          {words.data && choices.data ? (
            <form className={forms.form} onSubmit={submit} noValidate>
              <ErrorSummary errors={errors} attempt={tried.attempt} />
              {profile && (
                <p className={forms.lead}>
                  Profession, training, region and employer are filled in from{' '}
                  <TextLink to="/me">your profile</TextLink>. Change here what is different for this plan.
                </p>
              )}
              <PlanFields {...{ plan, set, errors }} words={words.data} choices={choices.data.governanceChoices} />
              <div className={forms.actions}>
                <Button type="submit" size="md">
                  See what the rules say
                </Button>
                <span role="status">{changed ? 'You have changed something since: ask again.' : ''}</span>
              </div>
            </form>
          ) : (
            <FormSkeleton groups={2} />
          )}
          {asked && choices.data && !hasErrors(errorsFrom(refused, planFields)) && (
            <Answer asked={asked}>
              {(way) => (
                <section className={forms.group} aria-labelledby="keep-title">
                  <h2 id="keep-title">Take it with you</h2>
                  <PlanFiles
                    {...{ plan, set }}
                    keptId={kept ? saved.id : null}
                    fields={choices.data.governanceChoices.formFields}
                    withForm={way === 'out-of-programme'}
                  />
                  <KeepPlan viewer={viewer ?? null} plan={plan} saved={saved} />
                </section>
              )}
            </Answer>
          )}
        </div>
        <aside className={forms.aside} aria-label="Beside the planner">
          {viewer && (
            <SavedPlans
              onRemoved={(id) => {
                if (id === saved?.id) void navigate({ to: '/planner', search: {} });
              }}
            />
          )}
          <section className={desk.panel} data-tinted>
            <h2>Not sure it is allowed?</h2>
            <p>Ask before you write to anybody: interests, policies and training in one list.</p>
            <LinkButton to="/can-i">Can I do this?</LinkButton>
          </section>
        </aside>
      </div>
    </>
  );
};

const KeptPlan = ({ id }: { id: string }) => {
  const { data, error, refetch } = useQuery({ ...reading('training-plan', TrainingPlanDocument, { id }), gcTime: 0 });
  if (error && !data) {
    if (['NOT_FOUND', 'BAD_INPUT'].includes(problemOf(error).code)) return <NotFoundPage />;
    return (
      <div className="prose">
        <PageHeading title={title} />
        <ProblemNotice error={error} retry={() => void refetch()} />
      </div>
    );
  }
  if (!data) {
    return (
      <div>
        <PageHeading title={title} />
        <FormSkeleton groups={2} />
      </div>
    );
  }
  const saved = unmask(SavedPlanFragmentDoc, data.trainingPlan);
  return <Planner key={`${saved.id}-${saved.version}`} saved={saved} />;
};

/** A new plan begins with what the viewer's profile says; where it cannot be read, with nothing. */
const NewPlan = () => {
  const viewer = useQuery(viewerQuery);
  const id = viewer.data?.academic?.id;
  const profile = useQuery({
    ...reading('planner-profile', PlannerProfileDocument, { id: id ?? '' }),
    enabled: id !== undefined,
  });
  if (viewer.isPending || (id !== undefined && profile.isPending)) {
    return (
      <div>
        <PageHeading title={title} />
        <FormSkeleton groups={2} />
      </div>
    );
  }
  return <Planner saved={null} profile={profile.data?.academic} />;
};

const PlannerPage = () => {
  const { plan } = route.useSearch();
  return plan ? <KeptPlan id={plan} /> : <NewPlan />;
};

export default PlannerPage;
