import { Module } from '@nestjs/common';
import { AlertsModule } from '#alerts';
import type { JobHandler } from '#jobs';
import { SearchModule } from '#search';
import { TaxonomyModule } from '#taxonomy';
import { ExposureResolver } from './exposure.resolver.js';
import { ExposureService } from './exposure.service.js';
import { TopicMerging } from './topic.merging.js';
import { TopicResolver } from './topic.resolver.js';
import { TopicService } from './topic.service.js';

/** The token of the timed work of stewardship, for the worker. */
export const STEWARDSHIP_JOBS = Symbol('StewardshipJobs');

const jobs = (merging: TopicMerging, exposure: ExposureService): JobHandler[] => [
  ...exposure.handlers(),
  { name: 'forget-topic-moves', cron: '35 3 * * *', run: async () => void (await merging.forget()) },
];

/** What the administrators of the platform look after: the topics, and who is shown. */
@Module({
  imports: [TaxonomyModule, SearchModule, AlertsModule],
  providers: [
    TopicMerging,
    TopicService,
    TopicResolver,
    ExposureService,
    ExposureResolver,
    { provide: STEWARDSHIP_JOBS, inject: [TopicMerging, ExposureService], useFactory: jobs },
  ],
  exports: [STEWARDSHIP_JOBS],
})
export class StewardshipModule {}
