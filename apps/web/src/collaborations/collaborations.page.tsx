import { Button, Menu } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  type CollaborationRowFragment,
  CollaborationRowFragmentDoc,
  MoveCollaborationDocument,
} from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { counted } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { dayOf } from '../theme/words';
import { collaborationsQuery } from './collaboration.query';
import classes from './collaborations.module.css';
import { Invited } from './invited';
import { boardStates, finishedStates, leadsTo, stateTitles } from './words';

type Row = CollaborationRowFragment;
type Move = (row: Row, action: string) => void;

/** "With Breathe Devices". */
const otherName = ({ sides }: Row) => sides.find(({ mine }) => !mine)?.name ?? sides[0]?.name ?? '';

const stay = (movedAt: string, now = Date.now()): string => {
  const days = Math.floor((now - Date.parse(movedAt)) / 86_400_000);
  if (days < 1) return 'Here since today';
  if (days < 14) return days === 1 ? 'Here for a day' : `Here for ${days} days`;
  return `Here for ${Math.round(days / 7)} weeks`;
};

const Marks = ({ row }: { row: Row }) => (
  <p className={classes.marks}>
    {row.unread > 0 && (
      <span className={inbox.mark} data-kind="new">
        {counted(row.unread, ['new message', 'new messages'])}
      </span>
    )}
    {row.myOpenTasks > 0 && (
      <span className={inbox.mark} data-kind="due">
        {counted(row.myOpenTasks, ['task of yours', 'tasks of yours'])}
      </span>
    )}
  </p>
);

const MoveMenu = ({ row, move, busy }: { row: Row; move: Move; busy: boolean }) => {
  if (row.actions.length === 0) return null;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <Button variant="default" size="compact-sm" loading={busy} aria-label={`Move to… (${otherName(row)})`}>
          Move to…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {row.actions
          // What cannot be undone is done on the page of the collaboration, where it says so.
          .filter((action) => !['withdraw', 'end-early', 'complete'].includes(action))
          .map((action) => (
            <Menu.Item key={action} onClick={() => move(row, action)}>
              {leadsTo[action] ?? action}
            </Menu.Item>
          ))}
        <Menu.Item component={Link} {...({ to: '/collaborations/$id', params: { id: row.id } } as object)}>
          More, on its page
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const Title = ({ row }: { row: Row }) => (
  <Link to="/collaborations/$id" params={{ id: row.id }}>
    {otherName(row)}
  </Link>
);

const nextOf = ({ nextOn, nextWhat }: Row) => (nextOn ? `${nextWhat ?? 'Next date'}, ${dayOf(nextOn)}` : '');

const Card = ({ row, move, busy }: { row: Row; move: Move; busy: boolean }) => (
  <li className={classes.card}>
    <h3>
      <Title row={row} />
    </h3>
    <p>{row.title}</p>
    <p className={classes.small}>
      {stay(row.movedAt)}
      {row.nextOn && `. Next: ${nextOf(row)}`}
    </p>
    <Marks row={row} />
    <div>
      <MoveMenu row={row} move={move} busy={busy} />
    </div>
  </li>
);

const Table = ({ rows, move, busy }: { rows: Row[]; move: Move | null; busy: string | undefined }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached with the keyboard
  <section className={classes.tableWrap} tabIndex={0} aria-label="Collaborations as a table">
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">With</th>
          <th scope="col">State</th>
          {move && <th scope="col">Step</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Title row={row} />
              <p className={classes.small}>{row.title}</p>
              <Marks row={row} />
            </th>
            <td>
              {stateTitles[row.state]}
              <p className={classes.small}>since {dayOf(row.movedAt.slice(0, 10))}</p>
            </td>
            {move && (
              <td>
                <MoveMenu row={row} move={move} busy={busy === row.id} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Collaborations = () => {
  const queries = useQueryClient();
  const list = useInfiniteQuery(collaborationsQuery);
  const moving = useMutation({
    mutationFn: ({ row, action }: { row: Row; action: string }) =>
      ask(MoveCollaborationDocument, { input: { id: row.id, action, note: null } }),
    onSettled: (_data, _error, { row }) => {
      void queries.invalidateQueries({ queryKey: ['collaborations'] });
      void queries.invalidateQueries({ queryKey: ['collaboration', row.id] });
    },
  });
  const rows = (list.data?.pages ?? []).flatMap(({ collaborations }) =>
    collaborations.nodes.map((node) => unmask(CollaborationRowFragmentDoc, node)),
  );
  const open = rows.filter(({ state }) => !(finishedStates as readonly string[]).includes(state));
  const finished = rows.filter(({ state }) => (finishedStates as readonly string[]).includes(state));
  const move: Move = (row, action) => moving.mutate({ row, action });
  const busy = moving.isPending ? moving.variables.row.id : undefined;
  const refused = moving.error ? problemOf(moving.error) : null;
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Collaborations" />
          <p className="quiet" role="status">
            {list.data ? `${counted(open.length, ['collaboration is', 'collaborations are'])} open.` : ' '}
          </p>
        </div>
      </div>
      <Invited />
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {refused && (
        <ProblemNotice
          error={moving.error}
          title={refused.code === 'NOT_READY' ? 'Something is still missing for this step' : undefined}
        />
      )}
      {!list.data && !list.error && <FormSkeleton groups={2} />}
      {list.data && rows.length === 0 && (
        <Empty title="Nothing is under way yet" action={<LinkButton to="/inbox">Open the inbox</LinkButton>}>
          A collaboration begins when a request is accepted. From then on the terms, people, approvals and documents of
          it are here.
        </Empty>
      )}
      {open.length > 0 && (
        <>
          <div className={classes.board}>
            {boardStates.map((state) => {
              const inState = open.filter((row) => row.state === state);
              return (
                <section key={state} className={classes.column} aria-labelledby={`column-${state}`}>
                  <h2 id={`column-${state}`}>
                    {stateTitles[state]} <span className={inbox.count}>{inState.length}</span>
                  </h2>
                  {inState.length === 0 && <p className={classes.small}>None</p>}
                  <ul className={classes.cards}>
                    {inState.map((row) => (
                      <Card key={row.id} row={row} move={move} busy={busy === row.id} />
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
          <div className={classes.narrow}>
            <Table rows={open} move={move} busy={busy} />
          </div>
        </>
      )}
      {finished.length > 0 && (
        <section aria-labelledby="finished" style={{ marginTop: '1.75rem' }}>
          <h2 id="finished" style={{ fontSize: '1.2rem', marginBottom: '0.6rem' }}>
            Finished
          </h2>
          <Table rows={finished} move={null} busy={undefined} />
        </section>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </>
  );
};

const CollaborationsPage = () => (
  <SignedIn title="Collaborations" why="Sign in to see the work that you do together.">
    {() => <Collaborations />}
  </SignedIn>
);

export default CollaborationsPage;
