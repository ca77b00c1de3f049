import type { Academic } from '#academics';
import type { MatchSide, Vocabulary } from '#matching';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import type { Taxonomy, TermObject } from '#taxonomy';
import type { MatchCounts } from './topic-counts.js';

const codes = (terms: readonly TermObject[]) => terms.map(({ code }) => code);
const code = (term: TermObject | null) => (term ? [term.code] : []);

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
