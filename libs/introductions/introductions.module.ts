import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { NotificationsModule } from '#notifications';
import { OrganisationsModule } from '#organisations';
import { INTRODUCTION_JOBS, IntroductionJobs } from './introduction.jobs.js';
import { IntroductionNotices } from './introduction.notices.js';
import { IntroductionResolver } from './introduction.resolver.js';
import { IntroductionService } from './introduction.service.js';
import { IntroductionWaiting } from './introduction.waiting.js';
import { PathService } from './path.service.js';

/** Warm introductions: over somebody in the middle, who agrees first. */
@Module({
  imports: [AcademicsModule, OrganisationsModule, NotificationsModule],
  providers: [
    PathService,
    IntroductionService,
    IntroductionNotices,
    IntroductionWaiting,
    IntroductionJobs,
    { provide: INTRODUCTION_JOBS, inject: [IntroductionJobs], useFactory: (jobs: IntroductionJobs) => jobs.handlers() },
    IntroductionResolver,
  ],
  exports: [INTRODUCTION_JOBS],
})
export class IntroductionsModule {}
