import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { AreaField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { MoveCollaborationDocument } from '../generated/graphql';
import { ago } from '../inbox/states';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './collaborations.module.css';
import { Panel } from './panel';
import { boardStates, forward, stateTitles, statusWords, stepWords } from './words';

const way = [...boardStates.filter((state) => state !== 'on-hold'), 'completed'] as const;

interface Obstacle {
  code: string;
  sentence: string;
  fix: string;
}

interface Props {
  id: string;
  state: string;
  heldState: string | null;
  status: string;
  movedAt: string;
  actions: readonly string[];
  obstacles: readonly Obstacle[];
  nextOn: string | null;
  nextWhat: string | null;
  refresh: () => void;
}

const Obstacles = ({ obstacles }: { obstacles: readonly Obstacle[] }) => (
  <ul className={classes.obstacles}>
    {obstacles.map(({ code, sentence, fix }, at) => (
      <li key={`${code}-${sentence}`}>
        {sentence}
        {/* What helps with several in a row is said once, below the last of them. */}
        {fix !== obstacles[at + 1]?.fix && <small>{fix}</small>}
      </li>
    ))}
  </ul>
);

const StepForm = ({
  id,
  action,
  done,
  refresh,
}: {
  id: string;
  action: string;
  done: () => void;
  refresh: () => void;
}) => {
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const taking = useMutation({
    mutationFn: () => ask(MoveCollaborationDocument, { input: { id, action, note: note.trim() || null } }),
    onSuccess: done,
    onSettled: refresh,
  });
  useEffect(() => heading.current?.focus(), []);
  const problem = taking.error ? problemOf(taking.error) : null;
  const obstacles = problem?.code === 'NOT_READY' ? (problem.details.obstacles as Obstacle[] | undefined) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    taking.mutate();
  };
  const words = stepWords[action];
  const ends = action === 'withdraw' || action === 'end-early';
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        {words?.label ?? action}
      </h3>
      <p>{words?.note}</p>
      {obstacles ? <Obstacles obstacles={obstacles} /> : taking.error && <ProblemNotice error={taking.error} />}
      <AreaField
        id="step-note"
        label="A word to go with it (optional)"
        hint="Both sides read it in what has happened."
        value={note}
        rows={2}
        most={2_000}
        onChange={setNote}
      />
      <div className={forms.actions}>
        <Button type="submit" color={ends ? 'red' : undefined} loading={taking.isPending}>
          {words?.label ?? action}
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
};

/** Where it stands, what everybody may be told of it, and the steps from here. */
export const PathSection = ({
  id,
  state,
  heldState,
  status,
  movedAt,
  actions,
  obstacles,
  nextOn,
  nextWhat,
  refresh,
}: Props) => {
  const [open, setOpen] = useState<string | null>(null);
  const at = way.indexOf((state === 'on-hold' ? (heldState ?? 'exploring') : state) as (typeof way)[number]);
  const next = forward[state];
  const others = actions.filter((action) => action !== next);
  return (
    <Panel id="path" title={`Where it stands: ${(stateTitles[state] ?? state).toLowerCase()}`}>
      <ol className={classes.path} aria-label="The way of a collaboration">
        {way.map((one, index) => (
          <li key={one} data-done={index <= at || undefined} aria-current={index === at ? 'step' : undefined}>
            {stateTitles[one]}
          </li>
        ))}
      </ol>
      <p className={classes.small}>
        Since {ago(movedAt)}. Others may be told: {statusWords[status]?.toLowerCase() ?? status}.
        {nextOn && ` Next: ${nextWhat ? `${nextWhat}, ` : ''}${dayOf(nextOn)}.`}
      </p>
      {next && obstacles.length > 0 && (
        <div>
          <h3>Before “{stepWords[next]?.label.toLowerCase()}”</h3>
          <Obstacles obstacles={obstacles} />
        </div>
      )}
      {open && actions.includes(open) ? (
        <StepForm key={open} id={id} action={open} done={() => setOpen(null)} refresh={refresh} />
      ) : (
        actions.length > 0 && (
          <div className={forms.actions}>
            {next && actions.includes(next) && (
              <Button variant={obstacles.length > 0 ? 'default' : 'filled'} onClick={() => setOpen(next)}>
                {stepWords[next]?.label}
              </Button>
            )}
            {others.map((action) => (
              <Button key={action} variant="default" onClick={() => setOpen(action)}>
                {stepWords[action]?.label ?? action}
              </Button>
            ))}
          </div>
        )
      )}
    </Panel>
  );
};
