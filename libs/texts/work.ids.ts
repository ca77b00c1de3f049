import { createHash } from 'node:crypto';
import type { Heading, TextKind } from './text.types.js';

/**
 * What each text of an owner is known by among the landmarks: its heading, not its place, so that works which are put
 * in another order or of which one goes are still known. Of equal headings the second and later ones are numbered.
 */
export const workIds = (kind: TextKind, owner: string, headings: readonly Pick<Heading, 'source'>[]): string[] => {
  const seen = new Map<string, number>();
  return headings.map(({ source }) => {
    const before = seen.get(source) ?? 0;
    seen.set(source, before + 1);
    const name = createHash('sha256').update(source).digest('base64url').slice(0, 16);
    return `${kind}/${owner}/${name}${before === 0 ? '' : `.${before + 1}`}`;
  });
};
