import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { NotificationsModule } from '#notifications';
import { OpportunitiesModule } from '#opportunities';
import { OrganisationsModule } from '#organisations';
import { TaxonomyModule } from '#taxonomy';
import { AnsweringResolver } from './answering.resolver.js';
import { ContactResolver } from './contact.resolver.js';
import { ContactService } from './contact.service.js';
import { DraftService } from './draft.service.js';
import { RequestActivityResolver } from './request.activity.js';
import { RequestAnswering } from './request.answering.js';
import { RequestChecker } from './request.check.js';
import { REQUEST_JOBS, RequestJobs } from './request.jobs.js';
import { RequestListeners } from './request.listeners.js';
import { RequestNotices } from './request.notices.js';
import { RequestApproval } from './request.office.js';
import { RequestRecords } from './request.records.js';
import { RequestReferral } from './request.referral.js';
import { RequestResolver } from './request.resolver.js';
import { RequestSending } from './request.sending.js';
import { RequestService } from './request.service.js';
import { RequestSigning } from './request.signing.js';
import { RequestThread } from './request.thread.js';
import { ThreadResolver } from './thread.resolver.js';

/** Requests to work together, from sent to decided. */
@Module({
  imports: [NotificationsModule, AcademicsModule, OrganisationsModule, OpportunitiesModule, TaxonomyModule],
  providers: [
    RequestListeners,
    RequestNotices,
    RequestService,
    RequestChecker,
    RequestSending,
    RequestAnswering,
    RequestSigning,
    RequestReferral,
    RequestApproval,
    RequestThread,
    RequestRecords,
    DraftService,
    ContactService,
    RequestJobs,
    { provide: REQUEST_JOBS, inject: [RequestJobs], useFactory: (jobs: RequestJobs) => jobs.handlers() },
    RequestResolver,
    AnsweringResolver,
    ThreadResolver,
    ContactResolver,
    RequestActivityResolver,
  ],
  exports: [RequestListeners, RequestService, RequestAnswering, ContactService, REQUEST_JOBS],
})
export class RequestsModule {}
