import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf } from '#graphql';
import { CalendarService } from './calendar.service.js';
import { MeetingAnswering } from './meeting.answering.js';
import { MeetingAsking } from './meeting.asking.js';
import { Meeting } from './meeting.entity.js';
import { AcceptMeetingInput, AskAtEventInput, MeetingsArgs } from './meeting.inputs.js';
import { MeetingService } from './meeting.service.js';

const MeetingConnection = connectionOf(Meeting, 'Meeting');
const id = () => Args('id', { type: () => ID });

/** Meetings between two people. */
@Resolver(() => Meeting)
export class MeetingResolver {
  constructor(
    @Inject(MeetingService) private readonly service: MeetingService,
    @Inject(MeetingAsking) private readonly asking: MeetingAsking,
    @Inject(MeetingAnswering) private readonly answering: MeetingAnswering,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  @Access('signed-in')
  @Query(() => Meeting, { description: 'One meeting of yours.' })
  meeting(@CurrentViewer() viewer: Viewer, @id() meetingId: string) {
    return this.service.one(viewer, meetingId);
  }

  @Access('signed-in')
  @Query(() => MeetingConnection, { description: 'Your meetings, newest first.' })
  meetings(@CurrentViewer() viewer: Viewer, @Args() args: MeetingsArgs) {
    return this.service.list(viewer, args);
  }

  @Access('signed-in')
  @Query(() => String, { description: 'Your agreed meetings to come as a calendar file (iCalendar).' })
  meetingsCalendar(@CurrentViewer() viewer: Viewer) {
    return this.calendar.ofViewer(viewer);
  }

  @Access('signed-in')
  @Mutation(() => Meeting, { description: 'Asks somebody who goes to the same event for a meeting there.' })
  askAtEvent(@CurrentViewer() viewer: Viewer, @Args('input') input: AskAtEventInput) {
    return this.asking.askAtEvent(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Meeting, { description: 'Says yes: each of you is then shown how to reach the other.' })
  acceptMeeting(@CurrentViewer() viewer: Viewer, @Args('input') input: AcceptMeetingInput) {
    return this.answering.accept(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Meeting, { description: 'Says no; the asker reads the note.' })
  declineMeeting(
    @CurrentViewer() viewer: Viewer,
    @id() meetingId: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ) {
    return this.answering.decline(viewer, meetingId, note);
  }

  @Access('signed-in')
  @Mutation(() => Meeting, { description: 'Takes your own question back.' })
  withdrawMeeting(@CurrentViewer() viewer: Viewer, @id() meetingId: string) {
    return this.answering.withdraw(viewer, meetingId);
  }

  @Access('signed-in')
  @Mutation(() => Meeting, { description: 'Calls off what was agreed, before its time.' })
  cancelMeeting(@CurrentViewer() viewer: Viewer, @id() meetingId: string) {
    return this.answering.cancel(viewer, meetingId);
  }

  @Access('signed-in')
  @Mutation(() => Meeting, { description: 'Says, once its time has come, that the other did not come.' })
  markNoShow(@CurrentViewer() viewer: Viewer, @id() meetingId: string) {
    return this.answering.noShow(viewer, meetingId);
  }
}
