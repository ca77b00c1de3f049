import { type DynamicModule, Module } from '@nestjs/common';
import { AccountService } from '#accounts';
import { ALERT_JOBS } from '#alerts';
import { COLLABORATION_JOBS } from '#collaborations';
import type { Settings } from '#config';
import { Database, forgetAnswers } from '#database';
import { DECLARATION_JOBS } from '#declarations';
import { FEEDBACK_JOBS } from '#feedback';
import { FILE_JOBS } from '#files';
import { INTRODUCTION_JOBS } from '#introductions';
import { JOB_HANDLERS, type JobHandler, JobRunner } from '#jobs';
import { MEETING_JOBS } from '#meetings';
import { NOTIFICATION_JOBS } from '#notifications';
import { OpportunityService } from '#opportunities';
import { REQUEST_JOBS } from '#requests';
import { RIGHTS_JOBS } from '#rights';
import { Indexer, READING_JOBS, REBUILD_JOBS, searchKinds } from '#search';
import { SIGN_OFF_JOBS } from '#sign-offs';
import { STEWARDSHIP_JOBS } from '#stewardship';
import { features } from '../features.js';

/** What is done by the clock, beside what the features bring themselves. */
const clockwork = (
  indexer: Indexer,
  opportunities: OpportunityService,
  accounts: AccountService,
  database: Database,
): JobHandler[] => [
  {
    name: 'sweep-index',
    cron: '17 * * * *',
    run: async () => {
      for (const kind of searchKinds) await indexer.sweep(kind);
      await indexer.placeTexts();
    },
  },
  {
    name: 'expire-opportunities',
    cron: '5 * * * *',
    run: async () => {
      await opportunities.expire();
    },
  },
  {
    name: 'sweep-accounts',
    cron: '41 * * * *',
    run: async () => {
      await accounts.sweep();
      await forgetAnswers(database);
    },
  },
];

/** Everything that happens without being asked: the outbox, e-mail, expiry, sweeps. */
@Module({})
export class WorkerModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: features(settings),
      providers: [
        {
          provide: JOB_HANDLERS,
          inject: [
            Indexer,
            OpportunityService,
            AccountService,
            Database,
            REQUEST_JOBS,
            NOTIFICATION_JOBS,
            MEETING_JOBS,
            SIGN_OFF_JOBS,
            INTRODUCTION_JOBS,
            FEEDBACK_JOBS,
            FILE_JOBS,
            ALERT_JOBS,
            COLLABORATION_JOBS,
            DECLARATION_JOBS,
            READING_JOBS,
            REBUILD_JOBS,
            STEWARDSHIP_JOBS,
            RIGHTS_JOBS,
          ],
          useFactory: (
            indexer: Indexer,
            opportunities: OpportunityService,
            accounts: AccountService,
            database: Database,
            ...brought: JobHandler[][]
          ) => [...clockwork(indexer, opportunities, accounts, database), ...brought.flat()],
        },
        JobRunner,
      ],
    };
  }
}
