import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField, SelectField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  AcceptMeetingDocument,
  CancelMeetingDocument,
  DeclineMeetingDocument,
  MarkNoShowDocument,
  type MeetingsQuery,
  WithdrawMeetingDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';
import classes from './meetings.module.css';
import { momentOf } from './moments';

type Meeting = MeetingsQuery['meetings']['nodes'][number];

const stateWords: Record<string, string> = {
  asked: 'Waits for an answer',
  accepted: 'Agreed',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Not answered in time',
  cancelled: 'Cancelled',
  'no-show': 'Did not take place',
};

const titleOf = ({ kind, role, other, event }: Meeting) => {
  if (kind === 'advice')
    return role === 'asked' ? `${other.name} asks you for advice` : `Your question to ${other.name}`;
  return event ? `${other.name} at ${event}` : `A talk with ${other.name}`;
};

/** The answer to a question: a yes with what belongs to it, or a no with a word. */
const Answer = ({ meeting, done }: { meeting: Meeting; done: () => Promise<unknown> }) => {
  const [text, setText] = useState('');
  const [time, setTime] = useState(meeting.possibleTimes[0] ?? '');
  const [wrong, setWrong] = useState<string>();
  const advice = meeting.kind === 'advice';
  const accepting = useMutation({
    mutationFn: () =>
      ask(AcceptMeetingDocument, {
        input: { id: meeting.id, answer: text.trim() || null, startsAt: meeting.kind === 'event' ? time : null },
      }),
    onSuccess: done,
  });
  const declining = useMutation({
    mutationFn: () => ask(DeclineMeetingDocument, { id: meeting.id, note: text.trim() || null }),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (advice && [...text.trim()].length < 20) return setWrong('Write your answer, in at least 20 characters');
    setWrong(undefined);
    accepting.mutate();
  };
  const error = accepting.error ?? declining.error;
  const may = meeting.actions.includes('accept') && (meeting.kind !== 'event' || meeting.possibleTimes.length > 0);
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {error && <ProblemNotice error={error} />}
      {meeting.kind === 'event' &&
        (meeting.possibleTimes.length > 0 ? (
          <SelectField
            id={`time-${meeting.id}`}
            label="When"
            short
            value={time}
            options={meeting.possibleTimes.map((one) => ({ value: one, label: momentOf(one) }))}
            onChange={setTime}
          />
        ) : (
          <p className="quiet">You two have no time in common any more. Add to your times on the page of the event.</p>
        ))}
      <AreaField
        id={`answer-${meeting.id}`}
        label={
          advice ? `Your answer to ${meeting.other.name}` : `A word to ${meeting.other.name} (you may leave it out)`
        }
        rows={advice ? 5 : 2}
        most={2_000}
        value={text}
        onChange={setText}
        error={wrong}
      />
      <div className={forms.actions}>
        {may && (
          <Button type="submit" loading={accepting.isPending}>
            {advice ? 'Send the answer' : 'Accept'}
          </Button>
        )}
        <Button variant="default" loading={declining.isPending} onClick={() => declining.mutate()}>
          {advice ? 'I cannot help' : 'Decline'}
        </Button>
      </div>
    </form>
  );
};

const labels = {
  withdraw: 'Withdraw the question',
  cancel: 'Cancel the meeting',
  'no-show': 'They did not come',
} as const;

/** One meeting, with what its reader may do with it. */
export const MeetingRow = ({ meeting, named }: { meeting: Meeting; named: boolean }) => {
  const queries = useQueryClient();
  const done = () =>
    Promise.all(
      ['meetings', 'mentoring', 'news', 'event-people', 'suggested'].map((name) =>
        queries.invalidateQueries({ queryKey: [name] }),
      ),
    );
  const acting = useMutation({
    mutationFn: async (action: keyof typeof labels) => {
      const { id } = meeting;
      if (action === 'withdraw') await ask(WithdrawMeetingDocument, { id });
      else if (action === 'cancel') await ask(CancelMeetingDocument, { id });
      else await ask(MarkNoShowDocument, { id });
    },
    onSuccess: done,
  });
  const { other, time, actions, state, role, openUntil } = meeting;
  const due = role === 'asked' && state === 'asked';
  return (
    <li className={classes.card} data-due={due || undefined} data-named={named || undefined}>
      <div className={classes.head}>
        <h2>{titleOf(meeting)}</h2>
        <span className={classes.mark}>{due ? 'Waits for you' : stateWords[state]}</span>
      </div>
      {time && (
        <p>
          <strong>{momentOf(time.startsAt)}</strong>
          {time.place ? `, ${time.place}` : ''}
        </p>
      )}
      {time?.link && (
        <p>
          <a href={time.link} rel="noreferrer">
            Join the call
          </a>
        </p>
      )}
      <p className="quiet">
        {other.academicId ? (
          <TextLink to="/academics/$id" params={{ id: other.academicId }}>
            Profile of {other.name}
          </TextLink>
        ) : other.organisationId ? (
          <TextLink to="/organisations/$id" params={{ id: other.organisationId }}>
            {other.organisation}
          </TextLink>
        ) : null}
      </p>
      <p className={classes.said}>{meeting.message}</p>
      {meeting.answer && (
        <p className={classes.said}>
          <strong>{role === 'asked' ? 'You' : other.name}: </strong>
          {meeting.answer}
        </p>
      )}
      {meeting.contactEmail && (
        <p>
          Reach {other.name}: <a href={`mailto:${meeting.contactEmail}`}>{meeting.contactEmail}</a>
        </p>
      )}
      {openUntil && <p className="quiet">Can be answered until {dayOf(openUntil)}.</p>}
      {due && <Answer meeting={meeting} done={done} />}
      {acting.error && <ProblemNotice error={acting.error} />}
      <div className={forms.actions}>
        {(['withdraw', 'cancel', 'no-show'] as const)
          .filter((action) => actions.includes(action))
          .map((action) => (
            <Button
              key={action}
              variant="default"
              loading={acting.isPending}
              onClick={() => acting.mutate(action)}
              aria-label={`${labels[action]}: ${titleOf(meeting)}`}
            >
              {labels[action]}
            </Button>
          ))}
      </div>
    </li>
  );
};
