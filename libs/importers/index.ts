export { DirectoryLoader } from './directory.loader.js';
export { ImportersModule } from './importers.module.js';
export type { Counts, LoadOptions, LoadProgress, LoadResult, Skipped } from './load.result.js';
export { readOrcidWorks } from './orcid.reader.js';
export * from './records.js';
export { SourceProblem } from './source.problem.js';
export { type SourceName, SourceReading, sourceNames, titleOf } from './sources.js';
