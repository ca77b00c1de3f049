import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import { DeclarationsForDocument, InterestLineFragmentDoc } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import classes from './declarations.module.css';
import { InterestFacts } from './interest-facts';
import { useDeclarationTerms } from './terms';

/** What the people of a collaboration have declared about its sides, as far as the reader may see it. */
export const DeclarationsSection = ({ collaborationId }: { collaborationId: string }) => {
  const { terms, error: wordless, refetch: again } = useDeclarationTerms();
  const { data, error, refetch } = useQuery(reading('declarations-for', DeclarationsForDocument, { collaborationId }));
  const interests = unmask(InterestLineFragmentDoc, data?.declarationsFor ?? []);
  const failed = error ?? wordless;
  return (
    <section className={forms.group} aria-labelledby="declarations-title">
      <h2 id="declarations-title">Declarations of interest</h2>
      {failed && <ProblemNotice error={failed} retry={() => void (error ? refetch() : again())} />}
      {!failed && (!data || !terms) && <FormSkeleton groups={1} />}
      {data && terms && interests.length === 0 && (
        <p>
          Nobody here has declared an interest in the other side that you may see. That may be right: what is declared
          on one’s own page appears here by itself.
        </p>
      )}
      {terms && interests.length > 0 && (
        <ul className={classes.lines}>
          {interests.map((interest) => (
            <InterestFacts key={interest.id} interest={interest} terms={terms} named />
          ))}
        </ul>
      )}
      <div>
        <LinkButton to="/me/interests" variant="default">
          My declarations
        </LinkButton>
      </div>
    </section>
  );
};
