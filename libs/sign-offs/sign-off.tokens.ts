import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Tokens and codes are worked out from the secret of the installation and the id of the link: neither is kept anywhere, so
 * that nobody who reads the database or its copies can approve anything.
 */
export const tokenOf = (secret: string, linkId: string): string =>
  createHmac('sha256', secret).update(`sign-off-link:${linkId}`).digest('base64url');

/** What is kept of a token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The six digits of the n-th letter about a link. */
export const codeOf = (secret: string, linkId: string, number: number): string => {
  const digest = createHmac('sha256', secret).update(`sign-off-code:${linkId}:${number}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
};

/** Compares without telling by the time it takes how much is right. */
export const sameCode = (given: string, expected: string): boolean => {
  const [a, b] = [createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest()];
  return timingSafeEqual(a, b);
};

/** An address so that its owner knows it again and nobody else learns it: d•••@trust.example. */
export const maskedAddress = (email: string): string => {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
};
