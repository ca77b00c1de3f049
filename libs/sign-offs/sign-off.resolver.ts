import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { SignOffContent, SignOffLinkView } from './sign-off.content.js';
import { SignOffDeciding } from './sign-off.deciding.js';
import { SignOff } from './sign-off.entity.js';
import { AskSignOffInput, DecideSignOffInput } from './sign-off.inputs.js';
import { SignOffService } from './sign-off.service.js';

/** Sign-offs: asked for by the people of a collaboration, given by whoever was sent the link. */
@Resolver(() => SignOff)
export class SignOffResolver {
  constructor(
    @Inject(SignOffService) private readonly service: SignOffService,
    @Inject(SignOffDeciding) private readonly deciding: SignOffDeciding,
  ) {}

  @Access('signed-in')
  @Query(() => [SignOff], {
    description: 'The sign-offs of a collaboration, in the order in which they are asked for.',
  })
  signOffs(@CurrentViewer() viewer: Viewer, @Args('collaborationId', { type: () => ID }) collaborationId: string) {
    return this.service.list(viewer, collaborationId);
  }

  @Access('signed-in')
  @Mutation(() => SignOff, { description: 'Sends one person a link to approve it; an earlier link no longer holds.' })
  askSignOff(@CurrentViewer() viewer: Viewer, @Args('input') input: AskSignOffInput) {
    return this.service.ask(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => SignOff, { description: 'Takes back what was asked: the link no longer holds.' })
  revokeSignOff(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.revoke(viewer, id);
  }

  @Access('anyone')
  @Query(() => SignOffLinkView, { description: 'What there is to know of a link before a code is given.' })
  signOffLink(@CurrentViewer() viewer: Viewer, @Args('token') token: string) {
    return this.deciding.look(viewer, token);
  }

  @Access('anyone')
  @Mutation(() => Boolean, { description: 'Sends a code to the address that the link was sent to.' })
  sendSignOffCode(@Args('token') token: string) {
    return this.deciding.sendCode(token);
  }

  @Access('anyone')
  @Mutation(() => SignOffContent, { description: 'Shows the person it was sent to what is to be approved.' })
  openSignOff(
    @CurrentViewer() viewer: Viewer,
    @Args('token') token: string,
    @Args('code', { type: () => String, nullable: true }) code: string | null,
  ) {
    return this.deciding.open(viewer, token, code ?? null);
  }

  @Access('anyone')
  @Mutation(() => String, { description: 'Approves, asks for changes or refuses: once. Answers what was decided.' })
  decideSignOff(@CurrentViewer() viewer: Viewer, @Args('input') input: DecideSignOffInput) {
    return this.deciding.decide(viewer, input);
  }
}
