import { getRouteApi } from '@tanstack/react-router';
import type { Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { useVocabularies } from '../forms/vocabularies';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { emptyBrief } from './brief-form';
import { Composer } from './composer';

const route = getRouteApi('/opportunities/new');

const NewOpportunity = ({ viewer }: { viewer: Viewer }) => {
  const { organisation } = route.useSearch();
  const { data: words, error, refetch } = useVocabularies();
  const [first] = viewer.memberships;
  if (!viewer.academic && !first) {
    return (
      <div className="prose">
        <PageHeading title="New opportunity" />
        <Empty
          title="Who would offer it?"
          action={<LinkButton to="/organisations/register">Register your organisation</LinkButton>}
        >
          A brief is offered by an organisation, a project idea by an academic with a profile. You have neither yet.
        </Empty>
      </div>
    );
  }
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!words) return <FormSkeleton groups={3} />;
  const member = viewer.memberships.find((one) => one.organisation.id === organisation) ?? first;
  return <Composer viewer={viewer} words={words} initial={emptyBrief(member?.organisation.id ?? '')} saved={null} />;
};

const NewOpportunityPage = () => (
  <SignedIn title="New opportunity" why="Sign in to describe what you need.">
    {(viewer) => <NewOpportunity viewer={viewer} />}
  </SignedIn>
);

export default NewOpportunityPage;
