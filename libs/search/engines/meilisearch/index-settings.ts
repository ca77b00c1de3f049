import type { Settings } from 'meilisearch';
import { searchableFields } from '../../search-engine.js';
import type { PreparedDocument } from '../prepared-document.js';
import { largestLimit, largestOffset } from '../question.js';

/** A document as Meilisearch stores it. */
export type IndexedDocument = PreparedDocument;

/** How every index is set up. Only what is named here is compared and set. */
export const indexSettings: Settings = {
  searchableAttributes: [...searchableFields],
  filterableAttributes: [
    { attributePatterns: ['id'], features: { facetSearch: false, filter: { equality: true, comparison: false } } },
    {
      attributePatterns: ['facets.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['numbers.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  // All numbers inside `numbers` are meant.
  sortableAttributes: ['numbers', 'sortName'],
  // A sort that is asked for is meant strictly; equals are in the order of their names, so that pages do not overlap.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attributeRank', 'wordPosition', 'exactness', 'sortName:asc'],
  // Symbols that Meilisearch takes for letters: "<b>asthma</b>" would be found by none of its words.
  // Sorted, as the server gives them back.
  separatorTokens: [...'<>=+|~^$±×÷≤≥≠≈→←↔°™®©€£¥'].sort(),
  typoTolerance: { enabled: true, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  // The default of 100 would leave topics out of the counts.
  faceting: { maxValuesPerFacet: 5_000, sortFacetValuesBy: { '*': 'count' } },
  // The default of 1,000 would cut totals too.
  pagination: { maxTotalHits: largestOffset + largestLimit },
  searchCutoffMs: 1_500,
  // Left to itself, the language of a short text is guessed wrongly.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
};

/** Whether an index has these settings already; keys that only the server names do not count. */
export const hasSettings = (held: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(held) && held.length === wanted.length && wanted.every((item, at) => hasSettings(held[at], item))
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return held === wanted;
  if (typeof held !== 'object' || held === null) return false;
  return Object.entries(wanted).every(([key, value]) => hasSettings((held as Record<string, unknown>)[key], value));
};
