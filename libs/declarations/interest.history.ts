import { InterestChange } from './interest.entity.js';
import type { StoredChange } from './interest.queries.js';

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const asText = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

/** What differs between two states of an interest, in the names of its fields. */
const differences = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((column) => {
    const [from, to] = [asText(before[column]), asText(after[column])];
    return from === to ? [] : [{ field: camel(column), before: from, after: to }];
  });

/** The states of one interest, oldest first, as changes; the first one is what was declared. */
export const historyFrom = (stored: readonly StoredChange[]): InterestChange[] =>
  stored.map(({ action, by, at, content }, index) => {
    const before = stored[index - 1]?.content;
    return Object.assign(new InterestChange(), { action, by, at, fields: before ? differences(before, content) : [] });
  });
