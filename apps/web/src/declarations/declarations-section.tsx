import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { Panel } from '../collaborations/panel';
import type { SlotProps } from '../collaborations/slot';
import { FormSkeleton } from '../forms/form-skeleton';
import { unmask } from '../generated/fragment-masking';
import { DeclarationsForDocument, InterestLineFragmentDoc, InterestSuggestionsDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import { listed } from '../theme/words';
import classes from './declarations.module.css';
import { InterestFacts } from './interest-facts';
import { useDeclarationTerms } from './terms';

interface Props {
  collaborationId: string;
  /** The sides of the collaboration, by their ids. */
  sideIds: readonly string[];
}

/** What the people of a collaboration have declared about its sides, as far as the reader may see it. */
export const DeclarationsSection = ({ collaborationId, sideIds }: Props) => {
  const { terms, error: wordless, refetch: again } = useDeclarationTerms();
  const { data, error, refetch } = useQuery(reading('declarations-for', DeclarationsForDocument, { collaborationId }));
  const { data: pointed } = useQuery(reading('interest-suggestions', InterestSuggestionsDocument, {}));
  const interests = unmask(InterestLineFragmentDoc, data?.declarationsFor ?? []);
  const missing = (pointed?.interestSuggestions ?? []).filter(({ organisationId }) => sideIds.includes(organisationId));
  const failed = error ?? wordless;
  return (
    <Panel id="declarations" title="Declarations of interest">
      {failed && <ProblemNotice error={failed} retry={() => void (error ? refetch() : again())} />}
      {!failed && (!data || !terms) && <FormSkeleton groups={1} />}
      {data && terms && interests.length === 0 && (
        <p>
          Nothing that you may see is declared about either side. What people declare on their own page appears here.
        </p>
      )}
      {terms && interests.length > 0 && (
        <ul className={classes.lines}>
          {interests.map((interest) => (
            <InterestFacts key={interest.id} interest={interest} terms={terms} named />
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p>
          <strong>You have declared nothing about {listed(missing.map(({ counterparty }) => counterparty))}.</strong>{' '}
          Declare your interest, or say why there is none. Only you see this.
        </p>
      )}
      <div>
        <LinkButton to="/me/interests" variant={missing.length > 0 ? 'filled' : 'default'}>
          My interests
        </LinkButton>
      </div>
    </Panel>
  );
};

/** The section on the page of a collaboration. */
const DeclarationsSlot = ({ collaboration: { id, sides } }: SlotProps) => (
  <DeclarationsSection collaborationId={id} sideIds={sides.map((side) => side.id)} />
);

export default DeclarationsSlot;
