/** One message to one person. `kind` says what it is about, for the list of messages and for headers. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  kind: string;
  /** Where one request ends letters of this kind, without signing in: the headers of RFC 8058 are made from it. */
  unsubscribe?: string;
}

const longestSubject = 200;
const address = /^[^\s@<>",;:\\()[\]\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u;
/** An address that may stand in a header between angle brackets. */
const webAddress = /^https?:\/\/[\w.:-]{1,260}\/[\w/.~%?&=+-]{0,700}$/;

/** A message that must not be sent as it is; it says which part, and never what the part holds. */
export class MailRefused extends Error {
  constructor(readonly part: keyof Mail) {
    super(`A message was refused: its ${part} is not acceptable.`);
    this.name = 'MailRefused';
  }
}

/** One line: line breaks and other control characters become spaces, so that a value can never open a new header. */
export const oneLine = (text: string, longest = longestSubject): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);

/**
 * The message as it may be sent: exactly one recipient, headers on one line each.
 * A recipient that is not plainly one address is refused, not repaired.
 */
export const checked = (mail: Mail): Mail => {
  if (!address.test(mail.to) || mail.to.length > 254) throw new MailRefused('to');
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(mail.kind)) throw new MailRefused('kind');
  const subject = oneLine(mail.subject);
  if (subject === '') throw new MailRefused('subject');
  if (mail.unsubscribe !== undefined && !webAddress.test(mail.unsubscribe)) throw new MailRefused('unsubscribe');
  return { ...mail, subject };
};

/** The headers of a message: what it is about, and where a mail program ends such letters in one step (RFC 2369, RFC 8058). */
export const headersOf = ({ kind, unsubscribe }: Pick<Mail, 'kind' | 'unsubscribe'>): Record<string, string> => ({
  'X-Benchside-Kind': kind,
  ...(unsubscribe === undefined
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
});
