import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask } from '../api/ask';
import type { Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { MeetingsCalendarDocument, MeetingsDocument } from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { MeetingRow } from './meeting-row';
import classes from './meetings.module.css';
import { MentoringSection } from './mentoring-form';

const route = getRouteApi('/me/meetings');

const boxes = [
  {
    box: 'waiting',
    label: 'Waiting',
    empty: 'No question waits',
    why: 'Ask a mentor, or somebody who goes to the same event.',
  },
  {
    box: 'agreed',
    label: 'Agreed',
    empty: 'No meeting is agreed',
    why: 'Meetings come here once both of you have agreed on a time.',
  },
  {
    box: 'past',
    label: 'Over',
    empty: 'Nothing is over yet',
    why: 'Answers, meetings that were and meetings that were not come here.',
  },
] as const;

/** Gives a file to the browser, to be kept. */
const keep = (text: string, name: string) => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const Meetings = ({ viewer }: { viewer: Viewer }) => {
  const { box = 'waiting', meeting } = route.useSearch();
  const shown = boxes.find((one) => one.box === box) ?? boxes[0];
  const list = useInfiniteQuery({
    queryKey: ['meetings', shown.box],
    queryFn: ({ pageParam, signal }) => ask(MeetingsDocument, { box: shown.box, first: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ meetings: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const writing = useMutation({
    mutationFn: async () => keep((await ask(MeetingsCalendarDocument, {})).meetingsCalendar, 'benchside-meetings.ics'),
  });
  const meetings = (list.data?.pages ?? []).flatMap((page) => page.meetings.nodes);
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Your meetings" />
          <p>With mentors, and at events.</p>
        </div>
        <Button variant="default" loading={writing.isPending} onClick={() => writing.mutate()}>
          Calendar file (.ics)
        </Button>
      </div>
      {writing.error && <ProblemNotice error={writing.error} />}
      <nav className={inbox.tabs} aria-label="Which meetings">
        {boxes.map((one) => (
          <Link
            key={one.box}
            to="/me/meetings"
            search={one.box === 'waiting' ? {} : { box: one.box }}
            activeOptions={{ exact: true }}
            activeProps={{}}
            aria-current={one.box === shown.box ? 'page' : undefined}
          >
            {one.label}
          </Link>
        ))}
      </nav>
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <FormSkeleton />}
      {list.data && meetings.length === 0 && (
        <Empty
          title={shown.empty}
          action={
            <div className={forms.actions}>
              <LinkButton to="/mentors">Find a mentor</LinkButton>
              <LinkButton to="/events" variant="default">
                See the events
              </LinkButton>
            </div>
          }
        >
          {shown.why}
        </Empty>
      )}
      <ul className={classes.list}>
        {meetings.map((one) => (
          <MeetingRow key={one.id} meeting={one} named={one.id === meeting} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
      <MentoringSection viewer={viewer} />
    </>
  );
};

const MyMeetingsPage = () => (
  <SignedIn title="Your meetings" why="Sign in to see your meetings.">
    {(viewer) => <Meetings viewer={viewer} />}
  </SignedIn>
);

export default MyMeetingsPage;
