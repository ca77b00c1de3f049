import type { MatchSide } from '#matching';
import type { SearchFilter, SearchKind } from './search-engine.js';

/** Which facet of the index a condition of a brief is on. */
const facetOfCondition: Record<string, string> = {
  topic: 'topics',
  profession: 'professions',
  'career-stage': 'careerStages',
  'training-status': 'trainingStatuses',
  'engagement-type': 'engagementTypes',
  region: 'regions',
  nation: 'nations',
  sector: 'sectors',
  'place-mode': 'placeModes',
};

/** The must-haves and exclusions of the asking side, as a filter of the index. */
export const conditionsOf = (asking: MatchSide, sought: SearchKind): SearchFilter => {
  const filter: SearchFilter = { facets: {}, without: {} };
  if (sought === 'opportunities') filter.facets = { sides: [asking.kind === 'academic' ? 'company' : 'academic'] };
  if (sought === 'organisations') filter.facets = { types: ['company'] };
  // Conditions on one facet each have to hold; the index joins the codes of one facet with OR, so one narrows it.
  for (const { facet, code } of asking.mustHave) {
    const name = facetOfCondition[facet];
    if (name && filter.facets && !filter.facets[name]) filter.facets[name] = [code];
  }
  for (const { facet, code } of asking.exclude) {
    const name = facetOfCondition[facet];
    if (name && filter.without) filter.without[name] = [...(filter.without[name] ?? []), code];
  }
  return filter;
};
