import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reading, viewerQuery } from '../api/queries';
import { ExplainMatchDocument } from '../generated/graphql';
import classes from '../profiles/profile.module.css';
import { Terms } from '../profiles/profile-parts';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton, TextLink } from '../theme/link-button';
import { JudgeMatch } from './judge-match';
import { type MatchKind, ownOpportunities, type Side, sidesOf, writeSide } from './sides';

interface Props {
  other: { kind: MatchKind; id: string; name: string };
}

const Explained = ({ own, other }: { own: Side; other: Props['other'] }) => {
  const subject = ({ kind, id }: { kind: MatchKind; id: string }) => ({ kind, id });
  const { data, error, refetch } = useQuery(
    reading('match', ExplainMatchDocument, { a: subject(own), b: subject(other) }),
  );
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} />;
  const { match } = data;
  return (
    <>
      <p>{match.sentence}</p>
      {match.sharedTopics.length > 0 && (
        <>
          <h3>You share</h3>
          <Terms terms={match.sharedTopics} />
        </>
      )}
      {match.ruledOutBy.length > 0 && (
        <>
          <h3>What rules it out</h3>
          <ul>
            {match.ruledOutBy.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {match.missing.length > 0 && (
        <>
          <h3>Asked for and not stated</h3>
          <ul>
            {match.missing.slice(0, 4).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <TextLink to="/match" search={{ a: writeSide(own), b: writeSide(other) }}>
        How this was worked out
      </TextLink>
      <h3>Is this relevant?</h3>
      <JudgeMatch own={own} other={other} />
    </>
  );
};

/** How the viewer and somebody fit, beside the profile. */
export const HowYouMatch = ({ other }: Props) => {
  const { data: viewer } = useQuery(viewerQuery);
  const offered = useQuery({ ...ownOpportunities, enabled: Boolean(viewer) && other.kind !== 'opportunity' }).data;
  const [chosen, setChosen] = useState(0);
  const sides = viewer ? sidesOf(viewer, offered?.myOpportunities ?? [], other) : [];
  const own = sides[Math.min(chosen, sides.length - 1)];
  const isOwn =
    viewer?.academic?.id === other.id || viewer?.memberships.some(({ organisation }) => organisation.id === other.id);
  if (isOwn) return null;
  return (
    <section className={`${classes.panel} no-print`} data-tinted aria-labelledby="how-you-match">
      <h2 id="how-you-match">How you match</h2>
      {viewer === undefined && <Skeleton height={90} />}
      {viewer === null && (
        <>
          <p>Sign in to see which topics you share, what fits, and what is missing.</p>
          <LinkButton to="/sign-in" search={{ next: window.location.pathname }} variant="filled">
            Sign in
          </LinkButton>
        </>
      )}
      {viewer && sides.length === 0 && (
        <p>
          {other.kind === 'academic'
            ? 'Join your organisation here to see how it and this person fit.'
            : 'With a profile of your own you would see here how well this fits you.'}
        </p>
      )}
      {sides.length > 1 && (
        <label>
          For{' '}
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {sides.map((side, index) => (
              <option key={side.id} value={index}>
                {side.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {own && <Explained key={own.id} own={own} other={other} />}
    </section>
  );
};
