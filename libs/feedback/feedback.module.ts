import { Module } from '@nestjs/common';
import { RequestsModule } from '#requests';
import { SearchModule } from '#search';
import { JudgedPairs } from './judged.pairs.js';
import { JudgementResolver } from './judgement.resolver.js';
import { JudgementService } from './judgement.service.js';
import { FEEDBACK_JOBS, RequestContexts } from './request.contexts.js';

/** What people think of their matches, said and done: kept, and used to compare weightings. */
@Module({
  imports: [SearchModule, RequestsModule],
  providers: [
    JudgementService,
    JudgementResolver,
    RequestContexts,
    JudgedPairs,
    {
      provide: FEEDBACK_JOBS,
      inject: [RequestContexts],
      useFactory: (contexts: RequestContexts) => contexts.handlers(),
    },
  ],
  exports: [JudgedPairs, FEEDBACK_JOBS],
})
export class FeedbackModule {}
