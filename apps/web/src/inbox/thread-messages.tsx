import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AreaField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import type { RequestThreadFragment } from '../generated/graphql';
import { momentOf } from '../meetings/moments';
import { newId } from '../requests/draft';
import { ProblemNotice } from '../shell/problem-notice';
import { CheckIcon } from '../theme/icons';
import classes from './inbox.module.css';
import { ago } from './states';
import { pickTime, post, useThreadStep } from './use-thread';

interface Props {
  thread: RequestThreadFragment;
  id: string;
}

type Message = RequestThreadFragment['messages'][number];

const kinds: Record<string, string> = {
  question: 'A question',
  answer: 'An answer',
  times: 'Times to talk',
  pick: 'A time is fixed',
};

const Slots = ({ message, thread, id }: Props & { message: Message }) => {
  const picking = useThreadStep(id);
  const picked = thread.messages.find(({ kind, proposalId }) => kind === 'pick' && proposalId === message.id);
  const open = !message.mine && !picked && thread.actions.includes('write');
  return (
    <>
      {picking.error && <ProblemNotice error={picking.error} />}
      <ul className={classes.slots}>
        {message.slots.map((slot) => {
          const fixed = picked?.slots[0] === slot;
          return (
            <li key={slot}>
              {open ? (
                <Button
                  variant="default"
                  loading={picking.isPending}
                  onClick={() => picking.mutate(() => pickTime(message.id, slot))}
                >
                  {momentOf(slot)}
                </Button>
              ) : (
                <span className={classes.mark} data-kind={fixed ? 'good' : undefined}>
                  {fixed && <CheckIcon size={14} />} {momentOf(slot)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const toMoment = (local: string) => {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? null : time;
};

const ProposeTimes = ({ id, done }: { id: string; done: () => void }) => {
  const [times, setTimes] = useState(['', '', '']);
  const [minutes, setMinutes] = useState('30');
  const [wrong, setWrong] = useState<string>();
  const [key] = useState(newId);
  const posting = useThreadStep(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = times.map(toMoment).filter((time) => time !== null);
    const length = Number(minutes);
    if (chosen.length === 0) return setWrong('Give at least one time');
    if (chosen.some((time) => time.getTime() < Date.now())) return setWrong('One of the times has passed');
    if (!Number.isInteger(length) || length < 10 || length > 480) return setWrong('A meeting takes 10 to 480 minutes');
    setWrong(undefined);
    posting.mutate(
      () =>
        post({
          requestId: id,
          idempotencyKey: `times-${key}`,
          times: [...new Set(chosen.map((time) => time.toISOString()))],
          minutes: length,
        }),
      { onSuccess: done },
    );
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <h3>Propose times to talk</h3>
      {posting.error && <ProblemNotice error={posting.error} />}
      <div className={forms.pair}>
        {times.map((time, index) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields stay where they are
            key={index}
            id={`time-${index}`}
            type="datetime-local"
            label={index === 0 ? 'First time' : index === 1 ? 'Second (optional)' : 'Third (optional)'}
            value={time}
            error={index === 0 ? wrong : undefined}
            onChange={(value) => setTimes(times.map((one, at) => (at === index ? value : one)))}
          />
        ))}
        <TextField id="minutes" label="Minutes" inputMode="numeric" value={minutes} onChange={setMinutes} />
      </div>
      <div className={forms.actions}>
        <Button type="submit" loading={posting.isPending}>
          Send the times
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
};

const Write = ({ id }: { id: string }) => {
  const [text, setText] = useState('');
  const [key, setKey] = useState(newId);
  const [wrong, setWrong] = useState<string>();
  const [proposing, setProposing] = useState(false);
  const posting = useThreadStep(id);
  if (proposing) return <ProposeTimes id={id} done={() => setProposing(false)} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setWrong('Write a few words first');
    setWrong(undefined);
    posting.mutate(() => post({ requestId: id, idempotencyKey: `message-${key}`, text: text.trim(), minutes: 30 }), {
      onSuccess: () => {
        setText('');
        setKey(newId());
      },
    });
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {posting.error && <ProblemNotice error={posting.error} title="The message is not sent. It is kept here." />}
      <AreaField
        id="message"
        label="Write a message"
        error={wrong}
        value={text}
        rows={3}
        most={4_000}
        onChange={setText}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={posting.isPending}>
          Send
        </Button>
        <Button variant="default" onClick={() => setProposing(true)}>
          Propose times
        </Button>
      </div>
    </form>
  );
};

/** What the two sides have written, oldest first, and room for more. */
export const ThreadMessages = ({ thread, id }: Props) => (
  <section className={classes.panel} aria-labelledby="messages">
    <h2 id="messages">Messages</h2>
    {thread.messages.length === 0 && <p className="quiet">Nothing has been written yet.</p>}
    <ol className={classes.messages}>
      {thread.messages.map((message) => (
        <li key={message.id} className={classes.message} data-mine={message.mine || undefined}>
          <header>
            {[message.mine ? 'You' : (message.by ?? 'The other side'), kinds[message.kind], ago(message.at)]
              .filter(Boolean)
              .join(', ')}
          </header>
          {message.text && <p className="written">{message.text}</p>}
          {message.kind === 'times' && <Slots message={message} thread={thread} id={id} />}
          {message.kind === 'pick' && message.slots[0] && (
            <p>
              {momentOf(message.slots[0])}
              {message.minutes ? `, ${message.minutes} minutes` : ''}
            </p>
          )}
        </li>
      ))}
    </ol>
    {thread.actions.includes('write') && <Write id={id} />}
  </section>
);
