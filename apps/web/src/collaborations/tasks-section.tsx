import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { errorsFrom } from '../forms/errors';
import { SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  AddCollaborationTaskDocument,
  FinishCollaborationTaskDocument,
  RemoveCollaborationTaskDocument,
} from '../generated/graphql';
import { newId } from '../requests/draft';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import type { CollaborationData } from './collaboration.query';
import classes from './collaborations.module.css';
import { Panel } from './panel';

interface Props {
  id: string;
  mayWork: boolean;
  tasks: CollaborationData['tasks'];
  people: CollaborationData['people'];
  refresh: () => void;
}

type Task = Props['tasks'][number];

const TaskForm = ({ id, people, refresh, done }: Pick<Props, 'id' | 'people' | 'refresh'> & { done: () => void }) => {
  const [form, setForm] = useState({ title: '', ownerId: '', dueOn: '' });
  const [key] = useState(newId);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const adding = useMutation({
    mutationFn: () =>
      ask(AddCollaborationTaskDocument, {
        input: {
          id,
          title: form.title.trim(),
          ownerId: form.ownerId || null,
          dueOn: form.dueOn || null,
          idempotencyKey: `task-${key}`,
        },
      }),
    onSuccess: done,
    onError: (error) => setWrong(errorsFrom(error, ['title', 'ownerId', 'dueOn'])),
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.title.trim() === '') return setWrong({ title: 'Say what is to be done' });
    setWrong({});
    adding.mutate();
  };
  const field = (name: keyof typeof form) => ({
    id: `task-${name}`,
    value: form[name],
    error: wrong[name],
    onChange: (value: string) => setForm((before) => ({ ...before, [name]: value })),
  });
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="Add a task">
      {adding.error && Object.keys(wrong).length === 0 && <ProblemNotice error={adding.error} />}
      <TextField label="What is to be done" maxLength={200} {...field('title')} />
      <div className={forms.pair}>
        <SelectField
          label="By whom"
          none="Nobody yet"
          options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          {...field('ownerId')}
        />
        <TextField label="By when (optional)" type="date" {...field('dueOn')} />
      </div>
      <div className={forms.actions}>
        <Button type="submit" loading={adding.isPending}>
          Save the task
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
};

const TaskLine = ({ task, mayWork, refresh }: { task: Task; mayWork: boolean; refresh: () => void }) => {
  const changing = useMutation({
    mutationFn: async (what: 'done' | 'open' | 'remove') => {
      if (what === 'remove') await ask(RemoveCollaborationTaskDocument, { taskId: task.id });
      else await ask(FinishCollaborationTaskDocument, { taskId: task.id, done: what === 'done' });
    },
    onSettled: refresh,
  });
  const isDone = task.doneAt !== null;
  const late = !isDone && task.dueOn !== null && task.dueOn < new Date().toISOString().slice(0, 10);
  const facts = [
    isDone ? `Done by ${task.doneBy ?? 'somebody'}` : (task.owner ?? 'Nobody yet'),
    task.dueOn && !isDone && `${late ? 'was due' : 'due'} ${dayOf(task.dueOn)}`,
    task.source && `asked for by ${task.source}`,
  ];
  return (
    <li>
      <div className={classes.line}>
        <label className={forms.choice}>
          <input
            type="checkbox"
            checked={isDone}
            disabled={!mayWork || changing.isPending}
            onChange={() => changing.mutate(isDone ? 'open' : 'done')}
          />
          <span className={isDone ? classes.done : undefined}>{task.title}</span>
        </label>
        {mayWork && task.source === null && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Remove the task ${task.title}`}
            onClick={() => changing.mutate('remove')}
          >
            Remove
          </Button>
        )}
      </div>
      <span className={classes.small}>{facts.filter(Boolean).join(', ')}</span>
      {task.note && <p className="written">{task.note}</p>}
      {changing.error && <ProblemNotice error={changing.error} />}
    </li>
  );
};

/** What is to do, by whom and when. */
export const TasksSection = ({ id, mayWork, tasks, people, refresh }: Props) => {
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      id="tasks"
      title="Tasks"
      beside={
        mayWork &&
        !adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            Add a task
          </Button>
        )
      }
    >
      {adding && mayWork && <TaskForm id={id} people={people} refresh={refresh} done={() => setAdding(false)} />}
      {tasks.length === 0 && !adding && <p className="quiet">There is nothing to do yet.</p>}
      <ul className={classes.lines}>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} mayWork={mayWork} refresh={refresh} />
        ))}
      </ul>
    </Panel>
  );
};
