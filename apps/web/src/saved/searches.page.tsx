import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { unmask } from '../generated/fragment-masking';
import { LettersFragmentDoc, SavedLineFragmentDoc, SavedSearchesDocument } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { Letters } from './letters';
import classes from './saved.module.css';
import { SavedLine } from './saved-line';

const Searches = () => {
  const { data, error, refetch } = useQuery({
    ...reading('saved-searches', SavedSearchesDocument, {}),
    staleTime: 0,
  });
  const searches = data?.savedSearches.map((one) => unmask(SavedLineFragmentDoc, one)) ?? [];
  const choices = data && unmask(LettersFragmentDoc, data.digestPreferences);
  return (
    <div className="prose">
      <PageHeading title="Saved searches" />
      <p className="quiet" role="status">
        {choices && searches.length > 0
          ? `${searches.length} of at most ${choices.mostSearches}.${choices.letters ? '' : ' Letters are switched off.'}`
          : ' '}
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={2} />}
      {data && searches.length === 0 && (
        <Empty title="You have not saved a search yet" action={<LinkButton to="/academics">Find academics</LinkButton>}>
          Search for what you need, then choose “Save this search” above the results. You are told when something new
          fits it, also where there is nothing today.
        </Empty>
      )}
      {choices && (
        <>
          <ul className={classes.list}>
            {searches.map((search) => (
              <SavedLine key={search.id} search={search} cadences={choices.cadences} letters={choices.letters} />
            ))}
          </ul>
          <Letters
            choices={choices}
            recorded={data?.profileViews.recorded ?? null}
            days={data?.profileViews.days ?? 0}
          />
        </>
      )}
    </div>
  );
};

const SearchesPage = () => (
  <SignedIn title="Saved searches" why="Sign in to see your saved searches and to choose what we write to you about.">
    {() => <Searches />}
  </SignedIn>
);

export default SearchesPage;
