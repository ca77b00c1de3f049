import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '#config';

const bytesOfId = 16;
const bytesOfMark = 24;

const markOf = (secret: string, id: Buffer): Buffer =>
  createHmac('sha256', secret).update('benchside digest unsubscribe\n').update(id).digest().subarray(0, bytesOfMark);

/** Whose letters are to end, signed: it ends nothing else, opens nothing, and works as long as the letter is kept. */
export const unsubscribeToken = (secret: string, accountId: string): string => {
  const id = Buffer.from(accountId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, markOf(secret, id)]).toString('base64url');
};

/** The account that a token names, if the token is ours. */
export const accountOfToken = (secret: string, token: string): string | undefined => {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, bytesOfId);
  const mark = bytes.subarray(bytesOfId);
  // The last letter has bits to spare: only one way of writing a token is ours.
  if (
    bytes.toString('base64url') !== token ||
    mark.length !== bytesOfMark ||
    !timingSafeEqual(mark, markOf(secret, id))
  )
    return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Where letters are ended, without signing in. */
export const unsubscribeUrl = ({ baseUrl, authSecret }: Pick<Settings, 'baseUrl' | 'authSecret'>, accountId: string) =>
  `${baseUrl}/unsubscribe/${unsubscribeToken(authSecret, accountId)}`;
