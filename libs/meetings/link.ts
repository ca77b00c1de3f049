import { badInput, writtenIfAny } from '#graphql';

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
