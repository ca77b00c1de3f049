import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../api/ask';
import { reading, viewerQuery } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { EventKindsDocument, EventsDocument } from '../generated/graphql';
import { counted } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { LinkButton, TextLink } from '../theme/link-button';
import { EventForm } from './event-form';
import { Filters } from './filters';
import classes from './meetings.module.css';
import { spanOf } from './moments';

const route = getRouteApi('/events');

/** Conferences, showcases and sector meetings to come. */
const EventsPage = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: viewer } = useQuery(viewerQuery);
  const { data: words } = useVocabularies();
  const { data: kinds } = useQuery(reading('event-kinds', EventKindsDocument, {}));
  const [making, setMaking] = useState(false);
  const one = (code: string | undefined) => (code ? [code] : null);
  const filter = { sectors: one(search.sector), topics: one(search.topic), kinds: one(search.kind) };
  const list = useInfiniteQuery({
    queryKey: ['events', filter],
    queryFn: ({ pageParam, signal }) => ask(EventsDocument, { filter, first: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ events: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const events = (list.data?.pages ?? []).flatMap((page) => page.events.nodes);
  const total = list.data?.pages[0]?.events.totalCount ?? 0;
  const filtered = Object.values(search).some(Boolean);
  const choose = (name: keyof typeof search, code: string | undefined) =>
    void navigate({ search: { ...search, [name]: code }, replace: true });
  const hosts = (viewer?.memberships ?? [])
    .filter(({ role }) => role === 'admin')
    .map(({ organisation }) => organisation);
  const mayMake = hosts.length > 0 || viewer?.platformRole === 'platform-admin';
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Events" />
          <p>Say that you are going, and see whom you should meet there.</p>
          <p className="quiet" role="status">
            {list.data ? `${counted(total, ['event', 'events'])} to come` : ' '}
          </p>
        </div>
        {mayMake && !making && (
          <Button variant="default" onClick={() => setMaking(true)}>
            List an event
          </Button>
        )}
      </div>
      {making && viewer && (
        <EventForm
          hosts={hosts}
          platform={viewer.platformRole === 'platform-admin'}
          kinds={kinds?.eventKinds ?? []}
          sectors={words?.sectors ?? []}
          close={() => setMaking(false)}
        />
      )}
      <Filters
        label="Which events"
        filters={[
          { name: 'sector', label: 'Sector', none: 'Any sector', terms: words?.sectors },
          { name: 'kind', label: 'Kind', none: 'Any kind', terms: kinds?.eventKinds },
        ]}
        chosen={search}
        choose={choose}
      />
      {search.topic && (
        <p style={{ marginTop: '0.75rem' }}>
          Only on one topic. <TextLink to="/events">Show all</TextLink>
        </p>
      )}
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <FormSkeleton />}
      {list.data && events.length === 0 && (
        <div style={{ marginTop: '1rem' }}>
          <Empty
            title={filtered ? 'No event to come is like this' : 'No event is listed yet'}
            action={
              filtered ? (
                <LinkButton to="/events" search={{}}>
                  Show all events
                </LinkButton>
              ) : (
                <LinkButton to="/mentors">Ask a mentor instead</LinkButton>
              )
            }
          >
            {filtered
              ? 'Take a filter away, or come back in some weeks.'
              : 'Administrators of verified organisations list conferences, showcases and sector meetings here.'}
          </Empty>
        </div>
      )}
      <ul className={classes.list}>
        {events.map(({ id, name, kind, startsAt, endsAt, place, topics, sectors, goingCount, going }) => (
          <li key={id} className={classes.card}>
            <div className={classes.head}>
              <h2>
                <TextLink to="/events/$id" params={{ id }}>
                  {name}
                </TextLink>
              </h2>
              {going && <span className={classes.mark}>You go</span>}
            </div>
            <p>
              <strong>{spanOf(startsAt, endsAt)}</strong>, {place ?? 'online'}
            </p>
            <p className="quiet">
              {kind.label}.{' '}
              {goingCount === 0
                ? 'Nobody has said yet that they go.'
                : `${counted(goingCount, ['person is going', 'people are going'])}.`}
            </p>
            <ul className={classes.marks} aria-label="Sectors and topics">
              {[...sectors, ...topics].slice(0, 8).map(({ code, label }) => (
                <li key={code} className={classes.mark}>
                  {label}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
};

export default EventsPage;
