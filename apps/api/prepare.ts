import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '#config';
import { Database, migrate } from '#database';
import { migrateJobs } from '#jobs';
import { Indexer, SearchTimedOut, SearchUnavailable } from '#search';
import { features } from '../features.js';
import { loadDemonstration } from './demonstration.js';

/** Says what is going on, a line for each step, with the seconds it took. */
const step = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  if (seconds >= 1) process.stdout.write(`${what}: ${seconds.toFixed(1)} s\n`);
  return result;
};

/**
 * Brings everything up to date before the API and the worker start: tables, vocabularies, the demonstration
 * directory (the first time, outside production) and the search index. Running it again changes nothing.
 */
const settings = readSettings();
await step('Tables', () => migrate(settings.databaseUrl));

@Module({ imports: features(settings) })
class PrepareModule {}

const app = await NestFactory.createApplicationContext(PrepareModule, {
  logger: ['error', 'warn'],
  abortOnError: false,
});
try {
  await step('Jobs', () => migrateJobs(app.get(Database)));
  if (settings.demonstration) await step('Demonstration directory', () => loadDemonstration(app, settings));
  await step('Search index', () =>
    app
      .get(Indexer)
      .refresh((kind, loaded, total) => {
        if (loaded % 2000 === 0 && loaded > 0) process.stdout.write(`Search index: ${kind}, ${loaded} of ${total}\n`);
      })
      .catch((error: unknown) => {
        // A search engine that is down is no reason not to start: the hourly sweep makes up for it.
        if (!(error instanceof SearchUnavailable) && !(error instanceof SearchTimedOut)) throw error;
        process.stdout.write(`Search index: ${error.message} It will be brought up to date when the engine answers.\n`);
      }),
  );
} finally {
  await app.close();
}
