import { reading } from '../api/queries';
import { FindAcademicsDocument, FindOpportunitiesDocument, FindOrganisationsDocument } from '../generated/graphql';
import { type FacetName, filterFrom, pageSize, type SearchState } from './search-state';

export type SearchKind = 'academics' | 'organisations' | 'opportunities';

const shared: FacetName[] = ['topics', 'healthCategories', 'engagementTypes', 'sectors', 'regions', 'nations'];

/** What each kind of list can be filtered by. */
export const filterable: Record<SearchKind, FacetName[]> = {
  academics: [...shared, 'professions', 'careerStages', 'trainingStatuses', 'placeModes', 'claimed', 'organisations'],
  organisations: [...shared, 'types', 'segments', 'sizes', 'countries', 'verifications'],
  opportunities: [...shared, 'sides', 'types', 'professions', 'careerStages', 'placeModes', 'organisations'],
};

const asked = (kind: SearchKind, state: SearchState, order: string | undefined) => ({
  query: state.q ?? null,
  filter: filterFrom(state, filterable[kind]),
  sort: order === 'fit' ? order : (state.sort ?? null),
  first: pageSize,
  after: state.after ?? null,
});

const askedOfAcademics = (state: SearchState, order: string | undefined) => {
  const { filter, ...rest } = asked('academics', state, order);
  return { ...rest, filter: state.availableBy ? { ...filter, availableBy: state.availableBy } : filter };
};

const askedOfOpportunities = (state: SearchState, order: string | undefined) => {
  const { filter, ...rest } = asked('opportunities', state, order);
  return { ...rest, filter: state.openToday === 'no' ? filter : { ...filter, openToday: true } };
};

/** One page of each kind of list, as the address asks for it, in the order that is in force. */
export const finding = {
  academics: (state: SearchState, order: string | undefined) =>
    reading('academics', FindAcademicsDocument, askedOfAcademics(state, order)),
  organisations: (state: SearchState, order: string | undefined) =>
    reading('organisations', FindOrganisationsDocument, asked('organisations', state, order)),
  opportunities: (state: SearchState, order: string | undefined) =>
    reading('opportunities', FindOpportunitiesDocument, askedOfOpportunities(state, order)),
};
