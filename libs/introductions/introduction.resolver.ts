import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf } from '#graphql';
import { Introduction } from './introduction.entity.js';
import { AskForIntroductionInput, IntroductionPathsArgs, IntroductionsArgs } from './introduction.inputs.js';
import { IntroductionService } from './introduction.service.js';
import { IntroductionPaths, PathService } from './path.service.js';

const IntroductionConnection = connectionOf(Introduction, 'Introduction');
const id = () => Args('id', { type: () => ID });

/** Introductions, and the ways that lead to them. */
@Resolver(() => Introduction)
export class IntroductionResolver {
  constructor(
    @Inject(IntroductionService) private readonly service: IntroductionService,
    @Inject(PathService) private readonly paths: PathService,
  ) {}

  @Access('signed-in')
  @Query(() => IntroductionPaths, {
    description: 'How you could be introduced to somebody: over declared work, shared works and advice.',
  })
  introductionPaths(@CurrentViewer() viewer: Viewer, @Args() args: IntroductionPathsArgs) {
    return this.paths.to(viewer, args);
  }

  @Access('signed-in')
  @Query(() => Introduction, { description: 'One introduction of yours.' })
  introduction(@CurrentViewer() viewer: Viewer, @id() introductionId: string) {
    return this.service.one(viewer, introductionId);
  }

  @Access('signed-in')
  @Query(() => IntroductionConnection, { description: 'Your introductions in one role, newest first.' })
  introductions(@CurrentViewer() viewer: Viewer, @Args() args: IntroductionsArgs) {
    return this.service.list(viewer, args);
  }

  @Access('signed-in')
  @Query(() => Boolean, { nullable: true, description: 'Whether you may be asked; empty until you have said.' })
  introductionChoice(@CurrentViewer() viewer: Viewer) {
    return this.service.available(viewer);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Says whether others may ask you to introduce them to people you know.' })
  chooseIntroductions(@CurrentViewer() viewer: Viewer, @Args('available') available: boolean) {
    return this.service.choose(viewer, available);
  }

  @Access('signed-in')
  @Mutation(() => Introduction, { description: 'Asks somebody in the middle to pass a note on.' })
  askForIntroduction(@CurrentViewer() viewer: Viewer, @Args('input') input: AskForIntroductionInput) {
    return this.service.ask(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Introduction, { description: 'For the one in the middle: passes the note on, as it is given here.' })
  approveIntroduction(@CurrentViewer() viewer: Viewer, @id() introductionId: string, @Args('note') note: string) {
    return this.service.approve(viewer, introductionId, note);
  }

  @Access('signed-in')
  @Mutation(() => Introduction, {
    description: 'For the one in the middle: not this time. Nobody is told who said it.',
  })
  refuseIntroduction(@CurrentViewer() viewer: Viewer, @id() introductionId: string) {
    return this.service.refuse(viewer, introductionId);
  }

  @Access('signed-in')
  @Mutation(() => Introduction, { description: 'Takes your own wish back, before it was passed on.' })
  withdrawIntroduction(@CurrentViewer() viewer: Viewer, @id() introductionId: string) {
    return this.service.withdraw(viewer, introductionId);
  }

  @Access('signed-in')
  @Mutation(() => Introduction, {
    description: 'For the one to be met: yes, and you see how to reach each other; or no.',
  })
  answerIntroduction(@CurrentViewer() viewer: Viewer, @id() introductionId: string, @Args('accept') accept: boolean) {
    return this.service.answer(viewer, introductionId, accept);
  }
}
