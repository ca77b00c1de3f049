import { randomUUID } from 'node:crypto';
import { type AccessRow, asInput, onAll, platformOnly, row } from './access.rows.js';

/** What the platform's administrators look after is theirs alone. */
export const stewardshipRows: AccessRow[] = [
  onAll('topicTree', platformOnly),
  onAll('topicMerges', platformOnly),
  onAll('topicWords', platformOnly),
  onAll('exposureMeasurements', platformOnly),
  onAll('measureExposure', platformOnly),
  row(
    'addTopicSynonym',
    'a topic',
    asInput(() => ({ topic: 'gout', synonym: `Zyxname ${randomUUID()}`, source: 'A colleague' })),
    platformOnly,
  ),
  row(
    'removeTopicSynonym',
    'of a topic',
    async ({ insert }) => ({
      id: await insert('topic_synonym', { topic: 'gout', synonym: `Zyxother ${randomUUID()}`, source: 'A colleague' }),
    }),
    platformOnly,
  ),
  row(
    'setTopicWordAside',
    'what was searched for in vain',
    async ({ benchside }) => {
      await benchside.database.affected(
        `INSERT INTO search_gap (kind, week, term) VALUES ('academics', '2026-01-05', 'zyxword') ON CONFLICT DO NOTHING`,
      );
      return { term: 'zyxword' };
    },
    platformOnly,
  ),
  row(
    'mergeTopics',
    'two topics',
    asInput(() => ({ topic: 'gout', successor: 'psoriasis', reason: 'Nobody tells them apart' })),
    platformOnly,
  ),
  row(
    'undoTopicMerge',
    'a merge',
    async ({ insert }) => ({
      id: await insert('topic_merge', {
        topic: `zyx-${randomUUID()}`,
        successor: 'psoriasis',
        reason: 'No reason at all',
      }),
    }),
    platformOnly,
  ),
];
