import { Inject } from '@nestjs/common';
import { Args, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf, selectedFields } from '#graphql';
import { DeclarationTerms, declarationTerms } from './declaration.terms.js';
import { InterestDeclaring } from './interest.declaring.js';
import { InterestDeclaration } from './interest.entity.js';
import {
  ChangeInterestInput,
  ConfirmInterestsArgs,
  DeclareInterestInput,
  EndInterestArgs,
  InterestRegisterArgs,
  MitigateInterestInput,
  MyInterestsArgs,
} from './interest.inputs.js';
import { InterestService } from './interest.service.js';
import { InterestSuggestion, InterestSuggestions } from './interest.suggestions.js';

const InterestConnection = connectionOf(InterestDeclaration, 'InterestDeclaration');
const id = { type: () => ID };

/** Where somebody stands with their interests. */
@ObjectType({ description: 'Where you stand with your interests.' })
export class InterestStandingOf {
  @Field(() => Int, { description: 'How many interests you have declared that still hold.' })
  current: number;

  @Field({ description: 'Whether you have declared that there is nothing to declare.' })
  nothing: boolean;

  @Field(() => String, { nullable: true, description: 'By when they are to be confirmed again, as YYYY-MM-DD.' })
  confirmBy: string | null;

  @Field({ description: 'Whether that is soon, or over.' })
  due: boolean;
}

/** Interests: declared, confirmed, read. */
@Resolver(() => InterestDeclaration)
export class InterestResolver {
  constructor(
    @Inject(InterestService) private readonly interests: InterestService,
    @Inject(InterestDeclaring) private readonly declaring: InterestDeclaring,
    @Inject(InterestSuggestions) private readonly suggestions: InterestSuggestions,
  ) {}

  @Access('anyone')
  @Query(() => DeclarationTerms, { description: 'The words of declarations, with their sources.' })
  declarationTerms() {
    return declarationTerms;
  }

  @Access('signed-in')
  @Query(() => InterestConnection, { description: 'What you have declared, newest first.' })
  myInterests(@CurrentViewer() viewer: Viewer, @Args() args: MyInterestsArgs, @Info() info: GraphQLResolveInfo) {
    return this.interests.mine(viewer, args, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => InterestStandingOf, { description: 'Whether your interests wait to be confirmed.' })
  interestStanding(@CurrentViewer() viewer: Viewer) {
    return this.interests.standing(viewer);
  }

  @Access('signed-in')
  @Query(() => InterestDeclaration, { description: 'One interest.' })
  interest(@CurrentViewer() viewer: Viewer, @Args('id', id) wanted: string, @Info() info: GraphQLResolveInfo) {
    return this.interests.one(viewer, wanted, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => [InterestDeclaration], {
    description:
      'What the people of a collaboration have declared about its sides, as far as you may see it; at most 100.',
  })
  declarationsFor(
    @CurrentViewer() viewer: Viewer,
    @Args('collaborationId', id) collaborationId: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.interests.ofCollaboration(viewer, collaborationId, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => [InterestSuggestion], {
    description: 'Interests that you have perhaps not declared, with what points to them; at most 20.',
  })
  interestSuggestions(@CurrentViewer() viewer: Viewer) {
    return this.suggestions.forViewer(viewer);
  }

  @Access('signed-in')
  @Query(() => InterestConnection, { description: 'What the people of an employer have declared, for its office.' })
  interestRegister(
    @CurrentViewer() viewer: Viewer,
    @Args() args: InterestRegisterArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.interests.register(viewer, args, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => InterestDeclaration, { description: 'Declares an interest.' })
  declareInterest(@CurrentViewer() viewer: Viewer, @Args('input') input: DeclareInterestInput) {
    return this.declaring.declare(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => InterestDeclaration, { description: 'Declares that there is nothing to declare.' })
  declareNoInterests(@CurrentViewer() viewer: Viewer) {
    return this.declaring.declareNothing(viewer);
  }

  @Access('signed-in')
  @Mutation(() => InterestDeclaration, { description: 'Changes what an interest of yours says.' })
  changeInterest(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeInterestInput) {
    return this.declaring.change(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => InterestDeclaration, { description: 'Ends an interest of yours.' })
  endInterest(@CurrentViewer() viewer: Viewer, @Args() { id: ended, endsOn }: EndInterestArgs) {
    return this.declaring.end(viewer, ended, endsOn);
  }

  @Access('signed-in')
  @Mutation(() => InterestDeclaration, {
    description: 'Takes back what you declared by mistake; the history keeps it.',
  })
  withdrawInterest(@CurrentViewer() viewer: Viewer, @Args('id', id) withdrawn: string, @Args('reason') reason: string) {
    return this.declaring.withdraw(viewer, withdrawn, reason);
  }

  @Access('signed-in')
  @Mutation(() => InterestStandingOf, { description: 'Confirms that everything you have declared still holds.' })
  confirmInterests(@CurrentViewer() viewer: Viewer, @Args() { ids }: ConfirmInterestsArgs) {
    return this.declaring.confirm(viewer, ids);
  }

  @Access('signed-in')
  @Mutation(() => InterestDeclaration, {
    description: 'Says what is done about an interest, for the employer’s office.',
  })
  mitigateInterest(@CurrentViewer() viewer: Viewer, @Args('input') input: MitigateInterestInput) {
    return this.declaring.mitigate(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => [InterestSuggestion], {
    description: 'Says why a suggestion is no interest, so that it does not come back.',
  })
  dismissInterestSuggestion(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', id) organisationId: string,
    @Args('reason') reason: string,
  ) {
    return this.suggestions.dismiss(viewer, organisationId, reason);
  }
}
