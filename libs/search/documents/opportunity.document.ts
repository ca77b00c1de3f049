import type { Opportunity } from '#opportunities';
import type { Taxonomy } from '#taxonomy';
import type { SearchDocument } from '../search-engine.js';
import {
  codeOf,
  codesOf,
  facetsFrom,
  healthCategoriesOf,
  joined,
  seconds,
  topicWords,
  withBroader,
} from './document.parts.js';

/** The last day that anybody writes: what has neither deadline nor start stays open. */
const noEnd = Date.UTC(9999, 11, 31) / 1000;

/** The last day on which it can be answered and still begun in time. */
const openUntil = ({ deadline, startsOn }: Opportunity): number =>
  Math.min(seconds(deadline) ?? noEnd, seconds(startsOn) ?? noEnd);

/** What the index holds of an opportunity; of a blind one nothing says who is behind it. */
export const opportunityDocument = (opportunity: Opportunity, taxonomy: Taxonomy): SearchDocument => ({
  id: opportunity.id,
  version: opportunity.version,
  name: opportunity.title,
  topics: topicWords(opportunity.topics),
  role: joined(opportunity.opportunityType.label, ...opportunity.sectors.map(({ label }) => label)),
  organisation: joined(opportunity.organisation?.name, opportunity.academic?.name),
  place: joined(opportunity.place.city, opportunity.place.region?.label, opportunity.place.nation?.label),
  summary: joined(opportunity.summary, opportunity.text),
  facets: facetsFrom({
    topics: withBroader(taxonomy, opportunity.topics),
    healthCategories: healthCategoriesOf(opportunity.topics),
    sides: [opportunity.side],
    types: codeOf(opportunity.opportunityType),
    engagementTypes: codesOf(opportunity.engagementTypes),
    sectors: codesOf(opportunity.sectors),
    professions: withBroader(taxonomy, opportunity.professions),
    careerStages: codesOf(opportunity.careerStages),
    regions: codeOf(opportunity.place.region),
    nations: codeOf(opportunity.place.nation),
    placeModes: [opportunity.placeMode],
    organisations: [opportunity.organisation?.id ?? null],
    audience: ['public'],
  }),
  numbers: {
    newest: seconds(opportunity.publishedAt),
    deadline: seconds(opportunity.deadline),
    startsOn: seconds(opportunity.startsOn),
    openUntil: openUntil(opportunity),
  },
});
