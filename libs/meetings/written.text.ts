import { badInput } from '#graphql';

/** Control characters, but for the tab and the line break. */
const control = /(?![\t\n])\p{Cc}/u;

/** What somebody wrote, without space around it; lengths are in characters as people count them. */
export const written = (field: string, text: string, { min = 0, max }: { min?: number; max: number }): string => {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  if (control.test(trimmed)) throw badInput(field, 'it holds control characters.', 'Take them out.');
  const { length } = [...trimmed];
  if (length < min) throw badInput(field, `it has ${length} characters.`, `Write at least ${min}.`);
  if (length > max) throw badInput(field, `it has ${length} characters.`, `Write at most ${max}.`);
  return trimmed;
};

/** The same for a text that may be left out. */
export const writtenIfAny = (field: string, text: string | null | undefined, max: number): string | null =>
  text === null || text === undefined ? null : written(field, text, { max }) || null;

/** A link that may be left out; only https is opened from here. */
export const linkIfAny = (field: string, text: string | null | undefined): string | null => {
  const link = writtenIfAny(field, text, 500);
  if (link === null) return null;
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || /\s/.test(link)) {
    throw badInput(field, 'this is not a link that can be opened safely.', 'Use one that starts with https://.');
  }
  return url.href.length <= 500 ? url.href : link;
};
