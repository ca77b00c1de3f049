import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../api/problems';
import { reading } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { SearchGapsDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { BarList } from '../theme/bar-list';

const things: Record<string, string> = {
  academics: 'academics',
  organisations: 'organisations',
  opportunities: 'opportunities',
};

/** What people look for and do not find: an office may know who could offer it. */
export const SearchGaps = ({ organisationId }: { organisationId: string }) => {
  const { data, error, refetch } = useQuery(reading('search-gaps', SearchGapsDocument, { organisationId }));
  // Somebody of the organisation who is not its office has the page, and not this part of it.
  if (error && ['NOT_FOUND', 'NOT_ALLOWED'].includes(problemOf(error).code)) return null;
  const gaps = data?.searchGaps ?? [];
  return (
    <section aria-labelledby="gaps" style={{ marginTop: '2.25rem' }}>
      <h2 id="gaps">Searches with no result</h2>
      <p className="quiet" style={{ margin: '0.4rem 0 0.8rem', maxWidth: '46rem' }}>
        What people on Benchside looked for in the last twelve weeks and did not find. It is counted without saying who
        searched, and shown once there were at least three such searches.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && gaps.length === 0 && <p>Nothing that several people missed. Look again in a week.</p>}
      {gaps.length > 0 && (
        <BarList
          caption="Looked for and not found"
          columns={['What', 'Searches']}
          rows={gaps.map(({ kind, term, searches }) => ({
            label: `${term} (${things[kind] ?? kind})`,
            value: searches,
          }))}
        />
      )}
    </section>
  );
};
