import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { problemOf } from '../api/problems';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import { GovernanceChoicesDocument, PolicyPacksDocument, SavedPackFragmentDoc } from '../generated/graphql';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { PolicyEditor } from './policy-editor';
import { PolicyVersions } from './policy-versions';

const route = getRouteApi('/organisations/$id/policies');

const Policies = ({ viewer }: { viewer: Viewer }) => {
  const { id } = route.useParams();
  const words = useVocabularies();
  const choices = useQuery({
    ...reading('governance-choices', GovernanceChoicesDocument, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const writes = viewer.memberships.some(({ organisation, role }) => organisation.id === id && role !== 'member');
  const { data, error, refetch } = useQuery({
    ...reading('policy-packs', PolicyPacksDocument, { organisationId: id }),
    enabled: writes,
    gcTime: 0,
  });
  if (!writes) return <NotFoundPage />;
  const failed = error ?? words.error ?? choices.error;
  if (failed && !data) {
    if (['NOT_FOUND', 'BAD_INPUT'].includes(problemOf(failed).code)) return <NotFoundPage />;
    return (
      <div className="prose">
        <PageHeading title="Policies" />
        <ProblemNotice error={failed} retry={() => void refetch()} />
      </div>
    );
  }
  if (!data || !words.data || !choices.data) {
    return (
      <div>
        <PageHeading title="Policies" />
        <FormSkeleton groups={2} />
      </div>
    );
  }
  const packs = data.policyPacks.nodes.map((pack) => unmask(SavedPackFragmentDoc, pack));
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title={`Policies of ${data.organisation.name}`} />
          <p className="quiet">What your people are told when they ask “Can I do this?”</p>
        </div>
        <LinkButton to="/organisations/$id/desk" params={{ id }} variant="default">
          Back to the desk
        </LinkButton>
      </div>
      <div className={forms.layout}>
        <PolicyEditor
          owner={{ organisationId: id }}
          newest={packs[0]}
          kinds={choices.data.governanceChoices.policyKinds}
          words={words.data}
        />
        <aside className={forms.aside} aria-label="Beside the policies">
          <PolicyVersions packs={packs} />
        </aside>
      </div>
    </>
  );
};

const PoliciesPage = () => (
  <SignedIn title="Policies" why="Sign in to write the policies of your organisation.">
    {(viewer) => <Policies viewer={viewer} />}
  </SignedIn>
);

export default PoliciesPage;
