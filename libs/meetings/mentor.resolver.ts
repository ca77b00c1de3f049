import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf, selectedFields } from '#graphql';
import { MeetingAsking } from './meeting.asking.js';
import { Meeting } from './meeting.entity.js';
import { mentorGrounds } from './meeting.rules.js';
import { MeetingChoice, Mentor } from './mentor.entity.js';
import { AskMentorInput, MentorsArgs, OfferSlotsInput, SaveMentorInput } from './mentor.inputs.js';
import { MentorService } from './mentor.service.js';
import { Slot } from './slot.entity.js';
import { SlotService } from './slot.service.js';

const MentorConnection = connectionOf(Mentor, 'Mentor');

/** Mentors and their times. */
@Resolver(() => Mentor)
export class MentorResolver {
  constructor(
    @Inject(MentorService) private readonly service: MentorService,
    @Inject(SlotService) private readonly slots: SlotService,
    @Inject(MeetingAsking) private readonly asking: MeetingAsking,
  ) {}

  @Access('anyone')
  @Query(() => MentorConnection, { description: 'Academics who help others work with industry.' })
  mentors(@CurrentViewer() viewer: Viewer, @Args() args: MentorsArgs, @Info() info: GraphQLResolveInfo) {
    return this.service.list(viewer, args, selectedFields(info));
  }

  @Access('anyone')
  @Query(() => [MeetingChoice], { description: 'On what grounds somebody mentors.' })
  mentorGrounds() {
    return mentorGrounds;
  }

  @Access('signed-in')
  @Query(() => Mentor, { nullable: true, description: 'What you say as a mentor, if you do.' })
  myMentoring(@CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.service.mine(viewer, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => [Slot], { description: 'Your open times to come, soonest first.' })
  mySlots(@CurrentViewer() viewer: Viewer) {
    return this.slots.mine(viewer);
  }

  @Access('signed-in')
  @Mutation(() => Mentor, { description: 'Says that you mentor, or changes what you say.' })
  saveMentoring(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SaveMentorInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.save(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Mentor, { description: 'Mentor no more: open times go, what was agreed stays.' })
  stopMentoring(@CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.service.stop(viewer, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => [Slot], { description: 'Offers times to those who would like your advice: all of them, or none.' })
  offerSlots(@CurrentViewer() viewer: Viewer, @Args('input') input: OfferSlotsInput) {
    return this.slots.offer(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Slot, { description: 'Takes back a time of yours that nobody has taken.' })
  withdrawSlot(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.slots.withdraw(viewer, id);
  }

  @Access('signed-in')
  @Mutation(() => Meeting, { description: 'Asks a mentor in writing, or for one of their open times.' })
  askMentor(@CurrentViewer() viewer: Viewer, @Args('input') input: AskMentorInput) {
    return this.asking.askMentor(viewer, input);
  }
}
