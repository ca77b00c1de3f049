import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { reading, viewerQuery } from '../api/queries';
import forms from '../forms/forms.module.css';
import { CancelEventDocument, EventDocument, type EventQuery, PublishEventDocument } from '../generated/graphql';
import profile from '../profiles/profile.module.css';
import { ProfileOf } from '../profiles/profile-query';
import { counted } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton, TextLink } from '../theme/link-button';
import { EventPeople } from './event-people';
import { GoingForm } from './going-form';
import classes from './meetings.module.css';
import { spanOf } from './moments';

const route = getRouteApi('/events/$id');

type Event = EventQuery['event'];

/** What those who look after an event do with it. */
const Care = ({ event }: { event: Event }) => {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: async (publish: boolean) => {
      if (publish) await ask(PublishEventDocument, { id: event.id });
      else await ask(CancelEventDocument, { id: event.id });
    },
    onSuccess: () => Promise.all(['event', 'events'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
  if (!event.mine || event.state === 'cancelled') return null;
  return (
    <section className={classes.part} aria-labelledby="care">
      <h2 id="care">For those who look after it</h2>
      {acting.error && <ProblemNotice error={acting.error} />}
      <p>
        {event.state === 'draft'
          ? 'This is a draft: only you and your fellow administrators see it.'
          : 'Calling it off cancels all meetings there, and tells their people.'}
      </p>
      <div className={forms.actions}>
        {event.state === 'draft' && (
          <Button loading={acting.isPending} onClick={() => acting.mutate(true)}>
            Publish
          </Button>
        )}
        <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate(false)}>
          Call it off
        </Button>
      </div>
    </section>
  );
};

const EventView = ({ event }: { event: Event }) => {
  const { data: viewer } = useQuery(viewerQuery);
  const over = Date.parse(event.endsAt) <= Date.now();
  return (
    <>
      <Link to="/events" className={profile.back}>
        Events
      </Link>
      <PageHeading title={event.name} />
      <p>
        <strong>{spanOf(event.startsAt, event.endsAt)}</strong>, {event.place ?? 'online'}
      </p>
      <p className="quiet">
        {event.kind.label}
        {event.organisation && (
          <>
            , held by{' '}
            <TextLink to="/organisations/$id" params={{ id: event.organisation.id }}>
              {event.organisation.name}
            </TextLink>
          </>
        )}
        . {event.goingCount > 0 && `${counted(event.goingCount, ['person is going', 'people are going'])}.`}
      </p>
      {event.state !== 'published' && (
        <p role="status">
          <span className={classes.mark}>{event.state === 'draft' ? 'Draft' : 'Cancelled'}</span>
        </p>
      )}
      {event.description && <p className={`written ${classes.said}`}>{event.description}</p>}
      {event.link && (
        <p>
          <a href={event.link} rel="noreferrer nofollow">
            Page of the event
          </a>
        </p>
      )}
      <ul className={classes.marks} aria-label="Sectors and topics" style={{ marginTop: '0.75rem' }}>
        {[...event.sectors, ...event.topics].map(({ code, label }) => (
          <li key={code} className={classes.mark}>
            {label}
          </li>
        ))}
      </ul>
      {event.state === 'published' && over && <p>This event is over.</p>}
      {event.state === 'published' && !over && (
        <>
          <section className={classes.part} aria-labelledby="going">
            <h2 id="going">{event.going ? 'You are going' : 'Are you going?'}</h2>
            {viewer ? (
              <GoingForm key={event.going?.id ?? 'new'} event={event} viewer={viewer} />
            ) : (
              <>
                <p>Those who are going see who else is, and whom they should meet.</p>
                <div>
                  <LinkButton to="/sign-in" search={{ next: `/events/${event.id}` }}>
                    Sign in to say that you are going
                  </LinkButton>
                </div>
              </>
            )}
          </section>
          {viewer && (event.going || event.mine) && <EventPeople event={event} />}
        </>
      )}
      <Care event={event} />
    </>
  );
};

const EventPage = () => {
  const { id } = route.useParams();
  const answer = useQuery(reading('event', EventDocument, { id }));
  return <ProfileOf answer={answer}>{({ event }) => <EventView event={event} />}</ProfileOf>;
};

export default EventPage;
