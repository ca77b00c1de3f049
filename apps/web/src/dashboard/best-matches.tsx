import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '../api/queries';
import { BestMatchesDocument, type BestMatchesQuery } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { LinkButton } from '../theme/link-button';
import classes from './dashboard.module.css';

interface Props {
  subject: { kind: 'academic' | 'organisation'; id: string; name: string };
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

/** Who or what fits one of the viewer's sides best. */
export const BestMatches = ({ subject }: Props) => {
  const find = subject.kind === 'academic' ? 'opportunities' : 'academics';
  const { data, error, refetch } = useQuery(
    reading('best-matches', BestMatchesDocument, { for: { kind: subject.kind, id: subject.id }, find }),
  );
  const shown = (data?.matches.nodes ?? []).filter(({ eligible }) => eligible);
  return (
    <section className={classes.section} aria-labelledby={`matches-${subject.id}`}>
      <h2 id={`matches-${subject.id}`}>
        {find === 'academics' ? `People who fit ${subject.name}` : 'Opportunities that fit you'}
      </h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && (
        <div className={classes.matches} aria-busy="true">
          {['a', 'b', 'c'].map((key) => (
            <Skeleton key={key} height={130} radius={12} />
          ))}
        </div>
      )}
      {data && shown.length === 0 && (
        <Empty
          title="Nothing fits yet"
          action={
            subject.kind === 'academic' ? (
              <LinkButton to="/me">Open my profile</LinkButton>
            ) : (
              <LinkButton to="/organisations/$id/desk" params={{ id: subject.id }}>
                Open the desk
              </LinkButton>
            )
          }
        >
          Matches follow from topics and ways of working together: name the ones that matter to you.
        </Empty>
      )}
      <ul className={classes.matches}>
        {shown.map((match) => (
          <li key={match.academic?.id ?? match.opportunity?.id ?? match.organisation?.id} className={classes.match}>
            <h3>
              <Named match={match} />
            </h3>
            {match.academic?.jobTitle && <p className="quiet">{match.academic.jobTitle}</p>}
            <p>{match.sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
