/** A condition on the other side: it has this code, or not. */
export interface Condition {
  facet: string;
  code: string;
}

/** Which of the three things that are found a side of a match is. */
export type MatchKind = 'academic' | 'organisation' | 'opportunity';

/** What matching reads of one side. A list that is empty, or a value that is null, was not stated. */
export interface MatchSide {
  kind: MatchKind;
  id: string;
  name: string;
  /** Codes, most important first. */
  topics: readonly string[];
  /** Of an academic: topics that their works are indexed under, the most frequent first. Nobody has stated them. */
  workTopics: readonly string[];
  engagementTypes: readonly string[];
  /** Of an academic: the sectors wanted. Of a company or its brief: its own. */
  sectors: readonly string[];
  professions: readonly string[];
  careerStages: readonly string[];
  trainingStatus: string | null;
  region: string | null;
  nation: string | null;
  placeMode: string | null;
  /** From when: available, or to start. YYYY-MM-DD. */
  startsOn: string | null;
  /** The share of full time: available, or needed. */
  fte: number | null;
  mustHave: readonly Condition[];
  niceToHave: readonly Condition[];
  exclude: readonly Condition[];
  /** Of an academic: how many requests wait for an answer. */
  openRequests: number;
}

/** How well the texts of two sides fit, and which words of which text made it. */
export interface TextFit {
  /** 0 to 1. */
  value: number;
  evidence: TextEvidence[];
  /** How near their meanings are, 0 to 1, where an encoder has read both: it is in the value. */
  meaning?: number;
}

/** One text that speaks for a match. */
export interface TextEvidence {
  /** What the text is: the title of a work, or the name of a part of a profile. */
  source: string;
  /** The day or year it is from, where known. */
  dated: string | null;
  /** Terms that both texts have, the weightiest first. */
  terms: string[];
  /** Its share of the text fit, 0 to 1. */
  share: number;
}

/** The parts a match is made of. */
export type PartName =
  | 'topics'
  | 'text'
  | 'engagement'
  | 'sector'
  | 'profession'
  | 'stage'
  | 'timing'
  | 'place'
  | 'wishes'
  | 'demand';

/** A piece of evidence for or against: what, and where it was read. */
export interface Evidence {
  text: string;
  /** Where it was read. */
  source: string;
  dated: string | null;
}

/** One part of a match. */
export interface MatchPart {
  part: PartName;
  label: string;
  /** What the part counts for. */
  weight: number;
  /** How well this part fits, 0 to 1. */
  value: number;
  /** weight x value, as a share of all weights: the points add up to the score. */
  points: number;
  /** Whether a side says nothing about it, so that the value is the one agreed for that. */
  unknown: boolean;
  /** One sentence. */
  reason: string;
  evidence: Evidence[];
}

/** Something that would change the score, and to what. */
export interface MatchChange {
  part: PartName;
  change: string;
  /** The score it would then have. */
  score: number;
}

/** How well two sides fit, and why. */
export interface MatchScore {
  /** False where a must-have is unmet or an exclusion is hit: then the reasons say which. */
  eligible: boolean;
  ruledOutBy: string[];
  /** 0 to 1: the sum of the points. */
  score: number;
  sentence: string;
  parts: MatchPart[];
  /** Topics that both sides name. */
  sharedTopics: string[];
  /** What the asking side looks for and the other side does not say. */
  missing: string[];
  /** What would change the score most. */
  changes: MatchChange[];
}
