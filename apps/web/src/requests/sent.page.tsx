import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { problemOf } from '../api/problems';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import { PartyFragmentDoc, RequestRowFragmentDoc, RequestThreadFragmentDoc } from '../generated/graphql';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { CheckIcon } from '../theme/icons';
import { LinkButton } from '../theme/link-button';
import { dayOf } from '../theme/words';
import { requestQuery } from './request.query';
import classes from './requests.module.css';

const route = getRouteApi('/requests/$id/sent');

const Sent = () => {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(requestQuery(id));
  if (error && !data) {
    return problemOf(error).code === 'NOT_FOUND' ? (
      <NotFoundPage />
    ) : (
      <ProblemNotice error={error} retry={() => void refetch()} />
    );
  }
  if (!data) return <FormSkeleton groups={1} />;
  const thread = unmask(RequestThreadFragmentDoc, data.request);
  const row = unmask(RequestRowFragmentDoc, thread);
  const to = unmask(PartyFragmentDoc, row.receiver);
  const name = to.hidden ? 'the other side' : to.name;
  const approving = thread.offices.filter(({ duty, decision }) => duty === 'approves' && !decision);
  return (
    <div className={forms.form}>
      <div className={classes.sent}>
        <CheckIcon size={34} />
        <PageHeading title="Your request is on its way" />
      </div>
      <h2>What happens next</h2>
      <ol className={classes.next}>
        {row.state === 'office-review' && (
          <li>
            <p>
              An office looks at it first
              {approving.length > 0 ? `: ${approving.map(({ organisation }) => organisation).join(' and ')}` : ''}. We
              tell you what it decides.
            </p>
          </li>
        )}
        <li>
          <p>
            We tell {name} by e-mail and in their inbox. They can say yes or no, ask you something, propose a time to
            talk
            {thread.mayBeReferred ? ', or pass it on to a colleague' : ''}.
          </p>
        </li>
        <li>
          <p>
            {row.openUntil
              ? `You have an answer by ${dayOf(row.openUntil)}: a request that nobody answers ends then, and you are told.`
              : 'You are told as soon as there is an answer.'}
          </p>
        </li>
        <li>
          <p>Once they say yes, you see how to reach each other. Until then you can write to each other here.</p>
        </li>
      </ol>
      <div className={forms.actions}>
        <LinkButton to="/requests/$id" params={{ id }} size="md">
          Open the request
        </LinkButton>
        <LinkButton to="/academics" variant="default" size="md">
          Find somebody else too
        </LinkButton>
      </div>
    </div>
  );
};

const SentPage = () => (
  <SignedIn title="Your request" why="Sign in to see your requests.">
    {() => <Sent />}
  </SignedIn>
);

export default SentPage;
