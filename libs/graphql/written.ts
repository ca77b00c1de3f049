import { badInput } from './errors.js';
import { isBlank } from './line.js';

/** Control characters, but for the tab and the line break: no text of ours needs them, and PostgreSQL refuses NUL. */
const control = /(?![\t\n])\p{Cc}/u;

/** What somebody wrote, without space around it; lengths are in characters as people count them, not in code units. */
export const written = (field: string, text: string, { min = 0, max }: { min?: number; max: number }): string => {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  if (control.test(trimmed)) {
    throw badInput(field, 'it holds control characters.', 'Take them out; line breaks are fine.');
  }
  const length = [...trimmed].length;
  if (min > 0 && isBlank(trimmed)) {
    throw badInput(field, 'it is blank.', `Write at least ${min} characters that can be seen.`);
  }
  if (length < min) {
    throw badInput(field, `it has ${length} characters.`, `Write at least ${min}.`);
  }
  if (length > max) {
    throw badInput(field, `it has ${length} characters.`, `Write at most ${max}.`);
  }
  return trimmed;
};

/** The same for a text that may be left out: nothing but space is nothing. */
export const writtenIfAny = (field: string, text: string | null | undefined, max: number): string | null =>
  text === null || text === undefined ? null : written(field, text, { max }) || null;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of anything; what cannot is simply not found. */
export const isId = (text: string): boolean => uuid.test(text);
