import type { Match } from '#search';
import { briefsOf, listOf, type PublishedBrief } from './listing.js';
import type { App } from './world.js';

const briefs = 10;
const shown = 5;

const points = (value: number) => (value * 100).toFixed(1);

const lineOf = ({ parts }: Match) =>
  parts
    .filter(({ unknown }) => !unknown)
    .map(({ label, points: own, weight }) => ({ label, own, weight }))
    .filter(({ own }) => own > 0.005)
    .sort((a, b) => b.own - a.own)
    .slice(0, 4)
    .map(({ label, own }) => `${label} ${points(own)}`)
    .join(', ');

const evidenceOf = ({ parts }: Match) =>
  (parts.find(({ part }) => part === 'text')?.evidence ?? [])
    .slice(0, 2)
    .map(({ source, dated, text }) => `“${source}”${dated ? ` (${dated})` : ''}: ${text.replace(/^Shares: /, '')}`)
    .join('; ');

const entryOf = (match: Match, index: number) =>
  [
    `${index + 1}. **${match.academic?.name ?? 'Somebody'}**, ${match.academic?.jobTitle || 'no job title'}: ${points(match.score)} points. ${match.sentence}`,
    `   - ${lineOf(match)}`,
    ...(evidenceOf(match) ? [`   - ${evidenceOf(match)}`] : []),
    ...(match.missing.length > 0 ? [`   - Not stated: ${match.missing.slice(0, 3).join('; ')}`] : []),
  ].join('\n');

const sectionOf = ({ title, organisation, text }: PublishedBrief, matches: readonly Match[], number: number) =>
  [
    `## ${number}. ${title}`,
    `*${organisation}.* ${text.replace(/\s+/g, ' ').trim()}`,
    matches.map(entryOf).join('\n'),
  ].join('\n\n');

/** Ten briefs of the directory with the first five of their lists and what is said for each, to be read by a person. */
export const readLists = async (app: App): Promise<string> => {
  const sections: string[] = [];
  for (const [index, brief] of (await briefsOf(app, briefs)).entries()) {
    sections.push(sectionOf(brief, await listOf(app, brief.id, shown), index + 1));
  }
  return `${sections.join('\n\n')}\n`;
};
