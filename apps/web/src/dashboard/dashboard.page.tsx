import { useQuery } from '@tanstack/react-query';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import { MyProfileDocument, OwnProfileFragmentDoc, WaitingForMeDocument } from '../generated/graphql';
import { newsQuery } from '../inbox/inbox.query';
import { completeness } from '../me/completeness';
import { formFrom } from '../me/profile-form';
import { counted } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { type Action, actionsFor } from './action-list';
import { ActivitySection } from './activity';
import { BestMatches } from './best-matches';
import { Verification } from './verification';
import { WaitingList } from './waiting-list';

/** What would help the viewer's profile most. */
const useProfileGap = (viewer: Viewer): Action[] => {
  const { data } = useQuery({
    ...reading('my-profile-gap', MyProfileDocument, {}),
    enabled: viewer.academic !== null,
  });
  if (!data) return [];
  const { done, of, next } = completeness(formFrom(unmask(OwnProfileFragmentDoc, data.mine)));
  if (!next) return [];
  return [
    {
      key: 'gap',
      title: next.todo,
      detail: `Your profile: ${done} of ${of} parts are there.`,
      due: null,
      to: { to: '/me' },
    },
  ];
};

const Dashboard = ({ viewer }: { viewer: Viewer }) => {
  const { data, error, refetch } = useQuery({ ...reading('waiting', WaitingForMeDocument, {}), staleTime: 0 });
  const { data: news } = useQuery(newsQuery);
  const gaps = useProfileGap(viewer);
  const actions = data ? [...actionsFor(viewer, data, news?.requestCounts.approvals ?? 0), ...gaps] : [];
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Dashboard">{`Hello, ${viewer.name}`}</PageHeading>
          <p className="quiet" role="status">
            {data
              ? actions.length === 0
                ? 'Nothing waits for you. Have a look at who fits.'
                : `${counted(actions.length, ['thing waits', 'things wait'])} for you.`
              : ' '}
          </p>
        </div>
        <div className={forms.actions}>
          {viewer.memberships
            .filter(({ role }) => role === 'office')
            .map(({ organisation: { id, name } }) => (
              <LinkButton key={id} to="/office/$organisationId" params={{ organisationId: id }} variant="default">
                Office of {name}
              </LinkButton>
            ))}
          {(viewer.academic || viewer.memberships.length > 0) && (
            <LinkButton to="/opportunities/new" variant="default">
              Describe a need
            </LinkButton>
          )}
        </div>
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={2} />}
      {data && actions.length === 0 && (
        <Empty
          title="You are up to date"
          action={
            viewer.academic ? (
              <LinkButton to="/opportunities">Find opportunities</LinkButton>
            ) : (
              <LinkButton to="/academics">Find academics</LinkButton>
            )
          }
        >
          Requests, questions, approvals, agreements and tasks that wait for you appear here.
        </Empty>
      )}
      <WaitingList
        actions={actions}
        after={viewer.memberships.map(({ organisation }) => (
          <Verification key={organisation.id} id={organisation.id} />
        ))}
      />
      {viewer.academic && <BestMatches subject={{ kind: 'academic', ...viewer.academic }} find="opportunities" />}
      {viewer.memberships
        .filter(({ organisation }) => organisation.type.code === 'company')
        .map(({ organisation: { id, name } }) => (
          <BestMatches key={id} subject={{ kind: 'organisation', id, name }} find="academics" />
        ))}
      <ActivitySection viewer={viewer} />
    </>
  );
};

const DashboardPage = () => (
  <SignedIn title="Dashboard" why="Sign in to see what waits for you and who fits.">
    {(viewer) => <Dashboard viewer={viewer} />}
  </SignedIn>
);

export default DashboardPage;
