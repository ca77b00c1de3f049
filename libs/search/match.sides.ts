import type { Academic } from '#academics';
import type { MatchSide, Vocabulary } from '#matching';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import type { Taxonomy, TermObject } from '#taxonomy';

const codes = (terms: readonly TermObject[]) => terms.map(({ code }) => code);
const code = (term: TermObject | null) => (term ? [term.code] : []);

const nothing: Omit<MatchSide, 'kind' | 'id' | 'name'> = {
  topics: [],
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
export const sideOfAcademic = (academic: Academic, openRequests = 0): MatchSide => ({
  ...nothing,
  kind: 'academic',
  id: academic.id,
  name: academic.name,
  topics: codes(academic.topics),
  engagementTypes: codes(academic.engagementTypes),
  sectors: codes(academic.sectors),
  professions: code(academic.profession),
  careerStages: code(academic.careerStage),
  trainingStatus: academic.trainingStatus?.code ?? null,
  region: academic.place.region?.code ?? null,
  nation: academic.place.nation?.code ?? null,
  openRequests,
  placeMode: academic.availability.placeMode,
  startsOn: academic.availability.from,
  fte: academic.availability.fte,
});

/** What matching reads of an organisation. */
export const sideOfOrganisation = (organisation: Organisation): MatchSide => ({
  ...nothing,
  kind: 'organisation',
  id: organisation.id,
  name: organisation.name,
  topics: codes(organisation.topics),
  engagementTypes: codes(organisation.engagementTypes),
  sectors: code(organisation.sector),
  region: organisation.place.region?.code ?? null,
  nation: organisation.place.nation?.code ?? null,
});

/** What matching reads of a brief or project idea. */
export const sideOfOpportunity = (opportunity: Opportunity): MatchSide => ({
  ...nothing,
  kind: 'opportunity',
  id: opportunity.id,
  name: opportunity.title,
  topics: codes(opportunity.topics),
  engagementTypes: codes(opportunity.engagementTypes),
  sectors: codes(opportunity.sectors),
  professions: codes(opportunity.professions),
  careerStages: codes(opportunity.careerStages),
  region: opportunity.place.region?.code ?? null,
  nation: opportunity.place.nation?.code ?? null,
  placeMode: opportunity.placeMode,
  startsOn: opportunity.startsOn,
  fte: opportunity.fte,
  mustHave: opportunity.mustHave,
  niceToHave: opportunity.niceToHave,
  exclude: opportunity.exclude,
});

/** The vocabularies as matching reads them; `topicCounts` says how many profiles name each topic. */
export const vocabularyOf = (
  taxonomy: Taxonomy,
  { profiles, counts }: { profiles: number; counts: ReadonlyMap<string, number> },
): Vocabulary => ({
  label: (scheme, termCode) => taxonomy.term(scheme, termCode)?.label ?? termCode,
  broader: (scheme, termCode) => taxonomy.ancestors(scheme, termCode).map((term) => term.code),
  closeness: (a, b) => taxonomy.closeness(a, b),
  rarity: (topic) => Math.log(1 + profiles / (counts.get(topic) ?? 1)) / Math.log(1 + profiles),
});
