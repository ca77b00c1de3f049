import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '#config';

const bytesOfId = 16;
const bytesOfMark = 24;

/** What the link of a letter is for: a token of one purpose is none of another. */
type Purpose = 'digest unsubscribe' | 'erasure cancel';

const markOf = (secret: string, purpose: Purpose, id: Buffer): Buffer =>
  createHmac('sha256', secret).update(`benchside ${purpose}\n`).update(id).digest().subarray(0, bytesOfMark);

/** What the link of a letter is about, signed: it does nothing else, opens nothing, and works as long as the letter is kept. */
export const letterToken = (secret: string, purpose: Purpose, subjectId: string): string => {
  const id = Buffer.from(subjectId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, markOf(secret, purpose, id)]).toString('base64url');
};

/** The id that a token names, if the token is ours. */
export const subjectOfToken = (secret: string, purpose: Purpose, token: string): string | undefined => {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, bytesOfId);
  const mark = bytes.subarray(bytesOfId);
  // The last letter has bits to spare: only one way of writing a token is ours.
  if (
    bytes.toString('base64url') !== token ||
    mark.length !== bytesOfMark ||
    !timingSafeEqual(mark, markOf(secret, purpose, id))
  )
    return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Where letters are ended, without signing in. */
export const unsubscribeUrl = ({ baseUrl, authSecret }: Pick<Settings, 'baseUrl' | 'authSecret'>, accountId: string) =>
  `${baseUrl}/unsubscribe/${letterToken(authSecret, 'digest unsubscribe', accountId)}`;
