import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import dashboard from '../dashboard/dashboard.module.css';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  ClaimedProfileDocument,
  type ClaimLineFragment,
  ClaimLineFragmentDoc,
  ClaimsToReviewDocument,
  DecideClaimDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';
import { DecisionForm } from './decision-form';

const ClaimCard = ({ claim }: { claim: ClaimLineFragment }) => {
  const queries = useQueryClient();
  const { data } = useQuery(reading('claimed-profile', ClaimedProfileDocument, { id: claim.profileId }));
  const deciding = useMutation({
    mutationFn: ({ grant, reason }: { grant: boolean; reason: string }) =>
      ask(DecideClaimDocument, { claimId: claim.id, grant, reason }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['to-review'] }),
  });
  const name = data?.academic.name ?? 'A profile';
  return (
    <li className={forms.group}>
      <h3>
        <TextLink to="/academics/$id" params={{ id: claim.profileId }}>
          {name}
        </TextLink>
      </h3>
      <p className="quiet">Claimed on {dayOf(claim.createdAt)}</p>
      <p className="written">{claim.evidence}</p>
      <DecisionForm
        id={`claim-${claim.id}`}
        label="Why you decide so"
        hint="The person who claims it reads this."
        about={name}
        yes="Grant"
        no="Refuse"
        pending={deciding.isPending}
        error={deciding.error}
        decide={(grant, reason) => deciding.mutate({ grant, reason })}
      />
    </li>
  );
};

/** Claims to profiles that somebody has to look at, oldest first. */
export const ClaimQueue = () => {
  const { data, error, refetch } = useQuery(reading('to-review', ClaimsToReviewDocument, {}));
  const claims = (data?.claimsAwaitingReview ?? []).map((one) => unmask(ClaimLineFragmentDoc, one));
  return (
    <section className={dashboard.section} aria-labelledby="to-review">
      <h2 id="to-review">Claims to review{data ? `: ${claims.length}` : ''}</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && claims.length === 0 && <p className="quiet">No claim waits for a decision.</p>}
      <ul className={dashboard.queue}>
        {claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </ul>
    </section>
  );
};
