import type { ReactNode } from 'react';
import type { FitFragment } from '../generated/graphql';
import { HighlightedText } from './highlighted-text';

/** Why something was found: a few words, and behind them what they rest on. */
export interface Reason {
  key: string;
  label: string;
  evidence: ReactNode;
}

interface Hit {
  fit: FitFragment | null;
  highlights: readonly { field: string; html: string }[];
  /** The topics that the search named and that this has. */
  matched: readonly { code: string; label: string }[];
}

/** More reasons than this are not read. */
const mostReasons = 3;

const places: Record<string, string> = {
  role: 'Words in the role',
  organisation: 'Words in the organisation',
  place: 'Words in the place',
  summary: 'Words in the summary',
};

/** A reason that is short says more than the name of its part. */
const shortEnough = (reason: string): string | null => (reason.length <= 45 ? reason.replace(/\.$/, '') : null);

/** What is said on a button: the topic, the words that were found, or the reason where it is short. */
const labelOf = (
  { sharedTopics }: FitFragment,
  { part, label, reason, evidence }: Pick<FitFragment['parts'][number], 'part' | 'label' | 'reason' | 'evidence'>,
): string => {
  const [topic, ...others] = sharedTopics;
  if (part === 'topics' && topic)
    return `Topic: ${topic.label}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  const words = /^Shares: (.*)$/.exec(evidence[0]?.text ?? '')?.[1];
  if (part === 'text' && words) return `Words: ${words.split(', ').slice(0, 2).join(', ')}`;
  return shortEnough(reason) ?? label;
};

const reasonsOfFit = (fit: FitFragment): Reason[] =>
  fit.parts
    .filter(({ unknown, points }) => !unknown && points > 0.01)
    .toSorted((a, b) => b.points - a.points)
    .map(({ part, label, reason, evidence }) => ({
      key: part,
      label: labelOf(fit, { part, label, reason, evidence }),
      evidence: (
        <>
          {reason}
          {evidence.length > 0 && (
            <ul>
              {evidence.map(({ text, source, dated }) => (
                <li key={`${source}${text}`}>
                  {text} <span className="quiet">({dated ? `${source}, ${dated}` : source})</span>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    }));

const reasonsOfWords = ({ matched, highlights }: Hit): Reason[] => [
  ...matched.map(({ code, label }) => ({
    key: `topic-${code}`,
    label: `Topic: ${label}`,
    evidence: <>{label} is among the topics that the profile names.</>,
  })),
  ...highlights.flatMap(({ field, html }) => {
    const place = places[field];
    if (!place || !html.includes('<mark>')) return [];
    return [{ key: `words-${field}`, label: place, evidence: <HighlightedText html={html} /> }];
  }),
];

/** At most three reasons, the strongest first: how it fits the person who looks, or else what the words met. */
export const reasonsOf = (hit: Hit): Reason[] =>
  (hit.fit ? reasonsOfFit(hit.fit) : reasonsOfWords(hit)).slice(0, mostReasons);
