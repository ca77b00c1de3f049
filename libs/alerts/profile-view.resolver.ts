import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { Organisation } from '#organisations';
import { alertRules } from './alert.rules.js';
import { ProfileViewService } from './profile-view.service.js';

/** A company whose people looked at your profile. */
@ObjectType('CompanyViews', { description: 'A company whose people looked at your profile; never who of them.' })
export class CompanyViewsObject {
  @Field(() => Organisation)
  organisation: Organisation;

  @Field(() => Int, { description: 'On how many days.' })
  days: number;

  @Field({ description: 'The last of them, as YYYY-MM-DD.' })
  lastOn: string;
}

/** Who from industry looked at your profile. */
@ObjectType({ description: 'Who from industry looked at your profile.' })
export class ProfileViews {
  @Field(() => Boolean, { nullable: true, description: 'Whether views are recorded; null without a profile.' })
  recorded: boolean | null;

  @Field(() => Int, { description: 'How many days back this goes; older views are deleted.' })
  days: number;

  @Field(() => [CompanyViewsObject], { description: 'The companies that you may see, the latest first; at most 20.' })
  companies: CompanyViewsObject[];

  @Field(() => Int, { description: 'How many other companies looked.' })
  others: number;

  @Field(() => Int, { description: 'How many companies looked in the last 28 days.' })
  lately: number;

  @Field(() => Int, { description: 'How many did in the 28 days before.' })
  before: number;
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Views of profiles, by company and day. */
@Resolver()
export class ProfileViewResolver {
  constructor(@Inject(ProfileViewService) private readonly views: ProfileViewService) {}

  @Access('signed-in')
  @Query(() => ProfileViews, { description: 'Which companies looked at your profile.' })
  async profileViews(@CurrentViewer() viewer: Viewer): Promise<ProfileViews> {
    const recorded = await this.views.recorded(viewer);
    const tomorrow = daysAgo(-1);
    const all = await this.views.between(viewer, daysAgo(alertRules.profileViewDays), tomorrow);
    const { lately, before } = await this.views.counts(viewer, daysAgo(27), daysAgo(55));
    return { recorded, days: alertRules.profileViewDays, ...all, lately, before };
  }

  @Access('signed-in')
  @Query(() => Boolean, { description: 'Whether the people of your organisation look at profiles unseen.' })
  looksUnseen(@CurrentViewer() viewer: Viewer, @Args('organisationId', { type: () => ID }) organisationId: string) {
    return this.views.unseen(viewer, organisationId);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, {
    description: 'Says that you have opened a profile; only that your company looked is kept, by day.',
  })
  recordView(@CurrentViewer() viewer: Viewer, @Args('academicId', { type: () => ID }) academicId: string) {
    return this.views.record(viewer, academicId);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, {
    description: 'Whether views of your profile are recorded; stopping deletes what there is.',
  })
  recordViewsOfMe(@CurrentViewer() viewer: Viewer, @Args('recorded') recorded: boolean) {
    return this.views.setRecorded(viewer, recorded);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, {
    description: 'Whether the people of an organisation look unseen; for its administrators.',
  })
  lookUnseen(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID }) organisationId: string,
    @Args('unseen') unseen: boolean,
  ) {
    return this.views.setUnseen(viewer, organisationId, unseen);
  }
}
