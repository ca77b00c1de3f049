import type { PublishedAcademic } from '#academics';
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

/** What the index holds of an academic: what everybody, or every signed-in person, may know. */
export const academicDocument = (academic: PublishedAcademic, taxonomy: Taxonomy): SearchDocument => ({
  id: academic.id,
  version: academic.version,
  name: academic.name,
  topics: topicWords(academic.topics),
  role: joined(academic.jobTitle, academic.profession?.label, academic.specialty, academic.careerStage?.label),
  organisation: joined(academic.employer?.name, academic.university?.name),
  place: joined(academic.place.city, academic.place.region?.label, academic.place.nation?.label),
  summary: joined(
    academic.summary,
    academic.offer,
    academic.want,
    academic.methods.join(', '),
    academic.industryExperience,
    ...academic.publishedWorks.slice(0, 10).map(({ title }) => title),
  ),
  facets: facetsFrom({
    topics: withBroader(taxonomy, academic.topics),
    healthCategories: healthCategoriesOf(academic.topics),
    professions: academic.profession ? withBroader(taxonomy, [academic.profession]) : [],
    careerStages: codeOf(academic.careerStage),
    trainingStatuses: codeOf(academic.trainingStatus),
    engagementTypes: codesOf(academic.engagementTypes),
    sectors: codesOf(academic.sectors),
    regions: codeOf(academic.place.region),
    nations: codeOf(academic.place.nation),
    placeModes: [academic.placeMode],
    claimed: [academic.claimed ? 'yes' : 'no'],
    organisations: [academic.employer?.id ?? null, academic.university?.id ?? null],
    audience: [academic.visibility],
  }),
  numbers: {
    newest: seconds(academic.createdAt),
    availableFrom: seconds(academic.availableFrom),
    availableFte: academic.availableFte,
    works: academic.publishedWorks.length,
  },
});
