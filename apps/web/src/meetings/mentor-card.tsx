import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { AskMentorDocument, type MentorsQuery } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton, TextLink } from '../theme/link-button';
import classes from './meetings.module.css';
import { momentOf } from './moments';

type Mentor = MentorsQuery['mentors']['nodes'][number];

/** The question, in writing or for one of the mentor's times. */
const AskForm = ({ mentor, close }: { mentor: Mentor; close: (asked: boolean) => void }) => {
  const [message, setMessage] = useState('');
  const [slotId, setSlotId] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: () =>
      ask(AskMentorDocument, {
        input: { academicId: mentor.academicId, slotId: slotId || null, message, idempotencyKey: key },
      }),
    onSuccess: async () => {
      close(true);
      await Promise.all(['mentors', 'meetings'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const length = [...message.trim()].length;
    if (length < 50 || length > 600)
      return setWrong('Write 50 to 600 characters: what you think of, and what you want to know');
    setWrong(undefined);
    asking.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {asking.error && <ProblemNotice error={asking.error} />}
      <fieldset className={forms.choices}>
        <legend>How would you like the advice?</legend>
        <div className={classes.times}>
          <label className={classes.time}>
            <input
              type="radio"
              name={`slot-${mentor.academicId}`}
              checked={slotId === ''}
              onChange={() => setSlotId('')}
            />
            In writing
          </label>
          {mentor.slots.slice(0, 12).map(({ id, startsAt, minutes, online }) => (
            <label key={id} className={classes.time}>
              <input
                type="radio"
                name={`slot-${mentor.academicId}`}
                checked={slotId === id}
                onChange={() => setSlotId(id)}
              />
              {momentOf(startsAt)}, {minutes} minutes{online ? ', a call' : ''}
            </label>
          ))}
        </div>
      </fieldset>
      <AreaField
        id={`message-${mentor.academicId}`}
        label={`Your question to ${mentor.academic.name}`}
        hint="They see your name and profile with it. Once they answer, each of you sees how to reach the other."
        value={message}
        onChange={setMessage}
        least={50}
        most={600}
        error={wrong}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={asking.isPending}>
          Send the question
        </Button>
        <Button variant="default" onClick={() => close(false)}>
          Back
        </Button>
      </div>
    </form>
  );
};

/** A mentor, with what they have done and can help with. */
export const MentorCard = ({ mentor, signedIn }: { mentor: Mentor; signedIn: boolean }) => {
  const [state, setState] = useState<'closed' | 'open' | 'asked'>('closed');
  const { academic, academicId, grounds, sectors, slots } = mentor;
  return (
    <li className={classes.card}>
      <div>
        <h2>
          <TextLink to="/academics/$id" params={{ id: academicId }}>
            {academic.name}
          </TextLink>
        </h2>
        <p className="quiet">
          {academic.jobTitle ?? [academic.profession?.label, academic.careerStage?.label].filter(Boolean).join(', ')}
        </p>
      </div>
      <ul className={classes.marks} aria-label="Says of themselves">
        {[...grounds, ...sectors].map(({ code, label }) => (
          <li key={code} className={classes.mark}>
            {label}
          </li>
        ))}
      </ul>
      <p className={classes.said}>{mentor.experience}</p>
      <p className={classes.said}>
        <strong>Can help with: </strong>
        {mentor.helpWith}
      </p>
      {slots.length > 0 && state !== 'open' && (
        <p className="quiet">
          {slots.length === 1 ? 'One time' : `${slots.length} times`} to talk, the next on{' '}
          {momentOf(slots[0]?.startsAt ?? '')}.
        </p>
      )}
      {state === 'open' && <AskForm mentor={mentor} close={(asked) => setState(asked ? 'asked' : 'closed')} />}
      {state === 'asked' && (
        <p role="status">
          Your question is on its way. <TextLink to="/me/meetings">See your meetings</TextLink>
        </p>
      )}
      {state === 'closed' && (
        <div className={forms.actions}>
          {mentor.mine ? (
            <LinkButton to="/me/meetings" variant="default">
              This is you: your times and questions
            </LinkButton>
          ) : !signedIn ? (
            <LinkButton to="/sign-in" search={{ next: '/mentors' }} variant="default">
              Sign in to ask
            </LinkButton>
          ) : mentor.takesMore ? (
            <Button onClick={() => setState('open')} aria-label={`Ask for advice from ${academic.name}`}>
              Ask for advice
            </Button>
          ) : (
            <p className="quiet">Has as many open questions as they take. Try again in some days.</p>
          )}
        </div>
      )}
    </li>
  );
};
