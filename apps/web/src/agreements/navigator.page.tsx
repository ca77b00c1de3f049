import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { OneOf, TextField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  AgreementKindPartsFragmentDoc,
  AgreementNavigatorDocument,
  type AgreementNavigatorQuery,
  DraftAgreementDocument,
} from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './agreements.module.css';
import { type Answers, readAnswers, writeAnswers } from './answers';
import { SourceLine } from './source-line';

const route = getRouteApi('/agreements/navigator');

type Advice = AgreementNavigatorQuery['agreementNavigator'];
type Reasons = Advice['alternatives'];

const ReasonList = ({ title, reasons }: { title: string; reasons: Reasons | Advice['beside'] }) =>
  reasons.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className={classes.reasons}>
        {reasons.map(({ kind, reason, source }) => (
          <li key={kind.code}>
            <b>{kind.label}</b>: {reason}
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </>
  );

/** The steps, and by when each is usual. */
const StepList = ({ steps }: { steps: Advice['steps'] }) => (
  <>
    <h3>The usual steps</h3>
    <ol className={`${classes.steps} ${classes.numbered}`}>
      {steps.map(({ label, ownerLabel, dueOn, late }) => (
        <li key={label}>
          <span>
            {label}
            <small>{ownerLabel}</small>
          </span>
          {dueOn && (
            <span className={late ? classes.late : undefined}>
              by {dayOf(dueOn)}
              {late && ', late'}
            </span>
          )}
        </li>
      ))}
    </ol>
    {steps[0] && <SourceLine source={steps[0].source} />}
  </>
);

const DraftHere = ({ collaboration, kind, answers }: { collaboration: string; kind: string; answers: Answers }) => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const drafting = useMutation({
    mutationFn: (idempotencyKey: string) =>
      ask(DraftAgreementDocument, {
        input: {
          idempotencyKey,
          collaborationId: collaboration,
          agreementKind: kind,
          answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
        },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['agreements'] });
      return navigate({ to: '/collaborations/$id', params: { id: collaboration }, hash: 'agreements' });
    },
  });
  return (
    <>
      {drafting.error && <ProblemNotice error={drafting.error} />}
      <Button mt="md" loading={drafting.isPending} onClick={() => drafting.mutate(crypto.randomUUID())}>
        Draft it for this collaboration
      </Button>
    </>
  );
};

const Result = ({ advice, answers, collaboration }: { advice: Advice; answers: Answers; collaboration?: string }) => {
  const { recommended, undecided } = advice;
  if (!recommended) {
    return undecided ? (
      <div className={classes.result}>
        <h2>Evenly balanced</h2>
        <p>{undecided}</p>
      </div>
    ) : (
      <p>Answer the questions: the kind of agreement that fits appears here.</p>
    );
  }
  const kind = unmask(AgreementKindPartsFragmentDoc, recommended.kind);
  return (
    <div className={classes.result}>
      <h2>{kind.label}</h2>
      <p>{recommended.reason}</p>
      <SourceLine source={recommended.source} />
      <p>{kind.text ?? 'What it says is not yet described here.'}</p>
      <SourceLine source={kind.source} />
      <p>
        Signed by: {kind.signatories.join('; ')}.{kind.unmodified && ' It is used as it stands, without changes.'}
      </p>
      {collaboration && <DraftHere collaboration={collaboration} kind={kind.code} answers={answers} />}
      <ReasonList title="Needed as well" reasons={advice.beside} />
      <ReasonList title="Why not another" reasons={advice.alternatives} />
      {advice.steps.length > 0 && <StepList steps={advice.steps} />}
    </div>
  );
};

/** Questions that lead to a kind of agreement; the address holds the answers, so that it can be passed on. */
export default function NavigatorPage() {
  const { a, start, collaboration } = route.useSearch();
  const navigate = route.useNavigate();
  const answers = readAnswers(a);
  const variables = {
    answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
    startsOn: start ?? null,
  };
  const { data, error, refetch } = useQuery({
    ...reading('agreement-navigator', AgreementNavigatorDocument, variables),
    placeholderData: keepPreviousData,
  });
  const put = (change: { a?: string; start?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const advice = data?.agreementNavigator;
  return (
    <div className={classes.page}>
      <PageHeading title="Which agreement fits?" />
      <p>
        A few questions lead to the kind of agreement that is usual, and to who signs it. This is not legal advice: the
        offices of both sides decide.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!advice && !error && <FormSkeleton groups={1} />}
      {advice && (
        <div className={forms.form}>
          {advice.questions.map((question) => (
            <OneOf
              key={question.code}
              id={question.code}
              label={question.text}
              hint={question.help ?? undefined}
              options={question.options.map(({ value, label }) => ({ code: value, label }))}
              chosen={answers[question.code] ?? ''}
              onChange={(answer) => put({ a: writeAnswers({ ...answers, [question.code]: answer }) })}
            />
          ))}
          <TextField
            id="start"
            label="First day of the work"
            hint="The target days of the steps are counted back from it"
            type="date"
            short
            value={start ?? ''}
            onChange={(day) => put({ start: day || undefined })}
          />
          <section aria-live="polite" aria-label="Result">
            <Result advice={advice} answers={answers} collaboration={collaboration} />
          </section>
          {a && (
            <div className={forms.actions}>
              <Button variant="default" onClick={() => put({ a: undefined, start: undefined })}>
                Start again
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
