import { type Condition, type MatchSide, unmetConditions } from '#matching';
import type { Criterion, Opportunity } from '#opportunities';
import type { Taxonomy } from '#taxonomy';

/** Which conditions of an opportunity a side does not meet, and which of its exclusions it hits. */
export const mismatchOf = (
  opportunity: Pick<Opportunity, 'mustHave' | 'exclude'>,
  other: MatchSide,
  taxonomy: Taxonomy,
): { mustHave: Criterion[]; exclude: Criterion[] } => {
  const unmet = unmetConditions(opportunity, other, {
    label: (scheme, term) => taxonomy.term(scheme, term)?.label ?? term,
    broader: (scheme, term) => taxonomy.ancestors(scheme, term).map((ancestor) => ancestor.code),
    closeness: (a, b) => taxonomy.closeness(a, b),
    rarity: () => 1,
  });
  const among = (criteria: readonly Criterion[], conditions: readonly Condition[]) =>
    criteria.filter((criterion) =>
      conditions.some((condition) => condition.facet === criterion.facet && condition.code === criterion.code),
    );
  return { mustHave: among(opportunity.mustHave, unmet.mustHave), exclude: among(opportunity.exclude, unmet.exclude) };
};
