import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading, type Viewer } from '../api/queries';
import { workQuery } from '../collaborations/invited';
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
import { type Action, actionsFor, actionsFromWork } from './action-list';
import { ActivitySection } from './activity';
import { BestMatches } from './best-matches';
import classes from './dashboard.module.css';
import { Verification } from './verification';

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
    { key: 'gap', title: next.todo, detail: `Your profile: ${done} of ${of} parts are there.`, to: { to: '/me' } },
  ];
};

const Dashboard = ({ viewer }: { viewer: Viewer }) => {
  const { data, error, refetch } = useQuery({ ...reading('waiting', WaitingForMeDocument, {}), staleTime: 0 });
  const { data: news } = useQuery(newsQuery);
  const gaps = useProfileGap(viewer);
  const { data: work } = useQuery(workQuery);
  const actions = data ? [...actionsFor(viewer, data), ...(work ? actionsFromWork(work) : []), ...gaps] : [];
  const offices = viewer.memberships.filter(({ role }) => role === 'office');
  const approvals = news?.requestCounts.approvals ?? 0;
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
        {(viewer.academic || viewer.memberships.length > 0) && (
          <LinkButton to="/opportunities/new" variant="default">
            Describe a need
          </LinkButton>
        )}
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={2} />}
      {data && actions.length === 0 && approvals === 0 && (
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
          Requests to answer, drafts to finish and invitations appear here.
        </Empty>
      )}
      <ul className={classes.actions} aria-label="What waits for you">
        {approvals > 0 &&
          offices.map(({ organisation: { id, name } }) => (
            <li key={`office-${id}`} className={classes.action} data-due>
              <div>
                <h3>
                  <Link to="/office/$organisationId" params={{ organisationId: id }}>
                    Decide on requests in the office of {name}
                  </Link>
                </h3>
                <p>{counted(approvals, ['request waits', 'requests wait'])} for your offices.</p>
              </div>
            </li>
          ))}
        {actions.map(({ key, title, detail, due, to }) => (
          <li key={key} className={classes.action} data-due={due || undefined}>
            <div>
              <h3>
                <Link {...to}>{title}</Link>
              </h3>
              <p>{detail}</p>
            </div>
          </li>
        ))}
        {viewer.memberships.map(({ organisation }) => (
          <Verification key={organisation.id} id={organisation.id} />
        ))}
      </ul>
      {viewer.academic && <BestMatches subject={{ kind: 'academic', ...viewer.academic }} />}
      {viewer.memberships
        .filter(({ organisation }) => organisation.type.code === 'company')
        .map(({ organisation: { id, name } }) => (
          <BestMatches key={id} subject={{ kind: 'organisation', id, name }} />
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
