import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { PairHistoryDocument, StartFollowUpDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './collaborations.module.css';
import { Panel } from './panel';
import { statusWords } from './words';

const requestWords: Record<string, string> = {
  waiting: 'Waiting',
  accepted: 'Accepted',
  declined: 'Declined',
  ended: 'Ended',
};

/** What the two sides had with each other, and the way to go on. */
export const PairSection = ({ id, state, role }: { id: string; state: string; role: string }) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(reading('pair', PairHistoryDocument, { id }));
  const goingOn = useMutation({
    mutationFn: () => ask(StartFollowUpDocument, { id }),
    onSuccess: ({ startFollowUp }) => {
      for (const name of ['collaborations', 'pair']) void queries.invalidateQueries({ queryKey: [name] });
      void navigate({ to: '/collaborations/$id', params: { id: startFollowUp.id } });
    },
  });
  return (
    <Panel id="pair" title="With each other so far">
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      <ol className={classes.lines}>
        {(data?.pairHistory ?? []).map((entry) => (
          <li key={`${entry.kind}-${entry.id}`}>
            <span>
              {entry.kind === 'request' ? 'Request: ' : ''}
              {entry.mayOpen && entry.id !== id ? (
                <Link to={entry.kind === 'request' ? '/requests/$id' : '/collaborations/$id'} params={{ id: entry.id }}>
                  {entry.title}
                </Link>
              ) : (
                entry.title
              )}
            </span>
            <span className={classes.small}>
              {(entry.kind === 'request' ? requestWords : statusWords)[entry.status] ?? entry.status},{' '}
              {dayOf(entry.from.slice(0, 10))}
              {entry.until && ` to ${dayOf(entry.until.slice(0, 10))}`}
              {entry.id === id && ', this one'}
            </span>
          </li>
        ))}
      </ol>
      {goingOn.error && <ProblemNotice error={goingOn.error} />}
      {role !== 'office' && ['completed', 'ended-early'].includes(state) && (
        <div>
          <Button loading={goingOn.isPending} onClick={() => goingOn.mutate()}>
            Go on together
          </Button>
          <p className={classes.small}>
            Another collaboration begins, with these people and terms. The other side is told.
          </p>
        </div>
      )}
    </Panel>
  );
};
