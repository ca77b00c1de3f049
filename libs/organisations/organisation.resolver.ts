import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { Organisation, type RequestPolicy, type Verification } from './organisation.entity.js';
import { RegisterOrganisationInput, UpdateOrganisationInput } from './organisation.inputs.js';
import { OrganisationService } from './organisation.service.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(@Inject(OrganisationService) private readonly organisations: OrganisationService) {}

  @Access('anyone')
  @Query(() => Organisation, { description: 'One organisation.' })
  organisation(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.organisations.one(viewer, id);
  }

  @Access('platform-admin')
  @Query(() => [Organisation], { description: 'Organisations that wait to be verified, oldest first; at most 100.' })
  organisationsAwaitingVerification(@CurrentViewer() viewer: Viewer) {
    return this.organisations.awaitingVerification(viewer);
  }

  @Access('signed-in')
  @Mutation(() => Organisation, { description: 'Adds an organisation; you become its first administrator.' })
  registerOrganisation(@CurrentViewer() viewer: Viewer, @Args('input') input: RegisterOrganisationInput) {
    return this.organisations.register(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Organisation, { description: 'Changes what an organisation says of itself.' })
  updateOrganisation(@CurrentViewer() viewer: Viewer, @Args('input') input: UpdateOrganisationInput) {
    return this.organisations.update(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Organisation, { description: 'Says how requests to your people reach your office.' })
  setRequestPolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID }) id: string,
    @Args('policy', { type: () => String, description: 'direct, office-told or office-approves.' })
    policy: RequestPolicy,
  ) {
    return this.organisations.setRequestPolicy(viewer, id, policy);
  }

  @Access('platform-admin')
  @Mutation(() => Organisation, { description: 'Records whether an organisation is who it says it is.' })
  verifyOrganisation(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID }) id: string,
    @Args('verification', { type: () => String, description: 'verified, pending, unverified or revoked.' })
    verification: Verification,
    @Args('evidence', { description: 'What was checked, and where.' }) evidence: string,
  ) {
    return this.organisations.verify(viewer, id, verification, evidence);
  }
}
