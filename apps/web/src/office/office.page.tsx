import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import type { Viewer } from '../api/queries';
import { AreaField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  ApproveRequestDocument,
  OfficeRequestsDocument,
  type OfficeRequestsQuery,
  PartyFragmentDoc,
  RefuseRequestDocument,
  RequestRowFragmentDoc,
} from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { ago, stateWords } from '../inbox/states';
import { organisationProfile } from '../organisations/organisation.query';
import { counted } from '../search/list-kinds';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { BarList } from '../theme/bar-list';
import { LinkButton, TextLink } from '../theme/link-button';
import { SearchGaps } from './search-gaps';

const route = getRouteApi('/office/$organisationId');

/** The reporting year of universities begins on 1 August: the last one that has begun. */
const reportingYear = (now = new Date()) => now.getFullYear() - (now.getMonth() < 7 ? 1 : 0);

type OfficeRequest = OfficeRequestsQuery['officeRequests']['nodes'][number];

/** Refusing needs a reason, approving none. */
const Decide = ({ request }: { request: OfficeRequest }) => {
  const row = unmask(RequestRowFragmentDoc, request);
  const queries = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const deciding = useMutation({
    mutationFn: async (approve: boolean) => {
      if (approve) await ask(ApproveRequestDocument, { id: row.id, note: null });
      else await ask(RefuseRequestDocument, { id: row.id, reason: reason.trim() });
    },
    onSettled: () => {
      for (const name of ['office', 'news', 'request', 'waiting']) void queries.invalidateQueries({ queryKey: [name] });
    },
  });
  const names = `${unmask(PartyFragmentDoc, row.sender).name} to ${unmask(PartyFragmentDoc, row.receiver).name}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setWrong('Write the reason: the sender reads it');
    setWrong(undefined);
    deciding.mutate(false);
  };
  return (
    <div className={inbox.above} style={{ gridColumn: '1 / -1', marginTop: '0.6rem' }}>
      {deciding.error && <ProblemNotice error={deciding.error} />}
      {refusing ? (
        <form onSubmit={submit} className={forms.form} noValidate>
          <AreaField
            id={`refuse-${row.id}`}
            label="Why is it not approved?"
            rows={2}
            most={1_000}
            error={wrong}
            value={reason}
            onChange={setReason}
          />
          <div className={forms.actions}>
            <Button type="submit" color="red" loading={deciding.isPending}>
              Do not approve
            </Button>
            <Button variant="default" onClick={() => setRefusing(false)}>
              Back
            </Button>
          </div>
        </form>
      ) : (
        <div className={forms.actions}>
          <Button
            loading={deciding.isPending}
            onClick={() => deciding.mutate(true)}
            aria-label={`Approve the request of ${names}`}
          >
            Approve
          </Button>
          <Button
            variant="default"
            onClick={() => setRefusing(true)}
            aria-label={`Do not approve the request of ${names}`}
          >
            Do not approve
          </Button>
        </div>
      )}
    </div>
  );
};

const Line = ({ request }: { request: OfficeRequest }) => {
  const row = unmask(RequestRowFragmentDoc, request);
  const [sender, receiver] = [unmask(PartyFragmentDoc, row.sender), unmask(PartyFragmentDoc, row.receiver)];
  const waits = request.actions.includes('approve');
  return (
    <li className={inbox.row} data-due={waits || undefined}>
      <span />
      <div>
        <h2>
          <Link to="/requests/$id" params={{ id: row.id }}>
            {sender.name} asks {receiver.name}
          </Link>
        </h2>
        <p className={inbox.about}>{[row.type?.label, `sent ${ago(row.createdAt)}`].filter(Boolean).join(', ')}</p>
        <p className={inbox.reason}>{row.reason}</p>
      </div>
      <p className={inbox.marks}>
        <span className={inbox.mark} data-kind={waits ? 'due' : row.state === 'accepted' ? 'good' : undefined}>
          {waits ? 'Waits for you' : stateWords[row.state]}
        </span>
      </p>
      {waits && <Decide request={request} />}
    </li>
  );
};

const ages = [
  { label: 'Up to a week', days: 7 },
  { label: 'One to two weeks', days: 14 },
  { label: 'Two to four weeks', days: 28 },
  { label: 'Older', days: Number.POSITIVE_INFINITY },
];

const open = ['office-review', 'delivered', 'asked', 'awaiting-nda'];

/** How long the open requests have waited, as a table with bars. */
const Ages = ({ requests }: { requests: OfficeRequest[] }) => {
  const now = Date.now();
  const days = requests
    .map((request) => unmask(RequestRowFragmentDoc, request))
    .filter(({ state }) => open.includes(state))
    .map(({ createdAt }) => (now - Date.parse(createdAt)) / 86_400_000);
  if (days.length === 0) return null;
  const rows = ages.map(({ label, days: most }, index) => ({
    label,
    value: days.filter((one) => one <= most && one > (ages[index - 1]?.days ?? -1)).length,
  }));
  return <BarList caption="Open requests by age" columns={['Age', 'Requests']} rows={rows} />;
};

const Office = ({ viewer }: { viewer: Viewer }) => {
  const { organisationId } = route.useParams();
  const { all } = route.useSearch();
  const { data: organisation } = useQuery(organisationProfile(organisationId));
  const list = useInfiniteQuery({
    queryKey: ['office', organisationId, Boolean(all)],
    queryFn: ({ pageParam, signal }) =>
      ask(OfficeRequestsDocument, { organisationId, waiting: !all, first: 25, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ officeRequests: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const member = viewer.memberships.find(({ organisation: { id } }) => id === organisationId);
  if (!member) return <NotFoundPage />;
  const requests = (list.data?.pages ?? []).flatMap(({ officeRequests }) => officeRequests.nodes);
  const total = list.data?.pages[0]?.officeRequests.totalCount ?? 0;
  const refused = list.error && problemOf(list.error).code === 'NOT_ALLOWED';
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title={`Office of ${organisation?.organisation.name ?? member.organisation.name}`} />
          <p className="quiet" role="status">
            {list.data &&
              (all
                ? `${counted(total, ['request', 'requests'])} of your people, oldest first.`
                : total === 0
                  ? 'Nothing waits for the office.'
                  : `${counted(total, ['request waits', 'requests wait'])} for the office, oldest first.`)}
          </p>
        </div>
      </div>
      <nav className={inbox.tabs} aria-label="Which requests">
        <Link
          to="/office/$organisationId"
          params={{ organisationId }}
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={all ? undefined : 'page'}
        >
          Waiting for us
        </Link>
        <Link
          to="/office/$organisationId"
          params={{ organisationId }}
          search={{ all: true }}
          aria-current={all ? 'page' : undefined}
        >
          All that we are told of
        </Link>
      </nav>
      {refused ? (
        <Empty
          title="This is for the office"
          action={
            <LinkButton to="/organisations/$id/desk" params={{ id: organisationId }}>
              Open the desk
            </LinkButton>
          }
        >
          Administrators make colleagues its office, on the desk of the organisation.
        </Empty>
      ) : (
        list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      )}
      {!list.data && !list.error && <FormSkeleton />}
      {list.data && requests.length === 0 && (
        <Empty
          title={all ? 'No request has reached the office' : 'Nothing waits for the office'}
          action={
            <LinkButton to="/organisations/$id/desk" params={{ id: organisationId }} variant="default">
              Open the desk
            </LinkButton>
          }
        >
          The office is told of requests, or decides on them first, where the rule of the organisation says so.
        </Empty>
      )}
      {all && <Ages requests={requests} />}
      <ul className={inbox.list} style={{ marginTop: '1rem' }}>
        {requests.map((request) => (
          <Line key={unmask(RequestRowFragmentDoc, request).id} request={request} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
      {!refused && <SearchGaps organisationId={organisationId} />}
      <p className={forms.actions} style={{ marginTop: '1.5rem' }}>
        <TextLink to="/office/$organisationId/collaborations" params={{ organisationId }}>
          Collaborations
        </TextLink>
        <TextLink to="/office/$organisationId/interests" params={{ organisationId }}>
          Register of interests
        </TextLink>
        <TextLink to="/organisations/$id/policies" params={{ id: organisationId }}>
          Policies
        </TextLink>
        <a href={`/downloads/he-bci/${organisationId}.csv?year=${reportingYear()}`} download>
          Lines for the HE-BCI return (CSV)
        </a>
        <TextLink to="/dashboard">Dashboard</TextLink>
      </p>
    </>
  );
};

const OfficePage = () => (
  <SignedIn title="Office" why="Sign in to look after the requests of your people.">
    {(viewer) => <Office viewer={viewer} />}
  </SignedIn>
);

export default OfficePage;
