import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { errorsFrom } from '../forms/errors';
import { AreaField, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  AddCollaborationTaskDocument,
  ChangeCollaborationTaskDocument,
  FinishCollaborationTaskDocument,
  OrderCollaborationTasksDocument,
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

interface FormProps extends Pick<Props, 'id' | 'people' | 'refresh'> {
  /** What is changed; left out, a task is added. */
  task?: Task;
  done: () => void;
}

const TaskForm = ({ id, people, task, refresh, done }: FormProps) => {
  const [form, setForm] = useState({
    title: task?.title ?? '',
    ownerId: task?.ownerId ?? '',
    dueOn: task?.dueOn ?? '',
    note: task?.note ?? '',
  });
  const [key] = useState(newId);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const saving = useMutation({
    mutationFn: async () => {
      const content = {
        title: form.title.trim(),
        ownerId: form.ownerId || null,
        dueOn: form.dueOn || null,
        note: form.note.trim() || null,
      };
      if (task) {
        await ask(ChangeCollaborationTaskDocument, { input: { ...content, taskId: task.id, version: task.version } });
      } else await ask(AddCollaborationTaskDocument, { input: { ...content, id, idempotencyKey: `task-${key}` } });
    },
    onSuccess: done,
    onError: (error) => setWrong(errorsFrom(error, ['title', 'ownerId', 'dueOn', 'note'])),
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.title.trim() === '') return setWrong({ title: 'Say what is to be done' });
    setWrong({});
    saving.mutate();
  };
  const at = task ? `task-${task.id}` : 'task';
  const field = (name: keyof typeof form) => ({
    id: `${at}-${name}`,
    value: form[name],
    error: wrong[name],
    onChange: (value: string) => setForm((before) => ({ ...before, [name]: value })),
  });
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      noValidate
      aria-label={task ? `Change the task ${task.title}` : 'Add a task'}
    >
      {saving.error && Object.keys(wrong).length === 0 && <ProblemNotice error={saving.error} />}
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
      <AreaField label="What there is to know (optional)" rows={2} most={2_000} {...field('note')} />
      <div className={forms.actions}>
        <Button type="submit" loading={saving.isPending}>
          Save the task
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
};

interface LineProps extends Pick<Props, 'id' | 'mayWork' | 'people' | 'refresh'> {
  task: Task;
  /** Puts it before the open task above, or after the one below; left out where there is none. */
  up?: () => void;
  down?: () => void;
}

const TaskLine = ({ id, task, mayWork, people, up, down, refresh }: LineProps) => {
  const [editing, setEditing] = useState(false);
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
  const small = (label: string, act: () => void) => (
    <Button
      variant="subtle"
      size="compact-sm"
      disabled={changing.isPending}
      aria-label={`${label}: ${task.title}`}
      onClick={act}
    >
      {label}
    </Button>
  );
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
      </div>
      <span className={classes.small}>{facts.filter(Boolean).join(', ')}</span>
      {task.note && <p className="written">{task.note}</p>}
      {changing.error && <ProblemNotice error={changing.error} />}
      {editing && mayWork ? (
        <TaskForm {...{ id, people, task, refresh }} done={() => setEditing(false)} />
      ) : (
        mayWork && (
          <div className={forms.actions}>
            {!isDone && small('Change', () => setEditing(true))}
            {up && small('Move up', up)}
            {down && small('Move down', down)}
            {task.source === null && small('Remove', () => changing.mutate('remove'))}
          </div>
        )
      )}
    </li>
  );
};

/** What is to do, by whom and when, in the order that its people give it. */
export const TasksSection = ({ id, mayWork, tasks, people, refresh }: Props) => {
  const [adding, setAdding] = useState(false);
  const open = tasks.filter(({ doneAt }) => doneAt === null).map((task) => task.id);
  const ordering = useMutation({
    mutationFn: ({ from, to }: { from: number; to: number }) => {
      const taskIds = open.filter((_, at) => at !== from);
      taskIds.splice(to, 0, open[from] ?? '');
      return ask(OrderCollaborationTasksDocument, { id, taskIds });
    },
    onSettled: refresh,
  });
  const mover = (taskId: string, by: -1 | 1) => {
    const from = open.indexOf(taskId);
    const to = from + by;
    return from < 0 || to < 0 || to >= open.length ? undefined : () => ordering.mutate({ from, to });
  };
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
      {ordering.error && <ProblemNotice error={ordering.error} />}
      {tasks.length === 0 && !adding && <p className="quiet">There is nothing to do yet.</p>}
      <ul className={classes.lines}>
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            {...{ id, task, mayWork, people, refresh }}
            up={mover(task.id, -1)}
            down={mover(task.id, 1)}
          />
        ))}
      </ul>
    </Panel>
  );
};
