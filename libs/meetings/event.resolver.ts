import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf, selectedFields } from '#graphql';
import { AttendanceService } from './attendance.service.js';
import { Event, EventAttendee } from './event.entity.js';
import { CreateEventInput, EventAttendeesArgs, EventsArgs, GoToEventInput, UpdateEventInput } from './event.inputs.js';
import { EventService } from './event.service.js';
import { eventTimes } from './event.times.js';
import { eventKinds } from './meeting.rules.js';
import { MeetingChoice } from './mentor.entity.js';
import { SuggestedMeeting, SuggestionService } from './suggestion.service.js';

const EventConnection = connectionOf(Event, 'Event');
const EventAttendeeConnection = connectionOf(EventAttendee, 'EventAttendee');
const id = () => Args('id', { type: () => ID });

/** Events, who goes, and whom they should meet. */
@Resolver(() => Event)
export class EventResolver {
  constructor(
    @Inject(EventService) private readonly service: EventService,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(SuggestionService) private readonly suggestions: SuggestionService,
  ) {}

  @Access('anyone')
  @Query(() => EventConnection, { description: 'Published events that are not over, soonest first.' })
  events(@CurrentViewer() viewer: Viewer, @Args() args: EventsArgs, @Info() info: GraphQLResolveInfo) {
    return this.service.list(viewer, args, selectedFields(info));
  }

  @Access('anyone')
  @Query(() => Event, { description: 'One event.' })
  event(@CurrentViewer() viewer: Viewer, @id() eventId: string, @Info() info: GraphQLResolveInfo) {
    return this.service.one(viewer, eventId, selectedFields(info));
  }

  @Access('anyone')
  @Query(() => [MeetingChoice], { description: 'What kinds of events there are.' })
  eventKinds() {
    return eventKinds;
  }

  @Access('signed-in')
  @Query(() => [Event], { description: 'The events that you look after, drafts included.' })
  myEvents(@CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.service.mine(viewer, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => EventAttendeeConnection, { description: 'Who goes and may be asked; for those who go.' })
  eventAttendees(@CurrentViewer() viewer: Viewer, @Args() args: EventAttendeesArgs) {
    return this.attendance.list(viewer, args);
  }

  @Access('signed-in')
  @Query(() => [SuggestedMeeting], {
    description: 'Whom you should meet there, and when: nobody would rather have each other than what is suggested.',
  })
  suggestedMeetings(@CurrentViewer() viewer: Viewer, @Args('eventId', { type: () => ID }) eventId: string) {
    return this.suggestions.suggested(viewer, eventId);
  }

  @Access('signed-in')
  @Mutation(() => Event, { description: 'Makes an event, as a draft.' })
  createEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CreateEventInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.create(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Event, { description: 'Changes an event; its hours stay once people go.' })
  updateEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: UpdateEventInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.update(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Event, { description: 'Shows a draft to everybody.' })
  publishEvent(@CurrentViewer() viewer: Viewer, @id() eventId: string, @Info() info: GraphQLResolveInfo) {
    return this.service.publish(viewer, eventId, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Event, { description: 'Calls an event off, and its meetings with it.' })
  cancelEvent(@CurrentViewer() viewer: Viewer, @id() eventId: string, @Info() info: GraphQLResolveInfo) {
    return this.service.cancel(viewer, eventId, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Event, { description: 'Says that you go, or changes what you said.' })
  goToEvent(@CurrentViewer() viewer: Viewer, @Args('input') input: GoToEventInput, @Info() info: GraphQLResolveInfo) {
    return this.attendance.go(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => Event, { description: 'Goes no more: your meetings there are cancelled.' })
  leaveEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.attendance.leave(viewer, eventId, selectedFields(info));
  }

  @ResolveField(() => [Date], { description: 'When meetings there can start.' })
  times(@Parent() event: Event) {
    return eventTimes(event);
  }
}
