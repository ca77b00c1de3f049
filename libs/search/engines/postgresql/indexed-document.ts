import type { SearchableField } from '../../search-engine.js';
import { locateWords } from '../../words.js';
import type { PreparedDocument } from '../prepared-document.js';

/** A document as it is sent to PostgreSQL, one JSON object a row. */
export interface IndexedDocument {
  id: string;
  version: number;
  sortName: string;
  /** The words that rank a hit, as a tsvector literal: everything but the summary. */
  head: string;
  /** Every word, with its places, as a tsvector literal. */
  words: string;
  facets: { facet: string; code: string }[];
  numbers: Record<string, number>;
  content: Record<SearchableField, string | string[]>;
}

type Weight = 'A' | 'B' | 'C' | 'D';

/** PostgreSQL has four weights for six fields. */
const weights: [SearchableField, Weight][] = [
  ['name', 'A'],
  ['topics', 'B'],
  ['role', 'C'],
  ['organisation', 'C'],
  ['place', 'D'],
  ['summary', 'D'],
];
/** Keeps a phrase from matching across two fields or two topics. */
const gap = 10;
/** PostgreSQL keeps word positions below 2^14 and 256 of them a word; text beyond is found, not its phrases. */
const lastPosition = 16_383;

/** What every document is counted under, so that the size of the index is one row to read. */
export const everyDocument = { facet: '', code: '' } as const;

class Vector {
  readonly #places = new Map<string, string[]>();

  add(word: string, position: number, weight: Weight) {
    const places = this.#places.get(word);
    const place = `${Math.min(position, lastPosition)}${weight}`;
    if (places) places.push(place);
    else this.#places.set(word, [place]);
  }

  /** Words are letters and digits only, so nothing inside the quotes needs escaping. */
  toString() {
    return Array.from(this.#places, ([word, places]) => `'${word}':${places.join(',')}`).join(' ');
  }
}

/** Makes the row of a document; a long summary or list of topics ranks no higher for repeating a word. */
export const indexedDocument = (document: PreparedDocument): IndexedDocument => {
  const words = new Vector();
  const head = new Vector();
  let position = 1;
  for (const [field, weight] of weights) {
    const inHead = new Set<string>();
    const texts = document[field];
    for (const text of typeof texts === 'string' ? [texts] : texts) {
      for (const { word } of locateWords(text)) {
        words.add(word, position, weight);
        if (field !== 'summary' && !inHead.has(word)) head.add(word, position, weight);
        inHead.add(word);
        position += 1;
      }
      position += gap;
    }
  }
  const { id, version, sortName, numbers, name, topics, role, organisation, place, summary } = document;
  const facets = Object.entries(document.facets).flatMap(([facet, codes]) => codes.map((code) => ({ facet, code })));
  return {
    id,
    version,
    sortName,
    head: `${head}`,
    words: `${words}`,
    facets: [everyDocument, ...facets],
    numbers,
    content: { name, topics, role, organisation, place, summary },
  };
};
