import { NestFactory } from '@nestjs/core';
import { createLogger, readSettings } from '#config';
import { JobRunner } from '#jobs';
import { OutboxRelay } from '#outbox';
import { TaxonomyService } from '#taxonomy';
import { endUnprepared } from '../prepared.js';
import { WorkerModule } from './worker.module.js';

const settings = readSettings();
await endUnprepared(settings.databaseUrl);
const app = await NestFactory.createApplicationContext(WorkerModule.of(settings), {
  logger: createLogger(settings),
  abortOnError: false,
});
app.enableShutdownHooks();
app.get(TaxonomyService).watch();
app.get(OutboxRelay).start();
await app.get(JobRunner).start();

// Started by a launcher, this process ends with it, however that ends.
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
process.channel?.unref();
