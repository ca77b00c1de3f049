import type { QueryClient } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { TopicMergesDocument, TopicTreeDocument, type TopicTreeQuery, TopicWordsDocument } from '../generated/graphql';

export type CaredTopic = TopicTreeQuery['topicTree'][number];

export const topicTree = reading('topic-tree', TopicTreeDocument, {});
export const topicMerges = reading('topic-merges', TopicMergesDocument, {});
export const topicWords = reading('topic-words', TopicWordsDocument, {});

/** A change of one topic may change what is said of all of them. */
export const readTopicsAgain = (queries: QueryClient) =>
  Promise.all(
    ['topic-tree', 'topic-merges', 'topic-words', 'topics-like'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  );

/** Every topic by its name, for a list to choose from. */
export const topicOptions = (topics: readonly CaredTopic[]) =>
  topics.map(({ code, label }) => ({ value: code, label })).sort((a, b) => a.label.localeCompare(b.label));
