import { Button, Switch } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ask } from '../api/ask';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import { ArchiveRequestsDocument, RequestRowFragmentDoc } from '../generated/graphql';
import { counted } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { type Box, boxes } from './boxes';
import classes from './inbox.module.css';
import { inboxQuery, newsQuery } from './inbox.query';
import { otherOf, RequestRow } from './request-row';
import { useShortcutSwitch, useShortcuts } from './use-shortcuts';

const route = getRouteApi('/inbox');

const titles: Record<Box, string> = { received: 'Received', sent: 'Sent', archived: 'Archived' };

const NothingHere = ({ box }: { box: Box }) => {
  if (box === 'received') {
    return (
      <Empty title="Nobody has asked you yet" action={<LinkButton to="/me">Look at your profile</LinkButton>}>
        People ask those whose profile says what they do and how they would like to work. A summary, your topics and the
        ways of working you want make the most difference.
      </Empty>
    );
  }
  if (box === 'sent') {
    return (
      <Empty title="You have not asked anybody yet" action={<LinkButton to="/academics">Find academics</LinkButton>}>
        A short, particular request gets an answer. It starts from somebody’s profile or from a brief.
      </Empty>
    );
  }
  return (
    <Empty
      title="Nothing is put away"
      action={
        <LinkButton to="/inbox" variant="default">
          Back to received
        </LinkButton>
      }
    >
      What you archive is kept here, for you alone. It comes back when there is news of it.
    </Empty>
  );
};

const BoxList = ({ box }: { box: Box }) => {
  const queries = useQueryClient();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(inboxQuery(box));
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = (data?.pages ?? []).flatMap(({ requests }) =>
    requests.nodes.map((node) => unmask(RequestRowFragmentDoc, node)),
  );
  const pages = data?.pages.length ?? 0;
  const [knownPages, setKnownPages] = useState(0);
  // The first look and each further page are shown at once; what arrives meanwhile waits until it is asked for.
  if (data && (known === null || pages > knownPages)) {
    setKnown(new Set([...(known ?? []), ...rows.map(({ id }) => id)]));
    setKnownPages(pages);
  }
  const shown = rows.filter(({ id }) => known?.has(id));
  const waiting = known ? rows.length - shown.length : 0;
  const archiving = useMutation({
    mutationFn: (ids: string[]) => ask(ArchiveRequestsDocument, { ids, archived: box !== 'archived' }),
    onSuccess: async () => {
      setChosen(new Set());
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['inbox'] }),
        queries.invalidateQueries({ queryKey: ['news'] }),
      ]);
    },
  });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const list = useRef<HTMLUListElement>(null);
  const [shortcuts, setShortcuts] = useShortcutSwitch();
  const archive = (index: number) => {
    const row = shown[index];
    if (row && !archiving.isPending) archiving.mutate([row.id]);
  };
  useShortcuts({ list, on: shortcuts === 'on', archive });
  const word = box === 'archived' ? 'Bring back' : 'Archive';
  return (
    <>
      {error && <ProblemNotice error={error} retry={() => void refetch()} title="The inbox could not be read" />}
      {archiving.error && <ProblemNotice error={archiving.error} />}
      <div className={classes.bar}>
        <p role="status">
          {waiting > 0 && (
            <Button
              variant="light"
              onClick={() => setKnown(new Set(rows.map(({ id }) => id)))}
              aria-label={`Show ${waiting} new`}
            >
              Show {waiting} new
            </Button>
          )}
        </p>
        {chosen.size > 0 && (
          <Button variant="default" loading={archiving.isPending} onClick={() => archiving.mutate([...chosen])}>
            {word} {counted(chosen.size, ['request', 'requests'])}
          </Button>
        )}
      </div>
      {!data && !error && <FormSkeleton />}
      {data && shown.length === 0 && waiting === 0 && <NothingHere box={box} />}
      <ul className={classes.list} ref={list}>
        {shown.map((row) => (
          <RequestRow
            key={row.id}
            row={row}
            before={
              <label className={classes.pick}>
                <input
                  type="checkbox"
                  checked={chosen.has(row.id)}
                  onChange={() => toggle(row.id)}
                  aria-label={`Choose the request ${row.role === 'sender' ? 'to' : 'of'} ${otherOf(row).name}`}
                />
              </label>
            }
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older ones
        </Button>
      )}
      {shown.length > 0 && (
        <Switch
          mt="lg"
          size="md"
          label="Single keys on this list"
          description={`j: next, k: the one before, e: ${box === 'archived' ? 'bring back' : 'archive'} the one you are on`}
          checked={shortcuts === 'on'}
          onChange={(event) => setShortcuts(event.currentTarget.checked ? 'on' : 'off')}
        />
      )}
    </>
  );
};

/** How many wait, and in which box they are. */
const waitingWords = (received: number, sent: number): string => {
  if (received + sent === 0) return 'Nothing waits for you.';
  const count = counted(received + sent, ['request waits', 'requests wait']);
  if (sent === 0) return `${count} for you.`;
  return received === 0 ? `${count} for you, under Sent.` : `${count} for you, ${sent} of them under Sent.`;
};

const Inbox = () => {
  const { box = 'received' } = route.useSearch();
  const { data: news } = useQuery(newsQuery);
  return (
    <div>
      <div className={forms.top}>
        <div>
          <PageHeading title="Inbox" />
          <p className="quiet">
            {news ? waitingWords(news.requestCounts.received.replyDue, news.requestCounts.sent.replyDue) : ' '}
          </p>
        </div>
      </div>
      <nav className={classes.tabs} aria-label="Boxes">
        {boxes.map((one) => {
          const counts = news?.requestCounts[one];
          return (
            <Link
              key={one}
              to="/inbox"
              search={one === 'received' ? {} : { box: one }}
              activeOptions={{ exact: true }}
              activeProps={{}}
              aria-current={one === box ? 'page' : undefined}
            >
              {titles[one]}
              <span className={classes.count}>
                {counts ? (counts.unread > 0 ? `${counts.total}, ${counts.unread} new` : counts.total) : ''}
              </span>
            </Link>
          );
        })}
      </nav>
      <BoxList key={box} box={box} />
    </div>
  );
};

const InboxPage = () => (
  <SignedIn title="Inbox" why="Sign in to read and answer requests.">
    {() => <Inbox />}
  </SignedIn>
);

export default InboxPage;
