import { createHash } from 'node:crypto';
import { badInput } from '#graphql';
import { type FilterInput, facetsOf, type SearchKind } from '#search';
import type { SavedFilter } from './saved-search.entity.js';

/** Filters that are one value and no list of codes. */
const singles: Record<SearchKind, readonly string[]> = {
  academics: ['availableBy', 'leastFte'],
  organisations: [],
  opportunities: ['openOn', 'openToday'],
};

/** Who may find a thing is nobody's to choose. */
const choosable = (kind: SearchKind) => facetsOf[kind].map(({ name }) => name).filter((name) => name !== 'audience');

const isDay = (text: string) => {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(text);
};

const single = (name: string, value: string): string | number | boolean => {
  if (name === 'openToday') return value === 'true';
  if (name === 'leastFte') {
    const share = Number(value);
    if (!(share >= 0 && share <= 1)) throw badInput('filters', `"${value}" is no share of full time.`, 'Write 0 to 1.');
    return share;
  }
  if (!isDay(value)) throw badInput('filters', `"${value}" is not a day.`, 'Write it as 2027-03-31.');
  return value;
};

/** The filter of a list from its parts; a part that this kind of list does not have is refused. */
export const filterFrom = (kind: SearchKind, parts: readonly SavedFilter[]): FilterInput => {
  const names = [...choosable(kind), ...singles[kind]];
  const filter: Record<string, string[] | string | number | boolean> = {};
  for (const { name, values } of parts) {
    if (!names.includes(name)) {
      throw badInput('filters', `${kind} cannot be filtered by "${name}".`, `Use ${names.join(', ')}.`);
    }
    const codes = [...new Set(values.filter((value) => value !== ''))].sort();
    const [first] = codes;
    if (first === undefined) continue;
    filter[name] = singles[kind].includes(name) ? single(name, first) : codes;
  }
  return filter as FilterInput;
};

/** The parts of a filter, in the order of their names. */
export const partsOf = (filter: FilterInput): SavedFilter[] =>
  Object.entries(filter)
    .map(([name, value]) => ({ name, values: (Array.isArray(value) ? value : [value]).map(String) }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** What the words come to, however they were typed. */
export const plainQuery = (query: string | null | undefined): string | null =>
  (query ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim() || null;

/** The same for the same question, whatever the order of its parts. */
export const questionKey = (kind: SearchKind, query: string | null, filter: FilterInput): string =>
  createHash('sha256')
    .update(
      JSON.stringify([kind, query?.toLowerCase() ?? '', partsOf(filter).map(({ name, values }) => [name, ...values])]),
    )
    .digest('base64url');

/** The page of the results, as the pages write it themselves. */
export const pathOf = (kind: SearchKind, query: string | null, filter: FilterInput): string => {
  const words = new URLSearchParams(query ? { q: query } : {});
  for (const { name, values } of partsOf(filter)) for (const value of values) words.append(name, value);
  const written = words.toString();
  return `/${kind}${written ? `?${written}` : ''}`;
};
