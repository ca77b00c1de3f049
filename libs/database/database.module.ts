import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '#config';
import { createDataSource, type EntityClass } from './data-source.js';
import { Database } from './database.js';

/** One pool for the process, closed when the process ends. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static of(entities: EntityClass[]): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          inject: [SETTINGS],
          useFactory: (settings: Settings) =>
            createDataSource(settings.databaseUrl, { pool: settings.databasePool, entities }).initialize(),
        },
        Database,
      ],
      exports: [DataSource, Database],
    };
  }

  async onApplicationShutdown() {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
