import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { ConsentsDocument, WithdrawConsentDocument } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton, TextLink } from '../theme/link-button';
import classes from './consent.module.css';

const purposes: Record<string, string> = {
  terms: 'The terms of use',
  privacy: 'The privacy notice',
  'contact-by-companies': 'Being contacted by companies',
  digest: 'Letters about what is new',
};

/** An account cannot be without these. */
const needed = ['terms', 'privacy'];

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
const moment = (time: string) => moments.format(new Date(time));

const Consents = () => {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({ ...reading('consents', ConsentsDocument, {}), staleTime: 0 });
  const withdrawing = useMutation({
    mutationFn: (purpose: string) => ask(WithdrawConsentDocument, { purpose }),
    onSettled: async () => {
      for (const name of ['consents', 'saved-searches', 'letter-choices'])
        await queries.invalidateQueries({ queryKey: [name] });
    },
  });
  const lines = (data?.myConsents ?? []).toReversed();
  return (
    <div className="prose">
      <PageHeading title="What I agreed to" />
      <p>
        Each line says what you agreed to, in which version of its words, and when. Nothing is ever changed here: taking
        something back closes its line.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {withdrawing.error && <ProblemNotice error={withdrawing.error} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && lines.length === 0 && (
        <Empty
          title="Nothing is recorded"
          action={<LinkButton to="/me/searches">Saved searches and letters</LinkButton>}
        >
          You have not been asked to agree to anything beyond your account. If you want letters about what is new, you
          agree to them there.
        </Empty>
      )}
      <ul className={classes.list}>
        {lines.map(({ id, purpose, textVersion, givenAt, withdrawnAt }) => (
          <li key={id} className={classes.line} data-standing={withdrawnAt === null || undefined}>
            <div>
              <h2>{purposes[purpose] ?? purpose}</h2>
              <p className="quiet">
                Version {textVersion}. Agreed on <time dateTime={givenAt}>{moment(givenAt)}</time>.{' '}
                {withdrawnAt ? (
                  <>
                    Taken back on <time dateTime={withdrawnAt}>{moment(withdrawnAt)}</time>.
                  </>
                ) : (
                  'It stands.'
                )}
              </p>
            </div>
            {withdrawnAt === null && !needed.includes(purpose) && (
              <Button
                variant="default"
                loading={withdrawing.isPending && withdrawing.variables === purpose}
                aria-label={`Take it back: ${purposes[purpose] ?? purpose}`}
                onClick={() => withdrawing.mutate(purpose)}
              >
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p>
        What is kept about you and how to have it corrected or deleted is on the page about{' '}
        <TextLink to="/privacy">privacy</TextLink>. Letters are chosen under{' '}
        <TextLink to="/me/searches">saved searches</TextLink>.
      </p>
    </div>
  );
};

const ConsentPage = () => (
  <SignedIn title="What I agreed to" why="Sign in to see what you agreed to and when.">
    {() => <Consents />}
  </SignedIn>
);

export default ConsentPage;
