import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { reading, viewerQuery } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { MentorGroundsDocument, MentorsDocument } from '../generated/graphql';
import { counted } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { LinkButton } from '../theme/link-button';
import { Filters } from './filters';
import classes from './meetings.module.css';
import { MentorCard } from './mentor-card';

const route = getRouteApi('/mentors');

/** Academics who have worked with industry and help others who think of it. */
const MentorsPage = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: viewer } = useQuery(viewerQuery);
  const { data: words } = useVocabularies();
  const { data: grounds } = useQuery(reading('mentor-grounds', MentorGroundsDocument, {}));
  const one = (code: string | undefined) => (code ? [code] : null);
  const filter = {
    professions: one(search.profession),
    careerStages: one(search.stage),
    sectors: one(search.sector),
    grounds: one(search.ground),
  };
  const list = useInfiniteQuery({
    queryKey: ['mentors', filter],
    queryFn: ({ pageParam, signal }) => ask(MentorsDocument, { filter, first: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ mentors: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const mentors = (list.data?.pages ?? []).flatMap((page) => page.mentors.nodes);
  const total = list.data?.pages[0]?.mentors.totalCount ?? 0;
  const filtered = Object.values(search).some(Boolean);
  const choose = (name: keyof typeof search, code: string | undefined) =>
    void navigate({ search: { ...search, [name]: code }, replace: true });
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Mentors" />
          <p>People who did a year in industry, or hold a senior joint post, and help others who think of it.</p>
          <p className="quiet" role="status">
            {list.data ? counted(total, ['mentor', 'mentors']) : ' '}
          </p>
        </div>
        {viewer && (
          <LinkButton to="/me/meetings" variant="default">
            {viewer.academic ? 'Offer to mentor' : 'Your meetings'}
          </LinkButton>
        )}
      </div>
      <Filters
        label="Which mentors"
        filters={[
          { name: 'profession', label: 'Profession', none: 'Any profession', terms: words?.professions },
          { name: 'stage', label: 'Career stage', none: 'Any stage', terms: words?.careerStages },
          { name: 'sector', label: 'Sector they know', none: 'Any sector', terms: words?.sectors },
          { name: 'ground', label: 'What they have done', none: 'Anything', terms: grounds?.mentorGrounds },
        ]}
        chosen={search}
        choose={choose}
      />
      {list.error && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {!list.data && !list.error && <FormSkeleton />}
      {list.data && mentors.length === 0 && (
        <div style={{ marginTop: '1rem' }}>
          {filtered ? (
            <Empty
              title="No mentor is all of this"
              action={
                <LinkButton to="/mentors" search={{}}>
                  Show all mentors
                </LinkButton>
              }
            >
              Take a filter away: somebody of another profession may know the same sector.
            </Empty>
          ) : (
            <Empty title="Nobody mentors yet" action={<LinkButton to="/me/meetings">Be the first</LinkButton>}>
              Academics who have worked with industry can say so, with what they can help with.
            </Empty>
          )}
        </div>
      )}
      <ul className={`${classes.list} ${classes.pairs}`}>
        {mentors.map((mentor) => (
          <MentorCard key={mentor.academicId} mentor={mentor} signedIn={Boolean(viewer)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
};

export default MentorsPage;
