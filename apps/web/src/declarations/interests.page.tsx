import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  ConfirmInterestsDocument,
  DeclareNoInterestsDocument,
  type InterestLineFragment,
  InterestLineFragmentDoc,
  InterestStandingDocument,
  MyInterestsDocument,
  TransferLineFragmentDoc,
  TransfersToMeDocument,
} from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';
import classes from './declarations.module.css';
import { emptyInterest, type InterestForm, InterestFormFields, interestForm } from './interest-form';
import { OwnInterest } from './own-interest';
import { type Suggestion, SuggestionsSection } from './suggestions-section';
import { type DeclarationWords, todayAsDay, useDeclarationTerms } from './terms';
import { ReceivedTransfer } from './transfer-line';

interface Editing {
  initial: InterestForm;
  saved?: InterestLineFragment;
}

const useMyInterests = (states: string[]) =>
  useInfiniteQuery({
    queryKey: ['interests', states],
    queryFn: ({ pageParam, signal }) => ask(MyInterestsDocument, { first: 100, after: pageParam, states }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ myInterests: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });

/** Whether the declarations wait to be confirmed, and the button that does it. */
const Confirmation = ({ interests, whole }: { interests: readonly InterestLineFragment[]; whole: boolean }) => {
  const queries = useQueryClient();
  const { data } = useQuery(reading('interest-standing', InterestStandingDocument, {}));
  const confirming = useMutation({
    mutationFn: () => ask(ConfirmInterestsDocument, { ids: interests.map(({ id }) => id) }),
    onSettled: () => {
      for (const key of ['interests', 'interest-standing', 'news']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const standing = data?.interestStanding;
  if (!standing?.confirmBy) return null;
  const late = standing.confirmBy < todayAsDay();
  return (
    <section className={classes.panel} data-due={standing.due || undefined} aria-labelledby="confirm-title">
      <h2 id="confirm-title">
        {late ? 'Confirmation was due on' : 'To be confirmed by'} {dayOf(standing.confirmBy)}
      </h2>
      <p>Once a year you say that what stands here is still so. Change what is not, then confirm the rest.</p>
      {confirming.error && <ProblemNotice error={confirming.error} title="This is not confirmed" />}
      <Button
        variant={standing.due ? 'filled' : 'default'}
        loading={confirming.isPending}
        disabled={!whole}
        onClick={() => confirming.mutate()}
      >
        Everything here still holds
      </Button>
      <span role="status">{confirming.isSuccess ? 'Confirmed.' : ''}</span>
    </section>
  );
};

/** What companies have recorded as given to the reader. */
const Transfers = ({ terms }: { terms: DeclarationWords }) => {
  const list = useInfiniteQuery({
    queryKey: ['transfers', 'to-me'],
    queryFn: ({ pageParam, signal }) => ask(TransfersToMeDocument, { first: 25, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ transfersToMe: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const transfers = (list.data?.pages ?? []).flatMap(({ transfersToMe }) =>
    unmask(TransferLineFragmentDoc, transfersToMe.nodes),
  );
  return (
    <section aria-labelledby="transfers-title">
      <h2 id="transfers-title">Recorded about you</h2>
      <p className="quiet">
        Payments and benefits that companies record. Your name is disclosed with one only while you agree to it.
      </p>
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {list.data && transfers.length === 0 && <p>No company has recorded anything as given to you.</p>}
      <ul className={classes.lines}>
        {transfers.map((transfer) => (
          <ReceivedTransfer key={transfer.id} transfer={transfer} terms={terms} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more transfers
          </Button>
        </div>
      )}
    </section>
  );
};

/** What has ended or was withdrawn, for those who ask for it. */
const Past = ({ terms, onDone }: { terms: DeclarationWords; onDone: (said: string) => void }) => {
  const list = useMyInterests(['ended', 'withdrawn']);
  const past = (list.data?.pages ?? []).flatMap(({ myInterests }) =>
    unmask(InterestLineFragmentDoc, myInterests.nodes),
  );
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title">Ended or withdrawn</h2>
      <ul className={classes.lines}>
        {past.map((interest) => (
          <OwnInterest key={interest.id} interest={interest} terms={terms} onChange={() => undefined} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
};

const Interests = ({ viewer, terms }: { viewer: Viewer; terms: DeclarationWords }) => {
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Editing>();
  const [said, setSaid] = useState('');
  const list = useMyInterests(['current']);
  const interests = (list.data?.pages ?? []).flatMap(({ myInterests }) =>
    unmask(InterestLineFragmentDoc, myInterests.nodes),
  );
  const declaringNone = useMutation({
    mutationFn: () => ask(DeclareNoInterestsDocument, {}),
    onSuccess: () => {
      setSaid('You have declared that there is nothing to declare.');
      for (const key of ['interests', 'interest-standing']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const done = (words?: string) => {
    setEditing(undefined);
    setSaid(words ?? '');
  };
  const open = (next: Editing) => {
    setSaid('');
    setEditing(next);
    // The form takes the place of the lists: the reader begins at its top.
    window.scrollTo({ top: 0 });
  };
  const declare = ({ organisationId, counterparty, category, situation }: Suggestion) =>
    open({
      initial: { ...emptyInterest, category, situation, organisation: { id: organisationId, name: counterparty } },
    });
  if (editing)
    return <InterestFormFields terms={terms} initial={editing.initial} saved={editing.saved} onDone={done} />;
  return (
    <div className={classes.sections}>
      <p role="status">{said}</p>
      <Confirmation interests={interests} whole={list.isSuccess && !list.hasNextPage} />
      <SuggestionsSection onDeclare={declare} />
      <section aria-labelledby="mine-title">
        <div className={classes.head}>
          <h2 id="mine-title">What I have declared</h2>
          <Button onClick={() => open({ initial: emptyInterest })}>Declare an interest</Button>
        </div>
        {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
        {!list.data && !list.error && <FormSkeleton groups={1} />}
        {declaringNone.error && <ProblemNotice error={declaringNone.error} />}
        {list.data && interests.length === 0 && (
          <Empty
            title="You have declared nothing yet"
            action={
              <Button variant="default" loading={declaringNone.isPending} onClick={() => declaringNone.mutate()}>
                I have nothing to declare
              </Button>
            }
          >
            Declare an interest, or say that you have none: that is a declaration, too. It is then used wherever you
            work with somebody it concerns.
          </Empty>
        )}
        <ul className={classes.lines}>
          {interests.map((interest) => (
            <OwnInterest
              key={interest.id}
              interest={interest}
              terms={terms}
              onChange={() => open({ initial: interestForm(interest), saved: interest })}
              onDone={done}
            />
          ))}
        </ul>
        {list.hasNextPage && (
          <div>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show the rest
            </Button>
          </div>
        )}
      </section>
      <Past terms={terms} onDone={done} />
      {viewer.academic && <Transfers terms={terms} />}
      <p>
        <TextLink to="/dashboard">Dashboard</TextLink>
      </p>
    </div>
  );
};

const MyInterests = ({ viewer }: { viewer: Viewer }) => {
  const { terms, error, refetch } = useDeclarationTerms();
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="My interests" />
          <p className="quiet">
            Declare once: what you write here appears wherever you work with the same counterparty.
          </p>
        </div>
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!terms && !error && <FormSkeleton groups={2} />}
      {terms && <Interests viewer={viewer} terms={terms} />}
    </>
  );
};

const InterestsPage = () => (
  <SignedIn
    title="My interests"
    why="Sign in to declare your interests and read what companies have recorded about you."
  >
    {(viewer) => <MyInterests viewer={viewer} />}
  </SignedIn>
);

export default InterestsPage;
