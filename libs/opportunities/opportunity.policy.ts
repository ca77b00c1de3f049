import type { Viewer } from '#accounts';
import type { Opportunity } from './opportunity.entity.js';

type Owned = Pick<Opportunity, 'organisationId' | 'academicId'>;

/** An opportunity belongs to the people of its organisation, or to its academic. */
export const ownsOpportunity = (viewer: Viewer, opportunity: Owned): boolean => {
  if (viewer.accountId === null) return false;
  if (opportunity.academicId) return viewer.academicId === opportunity.academicId;
  return viewer.memberships.some(({ organisationId }) => organisationId === opportunity.organisationId);
};

/** A draft is its owner's alone; what was published stays readable after it has closed. */
export const canSeeOpportunity = (viewer: Viewer, opportunity: Owned & Pick<Opportunity, 'state'>): boolean =>
  opportunity.state !== 'draft' || ownsOpportunity(viewer, opportunity);

/** Who is behind a blind opportunity is shown to its own side, and to those it was revealed to by accepting. */
export const seesBehind = (
  viewer: Viewer,
  opportunity: Owned & Pick<Opportunity, 'id' | 'blind'>,
  revealed: ReadonlySet<string>,
): boolean => !opportunity.blind || ownsOpportunity(viewer, opportunity) || revealed.has(opportunity.id);

/** What a blind text must not hold, and why: each of these gives away who is behind it. */
export const blindProblem = (text: string, names: readonly string[]): { found: string; kind: string } | null => {
  const patterns: [string, RegExp][] = [
    [
      'a link',
      /\b(?:https?:\/\/|www\.)\S{1,200}|\b[a-z0-9-]{1,63}\.(?:com|co\.uk|org|net|io|ai|bio|health|eu|uk|de|ch|fr)\b/i,
    ],
    ['an e-mail address', /\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,63}/],
    [
      'a patent number',
      /\b(?:(?:US|EP|GB|WO|DE|FR|JP|CN)\s?(?:\d{4}\s?\/\s?)?\d[\d,./ ]{4,20}\d(?:\s?[AB]\d?)?|PCT\s?\/\s?[A-Z]{2}\s?\d{4}\s?\/\s?\d{1,9})\b/,
    ],
    ['a brand', /[\p{L}\d)][®™]|[®™]/u],
    ['a telephone number', /(?:\+44|\b0)\s?\d(?:[\s-]?\d){8,9}\b/],
  ];
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match) return { found: match[0].trim().slice(0, 80), kind };
  }
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ')} `;
  for (const name of names) {
    const words = name
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
    if (words.length >= 3 && plain.includes(` ${words} `)) return { found: name, kind: 'the name of who is behind it' };
  }
  return null;
};
