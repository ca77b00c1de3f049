import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../api/ask';
import type { Viewer } from '../api/queries';
import { SelectField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  CompanyTransfersDocument,
  type TransferLineFragment,
  TransferLineFragmentDoc,
  TransferYearDocument,
} from '../generated/graphql';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { TextLink } from '../theme/link-button';
import { pounds } from '../theme/money';
import classes from './declarations.module.css';
import { type DeclarationWords, labelIn, useDeclarationTerms } from './terms';
import { TransferForm } from './transfer-form';
import { TransferFacts } from './transfer-line';

const route = getRouteApi('/organisations/$id/transfers');

interface InYear {
  organisationId: string;
  year: number;
  terms: DeclarationWords;
}

/** The sums of a year by category, and how much of each stands against a name. */
const Sums = ({ organisationId, year, terms, onYear }: InYear & { onYear: (year: number) => void }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['transfers', 'year', organisationId, year],
    queryFn: ({ signal }) => ask(TransferYearDocument, { organisationId, year }, signal),
  });
  const { years, categories } = data?.transferYear ?? { years: [year], categories: [] };
  return (
    <section aria-labelledby="year-title">
      <h2 id="year-title">The year {year}</h2>
      <div className={classes.year}>
        <SelectField
          id="year"
          label="Calendar year"
          short
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
          value={String(year)}
          onChange={(chosen) => onYear(Number(chosen))}
        />
        {categories.length > 0 && (
          <Button
            variant="default"
            component="a"
            href={`/downloads/transfers-of-value/${organisationId}.csv?year=${year}`}
            download
          >
            Save the return of {year}
          </Button>
        )}
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {categories.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
        <section className={classes.scroll} tabIndex={0} aria-label="Sums by category">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Category</th>
                <th scope="col" data-number>
                  Transfers
                </th>
                <th scope="col" data-number>
                  Sum
                </th>
                <th scope="col" data-number>
                  Of that by name
                </th>
              </tr>
            </thead>
            <tbody>
              {categories.map(({ category, transfers, pence, namedPence }) => (
                <tr key={category}>
                  <th scope="row">{labelIn(terms.transferCategories, category)}</th>
                  <td data-number>{transfers.toLocaleString('en-GB')}</td>
                  <td data-number>{pounds(pence)}</td>
                  <td data-number>{pounds(namedPence)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="quiet">
        The return names a recipient only with their consent, and nobody for research and development; everything else
        is in sums.
      </p>
    </section>
  );
};

const List = ({
  organisationId,
  year,
  terms,
  onCorrect,
}: InYear & { onCorrect: (one: TransferLineFragment) => void }) => {
  const list = useInfiniteQuery({
    queryKey: ['transfers', 'company', organisationId, year],
    queryFn: ({ pageParam, signal }) =>
      ask(CompanyTransfersDocument, { organisationId, year, first: 25, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ companyTransfers: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const transfers = (list.data?.pages ?? []).flatMap(({ companyTransfers }) =>
    unmask(TransferLineFragmentDoc, companyTransfers.nodes),
  );
  return (
    <section aria-labelledby="recorded-title">
      <h2 id="recorded-title">Recorded</h2>
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <FormSkeleton groups={1} />}
      {list.data && transfers.length === 0 && (
        <Empty title={`Nothing is recorded for ${year}`}>
          Record what your company gave to people and organisations in health care: the return of the year is made from
          it.
        </Empty>
      )}
      <ul className={classes.lines}>
        {transfers.map((transfer) => (
          <TransferFacts
            key={transfer.id}
            transfer={transfer}
            terms={terms}
            heading={transfer.recipientName ?? 'Somebody who is no longer here'}
          >
            {transfer.actions.includes('correct') && (
              <div>
                <Button
                  variant="default"
                  aria-label={`Correct ${pounds(transfer.amountPence)} to ${transfer.recipientName ?? 'somebody'}`}
                  onClick={() => onCorrect(transfer)}
                >
                  Correct
                </Button>
              </div>
            )}
          </TransferFacts>
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
  );
};

const Transfers = ({ viewer }: { viewer: Viewer }) => {
  const { id: organisationId } = route.useParams();
  const [year, setYear] = useState(new Date().getUTCFullYear());
  const [editing, setEditing] = useState<{ saved?: TransferLineFragment }>();
  const [said, setSaid] = useState('');
  const { terms, error, refetch } = useDeclarationTerms();
  const member = viewer.memberships.find(({ organisation: { id } }) => id === organisationId);
  if (!member) return <NotFoundPage />;
  const done = (words?: string) => {
    setEditing(undefined);
    setSaid(words ?? '');
  };
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Transfers of value" />
          <p className="quiet">What {member.organisation.name} gave to people and organisations in health care.</p>
        </div>
        {!editing && terms && <Button onClick={() => setEditing({})}>Record a transfer</Button>}
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!terms && !error && <FormSkeleton groups={2} />}
      {terms && editing && (
        <TransferForm organisationId={organisationId} terms={terms} saved={editing.saved} onDone={done} />
      )}
      {terms && !editing && (
        <div className={classes.sections}>
          <p role="status">{said}</p>
          <Sums organisationId={organisationId} year={year} terms={terms} onYear={setYear} />
          <List
            organisationId={organisationId}
            year={year}
            terms={terms}
            onCorrect={(saved) => setEditing({ saved })}
          />
          <p>
            <TextLink to="/organisations/$id/desk" params={{ id: organisationId }}>
              Desk of {member.organisation.name}
            </TextLink>
          </p>
        </div>
      )}
    </>
  );
};

const TransfersPage = () => (
  <SignedIn title="Transfers of value" why="Sign in to record what your company gave, and to whom.">
    {(viewer) => <Transfers viewer={viewer} />}
  </SignedIn>
);

export default TransfersPage;
