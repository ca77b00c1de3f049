/** A term of one of the controlled vocabularies. */
export interface Term {
  scheme: string;
  /** Kebab-case and unique in its scheme; the activity codes of HRCS keep their numbers, such as "4.2". */
  code: string;
  label: string;
  /** The code of the broader term, in the same scheme unless `attributes.parentScheme` names another. */
  parent: string | null;
  synonyms: string[];
  /** Codes of the scheme `hrcs-health-category`; only topics have them. */
  healthCategories: string[];
  /** The place in its file, which is the order in which people see the terms. */
  sort: number;
  source: string;
  sourceUrl: string | null;
  edition: string;
  /** ISO date. */
  validFrom: string;
  /** ISO date; set when the term is retired. */
  validTo: string | null;
  /** False for general knowledge that has not been checked against a publication. */
  sourced: boolean;
  /** Gone from the current edition: still named where it is used, but no longer offered. */
  retired: boolean;
  attributes: TermAttributes;
}

/** What a scheme says about its terms beyond the common columns. */
export interface TermAttributes {
  /** The scheme of the broader terms: a segment is part of a sector, a region of a nation. */
  parentScheme?: string;
  /** The code of the same scheme to use instead, where a term is about to be retired. */
  replacedBy?: string;
  /** Retired by an administrator, so that the database writes the successor in its place. */
  merged?: boolean;
  /** Names of the MeSH headings under which works on a topic are indexed; no two topics share one. */
  meshHeadings?: string[];
  /** Forms that lose their meaning without the plural s: "falls" is a topic, "fall" is a verb. */
  asWritten?: string[];
  [name: string]: unknown;
}

/** A topic that a text speaks of. */
export interface TopicMention {
  term: Term;
  count: number;
  /** Start and end of each mention in the original text, as `slice` takes them. */
  spans: [start: number, end: number][];
}

/** One data file: a scheme in one edition. */
export interface Vocabulary {
  file: string;
  scheme: string;
  edition: string;
  validFrom: string;
  /** Changes with every change of the file, and with the way in which it is read. */
  contentHash: string;
  terms: Term[];
}
