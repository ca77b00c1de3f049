import { Button, Paper, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import classes from '../collaborations/collaborations.module.css';
import { DeclineFeedbackDocument, RemoveMobilityDocument } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { BarList } from '../theme/bar-list';
import { LinkButton } from '../theme/link-button';
import { directionWords, type Move, mobilityOf, moveSpan } from './mobility-list';
import { MoveForm } from './move-form';

const Moves = ({ academicId }: { academicId: string }) => {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(mobilityOf(academicId));
  const [open, setOpen] = useState<Move | 'new' | null>(null);
  const changed = () => {
    setOpen(null);
    void client.invalidateQueries({ queryKey: ['mobility'] });
  };
  const removing = useMutation({ mutationFn: (id: string) => ask(RemoveMobilityDocument, { id }), onSuccess: changed });
  return (
    <Paper p="lg" withBorder component="section" className={classes.spaced} aria-labelledby="moves">
      <div className={classes.panelHead}>
        <h2 id="moves">Moves between academia and industry</h2>
        {open === null && (
          <Button variant="default" onClick={() => setOpen('new')}>
            Add a move
          </Button>
        )}
      </div>
      <p className={classes.small}>
        Going to industry and coming back both count. You choose which moves your profile shows.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {removing.isError && <ProblemNotice error={removing.error} />}
      {!data && !error && <Skeleton height={60} />}
      {open !== null && <MoveForm move={open === 'new' ? null : open} done={changed} cancel={() => setOpen(null)} />}
      {data && data.mobility.length === 0 && open === null && <p>No move is written down yet.</p>}
      <ul className={classes.lines}>
        {data?.mobility.map((move) => (
          <li key={move.id}>
            <div className={classes.line}>
              <div>
                <b>
                  {directionWords[move.direction]}: {move.what}, {move.organisation}
                </b>
                <p className={classes.small}>
                  {moveSpan(move)}. {move.shown ? 'On your profile.' : 'Only you see it.'}
                </p>
              </div>
              <span>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => setOpen(move)}
                  aria-label={`Change: ${move.organisation}`}
                >
                  Change
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => removing.mutate(move.id)}
                  aria-label={`Remove: ${move.organisation}`}
                >
                  Remove
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Paper>
  );
};

const Answers = () => {
  const { data } = useQuery(reading('decline-feedback', DeclineFeedbackDocument, { organisationId: null }));
  const feedback = data?.declineFeedback;
  if (!feedback || feedback.decided === 0) return null;
  return (
    <Paper p="lg" withBorder component="section" className={classes.spaced} aria-labelledby="answers">
      <h2 id="answers">How your requests were answered</h2>
      <p>
        {feedback.accepted} of {feedback.decided} decided {feedback.decided === 1 ? 'request was' : 'requests were'}{' '}
        accepted.
      </p>
      {feedback.reasons.length > 0 && (
        <BarList
          caption="Why requests were declined"
          columns={['Reason', 'Requests']}
          rows={feedback.reasons.map(({ label, count }) => ({ label, value: count }))}
        />
      )}
    </Paper>
  );
};

const PortfolioPage = () => (
  <SignedIn title="My portfolio" why="Sign in to see what came of your work with industry.">
    {(viewer) => (
      <div className="prose" style={{ display: 'grid', gap: '1.2rem' }}>
        <PageHeading title="My portfolio" />
        {viewer.academic ? (
          <>
            <Paper p="lg" withBorder component="section" className={classes.spaced} aria-labelledby="evidence">
              <h2 id="evidence">Evidence for an ARCP or an appraisal</h2>
              <p>
                Your work with industry that has begun: its terms, who approved it, what came of it, and what your
                partners say.
              </p>
              <div className={classes.line} style={{ justifyContent: 'flex-start' }}>
                <Button component="a" href="/downloads/portfolio/mine.pdf" download>
                  Download as PDF
                </Button>
                <Button component="a" href="/downloads/portfolio/mine.json" download variant="default">
                  Download as JSON
                </Button>
              </div>
            </Paper>
            <Moves academicId={viewer.academic.id} />
            <Answers />
          </>
        ) : (
          <Empty title="A portfolio is of a profile" action={<LinkButton to="/me">Make your profile</LinkButton>}>
            It collects what you have done with industry, as a clinical academic.
          </Empty>
        )}
      </div>
    )}
  </SignedIn>
);

export default PortfolioPage;
