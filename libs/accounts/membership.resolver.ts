import { Inject } from '@nestjs/common';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#graphql';
import { CurrentViewer } from './current-viewer.js';
import { MembershipService } from './membership.service.js';
import type { OrganisationRole, Viewer } from './viewer.js';

@ObjectType('OrganisationMember', { description: 'Somebody who belongs to an organisation.' })
export class MemberObject {
  @Field(() => ID)
  accountId: string;

  @Field(() => ID)
  organisationId: string;

  @Field()
  name: string;

  @Field()
  email: string;

  @Field(() => String, { description: 'member, admin or office.' })
  role: OrganisationRole;

  @Field()
  since: Date;
}

@ObjectType('Invitation', { description: 'An invitation to belong to an organisation.' })
export class InvitationObject {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  organisationId: string;

  @Field()
  organisationName: string;

  @Field()
  email: string;

  @Field(() => String, { description: 'member, admin or office.' })
  role: OrganisationRole;

  @Field(() => String, { description: 'pending, accepted, rejected or canceled.' })
  status: string;

  @Field()
  inviterName: string;

  @Field()
  expiresAt: Date;

  @Field()
  createdAt: Date;
}

const role = { type: () => String, description: 'member, admin or office.' };
const id = { type: () => ID };

@Resolver()
export class MembershipResolver {
  constructor(@Inject(MembershipService) private readonly memberships: MembershipService) {}

  @Access('signed-in')
  @Query(() => [MemberObject], { description: 'The people of your organisation.' })
  organisationMembers(@CurrentViewer() viewer: Viewer, @Args('organisationId', id) organisationId: string) {
    return this.memberships.members(viewer, organisationId);
  }

  @Access('signed-in')
  @Query(() => [InvitationObject], { description: 'The open invitations of your organisation.' })
  organisationInvitations(@CurrentViewer() viewer: Viewer, @Args('organisationId', id) organisationId: string) {
    return this.memberships.invitations(viewer, organisationId);
  }

  @Access('signed-in')
  @Query(() => [InvitationObject], { description: 'The open invitations to your address.' })
  myInvitations(@CurrentViewer() viewer: Viewer) {
    return this.memberships.invitationsTo(viewer);
  }

  @Access('signed-in')
  @Mutation(() => InvitationObject, { description: 'Invites the holder of an address; again renews the invitation.' })
  inviteMember(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', id) organisationId: string,
    @Args('email') email: string,
    @Args('role', role) wanted: OrganisationRole,
  ) {
    return this.memberships.invite(viewer, { organisationId, email, role: wanted });
  }

  @Access('signed-in')
  @Mutation(() => InvitationObject)
  acceptInvitation(@CurrentViewer() viewer: Viewer, @Args('id', id) invitationId: string) {
    return this.memberships.accept(viewer, invitationId);
  }

  @Access('signed-in')
  @Mutation(() => InvitationObject)
  declineInvitation(@CurrentViewer() viewer: Viewer, @Args('id', id) invitationId: string) {
    return this.memberships.decline(viewer, invitationId);
  }

  @Access('signed-in')
  @Mutation(() => InvitationObject, { description: 'Takes an invitation of your organisation back.' })
  cancelInvitation(@CurrentViewer() viewer: Viewer, @Args('id', id) invitationId: string) {
    return this.memberships.cancel(viewer, invitationId);
  }

  @Access('signed-in')
  @Mutation(() => MemberObject, { description: 'Changes what a member is; the last administrator stays one.' })
  changeMemberRole(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', id) organisationId: string,
    @Args('accountId', id) accountId: string,
    @Args('role', role) wanted: OrganisationRole,
  ) {
    return this.memberships.changeRole(viewer, { organisationId, accountId, role: wanted });
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Ends a membership: your own, or as an administrator another’s.' })
  removeMember(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', id) organisationId: string,
    @Args('accountId', id) accountId: string,
  ) {
    return this.memberships.remove(viewer, { organisationId, accountId }).then(() => true);
  }
}
