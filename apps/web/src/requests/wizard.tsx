import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { TickField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  CheckRequestDocument,
  OwnOpportunitiesDocument,
  RequestTroubleFragmentDoc,
  SendRequestDocument,
} from '../generated/graphql';
import { initialsOf } from '../search/matched-topics';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { CheckStep } from './check-step';
import { type Draft, partiesOf, sentForm } from './draft';
import { askersOf, NeedStep } from './need-step';
import { ProblemList } from './problem-list';
import { ReasonStep } from './reason-step';
import { useReceiver } from './receiver';
import classes from './requests.module.css';
import { StepList } from './step-list';
import { allErrors, errorsOn, type StepKey, stepAfter, stepBefore, stepOf, steps } from './steps';
import { TermsStep } from './terms-step';
import { useAutosave } from './use-autosave';

interface Props {
  initial: Draft;
  step: StepKey;
  viewer: Viewer;
  goTo: (step: StepKey) => void;
}

const fields = ['type', 'startsOn', 'lengthMonths', 'fte', 'placeMode', 'funding', 'note', 'reason'];

/** A request, one group of questions at a time; what was answered is kept on the server as it is written. */
export const Wizard = ({ initial, step, viewer, goTo }: Props) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { draft, change, save, stop, status, error: notSaved } = useAutosave(initial);
  const { receiver, error, refetch } = useReceiver(draft);
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const { acknowledged, mayBeReferred } = draft;
  const checked = useQuery({
    ...reading('request-check', CheckRequestDocument, { input: partiesOf(draft) }),
    staleTime: 5_000,
    retry: false,
  });
  const own = useQuery({ ...reading('own-opportunities', OwnOpportunitiesDocument, {}), enabled: step === 'check' });
  const sending = useMutation({
    mutationFn: () => ask(SendRequestDocument, { input: sentForm(draft) }),
    onSuccess: async ({ sendRequest }) => {
      if (sendRequest.__typename !== 'RequestSent') return void checked.refetch();
      stop();
      for (const name of ['inbox', 'news', 'request-drafts', 'waiting']) {
        void queries.invalidateQueries({ queryKey: [name] });
      }
      await navigate({ to: '/requests/$id/sent', params: { id: sendRequest.request.id }, replace: true });
    },
    onError: (refusal) => {
      const errors = errorsFrom(refusal, fields);
      if (hasErrors(errors)) setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    },
  });
  if (error) {
    return (
      <div className="prose">
        <PageHeading title="New request" />
        <ProblemNotice error={error} retry={() => void refetch()} title="This request cannot be begun" />
      </div>
    );
  }
  const fail = (errors: FieldErrors) => setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
  const move = (next: StepKey) => {
    save();
    setTried(({ attempt }) => ({ errors: {}, attempt }));
    goTo(next);
  };
  const refused =
    sending.data?.sendRequest.__typename === 'RequestProblems' ? sending.data.sendRequest.problems : undefined;
  const problems = checked.data?.requestCheck.problems ?? refused ?? [];
  const plain = problems.map((one) => unmask(RequestTroubleFragmentDoc, one));
  const mismatch = plain.some(({ acknowledgeable }) => acknowledgeable);
  const blocked = plain.some(({ acknowledgeable }) => !acknowledgeable);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step !== 'check') {
      const errors = errorsOn(step, draft);
      return hasErrors(errors) ? fail(errors) : move(stepAfter(step));
    }
    const errors = allErrors(draft);
    if (mismatch && !acknowledged) errors.acknowledge = 'Say that you know of the condition that is not met';
    if (hasErrors(errors)) return fail(errors);
    sending.mutate();
  };
  const previous = stepBefore(step);
  const { title } = steps.find(({ key }) => key === step) ?? steps[0];
  const asker = askersOf(viewer).find(({ code }) => code === (draft.asOrganisationId ?? ''))?.label ?? viewer.name;
  const attached =
    receiver?.kind === 'opportunity'
      ? null
      : (own.data?.myOpportunities.find(({ id }) => id === draft.opportunityId)?.title ?? null);
  const parts = { draft, viewer, errors: tried.errors, change };
  return (
    <div className={classes.wizard}>
      <PageHeading title={receiver ? `Ask ${receiver.name.replace(/^Whoever/, 'whoever')}` : 'New request'} />
      {receiver && (
        <div className={classes.to}>
          <span className={classes.initials} aria-hidden="true">
            {initialsOf(receiver.name)}
          </span>
          <p>{receiver.detail || receiver.name}</p>
        </div>
      )}
      <StepList current={step} onGo={move} />
      <form className={forms.form} onSubmit={submit} noValidate>
        <ErrorSummary errors={tried.errors} attempt={tried.attempt} onGo={(field) => move(stepOf(field))} />
        {checked.error && (
          <ProblemNotice
            error={checked.error}
            retry={() => void checked.refetch()}
            title="We could not check whether this can be sent"
          />
        )}
        {(step === 'need' || step === 'check') && (
          <ProblemList
            problems={problems}
            warnings={step === 'check' ? checked.data?.requestCheck.warnings : undefined}
          />
        )}
        <section className={forms.group} aria-labelledby="step-title">
          <h2 id="step-title">{title}</h2>
          {!receiver && <FormSkeleton groups={1} />}
          {receiver && step === 'need' && <NeedStep receiver={receiver} {...parts} />}
          {receiver && step === 'terms' && <TermsStep {...parts} />}
          {receiver && step === 'reason' && <ReasonStep receiver={receiver} {...parts} />}
          {receiver && step === 'check' && (
            <CheckStep
              {...{ draft, receiver, asker, attached, mayBeReferred }}
              setMayBeReferred={(allowed) => change({ mayBeReferred: allowed })}
              goTo={move}
            />
          )}
          {step === 'check' && mismatch && (
            <TickField
              id="acknowledge"
              checked={acknowledged}
              onChange={(known) => change({ acknowledged: known })}
              error={tried.errors.acknowledge}
              label="I know that a condition is not met, and ask all the same"
            />
          )}
        </section>
        {sending.error && (
          <ProblemNotice
            error={sending.error}
            retry={() => sending.mutate()}
            title="It is not sent. Your draft is kept."
          />
        )}
        {notSaved && <ProblemNotice error={notSaved} retry={save} title="The draft could not be saved just now" />}
        <div className={forms.actions}>
          <Button
            type="submit"
            size="md"
            loading={sending.isPending}
            disabled={!receiver || (step === 'check' && blocked)}
          >
            {step === 'check' ? 'Send the request' : 'Continue'}
          </Button>
          {previous && (
            <Button variant="default" size="md" onClick={() => move(previous)}>
              Back
            </Button>
          )}
          <span className={forms.saved}>{status}</span>
        </div>
      </form>
    </div>
  );
};
