import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { CollaborationsModule } from '#collaborations';
import { FilesModule } from '#files';
import { GovernanceModule } from '#governance';
import { NotificationsModule } from '#notifications';
import { OrganisationsModule } from '#organisations';
import { DeclarationNotices } from './declaration.notices.js';
import { InterestDeclaring } from './interest.declaring.js';
import { DECLARATION_JOBS, InterestJobs } from './interest.jobs.js';
import { InterestsForChecks } from './interest.reader.js';
import { InterestRegister } from './interest.register.js';
import { InterestResolver } from './interest.resolver.js';
import { InterestService } from './interest.service.js';
import { InterestSuggestions } from './interest.suggestions.js';
import { TransferRecording } from './transfer.recording.js';
import { TransferResolver } from './transfer.resolver.js';
import { TransferService } from './transfer.service.js';

/** Interests that people declare, and transfers of value that companies record. */
@Module({
  imports: [
    NotificationsModule,
    AcademicsModule,
    OrganisationsModule,
    CollaborationsModule,
    FilesModule,
    GovernanceModule,
  ],
  providers: [
    InterestService,
    InterestDeclaring,
    InterestSuggestions,
    InterestRegister,
    InterestsForChecks,
    InterestJobs,
    { provide: DECLARATION_JOBS, inject: [InterestJobs], useFactory: (jobs: InterestJobs) => jobs.handlers() },
    TransferService,
    TransferRecording,
    DeclarationNotices,
    InterestResolver,
    TransferResolver,
  ],
  exports: [InterestService, TransferService, DECLARATION_JOBS],
})
export class DeclarationsModule {}
