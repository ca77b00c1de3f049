import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { reading } from '../api/queries';
import { Chips } from '../forms/chips';
import { AreaField, SelectField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { Picker } from '../forms/picker';
import { DeclineReasonsDocument, FindColleagueDocument, type RequestThreadFragment } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import classes from './inbox.module.css';
import { type Move, moves, useThreadStep } from './use-thread';

interface Step {
  move: Move;
  label: string;
  title: string;
  field: string;
  /** Fewest characters of the text. */
  least: number;
  most: number;
  send: string;
  tone?: 'red';
}

const steps: Step[] = [
  {
    move: 'accept',
    label: 'Accept',
    title: 'Say yes',
    field: 'A word to go with it (optional)',
    least: 0,
    most: 1_000,
    send: 'Accept the request',
  },
  {
    move: 'answer',
    label: 'Answer the question',
    title: 'Answer',
    field: 'Your answer',
    least: 1,
    most: 2_000,
    send: 'Send the answer',
  },
  {
    move: 'ask',
    label: 'Ask a question',
    title: 'Ask before you decide',
    field: 'Your question',
    least: 1,
    most: 2_000,
    send: 'Send the question',
  },
  {
    move: 'refer',
    label: 'Pass on',
    title: 'Pass it on to a colleague',
    field: 'A word to the colleague (optional)',
    least: 0,
    most: 1_000,
    send: 'Pass it on',
  },
  {
    move: 'decline',
    label: 'Decline',
    title: 'Say no',
    field: 'A word to the sender (optional)',
    least: 0,
    most: 1_000,
    send: 'Decline the request',
    tone: 'red',
  },
  {
    move: 'approve',
    label: 'Approve',
    title: 'Let it through',
    field: 'A note (optional)',
    least: 0,
    most: 1_000,
    send: 'Approve the request',
  },
  {
    move: 'refuse',
    label: 'Do not approve',
    title: 'End the request',
    field: 'The reason, which the sender reads',
    least: 1,
    most: 1_000,
    send: 'End the request',
    tone: 'red',
  },
  {
    move: 'withdraw',
    label: 'Withdraw',
    title: 'Take the request back',
    field: 'A word to the other side (optional)',
    least: 0,
    most: 1_000,
    send: 'Withdraw the request',
    tone: 'red',
  },
];

const hints: Partial<Record<Move, string>> = {
  accept: 'You will both see how to reach each other. You can take it back for a few minutes, until they have read it.',
  decline: 'They read the reason. You can take it back for a few minutes, until they have read it.',
  refer: 'The colleague gets it as a request of their own, and the sender is told.',
};

/** What a yes leads to, where an NDA is signed before the names are shown: by the reader, or by the other side. */
const acceptHint = ({ ndaOf }: RequestThreadFragment) => {
  if (ndaOf === null) return hints.accept;
  return ndaOf === 'receiver'
    ? 'Next you read and sign an NDA; then you are shown who they are. You can take the yes back for a few minutes, until they have read it.'
    : 'Next they sign an NDA; then they are shown who you are. Your yes agrees to its text for your side. You can take it back for a few minutes, until they have read it.';
};

interface StepFormProps {
  step: Step;
  thread: RequestThreadFragment;
  id: string;
  done: () => void;
}

const StepForm = ({ step, thread, id, done }: StepFormProps) => {
  const hint = step.move === 'accept' ? acceptHint(thread) : hints[step.move];
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [colleague, setColleague] = useState<{ key: string; label: string } | null>(null);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const taking = useThreadStep(id);
  const reasons = useQuery({
    ...reading('decline-reasons', DeclineReasonsDocument, {}),
    enabled: step.move === 'decline',
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors: Record<string, string> = {};
    if (step.move === 'decline' && !reason) errors.reason = 'Choose a reason';
    if (step.move === 'refer' && !colleague) errors.colleague = 'Choose a colleague';
    if (text.trim().length < step.least) errors.text = 'Write a few words here';
    if (text.trim().length > step.most) errors.text = `At most ${step.most.toLocaleString('en-GB')} characters`;
    setWrong(errors);
    const [first] = Object.keys(errors);
    if (first) return document.getElementById(`step-${first}`)?.focus();
    taking.mutate(() => moves[step.move](id, { text: text.trim(), reason, colleague: colleague?.key }), {
      onSuccess: done,
    });
  };
  return (
    <form className={classes.panel} onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {step.title}
      </h2>
      {hint && <p>{hint}</p>}
      {taking.error && <ProblemNotice error={taking.error} />}
      {step.move === 'decline' && (
        <SelectField
          id="step-reason"
          label="Reason"
          hint={
            reasons.data?.declineReasons.find(({ code }) => code === reason)?.toSender ??
            'The sender reads it in friendly words.'
          }
          error={wrong.reason}
          none="Choose a reason"
          options={(reasons.data?.declineReasons ?? []).map(({ code, label }) => ({ value: code, label }))}
          value={reason}
          onChange={setReason}
        />
      )}
      {step.move === 'refer' && (
        <div>
          <Picker
            id="step-colleague"
            label="Colleague"
            hint="Somebody who looks after their own profile here."
            error={wrong.colleague}
            find={(query) => reading('colleagues', FindColleagueDocument, { query, first: 8 })}
            choices={({ academics }) =>
              academics.nodes.map(({ id: key, name, jobTitle }) => ({
                key,
                label: name,
                detail: jobTitle ?? undefined,
              }))
            }
            onPick={setColleague}
          />
          <Chips label="Colleague" chips={colleague ? [colleague] : []} onRemove={() => setColleague(null)} />
        </div>
      )}
      <AreaField
        id="step-text"
        label={step.field}
        error={wrong.text}
        value={text}
        rows={3}
        most={step.most}
        onChange={setText}
      />
      <div className={forms.actions}>
        <Button type="submit" color={step.tone} loading={taking.isPending}>
          {step.send}
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
};

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What the reader may do with a request now; each opens its own short form. */
export const ThreadActions = ({ thread, id }: { thread: RequestThreadFragment; id: string }) => {
  const [open, setOpen] = useState<Move | null>(null);
  const undoing = useThreadStep(id);
  const possible = steps.filter(({ move }) => thread.actions.includes(move));
  const step = possible.find(({ move }) => move === open);
  const mayUndo = thread.actions.includes('undo');
  if (possible.length === 0 && !mayUndo) return null;
  if (step) return <StepForm key={step.move} step={step} thread={thread} id={id} done={() => setOpen(null)} />;
  return (
    <section className={classes.panel} aria-label="What you can do">
      {undoing.error && <ProblemNotice error={undoing.error} />}
      <div className={forms.actions}>
        {possible.map(({ move, label, tone }, index) => (
          <Button key={move} variant={index === 0 && !tone ? 'filled' : 'default'} onClick={() => setOpen(move)}>
            {label}
          </Button>
        ))}
        {mayUndo && (
          <>
            <Button variant="default" loading={undoing.isPending} onClick={() => undoing.mutate(() => moves.undo(id))}>
              Undo
            </Button>
            {thread.undoUntil && (
              <span className="quiet">
                You can take it back until {clock.format(new Date(thread.undoUntil))}, or until they have read it.
              </span>
            )}
          </>
        )}
      </div>
    </section>
  );
};
