import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf } from '#graphql';
import { PolicyPack } from './policy-pack.entity.js';
import { PolicyPacksArgs, PolicyTrial, PolicyTrialInput, SavePolicyPackInput } from './policy-pack.inputs.js';
import { PolicyPackService } from './policy-pack.service.js';

const PolicyPackConnection = connectionOf(PolicyPack, 'PolicyPack');

/** The policies of organisations and funders. */
@Resolver(() => PolicyPack)
export class PolicyPackResolver {
  constructor(@Inject(PolicyPackService) private readonly service: PolicyPackService) {}

  @Access('signed-in')
  @Query(() => PolicyPack, { nullable: true, description: 'The policy of an organisation that holds today.' })
  policyPack(@CurrentViewer() viewer: Viewer, @Args('organisationId', { type: () => ID }) organisationId: string) {
    return this.service.current(viewer, organisationId);
  }

  @Access('anyone')
  @Query(() => [String], {
    description: 'Funders whose policies are read in “Can I do this?”; to those who write them, with drafts.',
  })
  policyFunders(@CurrentViewer() viewer: Viewer) {
    return this.service.funders(viewer);
  }

  @Access('signed-in')
  @Query(() => PolicyPackConnection, {
    description: 'Every version of a policy, newest first, for those who write it.',
  })
  policyPacks(@CurrentViewer() viewer: Viewer, @Args() args: PolicyPacksArgs) {
    return this.service.versions(viewer, args);
  }

  @Access('signed-in')
  @Query(() => PolicyTrial, { description: 'What these rules would say, as counts. Nothing is written.' })
  policyTrial(@CurrentViewer() viewer: Viewer, @Args('input') input: PolicyTrialInput) {
    return this.service.trial(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => PolicyPack, { description: 'Saves the next version of a policy; older ones stay as they are.' })
  savePolicyPack(@CurrentViewer() viewer: Viewer, @Args('input') input: SavePolicyPackInput) {
    return this.service.save(viewer, input);
  }
}
