import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { OwnOpportunitiesDocument } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton, TextLink } from '../theme/link-button';
import { closing, dayOf } from '../theme/words';
import classes from './composer.module.css';

const states: Record<string, string> = {
  draft: 'Draft',
  published: 'Published',
  closed: 'Closed',
  expired: 'Past its last day',
};

const Mine = () => {
  const { data, error, refetch } = useQuery(reading('own-opportunities', OwnOpportunitiesDocument, {}));
  const list = data?.myOpportunities ?? [];
  return (
    <div>
      <div className={forms.top}>
        <PageHeading title="My opportunities" />
        {list.length > 0 && <LinkButton to="/opportunities/new">New opportunity</LinkButton>}
      </div>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton />}
      {data && list.length === 0 && (
        <Empty
          title="You have not described a need yet"
          action={<LinkButton to="/opportunities/new">Describe what you need</LinkButton>}
        >
          A brief tells people what you need and whom you look for. Those who fit see it in their lists, and can answer.
        </Empty>
      )}
      <ul className={classes.list}>
        {list.map(({ id, title, state, opportunityType, organisation, deadline, updatedAt }) => (
          <li key={id} className={classes.item}>
            <div>
              <h2>
                <TextLink to="/opportunities/$id" params={{ id }}>
                  {title}
                </TextLink>
              </h2>
              <p className="quiet">
                {[
                  states[state],
                  opportunityType.label,
                  organisation?.name ?? 'Your own idea',
                  state === 'published' && deadline ? closing(deadline) : `Changed on ${dayOf(updatedAt)}`,
                ].join('. ')}
              </p>
            </div>
            <LinkButton to="/opportunities/$id/edit" params={{ id }} variant="default" aria-label={`Change ${title}`}>
              {state === 'draft' ? 'Go on writing' : 'Change'}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
};

const MyOpportunitiesPage = () => (
  <SignedIn title="My opportunities" why="Sign in to see your briefs and ideas.">
    {() => <Mine />}
  </SignedIn>
);

export default MyOpportunitiesPage;
