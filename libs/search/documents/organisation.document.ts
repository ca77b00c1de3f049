import type { Organisation } from '#organisations';
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

/** What the index holds of an organisation. */
export const organisationDocument = (organisation: Organisation, taxonomy: Taxonomy): SearchDocument => ({
  id: organisation.id,
  version: organisation.version,
  name: joined(organisation.name, ...organisation.aliases),
  topics: topicWords(organisation.topics),
  role: joined(organisation.type.label, organisation.sector?.label, organisation.segment?.label),
  organisation: '',
  place: joined(organisation.place.city, organisation.place.region?.label, organisation.place.nation?.label),
  summary: joined(organisation.summary, organisation.lookingFor),
  facets: facetsFrom({
    topics: withBroader(taxonomy, organisation.topics),
    healthCategories: healthCategoriesOf(organisation.topics),
    types: codeOf(organisation.type),
    sectors: codeOf(organisation.sector),
    segments: codeOf(organisation.segment),
    engagementTypes: codesOf(organisation.engagementTypes),
    sizes: [organisation.size],
    regions: codeOf(organisation.place.region),
    nations: codeOf(organisation.place.nation),
    countries: [organisation.place.country],
    verifications: [organisation.verification],
    audience: [organisation.visibility],
  }),
  numbers: { newest: seconds(organisation.createdAt), established: organisation.established },
});
