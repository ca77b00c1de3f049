/** Half of a surrogate pair without the other half: no character, and PostgreSQL refuses it. */
const loneSurrogates = /\p{Surrogate}/gu;
/** Control characters but tab and line feed; also marks that turn the direction of writing, and the byte-order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text of one line: no control characters, single spaces, composed accents. */
export const oneLine = (text: string): string =>
  text.replace(loneSurrogates, '').replace(/\s+/g, ' ').replace(unprintable, '').normalize('NFC').trim();

/** A text that may have paragraphs: no control characters but line feeds, at most one empty line in a row. */
export const paragraphs = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogates, '')
    .replace(unprintable, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim();

/** The start of a text that is too long, with a mark that it goes on. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** What two writings of a name have in common: letters and digits in lower case, without accents, joined by hyphens. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
