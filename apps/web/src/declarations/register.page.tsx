import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import type { Viewer } from '../api/queries';
import { AreaField, SelectField, TextField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { optionsOf } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import {
  type InterestLineFragment,
  InterestLineFragmentDoc,
  InterestRegisterDocument,
  MitigateInterestDocument,
  TransferLineFragmentDoc,
  TransfersToPeopleDocument,
} from '../generated/graphql';
import { counted } from '../search/list-kinds';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton, TextLink } from '../theme/link-button';
import classes from './declarations.module.css';
import { InterestFacts } from './interest-facts';
import { type DeclarationWords, useDeclarationTerms } from './terms';
import { ReceivedTransfer } from './transfer-line';

const route = getRouteApi('/office/$organisationId/interests');

/** What the office decides about an interest. */
const Mitigate = ({
  interest,
  terms,
  onDone,
}: {
  interest: InterestLineFragment;
  terms: DeclarationWords;
  onDone: () => void;
}) => {
  const { id } = interest;
  const queries = useQueryClient();
  const [mitigation, setMitigation] = useState<string>(interest.mitigation);
  const [note, setNote] = useState(interest.mitigationNote ?? '');
  const [reviewOn, setReviewOn] = useState(interest.reviewOn ?? '');
  const [wrong, setWrong] = useState<string>();
  const saving = useMutation({
    mutationFn: () =>
      ask(MitigateInterestDocument, {
        input: { id, mitigation, note: note.trim() || null, reviewOn: reviewOn || null },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['interest-register'] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = mitigation !== 'none' && note.trim() === '';
    setWrong(missing ? 'Say what was agreed' : undefined);
    if (!missing) saving.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <div className={forms.pair}>
        <SelectField
          id={`mitigation-${id}`}
          label="What is done about it"
          hint={terms.mitigations.find(({ code }) => code === mitigation)?.detail}
          options={optionsOf(terms.mitigations)}
          value={mitigation}
          onChange={setMitigation}
        />
        <TextField
          id={`review-${id}`}
          label="Looked at again on"
          type="date"
          short
          value={reviewOn}
          onChange={setReviewOn}
        />
      </div>
      <AreaField
        id={`note-${id}`}
        label="What was agreed"
        hint="The owner and the office read it, nobody else."
        rows={2}
        most={2_000}
        value={note}
        error={wrong}
        onChange={setNote}
      />
      {saving.error && <ProblemNotice error={saving.error} title="This is not kept" />}
      <div className={forms.actions}>
        <Button type="submit" loading={saving.isPending}>
          Keep
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

const Line = ({ interest, terms }: { interest: InterestLineFragment; terms: DeclarationWords }) => {
  const [deciding, setDeciding] = useState(false);
  return (
    <InterestFacts interest={interest} terms={terms} named>
      {deciding && <Mitigate interest={interest} terms={terms} onDone={() => setDeciding(false)} />}
      {!deciding && interest.actions.includes('mitigate') && (
        <div>
          <Button
            variant="default"
            aria-label={`What is done about it: ${interest.counterparty}, ${interest.ownerName}`}
            onClick={() => setDeciding(true)}
          >
            What is done about it
          </Button>
        </div>
      )}
    </InterestFacts>
  );
};

/** What companies recorded as given to the organisation and its people. */
const ToPeople = ({ organisationId, terms }: { organisationId: string; terms: DeclarationWords }) => {
  const list = useInfiniteQuery({
    queryKey: ['transfers', 'to-people', organisationId],
    queryFn: ({ pageParam, signal }) =>
      ask(TransfersToPeopleDocument, { organisationId, first: 25, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ transfersToPeople: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const transfers = (list.data?.pages ?? []).flatMap(({ transfersToPeople }) =>
    unmask(TransferLineFragmentDoc, transfersToPeople.nodes),
  );
  return (
    <section aria-labelledby="to-people-title">
      <h2 id="to-people-title">Transfers of value to us and our people</h2>
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {list.data && transfers.length === 0 && <p>No company has recorded any.</p>}
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

const Register = ({ viewer }: { viewer: Viewer }) => {
  const { organisationId } = route.useParams();
  const { terms, error: wordless, refetch: again } = useDeclarationTerms();
  const member = viewer.memberships.find(({ organisation: { id } }) => id === organisationId);
  const list = useInfiniteQuery({
    queryKey: ['interest-register', organisationId],
    queryFn: ({ pageParam, signal }) =>
      ask(InterestRegisterDocument, { organisationId, first: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ interestRegister: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    enabled: member !== undefined,
  });
  if (!member || (list.error && problemOf(list.error).code === 'NOT_FOUND')) return <NotFoundPage />;
  const interests = (list.data?.pages ?? []).flatMap(({ interestRegister }) =>
    unmask(InterestLineFragmentDoc, interestRegister.nodes),
  );
  const total = list.data?.pages[0]?.interestRegister.totalCount ?? 0;
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Register of interests" />
          <p className="quiet" role="status">
            {list.data &&
              `${counted(total, ['declaration', 'declarations'])} of the people of ${member.organisation.name}, in force now.`}
          </p>
        </div>
        {interests.length > 0 && (
          <Button
            variant="default"
            component="a"
            href={`/downloads/register-of-interests/${organisationId}.csv`}
            download
          >
            Save the register
          </Button>
        )}
      </div>
      {(list.error ?? wordless) && (
        <ProblemNotice error={list.error ?? wordless} retry={() => void (list.error ? list.refetch() : again())} />
      )}
      {(!list.data || !terms) && !list.error && !wordless && <FormSkeleton groups={2} />}
      {list.data && terms && (
        <div className={classes.sections}>
          <section aria-labelledby="declared-title">
            <h2 id="declared-title">Declared</h2>
            {interests.length === 0 && (
              <Empty
                title="Nobody has declared anything yet"
                action={
                  <LinkButton to="/organisations/$id/desk" params={{ id: organisationId }} variant="default">
                    Open the desk
                  </LinkButton>
                }
              >
                What people declare who name your organisation as their employer appears here by itself.
              </Empty>
            )}
            <ul className={classes.lines}>
              {interests.map((interest) => (
                <Line key={interest.id} interest={interest} terms={terms} />
              ))}
            </ul>
            {list.hasNextPage && (
              <div>
                <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  Show more
                </Button>
              </div>
            )}
          </section>
          <ToPeople organisationId={organisationId} terms={terms} />
          <p>
            <TextLink to="/office/$organisationId" params={{ organisationId }}>
              Office of {member.organisation.name}
            </TextLink>
          </p>
        </div>
      )}
    </>
  );
};

const RegisterPage = () => (
  <SignedIn title="Register of interests" why="Sign in to read what your people have declared.">
    {(viewer) => <Register viewer={viewer} />}
  </SignedIn>
);

export default RegisterPage;
