import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { AddTopicSynonymInput, MergeTopicsInput } from './topic.inputs.js';
import { TopicMerging } from './topic.merging.js';
import { AddedSynonym, CaredTopic, TopicMerge, TopicWord } from './topic.objects.js';
import { TopicService } from './topic.service.js';

/** The topics, for those who look after them. */
@Resolver()
export class TopicResolver {
  constructor(
    @Inject(TopicService) private readonly topics: TopicService,
    @Inject(TopicMerging) private readonly merging: TopicMerging,
  ) {}

  @Access('platform-admin')
  @Query(() => [CaredTopic], { description: 'All topics on offer with how many use them, each branch to its end.' })
  topicTree(@CurrentViewer() viewer: Viewer) {
    return this.topics.tree(viewer);
  }

  @Access('platform-admin')
  @Query(() => [TopicMerge], { description: 'Topics that were retired into others, the newest first.' })
  topicMerges(@CurrentViewer() viewer: Viewer) {
    return this.merging.list(viewer);
  }

  @Access('platform-admin')
  @Query(() => [TopicWord], { description: 'Words that several people searched for in vain and that name no topic.' })
  topicWords(@CurrentViewer() viewer: Viewer) {
    return this.topics.words(viewer);
  }

  @Access('platform-admin')
  @Mutation(() => AddedSynonym, { description: 'Gives a topic another name, by which it is found.' })
  addTopicSynonym(@CurrentViewer() viewer: Viewer, @Args('input') input: AddTopicSynonymInput) {
    return this.topics.addSynonym(viewer, input);
  }

  @Access('platform-admin')
  @Mutation(() => Boolean, { description: 'Takes away a name that was added.' })
  removeTopicSynonym(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.topics.removeSynonym(viewer, id);
  }

  @Access('platform-admin')
  @Mutation(() => Boolean, { description: 'Says that words are no topic: they are no longer shown.' })
  setTopicWordAside(@CurrentViewer() viewer: Viewer, @Args('term') term: string) {
    return this.topics.setWordAside(viewer, term);
  }

  @Access('platform-admin')
  @Mutation(() => TopicMerge, {
    description: 'Retires a topic into another: everything that names it names the successor from now on.',
  })
  mergeTopics(@CurrentViewer() viewer: Viewer, @Args('input') input: MergeTopicsInput) {
    return this.merging.merge(viewer, input);
  }

  @Access('platform-admin')
  @Mutation(() => TopicMerge, { description: 'Takes a merge back, within 30 days.' })
  undoTopicMerge(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.merging.undo(viewer, id);
  }
}
