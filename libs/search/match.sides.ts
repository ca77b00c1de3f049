import type { AcademicCodes } from '#academics';
import type { MatchSide, Vocabulary } from '#matching';
import type { OpportunityCodes } from '#opportunities';
import type { OrganisationCodes } from '#organisations';
import type { Taxonomy } from '#taxonomy';
import type { MatchCounts } from './topic-counts.js';

const code = (own: string | null) => (own ? [own] : []);

const nothing: Omit<MatchSide, 'kind' | 'id' | 'name'> = {
  topics: [],
  workTopics: [],
  engagementTypes: [],
  sectors: [],
  professions: [],
  careerStages: [],
  trainingStatus: null,
  region: null,
  nation: null,
  placeMode: null,
  startsOn: null,
  fte: null,
  mustHave: [],
  niceToHave: [],
  exclude: [],
  openRequests: 0,
};

/** What matching reads of an academic, as far as this copy shows it. */
export const sideOfAcademic = (academic: AcademicCodes, openRequests = 0): MatchSide => ({
  ...nothing,
  kind: 'academic',
  id: academic.id,
  name: academic.name,
  topics: academic.topicCodes,
  engagementTypes: academic.engagementTypeCodes,
  sectors: academic.sectorCodes,
  professions: code(academic.professionCode),
  careerStages: code(academic.careerStageCode),
  trainingStatus: academic.trainingStatusCode,
  region: academic.regionCode,
  nation: academic.nationCode,
  openRequests,
  placeMode: academic.placeMode,
  startsOn: academic.availableFrom,
  fte: academic.availableFte,
});

/** What matching reads of an organisation. */
export const sideOfOrganisation = (organisation: OrganisationCodes): MatchSide => ({
  ...nothing,
  kind: 'organisation',
  id: organisation.id,
  name: organisation.name,
  topics: organisation.topicCodes,
  engagementTypes: organisation.engagementTypeCodes,
  sectors: code(organisation.sectorCode),
  region: organisation.regionCode,
  nation: organisation.nationCode,
});

/** What matching reads of a brief or project idea. */
export const sideOfOpportunity = (opportunity: OpportunityCodes): MatchSide => ({
  ...nothing,
  kind: 'opportunity',
  id: opportunity.id,
  name: opportunity.title,
  topics: opportunity.topicCodes,
  engagementTypes: opportunity.engagementTypeCodes,
  sectors: opportunity.sectorCodes,
  professions: opportunity.professionCodes,
  careerStages: opportunity.careerStageCodes,
  region: opportunity.regionCode,
  nation: opportunity.nationCode,
  placeMode: opportunity.placeMode,
  startsOn: opportunity.startsOn,
  fte: opportunity.fte,
  mustHave: opportunity.mustHaveStored,
  niceToHave: opportunity.niceToHaveStored,
  exclude: opportunity.excludeStored,
});

/** Worked out once for each term while the counts are in use: as many entries as there are terms. */
const known = new WeakMap<object, { taxonomy: Taxonomy; vocabulary: Vocabulary }>();

/** The vocabularies as matching reads them; `counts` says how many profiles name each topic. */
export const vocabularyOf = (taxonomy: Taxonomy, counted: Pick<MatchCounts, 'profiles' | 'counts'>): Vocabulary => {
  const before = known.get(counted);
  if (before?.taxonomy === taxonomy) return before.vocabulary;
  const { profiles, counts } = counted;
  const rarities = new Map<string, number>();
  const above = new Map<string, readonly string[]>();
  const vocabulary: Vocabulary = {
    label: (scheme, termCode) => taxonomy.term(scheme, termCode)?.label ?? termCode,
    broader: (scheme, termCode) => {
      const key = `${scheme}:${termCode}`;
      const codesAbove = above.get(key) ?? taxonomy.ancestors(scheme, termCode).map((term) => term.code);
      if (taxonomy.term(scheme, termCode)) above.set(key, codesAbove);
      return codesAbove;
    },
    closeness: (a, b) => taxonomy.closeness(a, b),
    rarity: (topic) => {
      const before = rarities.get(topic);
      if (before !== undefined) return before;
      const rarity = Math.log(1 + profiles / (counts.get(topic) ?? 1)) / Math.log(1 + profiles);
      if (counts.has(topic)) rarities.set(topic, rarity);
      return rarity;
    },
  };
  known.set(counted, { taxonomy, vocabulary });
  return vocabulary;
};
