import { Module } from '@nestjs/common';
import { RequestsModule } from '#requests';
import { TaxonomyModule } from '#taxonomy';
import { CollaborationBeginning } from './collaboration.beginning.js';
import { CollaborationGates } from './collaboration.gates.js';
import { CollaborationListeners } from './collaboration.listeners.js';
import { CollaborationOfRequest } from './collaboration.of-request.js';
import { CollaborationRecords } from './collaboration.records.js';
import { CollaborationResolver } from './collaboration.resolver.js';
import { CollaborationService } from './collaboration.service.js';
import { CollaborationTerms } from './collaboration.terms.js';

/** What an accepted request becomes, from the first talk to what came of it. */
@Module({
  imports: [RequestsModule, TaxonomyModule],
  providers: [
    CollaborationGates,
    CollaborationListeners,
    CollaborationBeginning,
    CollaborationService,
    CollaborationTerms,
    CollaborationRecords,
    CollaborationResolver,
    CollaborationOfRequest,
  ],
  exports: [CollaborationGates, CollaborationListeners, CollaborationService, CollaborationTerms],
})
export class CollaborationsModule {}
