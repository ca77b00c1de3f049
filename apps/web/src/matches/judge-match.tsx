import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { AreaField, SelectField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  JudgeMatchDocument,
  MatchJudgementReasonsDocument,
  MyMatchJudgementDocument,
  RemoveMatchJudgementDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import type { MatchKind } from './sides';

interface Subject {
  kind: MatchKind;
  id: string;
}

interface Props {
  own: Subject;
  other: Subject;
}

const longestRemark = 300;

const subjectOf = ({ kind, id }: Subject) => ({ kind, id });
const pairOf = ({ own, other }: Props) => ({ for: subjectOf(own), with: subjectOf(other) });

const reasonsQuery = {
  ...reading('match-judgement-reasons', MatchJudgementReasonsDocument, {}),
  staleTime: Number.POSITIVE_INFINITY,
};

interface FormProps extends Props {
  rank?: number | null;
  judged: () => unknown;
  close: () => void;
}

/** Why a match is not relevant to the viewer, for them to say. */
export const NotRelevantForm = ({ own, other, rank = null, judged, close }: FormProps) => {
  const [reason, setReason] = useState('');
  const [remark, setRemark] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const { data, error } = useQuery(reasonsQuery);
  const judging = useMutation({
    mutationFn: () =>
      ask(JudgeMatchDocument, {
        input: { ...pairOf({ own, other }), relevant: false, reasons: [reason], remark: remark.trim() || null, rank },
      }),
    onSuccess: judged,
  });
  const field = `not-relevant-${other.id}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors: Record<string, string> = {};
    if (!reason) errors.reason = 'Choose a reason';
    if (remark.trim().length > longestRemark) errors.remark = `At most ${longestRemark} characters`;
    setWrong(errors);
    const [first] = Object.keys(errors);
    if (first) return document.getElementById(`${field}-${first}`)?.focus();
    judging.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="Not relevant because">
      {(error ?? judging.error) && <ProblemNotice error={error ?? judging.error} />}
      <SelectField
        id={`${field}-reason`}
        label="Not relevant because"
        error={wrong.reason}
        none="Choose a reason"
        options={(data?.matchJudgementReasons ?? []).map(({ code, label }) => ({ value: code, label }))}
        value={reason}
        onChange={setReason}
      />
      <AreaField
        id={`${field}-remark`}
        label="In your own words (optional)"
        hint="It helps to mend how matches are found; the other side does not see it."
        error={wrong.remark}
        value={remark}
        rows={2}
        most={longestRemark}
        onChange={setRemark}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={judging.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

/** Whether a match is relevant to the viewer, for them to say and to take back. */
export const JudgeMatch = ({ own, other }: Props) => {
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const pair = pairOf({ own, other });
  const { data, error, refetch } = useQuery(reading('my-match-judgement', MyMatchJudgementDocument, pair));
  const reasons = useQuery(reasonsQuery);
  const again = async () => {
    setOpen(false);
    await queries.invalidateQueries({ queryKey: ['my-match-judgement'] });
    await queries.invalidateQueries({ queryKey: ['best-matches'] });
  };
  const step = useMutation({ mutationFn: (move: () => Promise<unknown>) => move(), onSuccess: again });
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={40} />;
  if (open) return <NotRelevantForm own={own} other={other} judged={again} close={() => setOpen(false)} />;
  const said = data.myMatchJudgement;
  const because = (said?.reasons ?? []).map(
    (code) => reasons.data?.matchJudgementReasons.find((reason) => reason.code === code)?.label ?? code,
  );
  return (
    <>
      {step.error && <ProblemNotice error={step.error} />}
      <p role="status">
        {said &&
          (said.relevant
            ? 'You said that it is relevant.'
            : `You said that it is not relevant: ${because.join(', ')}.`)}
      </p>
      <div className={forms.actions}>
        {said ? (
          <Button
            variant="default"
            loading={step.isPending}
            onClick={() => step.mutate(() => ask(RemoveMatchJudgementDocument, pair))}
          >
            Take it back
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              loading={step.isPending}
              onClick={() =>
                step.mutate(() => ask(JudgeMatchDocument, { input: { ...pair, relevant: true, reasons: [] } }))
              }
            >
              Yes
            </Button>
            <Button variant="default" onClick={() => setOpen(true)}>
              Not relevant because …
            </Button>
          </>
        )}
      </div>
    </>
  );
};
