import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf } from '#graphql';
import { Collaboration } from './collaboration.entity.js';
import { Obstacle } from './collaboration.gates.js';
import {
  ChangeTermsInput,
  CollaborationsArgs,
  MoveCollaborationInput,
  OfficeCollaborationsArgs,
} from './collaboration.inputs.js';
import { CollaborationEvent, CollaborationPerson } from './collaboration.record.js';
import { CollaborationRecords } from './collaboration.records.js';
import { CollaborationService } from './collaboration.service.js';
import { nextActions } from './collaboration.states.js';
import { CollaborationTerms } from './collaboration.terms.js';
import { EngagementTerms } from './engagement-terms.entity.js';

const CollaborationConnection = connectionOf(Collaboration, 'Collaboration');

/** Collaborations, read and moved. What is inside one is for whoever may see it, which its query has decided. */
@Resolver(() => Collaboration)
export class CollaborationResolver {
  constructor(
    @Inject(CollaborationRecords) private readonly records: CollaborationRecords,
    @Inject(CollaborationService) private readonly service: CollaborationService,
    @Inject(CollaborationTerms) private readonly terms: CollaborationTerms,
  ) {}

  @Access('signed-in')
  @Query(() => Collaboration, { description: 'One collaboration that you have a part in, or your office looks after.' })
  collaboration(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.one(viewer, id);
  }

  @Access('signed-in')
  @Query(() => CollaborationConnection, { description: 'Your collaborations and your organisations’, newest first.' })
  collaborations(@CurrentViewer() viewer: Viewer, @Args() args: CollaborationsArgs) {
    return this.service.list(viewer, args);
  }

  @Access('signed-in')
  @Query(() => CollaborationConnection, {
    description: 'The collaborations that an organisation is a side of, or looks on, for its office; newest first.',
  })
  officeCollaborations(@CurrentViewer() viewer: Viewer, @Args() args: OfficeCollaborationsArgs) {
    return this.service.officeList(viewer, args);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Takes a step with a collaboration.' })
  moveCollaboration(@CurrentViewer() viewer: Viewer, @Args('input') input: MoveCollaborationInput) {
    return this.service.move(viewer, input.id, input.action, input.note ?? null);
  }

  @Access('signed-in')
  @Mutation(() => EngagementTerms, {
    description: 'Changes the terms; what was approved on the old ones is asked again.',
  })
  changeTerms(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeTermsInput) {
    return this.terms.change(viewer, input.id, input.basedOn, input.terms);
  }

  @ResolveField(() => EngagementTerms, { name: 'terms', description: 'The terms that hold.' })
  currentTerms(@Parent() { id }: Collaboration) {
    return this.terms.current(id);
  }

  @ResolveField(() => [EngagementTerms], { description: 'All terms that ever held, newest first.' })
  termsHistory(@Parent() { id }: Collaboration) {
    return this.terms.history(id);
  }

  @ResolveField(() => [CollaborationEvent], { description: 'What was done with it, newest first, at most 200.' })
  events(@Parent() collaboration: Collaboration) {
    return this.records.events(collaboration);
  }

  @ResolveField(() => [CollaborationPerson], { description: 'Who works on it, on both sides.' })
  people(@Parent() { id }: Collaboration) {
    return this.records.people(id);
  }

  @ResolveField(() => [Obstacle], { description: 'What stands in the way of the next step forward.' })
  obstacles(@CurrentViewer() viewer: Viewer, @Parent() { id, state }: Collaboration) {
    const next = nextActions[state];
    return next ? this.service.obstacles(viewer, id, next) : [];
  }
}
