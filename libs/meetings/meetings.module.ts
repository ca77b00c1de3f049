import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { NotificationsModule } from '#notifications';
import { OrganisationsModule } from '#organisations';
import { SearchModule } from '#search';
import { TaxonomyModule } from '#taxonomy';
import { AttendanceService } from './attendance.service.js';
import { CalendarService } from './calendar.service.js';
import { EventResolver } from './event.resolver.js';
import { EventService } from './event.service.js';
import { MeetingAnswering } from './meeting.answering.js';
import { MeetingAsking } from './meeting.asking.js';
import { MEETING_JOBS, MeetingJobs } from './meeting.jobs.js';
import { MeetingNotices } from './meeting.notices.js';
import { MeetingResolver } from './meeting.resolver.js';
import { MeetingService } from './meeting.service.js';
import { MeetingWaiting } from './meeting.waiting.js';
import { MentorResolver } from './mentor.resolver.js';
import { MentorService } from './mentor.service.js';
import { SlotService } from './slot.service.js';
import { SuggestionService } from './suggestion.service.js';

/** Mentors, events, and the one calendar of the meetings of both. */
@Module({
  imports: [AcademicsModule, OrganisationsModule, TaxonomyModule, SearchModule, NotificationsModule],
  providers: [
    MentorService,
    SlotService,
    MeetingService,
    MeetingAsking,
    MeetingAnswering,
    MeetingNotices,
    MeetingWaiting,
    CalendarService,
    EventService,
    AttendanceService,
    SuggestionService,
    MeetingJobs,
    { provide: MEETING_JOBS, inject: [MeetingJobs], useFactory: (jobs: MeetingJobs) => jobs.handlers() },
    MentorResolver,
    MeetingResolver,
    EventResolver,
  ],
  exports: [MeetingService, MEETING_JOBS],
})
export class MeetingsModule {}
