import { type Letter, letter } from '#mail';
import type { Digest } from './digest.collector.js';

const counted = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${count} ${many}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Several digests as one; null where there is nothing to say. */
export const together = (digests: readonly Digest[]): Digest | null => {
  const sections = digests.flatMap((digest) => digest.sections);
  if (sections.length === 0) return null;
  const sum = (part: 'fresh' | 'closing' | 'companies') => digests.reduce((total, digest) => total + digest[part], 0);
  return { sections, fresh: sum('fresh'), closing: sum('closing'), companies: sum('companies') };
};

/** What a digest is about, in one line. */
export const subjectOf = ({ fresh, closing, companies }: Digest): string => {
  const parts = [
    ...(fresh > 0 ? [`${counted(fresh, 'new result', 'new results')} for your saved searches`] : []),
    ...(closing > 0 ? [`${counted(closing, 'opportunity closes', 'opportunities close')} soon`] : []),
    ...(companies > 0 ? [`${counted(companies, 'company', 'companies')} looked at your profile`] : []),
  ];
  return capital(parts.join('; '));
};

/** The one letter of a period. */
export const digestLetter = (
  digest: Digest,
  { name, baseUrl, unsubscribe }: { name: string; baseUrl: string; unsubscribe: string },
): Letter =>
  letter({
    subject: subjectOf(digest),
    greeting: `Hello ${name}`,
    paragraphs: ['This is what is new on Benchside for you since the last letter.'],
    sections: digest.sections,
    action: { label: 'Your saved searches', url: `${baseUrl}/me/searches` },
    notes: ['You get this letter because you agreed to it. How often it comes is up to you, on the same page.'],
    ending: { label: 'Send me no more of these letters', url: unsubscribe },
  });
