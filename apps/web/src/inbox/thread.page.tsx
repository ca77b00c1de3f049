import { Button, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  ArchiveRequestsDocument,
  MarkRequestReadDocument,
  PartyFragmentDoc,
  type RequestRowFragment,
  RequestRowFragmentDoc,
  RequestThreadFragmentDoc,
} from '../generated/graphql';
import { Facts } from '../profiles/profile-parts';
import { requestQuery } from '../requests/request.query';
import { placeModeLabel } from '../search/list-kinds';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton, TextLink } from '../theme/link-button';
import { dayOf, lengthOf, shareOfTime } from '../theme/words';
import classes from './inbox.module.css';
import { otherOf } from './request-row';
import { dueIn, stateWords } from './states';
import { ThreadActions } from './thread-actions';
import { ThreadMessages } from './thread-messages';
import { ThreadNda } from './thread-nda';
import { ThreadTimeline } from './thread-timeline';

const route = getRouteApi('/requests/$id');

const Named = ({ party }: { party: ReturnType<typeof otherOf> }) => {
  const { academic, organisation, name, person } = party;
  if (academic) {
    return (
      <TextLink to="/academics/$id" params={{ id: academic.id }}>
        {academic.name}
      </TextLink>
    );
  }
  if (organisation) {
    return (
      <>
        <TextLink to="/organisations/$id" params={{ id: organisation.id }}>
          {organisation.name}
        </TextLink>
        {person && `, ${person}`}
      </>
    );
  }
  return <>{name}</>;
};

/** Who asks whom; while the other side of a blind brief is hidden, what it is about. */
const titleOf = (row: RequestRowFragment): string => {
  const sender = unmask(PartyFragmentDoc, row.sender);
  const receiver = unmask(PartyFragmentDoc, row.receiver);
  const about = row.opportunity ? `about “${row.opportunity.title}”` : 'about a blind brief';
  const from = sender.hidden ? 'Somebody who is hidden' : sender.name;
  if (row.role === 'office') return receiver.hidden ? `${from} asks ${about}` : `${from} asks ${receiver.name}`;
  if (row.role === 'sender') return receiver.hidden ? `Your request ${about}` : `Your request to ${receiver.name}`;
  const whom = receiver.mine && receiver.organisation ? receiver.name : 'you';
  return sender.hidden ? `${from} asks ${whom} ${about}` : `${from} asks ${whom}`;
};

const Thread = () => {
  const { id } = route.useParams();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({ ...requestQuery(id), refetchInterval: 30_000, staleTime: 0 });
  const thread = data && unmask(RequestThreadFragmentDoc, data.request);
  const row = thread && unmask(RequestRowFragmentDoc, thread);
  const { mutate: markRead } = useMutation({
    mutationFn: (upTo: number) => ask(MarkRequestReadDocument, { id, upTo }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['news'] });
      void queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  const archiving = useMutation({
    mutationFn: (archived: boolean) => ask(ArchiveRequestsDocument, { ids: [id], archived }),
    onSuccess: () => {
      void refetch();
      for (const name of ['inbox', 'news']) void queries.invalidateQueries({ queryKey: [name] });
    },
  });
  const unread = row?.unread ?? 0;
  const news = row?.news ?? 0;
  useEffect(() => {
    if (unread > 0) markRead(news);
  }, [unread, news, markRead]);
  if (error && !data) {
    if (['NOT_FOUND', 'BAD_INPUT'].includes(problemOf(error).code)) return <NotFoundPage />;
    return (
      <div className="prose">
        <PageHeading title="This request could not be read" />
        <ProblemNotice error={error} retry={() => void refetch()} />
      </div>
    );
  }
  if (!thread || !row) return <FormSkeleton groups={3} />;
  const sender = unmask(PartyFragmentDoc, row.sender);
  const receiver = unmask(PartyFragmentDoc, row.receiver);
  const { terms, contact } = thread;
  const title = titleOf(row);
  return (
    <>
      <div className={classes.threadHead}>
        <p>
          <TextLink to="/inbox">Inbox</TextLink>
        </p>
        <PageHeading title={title} />
        <p className={classes.marks} style={{ justifyContent: 'flex-start' }}>
          <span className={classes.mark} data-kind={row.state === 'accepted' ? 'good' : undefined}>
            <VisuallyHidden>State: </VisuallyHidden>
            {stateWords[row.state]}
          </span>
          {row.replyDue && (
            <span className={classes.mark} data-kind="due">
              {dueIn(row)}
            </span>
          )}
          {row.type && <span className={classes.mark}>{row.type.label}</span>}
        </p>
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} title="This may not be the newest" />}
      <div className={forms.layout}>
        <div className={classes.main}>
          {thread.collaborationId && (
            <section className={classes.panel} data-tinted aria-labelledby="collaboration">
              <h2 id="collaboration">
                {row.role === 'office' ? 'They work on it together' : 'You work on it together'}
              </h2>
              <p>The terms, the people and what must be right first are with the collaboration.</p>
              <p>
                <LinkButton to="/collaborations/$id" params={{ id: thread.collaborationId }}>
                  Open the collaboration
                </LinkButton>
              </p>
            </section>
          )}
          {contact && (
            <section className={classes.panel} data-tinted aria-labelledby="contact">
              <h2 id="contact">How to reach each other</h2>
              <p>
                {contact.name}: <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </p>
              <p>{thread.contactRule}</p>
            </section>
          )}
          <section className={classes.panel} aria-labelledby="why">
            <h2 id="why">The reason</h2>
            <p className={`${classes.quote} written`}>{row.reason}</p>
            {row.opportunity && (
              <p>
                About{' '}
                <TextLink to="/opportunities/$id" params={{ id: row.opportunity.id }}>
                  {row.opportunity.title}
                </TextLink>
              </p>
            )}
            {thread.mismatch.length > 0 && (
              <p>The sender knows that this is not met: {thread.mismatch.map(({ label }) => label).join(', ')}.</p>
            )}
          </section>
          <ThreadNda thread={thread} row={row} id={id} />
          <ThreadActions key={row.state} thread={thread} id={id} />
          {row.role !== 'office' && <ThreadMessages thread={thread} id={id} />}
        </div>
        <aside className={forms.aside} aria-label="Beside the request">
          <section className={classes.panel} aria-labelledby="terms">
            <h2 id="terms">What is proposed</h2>
            <Facts
              facts={[
                ['From', <Named key="from" party={sender} />],
                ['To', <Named key="to" party={receiver} />],
                ['Start', terms.startsOn && dayOf(terms.startsOn)],
                ['Length', terms.lengthMonths && lengthOf(terms.lengthMonths)],
                ['Time', terms.fte && shareOfTime(terms.fte)],
                ['Place', placeModeLabel(terms.placeMode)],
                ['Funding', terms.funding],
                ['Note', terms.note],
                ['Open until', row.openUntil && dayOf(row.openUntil)],
              ]}
            />
            {!contact && <p className="quiet">{thread.contactRule}</p>}
          </section>
          <ThreadTimeline thread={thread} />
          <Button variant="default" loading={archiving.isPending} onClick={() => archiving.mutate(!row.archived)}>
            {row.archived ? 'Bring back from the archive' : 'Archive'}
          </Button>
          {archiving.error && <ProblemNotice error={archiving.error} />}
        </aside>
      </div>
    </>
  );
};

const ThreadPage = () => (
  <SignedIn title="A request" why="Sign in to read and answer this request.">
    {() => <Thread />}
  </SignedIn>
);

export default ThreadPage;
