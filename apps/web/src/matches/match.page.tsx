import { Alert, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { problemOf } from '../api/problems';
import { reading, viewerQuery } from '../api/queries';
import { ExplainMatchDocument, type ExplainMatchQuery } from '../generated/graphql';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton, TextLink } from '../theme/link-button';
import { JudgeMatch } from './judge-match';
import classes from './match.module.css';
import { fitWord, pointsOf } from './points';
import { mayJudge, ownOpportunities, readSide } from './sides';

const route = getRouteApi('/match');

type Match = ExplainMatchQuery['match'];

const number = (points: number) =>
  points.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const Other = ({ match: { academic, organisation, opportunity } }: { match: Match }) => {
  if (academic) {
    return (
      <TextLink to="/academics/$id" params={{ id: academic.id }}>
        {academic.name}
      </TextLink>
    );
  }
  if (organisation) {
    return (
      <TextLink to="/organisations/$id" params={{ id: organisation.id }}>
        {organisation.name}
      </TextLink>
    );
  }
  if (!opportunity) return null;
  return (
    <TextLink to="/opportunities/$id" params={{ id: opportunity.id }}>
      {opportunity.title}
    </TextLink>
  );
};

const Table = ({ match }: { match: Match }) => {
  const { lines, sum } = pointsOf(match.parts.map(({ points }) => points));
  const weights = match.parts.reduce((all, { weight }) => all + weight, 0);
  const counted = pointsOf(match.parts.map(({ weight }) => weight / weights)).lines;
  return (
    <>
      <div className={classes.stack} aria-hidden="true">
        {match.parts.map(({ part }, index) =>
          lines[index] ? <span key={part} style={{ width: `${lines[index]}%` }} /> : null,
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached with the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label="How the points add up">
        <table className={classes.table}>
          <caption>Each part counts for so many of 100 points, and gives as many of them as it fits.</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">What was found</th>
              <th scope="col">How it fits</th>
              <th scope="col" data-number>
                Counts for
              </th>
              <th scope="col" data-number>
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {match.parts.map(({ part, label, reason, value, unknown }, index) => (
              <tr key={part}>
                <th scope="row">{label}</th>
                <td>{reason}</td>
                <td className={classes.word}>{fitWord(value, unknown)}</td>
                <td data-number>{number(counted[index] ?? 0)}</td>
                <td data-number>{number(lines[index] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                Together
              </th>
              <td data-number>{number(100)}</td>
              <td data-number>{number(sum)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  );
};

const Explanation = ({ match }: { match: Match }) => {
  const evidence = match.parts.flatMap(({ evidence: pieces, part }) => pieces.map((piece) => ({ ...piece, part })));
  return (
    <>
      <p>
        With <Other match={match} />
      </p>
      <p className={classes.sentence}>{match.sentence}</p>
      {!match.eligible && (
        <Alert color="red" title="A condition is not met" mt="md">
          <ul>
            {match.ruledOutBy.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
      )}
      <section className={classes.section}>
        <h2>How the points add up</h2>
        <Table match={match} />
      </section>
      <section className={classes.section}>
        <h2>What it rests on</h2>
        {evidence.length > 0 ? (
          <ul className={classes.evidence}>
            {evidence.map(({ part, text, source, dated }) => (
              <li key={`${part}${source}${text}`}>
                {text} <span className="quiet">({dated ? `${source}, ${dated}` : source})</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">Nothing in the two profiles speaks for it yet.</p>
        )}
      </section>
      {match.missing.length > 0 && (
        <section className={classes.section}>
          <h2>Asked for and not stated</h2>
          <ul className={classes.evidence}>
            {match.missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {match.changes.length > 0 && (
        <section className={classes.section}>
          <h2>What would change it</h2>
          <ul className={classes.evidence}>
            {match.changes.map(({ part, change, score }) => (
              <li key={part}>
                {change}: {number(score * 100)} points instead of {number(match.score * 100)}.
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const MatchPage = () => {
  const search = route.useSearch();
  const [a, b] = [readSide(search.a), readSide(search.b)];
  const { data: viewer } = useQuery(viewerQuery);
  const offered = useQuery({ ...ownOpportunities, enabled: Boolean(viewer) && a?.kind === 'opportunity' }).data;
  const { data, error, refetch } = useQuery({
    ...reading('match', ExplainMatchDocument, { a: a ?? { kind: '', id: '' }, b: b ?? { kind: '', id: '' } }),
    enabled: Boolean(a && b && viewer),
  });
  const code = error ? problemOf(error).code : null;
  if (!a || !b || code === 'NOT_FOUND') return <NotFoundPage />;
  return (
    <div>
      <PageHeading title="How this match was worked out" />
      {viewer === null ? (
        <div className="prose">
          <p>Sign in to see how you match: it is shown to the two sides only.</p>
          <LinkButton to="/sign-in" search={{ next: window.location.pathname + window.location.search }}>
            Sign in
          </LinkButton>
        </div>
      ) : (
        error && <ProblemNotice error={error} retry={() => void refetch()} />
      )}
      {!data && !error && viewer !== null && <Skeleton height={320} mt="lg" />}
      {data && <Explanation match={data.match} />}
      {data && viewer && mayJudge(viewer, offered?.myOpportunities ?? [], a) && (
        <section className={classes.section} aria-labelledby="judge-match">
          <h2 id="judge-match">Is this relevant?</h2>
          <JudgeMatch own={a} other={b} />
        </section>
      )}
    </div>
  );
};

export default MatchPage;
