import type { PackedWorks } from '#text-analysis';
import type { Meaning } from './encoder.js';

/** Whose texts are kept. */
export type TextKind = 'academics' | 'organisations' | 'opportunities';

/** Where a text comes from. */
export interface Heading {
  /** The title of a work, or what the text is. */
  source: string;
  /** The year or day it is from, where known. */
  dated: string | null;
  /** Codes of the topics that its subject headings name, where it has such. */
  topics?: string[];
}

/** One text of somebody: a work, or what they say of themselves. */
export interface OwnText extends Heading {
  /** All of it that counts: of a work, the title and the abstract. */
  text: string;
}

/** All texts of one owner, as they are now. */
export interface TextOwner {
  id: string;
  version: number;
  texts: readonly OwnText[];
}

/** Somebody who has written nothing. */
export const noTexts = (): OwnerTexts => ({
  headings: [],
  vectors: Buffer.alloc(0),
  profiles: Buffer.alloc(0),
  workTopics: [],
  meanings: null,
});

/** The texts of an owner, packed as they are stored, ready to be compared. */
export interface OwnerTexts extends PackedWorks {
  /** What each text is; empty where nobody is told. */
  headings: Heading[];
  /** The topics that somebody's works are indexed under, the most frequent first. */
  workTopics: readonly string[];
  /** What an encoder makes of each of them, where one is set and has read them. */
  meanings: readonly Meaning[] | null;
}
