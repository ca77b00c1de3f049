import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { MobilityService } from './mobility.service.js';
import { OutcomeChoices, outcomeChoices } from './outcome.choices.js';
import { CollaborationOutcomes, DeclineFeedback, Mobility, Outcome } from './outcome.entity.js';
import { AddOutcomeInput, ReviewCollaborationInput, SaveMobilityInput } from './outcome.inputs.js';
import { OutcomeService } from './outcome.service.js';

const id = { type: () => ID };

/** What came of collaborations, and of careers. */
@Resolver(() => Outcome)
export class OutcomeResolver {
  constructor(
    @Inject(OutcomeService) private readonly outcomes: OutcomeService,
    @Inject(MobilityService) private readonly moves: MobilityService,
  ) {}

  @Access('anyone')
  @Query(() => OutcomeChoices, { description: 'What an outcome may say.' })
  outcomeChoices(): OutcomeChoices {
    return {
      kinds: outcomeChoices.kinds.terms,
      creditRoles: outcomeChoices.creditRoles.terms,
      technologyReadiness: outcomeChoices.technologyReadiness.terms,
    };
  }

  @Access('signed-in')
  @Query(() => CollaborationOutcomes, { description: 'What came of a collaboration, and what each side says of it.' })
  collaborationOutcomes(@CurrentViewer() viewer: Viewer, @Args('collaborationId', id) collaborationId: string) {
    return this.outcomes.of(viewer, collaborationId);
  }

  @Access('signed-in')
  @Mutation(() => Outcome, { description: 'Writes down something that came of a collaboration.' })
  addOutcome(@CurrentViewer() viewer: Viewer, @Args('input') input: AddOutcomeInput) {
    return this.outcomes.add(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Removes an outcome that your side wrote.' })
  removeOutcome(@CurrentViewer() viewer: Viewer, @Args('id', id) outcomeId: string) {
    return this.outcomes.remove(viewer, outcomeId);
  }

  @Access('signed-in')
  @Mutation(() => CollaborationOutcomes, {
    description:
      'Says what your side makes of a collaboration that has ended; each reads the other once both have written.',
  })
  reviewCollaboration(@CurrentViewer() viewer: Viewer, @Args('input') input: ReviewCollaborationInput) {
    return this.outcomes.review(viewer, input);
  }

  @Access('anyone')
  @Query(() => [Mobility], { description: 'Moves between academia and industry that an academic shows, newest first.' })
  mobility(@CurrentViewer() viewer: Viewer, @Args('academicId', id) academicId: string) {
    return this.moves.of(viewer, academicId);
  }

  @Access('signed-in')
  @Mutation(() => Mobility, { description: 'Adds or changes a move of your own.' })
  saveMobility(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveMobilityInput) {
    return this.moves.save(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Removes a move of your own.' })
  removeMobility(@CurrentViewer() viewer: Viewer, @Args('id', id) moveId: string) {
    return this.moves.remove(viewer, moveId);
  }

  @Access('signed-in')
  @Query(() => DeclineFeedback, {
    description: 'How your requests were answered, or those of an organisation whose office you are: numbers alone.',
  })
  declineFeedback(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { ...id, nullable: true }) organisationId: string | null,
  ) {
    return this.moves.declines(viewer, organisationId ?? null);
  }
}
