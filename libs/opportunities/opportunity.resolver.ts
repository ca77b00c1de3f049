import { Inject } from '@nestjs/common';
import { Args, Field, ID, Info, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, selectedFields } from '#graphql';
import { Opportunity } from './opportunity.entity.js';
import { CreateOpportunityInput, UpdateOpportunityInput } from './opportunity.inputs.js';
import { blindProblem } from './opportunity.policy.js';
import { OpportunityService } from './opportunity.service.js';

/** Something in a text that gives away who is behind it. */
@ObjectType({ description: 'Something in a text that gives away who is behind it.' })
export class BlindProblem {
  @Field({ description: 'The words in question.' })
  found: string;

  @Field({ description: 'What they are: a link, a brand, a patent number, ...' })
  kind: string;
}

@Resolver(() => Opportunity)
export class OpportunityResolver {
  constructor(@Inject(OpportunityService) private readonly opportunities: OpportunityService) {}

  @Access('anyone')
  @Query(() => Opportunity, { description: 'One brief or project idea.' })
  opportunity(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.opportunities.one(viewer, id, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => [Opportunity], { description: 'Yours and your organisations’, drafts included; at most 200.' })
  myOpportunities(@CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.opportunities.mine(viewer, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => BlindProblem, {
    nullable: true,
    description: 'What in a text a blind brief must not hold, if anything.',
  })
  blindProblem(@Args('text') text: string, @Args('names', { type: () => [String], defaultValue: [] }) names: string[]) {
    return blindProblem(text.slice(0, 20_000), names.slice(0, 20));
  }

  @Access('signed-in')
  @Mutation(() => Opportunity, { description: 'Makes a draft.' })
  createOpportunity(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CreateOpportunityInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.opportunities.create(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Opportunity, { description: 'Changes a brief or project idea.' })
  updateOpportunity(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: UpdateOpportunityInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.opportunities.update(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Opportunity, { description: 'Shows it to everybody who may find it.' })
  publishOpportunity(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.opportunities.publish(viewer, id, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Opportunity, { description: 'Takes no more requests.' })
  closeOpportunity(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.opportunities.close(viewer, id, selectedFields(info));
  }
}
