import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import classes from '../collaborations/collaborations.module.css';
import { boardStates, finishedStates, stateTitles } from '../collaborations/words';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  type CollaborationRowFragment,
  CollaborationRowFragmentDoc,
  CollaborationsForPermissionDocument,
  OfficeCollaborationsDocument,
} from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { counted } from '../search/list-kinds';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { dayOf } from '../theme/words';

const route = getRouteApi('/office/$organisationId/collaborations');

const states = [...boardStates, ...finishedStates] as const;

const Rows = ({ rows, waiting }: { rows: CollaborationRowFragment[]; waiting: ReadonlySet<string> }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached with the keyboard
  <section className={classes.tableWrap} tabIndex={0} aria-label="Collaborations as a table">
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Between</th>
          <th scope="col">State</th>
          <th scope="col">Next date</th>
          <th scope="col">For us</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, sides, title, state, movedAt, nextOn, nextWhat }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/collaborations/$id" params={{ id }}>
                {sides.map(({ name }) => name).join(' and ')}
              </Link>
              <p className={classes.small}>{title}</p>
            </th>
            <td>
              {stateTitles[state]}
              <p className={classes.small}>since {dayOf(movedAt.slice(0, 10))}</p>
            </td>
            <td>
              {nextOn ? dayOf(nextOn) : 'None'}
              {nextWhat && <p className={classes.small}>{nextWhat}</p>}
            </td>
            <td>
              {waiting.has(id) ? (
                <span className={inbox.mark} data-kind="due">
                  Waits for our permission
                </span>
              ) : (
                'Nothing'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const OfficeCollaborations = ({ viewer }: { viewer: Viewer }) => {
  const { organisationId } = route.useParams();
  const { state, waiting: onlyWaiting } = route.useSearch();
  const member = viewer.memberships.find(({ organisation: { id } }) => id === organisationId);
  const enabled = member !== undefined && member.role !== 'member';
  const waiting = useQuery({
    ...reading('for-permission', CollaborationsForPermissionDocument, { organisationId }),
    enabled,
  });
  const list = useInfiniteQuery({
    queryKey: ['office-collaborations', organisationId, state ?? null],
    queryFn: ({ pageParam, signal }) =>
      ask(
        OfficeCollaborationsDocument,
        { organisationId, states: state ? [state] : null, first: 50, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ officeCollaborations: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : undefined,
    enabled,
  });
  if (!enabled) return <NotFoundPage />;
  const unmasked = waiting.data?.collaborationsForPermission.map((one) => unmask(CollaborationRowFragmentDoc, one));
  const all = (list.data?.pages ?? []).flatMap(({ officeCollaborations }) =>
    officeCollaborations.nodes.map((node) => unmask(CollaborationRowFragmentDoc, node)),
  );
  const rows = onlyWaiting ? (unmasked ?? []) : all;
  const read = onlyWaiting ? waiting : list;
  const total = onlyWaiting ? rows.length : (list.data?.pages[0]?.officeCollaborations.totalCount ?? 0);
  const params = { organisationId };
  const to = '/office/$organisationId/collaborations';
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title={`Collaborations of ${member.organisation.name}`} />
          <p className="quiet" role="status">
            {read.data && `${counted(total, ['collaboration', 'collaborations'])} that the office looks on.`}
          </p>
        </div>
        <LinkButton to="/office/$organisationId" params={params} variant="default">
          Back to the office
        </LinkButton>
      </div>
      <nav className={inbox.tabs} aria-label="Which collaborations">
        <Link
          to={to}
          params={params}
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={state || onlyWaiting ? undefined : 'page'}
        >
          All
        </Link>
        <Link to={to} params={params} search={{ waiting: true }} aria-current={onlyWaiting ? 'page' : undefined}>
          Waiting for us{unmasked ? ` (${unmasked.length})` : ''}
        </Link>
        {states.map((one) => (
          <Link
            key={one}
            to={to}
            params={params}
            search={{ state: one }}
            aria-current={!onlyWaiting && state === one ? 'page' : undefined}
          >
            {stateTitles[one]}
          </Link>
        ))}
      </nav>
      {read.error && <ProblemNotice error={read.error} retry={() => void read.refetch()} />}
      {!read.data && !read.error && <FormSkeleton />}
      {read.data && rows.length === 0 && (
        <p>
          {onlyWaiting
            ? 'No collaboration waits for the office.'
            : 'There is none here: the office looks on where it was told of the request, or asked for its permission.'}
        </p>
      )}
      {rows.length > 0 && <Rows rows={rows} waiting={new Set(unmasked?.map(({ id }) => id))} />}
      {!onlyWaiting && list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
};

const OfficeCollaborationsPage = () => (
  <SignedIn title="Collaborations of the office" why="Sign in to see the collaborations of your people.">
    {(viewer) => <OfficeCollaborations viewer={viewer} />}
  </SignedIn>
);

export default OfficeCollaborationsPage;
