import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { problemOf } from '../api/problems';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import { CollaborationRowFragmentDoc } from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { TextLink } from '../theme/link-button';
import { collaborationQuery, useRefresh } from './collaboration.query';
import classes from './collaborations.module.css';
import { MessagesSection } from './messages-section';
import { NextDate } from './next-date';
import { PairSection } from './pair-section';
import { PathSection } from './path-section';
import { PeopleSection } from './people-section';
import { slots } from './slots';
import { TasksSection } from './tasks-section';
import { TermsSection } from './terms-section';
import { TimelineSection } from './timeline-section';
import { stateTitles } from './words';

const route = getRouteApi('/collaborations/$id');

const Collaboration = () => {
  const { id } = route.useParams();
  const refresh = useRefresh(id);
  const { data, error, refetch } = useQuery(collaborationQuery(id));
  if (error && !data) {
    if (['NOT_FOUND', 'BAD_INPUT'].includes(problemOf(error).code)) return <NotFoundPage />;
    return (
      <div className="prose">
        <PageHeading title="This collaboration could not be read" />
        <ProblemNotice error={error} retry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <FormSkeleton groups={3} />;
  const { collaboration } = data;
  const row = unmask(CollaborationRowFragmentDoc, collaboration);
  const [first, second] = row.sides;
  const title =
    row.role === 'office' ? `${first?.name} and ${second?.name}` : `With ${row.sides.find(({ mine }) => !mine)?.name}`;
  const contents = [
    { id: 'path', title: 'Where it stands' },
    { id: 'terms', title: 'Terms' },
    ...slots,
    { id: 'tasks', title: 'Tasks' },
    ...(row.role === 'office' ? [] : [{ id: 'messages', title: 'Messages' }]),
    { id: 'people', title: 'People' },
    { id: 'timeline', title: 'What has happened' },
  ];
  return (
    <>
      <div className={inbox.threadHead}>
        <p>
          <TextLink to="/collaborations">Collaborations</TextLink>
        </p>
        <PageHeading title={title} />
        <p>{row.title}</p>
        <p className={inbox.marks} style={{ justifyContent: 'flex-start' }}>
          <span className={inbox.mark} data-kind={row.state === 'active' ? 'good' : undefined}>
            <VisuallyHidden>State: </VisuallyHidden>
            {stateTitles[row.state]}
          </span>
          {row.role === 'office' && <span className={inbox.mark}>You look on, as an office</span>}
        </p>
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} title="This may not be the newest" />}
      <nav className={classes.contents} aria-label="On this page">
        {contents.map((one) => (
          <a key={one.id} href={`#${one.id}`}>
            {one.title}
          </a>
        ))}
      </nav>
      <div className={forms.layout}>
        <div className={inbox.main}>
          <PathSection key={row.state} {...row} obstacles={collaboration.obstacles} refresh={refresh} />
          <TermsSection collaboration={{ ...collaboration, id, mayWork: row.mayWork }} refresh={refresh} />
          {slots.map(({ id: slot, section: Section }) => (
            <Suspense key={slot} fallback={<Skeleton height={160} />}>
              <Section collaboration={{ ...row, termsNumber: collaboration.termsNumber }} refresh={refresh} />
            </Suspense>
          ))}
          <TasksSection
            id={id}
            mayWork={row.mayWork}
            tasks={collaboration.tasks}
            people={collaboration.people}
            refresh={refresh}
          />
          {row.role !== 'office' && <MessagesSection {...row} messages={collaboration.messages} refresh={refresh} />}
        </div>
        <aside className={`${forms.aside} ${classes.beside}`} aria-label="Beside the collaboration">
          <NextDate {...row} refresh={refresh} />
          <PeopleSection
            {...row}
            people={collaboration.people}
            invitations={collaboration.invitations}
            refresh={refresh}
          />
          <PairSection id={id} state={row.state} role={row.role} />
          <TimelineSection events={collaboration.events} />
          {collaboration.requestId && (
            <p>
              <TextLink to="/requests/$id" params={{ id: collaboration.requestId }}>
                The request that it began with
              </TextLink>
            </p>
          )}
        </aside>
      </div>
    </>
  );
};

const CollaborationPage = () => (
  <SignedIn title="A collaboration" why="Sign in to work on this collaboration.">
    {() => <Collaboration />}
  </SignedIn>
);

export default CollaborationPage;
