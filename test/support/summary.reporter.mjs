import { writeSync } from 'node:fs';

/** Ends the run with one plain line, for people and programs that read the end of a log. */
export default class SummaryReporter {
  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    // A spec file that could not even run has no failed tests of its own.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`;
    // Jest puts its own summary after every other reporter's; only the end of the process comes later.
    process.once('exit', () => writeSync(1, line));
  }
}
