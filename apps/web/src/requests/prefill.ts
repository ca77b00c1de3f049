import type { ExplainMatchQuery } from '../generated/graphql';
import { listed } from '../theme/words';
import { reasonLength } from './steps';

type Match = ExplainMatchQuery['match'];

const workOf = ({ parts }: Match): string | undefined => {
  const sources = parts.find(({ part }) => part === 'evidence')?.evidence.map(({ source }) => source) ?? [];
  return sources.find((source) => source.length > 20);
};

/**
 * The beginning of a reason, from what the match found: the topics of both sides, and the work that is closest. The
 * sender makes it their own.
 */
export const startOfReason = (
  match: Match | undefined,
  { asTeam, about }: { asTeam: boolean; about: string },
): string => {
  if (!match) return '';
  const [we, our] = asTeam ? ['We', 'our'] : ['I', 'my'];
  const topics = listed(match.sharedTopics.slice(0, 3).map(({ label }) => label.toLowerCase()));
  const work = workOf(match);
  const sentences = [
    topics && `${we} work on ${topics}, as you do.`,
    work && `What you wrote in “${work.replace(/\.$/, '')}” is close to ${our} own plans.`,
    `${we} would like to talk with you about ${about}.`,
  ].filter(Boolean);
  const text = sentences.join(' ');
  return text.length <= reasonLength.most ? text : `${sentences[0]} ${sentences.at(-1)}`.slice(0, reasonLength.most);
};
