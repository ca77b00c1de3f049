import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { RequestsModule } from '#requests';
import { TaxonomyModule } from '#taxonomy';
import { CollaborationBeginning } from './collaboration.beginning.js';
import { CollaborationDates } from './collaboration.dates.js';
import { CollaborationGates } from './collaboration.gates.js';
import { COLLABORATION_JOBS, CollaborationJobs } from './collaboration.jobs.js';
import { CollaborationListeners } from './collaboration.listeners.js';
import { CollaborationMessages } from './collaboration.messages.js';
import { CollaborationNotices } from './collaboration.notices.js';
import { CollaborationOfRequest } from './collaboration.of-request.js';
import { CollaborationPairs } from './collaboration.pairs.js';
import { CollaborationPeople } from './collaboration.people.js';
import { CollaborationRecords } from './collaboration.records.js';
import { CollaborationResolver } from './collaboration.resolver.js';
import { CollaborationService } from './collaboration.service.js';
import { CollaborationTasks } from './collaboration.tasks.js';
import { CollaborationTerms } from './collaboration.terms.js';
import { CollaborationWaiting } from './collaboration.waiting.js';
import { PairsResolver } from './pairs.resolver.js';
import { WorkResolver } from './work.resolver.js';

/** What an accepted request becomes, from the first talk to what came of it. */
@Module({
  imports: [RequestsModule, TaxonomyModule, NotificationsModule],
  providers: [
    CollaborationGates,
    CollaborationListeners,
    CollaborationNotices,
    CollaborationDates,
    CollaborationBeginning,
    CollaborationService,
    CollaborationTerms,
    CollaborationRecords,
    CollaborationPeople,
    CollaborationTasks,
    CollaborationMessages,
    CollaborationPairs,
    CollaborationJobs,
    {
      provide: COLLABORATION_JOBS,
      inject: [CollaborationJobs],
      useFactory: (jobs: CollaborationJobs) => jobs.handlers(),
    },
    CollaborationResolver,
    WorkResolver,
    PairsResolver,
    CollaborationOfRequest,
    CollaborationWaiting,
  ],
  exports: [CollaborationGates, CollaborationListeners, CollaborationService, CollaborationTerms, COLLABORATION_JOBS],
})
export class CollaborationsModule {}
