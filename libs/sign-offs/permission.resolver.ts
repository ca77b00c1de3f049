import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Collaboration } from '#collaborations';
import { Access } from '#graphql';
import { PolicyPermission } from './permission.entity.js';
import { AskPermissionInput, DecidePermissionInput } from './permission.inputs.js';
import { PermissionService } from './permission.service.js';

/** Permissions: asked for by the side of an organisation's person, given by its office. */
@Resolver(() => PolicyPermission)
export class PermissionResolver {
  constructor(@Inject(PermissionService) private readonly service: PermissionService) {}

  @Access('signed-in')
  @Query(() => [PolicyPermission], {
    description: 'The organisations whose own policy holds this work, and what they have said about its terms.',
  })
  policyPermissions(
    @CurrentViewer() viewer: Viewer,
    @Args('collaborationId', { type: () => ID }) collaborationId: string,
  ) {
    return this.service.list(viewer, collaborationId);
  }

  @Access('signed-in')
  @Query(() => [Collaboration], {
    description: 'The collaborations that wait for the permission of an organisation, for its office; at most 100.',
  })
  collaborationsForPermission(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID }) organisationId: string,
  ) {
    return this.service.waiting(viewer, organisationId);
  }

  @Access('signed-in')
  @Mutation(() => PolicyPermission, {
    description:
      'Asks an organisation’s office for its permission; from then on it looks on. A repeat changes nothing.',
  })
  askPolicyPermission(@CurrentViewer() viewer: Viewer, @Args('input') input: AskPermissionInput) {
    return this.service.ask(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => PolicyPermission, { description: 'Permits these terms, or not, as the office of an organisation.' })
  decidePolicyPermission(@CurrentViewer() viewer: Viewer, @Args('input') input: DecidePermissionInput) {
    return this.service.decide(viewer, input);
  }
}
