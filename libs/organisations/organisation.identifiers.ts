import { randomBytes } from 'node:crypto';

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Whether a text is a ROR identifier: 0, six characters of Crockford's base 32, and a two-digit checksum,
 * 98 - ((n * 100) mod 97) of the first seven characters.
 */
export const validRorId = (text: string): boolean => {
  if (!/^0[0-9a-hj-km-np-tv-z]{6}[0-9]{2}$/.test(text)) return false;
  let value = 0n;
  for (const character of text.slice(0, 7)) value = value * 32n + BigInt(crockford.indexOf(character));
  return Number(98n - ((value * 100n) % 97n)) === Number(text.slice(7));
};

/** The last part of an organisation's address: its name in plain letters, and enough chance never to clash. */
export const slugOf = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'organisation'}-${randomBytes(4).toString('hex')}`;
};
