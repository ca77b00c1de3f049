import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import type { Settings } from '#config';
import { features } from '../features.js';
import { AccessGuard } from './access.guard.js';
import { ArgumentsGuard } from './arguments.guard.js';
import { ErrorFilter } from './error.filter.js';
import { ErrorsFilter } from './errors.filter.js';
import { graphqlModule } from './graphql.js';
import { HealthController } from './health.controller.js';
import { inputPipe } from './input.pipe.js';
import { ViewerResolver } from './viewer.resolver.js';

/** The API: all features behind GraphQL, with access denied unless declared, and health for whoever runs it. */
@Module({})
export class ApiModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: ApiModule,
      imports: [...features(settings), DiscoveryModule, graphqlModule()],
      controllers: [HealthController],
      providers: [
        ViewerResolver,
        { provide: APP_FILTER, useClass: ErrorsFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: ArgumentsGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useFactory: inputPipe },
      ],
    };
  }
}
