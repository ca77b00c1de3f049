import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { useVocabularies } from '../forms/vocabularies';
import { OpportunityProfileDocument } from '../generated/graphql';
import { ProfileOf } from '../profiles/profile-query';
import { NotFoundPage } from '../shell/not-found.page';
import { SignedIn } from '../signed-in/signed-in';
import { briefFrom } from './brief-form';
import { Composer } from './composer';

const route = getRouteApi('/opportunities/$id/edit');

const EditOpportunity = ({ viewer }: { viewer: Viewer }) => {
  const { id } = route.useParams();
  const { data: words } = useVocabularies();
  const answer = useQuery({
    ...reading('opportunity-to-edit', OpportunityProfileDocument, { id }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <ProfileOf answer={answer}>
      {({ opportunity }) => {
        if (!opportunity.mine) return <NotFoundPage />;
        if (!words) return <FormSkeleton groups={3} />;
        return (
          <Composer
            key={opportunity.id}
            viewer={viewer}
            words={words}
            initial={briefFrom(opportunity, words)}
            saved={opportunity}
          />
        );
      }}
    </ProfileOf>
  );
};

const EditOpportunityPage = () => (
  <SignedIn title="Change the opportunity" why="Sign in to change what you have written.">
    {(viewer) => <EditOpportunity viewer={viewer} />}
  </SignedIn>
);

export default EditOpportunityPage;
