import type { Condition, MatchSide } from './match.types.js';

/** What matching needs to know of the vocabularies. */
export interface Vocabulary {
  label(scheme: string, code: string): string;
  /** Codes of the broader terms, nearest first. */
  broader(scheme: string, code: string): readonly string[];
  /** 1 for the same topic, down to 0 for unrelated ones. */
  closeness(a: string, b: string): number;
  /** How telling a topic is, 0 to 1: rarer topics tell more. */
  rarity(topic: string): number;
}

/** The codes of one facet that a side has, as far as it says. */
const codesOf = (side: MatchSide, facet: string): readonly string[] => {
  switch (facet) {
    case 'topic':
      return side.topics;
    case 'profession':
      return side.professions;
    case 'career-stage':
      return side.careerStages;
    case 'training-status':
      return side.trainingStatus ? [side.trainingStatus] : [];
    case 'engagement-type':
      return side.engagementTypes;
    case 'region':
      return side.region ? [side.region] : [];
    case 'nation':
      return side.nation ? [side.nation] : [];
    case 'sector':
      return side.sectors;
    case 'place-mode':
      return side.placeMode ? [side.placeMode] : [];
    default:
      return [];
  }
};

/** Whether a side has the code of a condition, or a narrower one: a physiotherapist is an allied health professional. */
export const meets = (side: MatchSide, { facet, code }: Condition, vocabulary: Vocabulary): boolean =>
  codesOf(side, facet).some((own) => own === code || vocabulary.broader(facet, own).includes(code));

/** Which must-haves of one side the other does not meet, and which exclusions it hits. */
export const unmetConditions = (
  asking: Pick<MatchSide, 'mustHave' | 'exclude'>,
  other: MatchSide,
  vocabulary: Vocabulary,
): { mustHave: Condition[]; exclude: Condition[] } => ({
  mustHave: asking.mustHave.filter((condition) => !meets(other, condition, vocabulary)),
  exclude: asking.exclude.filter((condition) => meets(other, condition, vocabulary)),
});
