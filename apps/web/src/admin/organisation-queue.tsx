import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import dashboard from '../dashboard/dashboard.module.css';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { OrganisationsToVerifyDocument, VerifyOrganisationDocument } from '../generated/graphql';
import { Facts } from '../profiles/profile-parts';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { countryName, dayOf } from '../theme/words';
import { DecisionForm } from './decision-form';

/** Organisations that wait to be verified, oldest first. */
export const OrganisationQueue = () => {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(reading('to-verify', OrganisationsToVerifyDocument, {}));
  const deciding = useMutation({
    mutationFn: (input: { organisationId: string; verification: string; evidence: string }) =>
      ask(VerifyOrganisationDocument, input),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['to-verify'] });
      void queries.invalidateQueries({ queryKey: ['organisation'] });
    },
  });
  const waiting = data?.organisationsAwaitingVerification ?? [];
  return (
    <section className={dashboard.section} aria-labelledby="to-verify">
      <h2 id="to-verify">Organisations to verify{data ? `: ${waiting.length}` : ''}</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && waiting.length === 0 && <p className="quiet">No organisation waits. New ones appear here.</p>}
      <ul className={dashboard.queue}>
        {waiting.map(({ id, name, type, website, registerNumber, rorId, place, updatedAt }) => (
          <li key={id} className={forms.group}>
            <h3>
              <TextLink to="/organisations/$id" params={{ id }}>
                {name}
              </TextLink>
            </h3>
            <Facts
              facts={[
                ['Kind', type.label],
                [
                  'Website',
                  website && /^https?:\/\//.test(website) && (
                    <a href={website} rel="noreferrer nofollow">
                      {website}
                    </a>
                  ),
                ],
                ['Company number', registerNumber],
                ['ROR', rorId],
                ['Place', [place.city, place.country && countryName(place.country)].filter(Boolean).join(', ')],
                ['Last changed', dayOf(updatedAt)],
              ]}
            />
            <DecisionForm
              id={`evidence-${id}`}
              label="What was checked, and where"
              hint="For example: register of companies, active, number and name agree."
              about={name}
              yes="Verify"
              no="Not verified"
              pending={deciding.isPending && deciding.variables.organisationId === id}
              error={deciding.variables?.organisationId === id ? deciding.error : null}
              decide={(yes, evidence) =>
                deciding.mutate({ organisationId: id, verification: yes ? 'verified' : 'revoked', evidence })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
