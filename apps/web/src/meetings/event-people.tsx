import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { AreaField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import {
  AskAtEventDocument,
  EventPeopleDocument,
  type EventQuery,
  SuggestedMeetingsDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import classes from './meetings.module.css';
import { momentOf } from './moments';

/** A short reason, and off it goes. */
const AskForm = ({ id, attendeeId, name }: { id: string; attendeeId: string; name: string }) => {
  const [state, setState] = useState<'closed' | 'open' | 'asked'>('closed');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: () => ask(AskAtEventDocument, { input: { attendeeId, reason, idempotencyKey: key } }),
    onSuccess: async () => {
      setState('asked');
      await queries.invalidateQueries({ queryKey: ['meetings'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const length = [...reason.trim()].length;
    if (length < 20 || length > 300) return setWrong('Say in 20 to 300 characters why you would like to meet');
    setWrong(undefined);
    asking.mutate();
  };
  if (state === 'asked') {
    return (
      <p role="status">
        {name} is told. <TextLink to="/me/meetings">See your meetings</TextLink>
      </p>
    );
  }
  if (state === 'closed') {
    return (
      <div>
        <Button variant="default" onClick={() => setState('open')} aria-label={`Ask for a meeting with ${name}`}>
          Ask for a meeting
        </Button>
      </div>
    );
  }
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {asking.error && <ProblemNotice error={asking.error} />}
      <AreaField
        id={`${id}-${attendeeId}`}
        label={`Why would you like to meet ${name}?`}
        hint="A short reason helps to get a yes. They choose one of the times that you both have."
        rows={2}
        least={20}
        most={300}
        value={reason}
        onChange={setReason}
        error={wrong}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={asking.isPending}>
          Ask
        </Button>
        <Button variant="default" onClick={() => setState('closed')}>
          Back
        </Button>
      </div>
    </form>
  );
};

const Suggested = ({ eventId }: { eventId: string }) => {
  const { data, error, refetch } = useQuery(reading('suggested', SuggestedMeetingsDocument, { id: eventId }));
  return (
    <section className={classes.part} aria-labelledby="suggested">
      <h2 id="suggested">Whom you should meet</h2>
      <p className="quiet">
        Worked out for everybody who is going at once, from how well people fit and when they are free.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data?.suggestedMeetings.length === 0 && (
        <p>Nobody yet: say when you are free, let others see you, and look again as more people come.</p>
      )}
      <ul className={classes.list} style={{ marginTop: 0 }}>
        {data?.suggestedMeetings.map(({ attendee, startsAt, sentence }) => (
          <li key={attendee.id} className={classes.card}>
            <h3>
              {attendee.person.name}
              {attendee.organisation ? `, ${attendee.organisation}` : ''}
            </h3>
            <p>{sentence}</p>
            <p className="quiet">You are both free on {momentOf(startsAt)}.</p>
            <AskForm id="suggested" attendeeId={attendee.id} name={attendee.person.name} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Who goes, and whom the reader should meet. */
export const EventPeople = ({ event }: { event: EventQuery['event'] }) => {
  const list = useInfiniteQuery({
    queryKey: ['event-people', event.id],
    queryFn: ({ pageParam, signal }) => ask(EventPeopleDocument, { id: event.id, first: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ eventAttendees: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const people = (list.data?.pages ?? []).flatMap((page) => page.eventAttendees.nodes);
  return (
    <>
      {event.going && <Suggested eventId={event.id} />}
      <section className={classes.part} aria-labelledby="people">
        <h2 id="people">Who is going</h2>
        {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
        {!list.data && !list.error && <FormSkeleton groups={1} />}
        {list.data && people.length === 0 && <p>Nobody who wants to be seen, yet.</p>}
        <ul className={classes.list} style={{ marginTop: 0 }}>
          {people.map(({ id, mine, person, organisation, organisationId, lookingFor, freeTimes }) => (
            <li key={id} className={classes.card}>
              <h3>
                {person.academicId && !organisationId ? (
                  <TextLink to="/academics/$id" params={{ id: person.academicId }}>
                    {person.name}
                  </TextLink>
                ) : (
                  person.name
                )}
                {organisation ? `, ${organisation}` : ''}
                {mine ? ' (you)' : ''}
              </h3>
              {lookingFor && <p className={classes.said}>{lookingFor}</p>}
              {!mine &&
                event.going &&
                (freeTimes.length > 0 ? (
                  <AskForm id="people" attendeeId={id} name={person.name} />
                ) : (
                  <p className="quiet">You two have no time in common.</p>
                ))}
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <div>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show more
            </Button>
          </div>
        )}
      </section>
    </>
  );
};
