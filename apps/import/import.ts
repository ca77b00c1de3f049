import { type DataSource } from 'typeorm';
import type { Settings } from '#config';
import { createDataSource, Database, migrate } from '#database';
import {
  DirectoryLoader,
  type LoadResult,
  type ReadRecord,
  type SourceName,
  SourceProblem,
  SourceReading,
  sourceNames,
} from '#importers';
import { TaxonomyService } from '#taxonomy';
import { createProgress } from './progress.js';
import { describeResult, SkippedLog } from './report.js';
import type { Terminal } from './terminal.js';

const usage = `Usage: npm run import -- <source> <file or folder>

Reads the records of a public register into the directory, whether or not Benchside is running. What is there already is
changed only where it differs; profiles that somebody has claimed stay as they are. It can be stopped and run again.

Sources:
  clinicaltrials   studies as API v2 of ClinicalTrials.gov gives them
  ror              organisations in schema 2 of the Research Organization Registry

Files hold one JSON value a line (.ndjson, .jsonl), or a list, or a single record (.json). Of a folder, all such files
in it and below it are read.
`;

class NoDatabase extends Error {}

/** How it ended: all was read, something could not be, or the person stopped it. */
export type ExitCode = 0 | 1 | 130;

const isSource = (name: string | undefined): name is SourceName => sourceNames.some((known) => known === name);

/** Asks a running import to end after the batch at hand. */
export interface Stop {
  requested: boolean;
}

/** Runs the import that the parameters ask for, from the usage to the closing summary. */
export const runImport = async (
  parameters: readonly string[],
  readSettings: () => Settings,
  terminal: Terminal,
  stop: Stop = { requested: false },
): Promise<ExitCode> => {
  const [name, path, ...rest] = parameters;
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.out.write(usage);
    return 0;
  }
  if (!isSource(name) || !path || rest.length > 0) {
    const wrong =
      name && !isSource(name) ? `"${name}" is not a source: it is one of ${sourceNames.join(', ')}.\n\n` : '';
    terminal.error.write(`${wrong}${usage}`);
    return 1;
  }
  let dataSource: DataSource | undefined;
  try {
    const settings = readSettings();
    dataSource = createDataSource(settings.databaseUrl, { pool: 2 });
    await dataSource.initialize().catch((error) => {
      throw new NoDatabase(`The database cannot be reached: ${error instanceof Error ? error.message : error}`);
    });
    return await importInto(dataSource, name, path, settings, terminal, stop);
  } catch (error) {
    terminal.error.write(`${explain(error)}\n`);
    return 1;
  } finally {
    if (dataSource?.isInitialized) await dataSource.destroy();
  }
};

/** A problem with the file or the settings is said in a sentence; of anything else, where it came from helps. */
const explain = (error: unknown): string => {
  if (error instanceof SourceProblem || error instanceof NoDatabase) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `The database cannot be reached: ${error.message || code}`;
  return error.message.startsWith('These settings are wrong') ? error.message : (error.stack ?? error.message);
};

const importInto = async (
  dataSource: DataSource,
  name: SourceName,
  path: string,
  settings: Settings,
  terminal: Terminal,
  stop: Stop,
): Promise<ExitCode> => {
  await migrate(settings.databaseUrl);
  const taxonomy = new TaxonomyService(dataSource);
  await taxonomy.onModuleInit();
  const reading = await SourceReading.open(name, path, taxonomy.current);
  const loader = new DirectoryLoader(new Database(dataSource), taxonomy);
  const log = new SkippedLog(settings.stateDir, name, new Date());
  const progress = createProgress(terminal, reading.totalBytes);
  const started = performance.now();
  let result: LoadResult;
  try {
    result = await loader.load(until(stop, reading.records()), {
      onProgress: ({ read, skipped }) =>
        progress.show({ bytes: reading.bytesRead, entries: reading.entriesRead, written: read - skipped, skipped }),
      onSkipped: (skipped) => log.write(skipped),
    });
  } finally {
    progress.end();
    log.close();
  }
  const milliseconds = performance.now() - started;
  terminal.out.write(describeResult(result, { entries: reading.entriesRead, milliseconds, log }));
  for (const problem of reading.problems) terminal.error.write(`${problem}\n`);
  if (stop.requested) {
    terminal.error.write('Stopped. What was read is in the directory; run it again for the rest.\n');
    return 130;
  }
  if (result.read === 0) terminal.error.write(`${path} holds no records.\n`);
  else if (nothingFits(result)) terminal.error.write(`Nothing in ${path} could be read as records of ${name}.\n`);
  return reading.problems.length > 0 || result.read === 0 || nothingFits(result) ? 1 : 0;
};

const nothingFits = ({ read, skipped, skippedRecords }: LoadResult) =>
  read === skipped && !skippedRecords.some(({ reason }) => reason.startsWith('claimed'));

async function* until(stop: Stop, records: AsyncIterable<ReadRecord>): AsyncGenerator<ReadRecord> {
  for await (const record of records) {
    if (stop.requested) return;
    yield record;
  }
}
