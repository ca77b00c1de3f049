import { type DynamicModule, Module } from '@nestjs/common';
import type { PersonalPart } from '#accounts';
import { CollaborationsModule } from '#collaborations';
import { FilesModule } from '#files';
import { NotificationsModule } from '#notifications';
import { RequestsModule } from '#requests';
import { AddressService } from './address.service.js';
import { CopyService } from './copy.service.js';
import { DepartureNotices } from './departure.notices.js';
import { Erasing } from './erasing.js';
import { ErasureJobs } from './erasure.jobs.js';
import { ErasureService } from './erasure.service.js';
import { Leaving } from './leaving.js';
import { RightsResolver } from './rights.resolver.js';
import { PERSONAL_PARTS, RIGHTS_JOBS } from './rights.tokens.js';

/** What people may have done with their data: a copy of it, its erasure, and its being kept no longer than needed. */
@Module({})
export class RightsModule {
  /** @param parts what each room holds of people */
  static of(parts: readonly PersonalPart[]): DynamicModule {
    return {
      module: RightsModule,
      imports: [RequestsModule, CollaborationsModule, FilesModule, NotificationsModule],
      providers: [
        { provide: PERSONAL_PARTS, useValue: parts },
        CopyService,
        Erasing,
        Leaving,
        ErasureService,
        AddressService,
        DepartureNotices,
        ErasureJobs,
        { provide: RIGHTS_JOBS, inject: [ErasureJobs], useFactory: (jobs: ErasureJobs) => jobs.handlers() },
        RightsResolver,
      ],
      exports: [CopyService, ErasureService, ErasureJobs, RIGHTS_JOBS],
    };
  }
}
