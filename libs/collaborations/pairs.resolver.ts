import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { Collaboration } from './collaboration.entity.js';
import { CollaborationPairs, PairEntry } from './collaboration.pairs.js';

/** What two sides had with each other, and how they go on. */
@Resolver(() => Collaboration)
export class PairsResolver {
  constructor(@Inject(CollaborationPairs) private readonly pairs: CollaborationPairs) {}

  @Access('signed-in')
  @Mutation(() => Collaboration, {
    description: 'Begins another collaboration of the same two sides, where one is over.',
  })
  startFollowUp(@CurrentViewer() viewer: Viewer, @Args('collaborationId', { type: () => ID }) collaborationId: string) {
    return this.pairs.goOn(viewer, collaborationId);
  }

  @Access('signed-in')
  @Query(() => [PairEntry], { description: 'What the two sides of a collaboration had with each other, newest first.' })
  pairHistory(@CurrentViewer() viewer: Viewer, @Args('collaborationId', { type: () => ID }) collaborationId: string) {
    return this.pairs.history(viewer, collaborationId);
  }
}
