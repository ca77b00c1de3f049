import { badInput } from '#graphql';
import type { Taxonomy } from '#taxonomy';
import type { AcademicFilter, OpportunityFilter, OrganisationFilter } from './search.inputs.js';
import type { SearchFilter, SearchSort } from './search-engine.js';

/** The filter of any list. */
export type FilterInput = AcademicFilter & OrganisationFilter & OpportunityFilter;

const seconds = (field: string, day: string): number => {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw badInput(field, `"${day}" is not a day.`, 'Write it as 2027-03-31.');
  return time / 1000;
};

/** The same filter with the topics of today: a link that was kept goes on when its topic is retired into another. */
export const currentFilter = (filter: FilterInput | null | undefined, taxonomy: Taxonomy) => {
  const codes = filter?.topics ?? [];
  const replaced = codes.flatMap((code) => {
    const successor = taxonomy.currentCode('topic', code);
    return successor === code ? [] : [{ code, successor }];
  });
  const topics = () => [...new Set(codes.map((code) => taxonomy.currentCode('topic', code)))];
  return { filter: replaced.length === 0 ? (filter ?? {}) : { ...filter, topics: topics() }, replaced };
};

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The day that it is in London, as YYYY-MM-DD: a deadline is over when its day is over there. */
export const dayInLondon = (now = new Date()): string => london.format(now);

/** A filter in the engine's terms: lists of codes are facets, the rest are bounds on numbers. */
export const filterOf = (input: FilterInput): SearchFilter => {
  const { availableBy, leastFte, openOn, openToday, ...codes } = input;
  const facets: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(codes)) {
    if (Array.isArray(value) && value.length > 0) facets[name] = value;
  }
  const ranges: NonNullable<SearchFilter['ranges']> = {};
  if (availableBy) ranges.availableFrom = { max: seconds('availableBy', availableBy) };
  if (leastFte !== undefined && leastFte !== null) ranges.availableFte = { min: leastFte };
  if (openOn) ranges.deadline = { min: seconds('openOn', openOn) };
  if (openToday) ranges.openUntil = { min: seconds('openToday', dayInLondon()) };
  return { facets, ranges };
};

const sorts: Record<string, SearchSort> = {
  relevance: { by: 'relevance' },
  fit: { by: 'relevance' },
  name: { by: 'name' },
  newest: { by: 'newest', direction: 'descending' },
  available: { by: 'availableFrom' },
  evidence: { by: 'works', direction: 'descending' },
  closing: { by: 'deadline' },
};

/** A sort in the engine's terms. */
export const sortOf = (sort: string | null | undefined): SearchSort =>
  sorts[sort ?? 'relevance'] ?? { by: 'relevance' };
