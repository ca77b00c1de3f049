import type { SearchKind } from './search-engine.js';

/** Something that can be filtered by and counted; its name is the same in the index, the filter and the answer. */
export interface FacetDefinition {
  name: string;
  label: string;
  /** The vocabulary of its codes; null where the codes speak for themselves. */
  scheme: string | null;
  /** Whether it is counted when the facets of a list are asked for. */
  counted: boolean;
}

const facet = (name: string, label: string, scheme: string | null, counted = true): FacetDefinition => ({
  name,
  label,
  scheme,
  counted,
});

const topics = facet('topics', 'Topic', 'topic');
const healthCategories = facet('healthCategories', 'Health category', 'hrcs-health-category');
const engagementTypes = facet('engagementTypes', 'Way of working together', 'engagement-type');
const sectors = facet('sectors', 'Sector', 'sector');
const professions = facet('professions', 'Profession', 'profession');
const careerStages = facet('careerStages', 'Career stage', 'career-stage');
const regions = facet('regions', 'Region', 'region');
const nations = facet('nations', 'Nation', 'nation');
const placeModes = facet('placeModes', 'On site or remote', null);
const organisations = facet('organisations', 'Organisation', null, false);
/** Who may find it: everybody, or signed-in people. */
const audience = facet('audience', 'Audience', null, false);

/** The facets of each kind, in the order in which they are shown. */
export const facetsOf: Record<SearchKind, readonly FacetDefinition[]> = {
  academics: [
    topics,
    healthCategories,
    professions,
    careerStages,
    facet('trainingStatuses', 'Training status', 'training-status'),
    engagementTypes,
    sectors,
    regions,
    nations,
    placeModes,
    facet('claimed', 'Looked after by its person', null),
    organisations,
    audience,
  ],
  organisations: [
    topics,
    healthCategories,
    facet('types', 'Type', 'organisation-type'),
    sectors,
    facet('segments', 'Segment', 'segment'),
    engagementTypes,
    facet('sizes', 'Size', null),
    regions,
    nations,
    facet('countries', 'Country', null),
    facet('verifications', 'Verification', null),
    audience,
  ],
  opportunities: [
    topics,
    healthCategories,
    facet('sides', 'Offered by', null),
    facet('types', 'Type', 'engagement-type'),
    engagementTypes,
    sectors,
    professions,
    careerStages,
    regions,
    nations,
    placeModes,
    organisations,
    audience,
  ],
};
