import { type Taxonomy, termOf, termOrCode, termsOf } from '#taxonomy';
import { type Criterion, Opportunity, type StoredCriterion } from './opportunity.entity.js';

/** An opportunity as one viewer reads it, with the terms behind its codes; `behind` is empty where that is hidden. */
export const completeOpportunity = (
  row: Opportunity,
  taxonomy: Taxonomy,
  behind: Pick<Opportunity, 'organisation' | 'academic' | 'mine'>,
): Opportunity => {
  const criteria = (stored: StoredCriterion[]): Criterion[] =>
    stored.map(({ facet, code }) => ({ facet, code, label: taxonomy.term(facet, code)?.label ?? code }));
  return Object.assign(new Opportunity(), row, behind, {
    opportunityType: termOrCode(taxonomy, 'engagement-type', row.opportunityTypeCode),
    revealAfter: row.blind ? row.revealAfter : null,
    topics: termsOf(taxonomy, 'topic', row.topicCodes),
    sectors: termsOf(taxonomy, 'sector', row.sectorCodes),
    professions: termsOf(taxonomy, 'profession', row.professionCodes),
    careerStages: termsOf(taxonomy, 'career-stage', row.careerStageCodes),
    engagementTypes: termsOf(taxonomy, 'engagement-type', row.engagementTypeCodes),
    mustHave: criteria(row.mustHaveStored),
    niceToHave: criteria(row.niceToHaveStored),
    exclude: criteria(row.excludeStored),
    place: {
      city: row.city,
      region: termOf(taxonomy, 'region', row.regionCode),
      nation: termOf(taxonomy, 'nation', row.nationCode),
      country: null,
    },
  });
};
