import { Inject } from '@nestjs/common';
import { Field, ID, Info, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Academic, AcademicService } from '#academics';
import { CurrentViewer, isSignedIn, type Membership, type Viewer } from '#accounts';
import { Access, selectedFields } from '#graphql';
import { Organisation, OrganisationService } from '#organisations';

@ObjectType('Membership', { description: 'What somebody is to an organisation.' })
export class MembershipObject {
  @Field({ description: 'member, admin or office.' })
  role: string;

  @Field(() => Organisation)
  organisation: Organisation;
}

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerObject {
  @Field(() => ID)
  accountId: string;

  @Field()
  name: string;

  @Field()
  email: string;

  @Field()
  emailVerified: boolean;

  @Field({ description: 'Whether signing in takes a second step.' })
  secondFactor: boolean;

  @Field({ description: 'person or platform-admin.' })
  platformRole: string;

  @Field(() => Academic, { nullable: true, description: 'Your own profile, if you have one.' })
  academic: Academic | null;

  @Field(() => [MembershipObject])
  memberships: MembershipObject[];
}

@Resolver(() => ViewerObject)
export class ViewerResolver {
  constructor(
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
  ) {}

  @Access('anyone')
  @Query(() => ViewerObject, { nullable: true, description: 'Who you are; nothing without a sign-in.' })
  viewer(@CurrentViewer() viewer: Viewer) {
    return isSignedIn(viewer) ? viewer : null;
  }

  @ResolveField(() => Academic, { nullable: true })
  academic(@Parent() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return viewer.academicId ? this.academics.one(viewer, viewer.academicId, selectedFields(info)) : null;
  }

  @ResolveField(() => [MembershipObject])
  async memberships(@Parent() viewer: Viewer) {
    const roles: readonly Membership[] = viewer.memberships;
    const organisations = await this.organisations.visible(
      viewer,
      roles.map(({ organisationId }) => organisationId),
    );
    return roles.flatMap(({ organisationId, role }) => {
      const organisation = organisations.get(organisationId);
      return organisation ? [{ role, organisation }] : [];
    });
  }
}
