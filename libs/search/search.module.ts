import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import { SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import { OpportunitiesModule } from '#opportunities';
import { OrganisationsModule } from '#organisations';
import { OutboxConsumer, OutboxRelay } from '#outbox';
import { TaxonomyModule } from '#taxonomy';
import { TextsModule } from '#texts';
import { Directory } from './directory.js';
import { DocumentSource } from './document.source.js';
import { createSearchEngine } from './engines/create.js';
import { Indexer } from './indexer.js';
import { MatchService } from './match.service.js';
import { MatchTexts } from './match.texts.js';
import { createNearIndex } from './near/create.js';
import { NearCandidates } from './near/near.candidates.js';
import { NearIndex } from './near/near.index.js';
import { RebuildResolver } from './rebuild.resolver.js';
import { REBUILD_JOBS, RebuildService } from './rebuild.service.js';
import {
  AcademicRelaxationResolver,
  OpportunityRelaxationResolver,
  OrganisationRelaxationResolver,
  SearchResolver,
} from './search.resolver.js';
import { SearchService } from './search.service.js';
import { SearchEngine } from './search-engine.js';
import { SetAsideMatches } from './set-aside.js';
import { READING_JOBS, TextReading } from './text.reading.js';
import { TopicCounts } from './topic-counts.js';

/** Finding and matching: the engines behind their port, the index and what is asked of it. */
@Module({
  imports: [TextsModule, TaxonomyModule, AcademicsModule, OrganisationsModule, OpportunitiesModule],
  providers: [
    {
      provide: SearchEngine,
      inject: [SETTINGS, Database],
      useFactory: (settings: Settings, { pool }: Database) => createSearchEngine(settings, pool),
    },
    {
      provide: NearIndex,
      inject: [SETTINGS, Database],
      useFactory: (settings: Settings, database: Database) => createNearIndex(settings, database),
    },
    NearCandidates,
    DocumentSource,
    Indexer,
    { provide: OutboxConsumer, useExisting: Indexer },
    OutboxRelay,
    Directory,
    TopicCounts,
    MatchTexts,
    SetAsideMatches,
    TextReading,
    { provide: READING_JOBS, inject: [TextReading], useFactory: (reading: TextReading) => reading.handlers() },
    MatchService,
    SearchService,
    SearchResolver,
    RebuildService,
    RebuildResolver,
    { provide: REBUILD_JOBS, inject: [RebuildService], useFactory: (rebuilds: RebuildService) => rebuilds.handlers() },
    AcademicRelaxationResolver,
    OrganisationRelaxationResolver,
    OpportunityRelaxationResolver,
  ],
  exports: [
    TextsModule,
    SearchEngine,
    Indexer,
    NearIndex,
    NearCandidates,
    OutboxRelay,
    SetAsideMatches,
    TextReading,
    READING_JOBS,
    MatchService,
    SearchService,
    DocumentSource,
    RebuildService,
    REBUILD_JOBS,
  ],
})
export class SearchModule {}
