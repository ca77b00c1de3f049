import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { BestMatchesDocument, type BestMatchesQuery, RemoveMatchJudgementDocument } from '../generated/graphql';
import { NotRelevantForm } from '../matches/judge-match';
import type { MatchKind } from '../matches/sides';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { LinkButton } from '../theme/link-button';
import classes from './dashboard.module.css';

interface Props {
  subject: { kind: MatchKind; id: string; name: string };
  find: 'academics' | 'organisations' | 'opportunities';
}

type Match = BestMatchesQuery['matches']['nodes'][number];

const Named = ({ match: { academic, opportunity, organisation } }: { match: Match }) => {
  if (academic) {
    return (
      <Link to="/academics/$id" params={{ id: academic.id }}>
        {academic.name}
      </Link>
    );
  }
  if (opportunity) {
    return (
      <Link to="/opportunities/$id" params={{ id: opportunity.id }}>
        {opportunity.title}
      </Link>
    );
  }
  return organisation ? (
    <Link to="/organisations/$id" params={{ id: organisation.id }}>
      {organisation.name}
    </Link>
  ) : null;
};

const foundIn = ({ academic, opportunity, organisation }: Match): { kind: MatchKind; id: string; name: string } => {
  if (academic) return { kind: 'academic', ...academic };
  if (opportunity) return { kind: 'opportunity', id: opportunity.id, name: opportunity.title };
  return { kind: 'organisation', id: organisation?.id ?? '', name: organisation?.name ?? '' };
};

const headings: Record<Props['find'], (name: string) => string> = {
  academics: (name) => `People who fit ${name}`,
  organisations: (name) => `Organisations that fit ${name}`,
  opportunities: () => 'Opportunities that fit you',
};

/** Where the viewer can say more of a side of theirs. */
const Mend = ({ subject: { kind, id } }: Pick<Props, 'subject'>) => {
  if (kind === 'academic') return <LinkButton to="/me">Open my profile</LinkButton>;
  if (kind === 'opportunity') {
    return (
      <LinkButton to="/opportunities/$id/edit" params={{ id }}>
        Change the opportunity
      </LinkButton>
    );
  }
  return (
    <LinkButton to="/organisations/$id/desk" params={{ id }}>
      Open the desk
    </LinkButton>
  );
};

/** Who or what fits one of the viewer's sides best, each for them to set aside. */
export const BestMatches = ({ subject, find }: Props) => {
  const { data, error, refetch } = useQuery(
    reading('best-matches', BestMatchesDocument, { for: { kind: subject.kind, id: subject.id }, find }),
  );
  const [open, setOpen] = useState<string | null>(null);
  const [hidden, setHidden] = useState<{ kind: MatchKind; id: string; name: string } | null>(null);
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['best-matches'] });
  const undoing = useMutation({
    mutationFn: (found: { kind: MatchKind; id: string }) =>
      ask(RemoveMatchJudgementDocument, {
        for: { kind: subject.kind, id: subject.id },
        with: { kind: found.kind, id: found.id },
      }),
    onSuccess: async () => {
      setHidden(null);
      await again();
    },
  });
  const shown = (data?.matches.nodes ?? []).filter(({ eligible }) => eligible);
  return (
    <section className={classes.section} aria-labelledby={`matches-${subject.id}`}>
      <h2 id={`matches-${subject.id}`}>{headings[find](subject.name)}</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && (
        <div className={classes.matches} aria-busy="true">
          {['a', 'b', 'c'].map((key) => (
            <Skeleton key={key} height={130} radius={12} />
          ))}
        </div>
      )}
      {data && shown.length === 0 && (
        <Empty title="Nothing fits yet" action={<Mend subject={subject} />}>
          Matches follow from topics and ways of working together: name the ones that matter to you.
        </Empty>
      )}
      <div role="status" className={classes.aside}>
        {hidden && (
          <>
            <span>{hidden.name} is no longer shown here.</span>
            <Button variant="default" size="xs" loading={undoing.isPending} onClick={() => undoing.mutate(hidden)}>
              Undo
            </Button>
          </>
        )}
      </div>
      {undoing.error && <ProblemNotice error={undoing.error} />}
      <ul className={classes.matches}>
        {shown.map((match) => {
          const found = foundIn(match);
          return (
            <li key={found.id} className={classes.match}>
              <h3>
                <Named match={match} />
              </h3>
              {match.academic?.jobTitle && <p className="quiet">{match.academic.jobTitle}</p>}
              <p>{match.sentence}</p>
              <div className={classes.judge}>
                {open === found.id ? (
                  <NotRelevantForm
                    own={subject}
                    other={found}
                    rank={match.rank}
                    judged={async () => {
                      setOpen(null);
                      setHidden(found);
                      await again();
                    }}
                    close={() => setOpen(null)}
                  />
                ) : (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Not relevant: ${found.name}`}
                    onClick={() => setOpen(found.id)}
                  >
                    Not relevant
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
