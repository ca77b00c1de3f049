import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../api/problems';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { useVocabularies } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import { MyProfileDocument, OwnProfileFragmentDoc } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { ProfileEditor } from './profile-editor';
import { emptyForm, formFrom } from './profile-form';

const Me = ({ viewer }: { viewer: Viewer }) => {
  // Read anew each time the form is opened: it starts from what is saved, never from what was read before.
  const fresh = { enabled: viewer.academic !== null, gcTime: 0, staleTime: 60_000 };
  const mine = useQuery({ ...reading('my-profile', MyProfileDocument, {}), ...fresh });
  const words = useVocabularies();
  const failed = [words, mine].find(({ error, data }) => error && !data);
  if (failed?.error && problemOf(failed.error).code !== 'NOT_FOUND') {
    return (
      <div className="prose">
        <PageHeading title="My profile" />
        <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />
      </div>
    );
  }
  if (words.data && !viewer.academic) {
    return (
      <ProfileEditor
        words={words.data}
        viewer={viewer}
        saved={null}
        initial={emptyForm(viewer.name)}
        visibility="public"
        fields={{}}
      />
    );
  }
  if (!words.data || !mine.data) {
    return (
      <div>
        <PageHeading title="My profile" />
        <FormSkeleton groups={3} />
      </div>
    );
  }
  const profile = unmask(OwnProfileFragmentDoc, mine.data.mine);
  const { visibility, fieldVisibility } = mine.data.mine;
  return (
    <ProfileEditor
      key={profile.id}
      words={words.data}
      viewer={viewer}
      saved={profile}
      initial={formFrom(profile)}
      visibility={visibility ?? 'public'}
      fields={Object.fromEntries((fieldVisibility ?? []).map((one) => [one.field, one.visibility]))}
    />
  );
};

const MePage = () => (
  <SignedIn title="My profile" why="Sign in to say what you do and how you would like to work with others.">
    {(viewer) => <Me viewer={viewer} />}
  </SignedIn>
);

export default MePage;
