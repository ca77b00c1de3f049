import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts, LoadResult, Skipped } from '#importers';
import { counted, several } from './terminal.js';

const shown = 20;

/** Every skipped record with its reason, in a file that is made with the first of them. */
export class SkippedLog {
  readonly path: string;
  private file: number | undefined;
  /** Why there is no file: the import goes on without it. */
  problem: string | undefined;

  constructor(
    private readonly folder: string,
    source: string,
    startedAt: Date,
  ) {
    this.path = join(folder, `import-${source}-${startedAt.toISOString().replace(/[:.]/g, '-')}.log`);
  }

  write({ sourceKey, reason }: Skipped) {
    if (this.problem) return;
    try {
      if (this.file === undefined) {
        mkdirSync(this.folder, { recursive: true });
        this.file = openSync(this.path, 'a');
      }
      writeSync(this.file, `${sourceKey}\t${reason}\n`);
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  close() {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}

const names = { organisation: 'organisations', academic: 'academics', opportunity: 'opportunities' };

const line = (name: string, { added, changed, unchanged, merged }: Counts) =>
  `  ${name.padEnd(14)} ${counted(added)} added, ${counted(changed)} changed, ${counted(unchanged)} unchanged` +
  `${merged > 0 ? `, ${counted(merged)} named again` : ''}\n`;

/** What an import did, in words. */
export const describeResult = (
  result: LoadResult,
  { entries, milliseconds, log }: { entries: number; milliseconds: number; log: SkippedLog },
): string => {
  const rate = counted((entries / Math.max(milliseconds, 1)) * 1_000);
  let text = `Read ${several(entries, 'entry', 'entries')} in ${(milliseconds / 1_000).toFixed(1)} s (${rate} a second).\n`;
  for (const kind of ['organisation', 'academic', 'opportunity'] as const) {
    const counts = result.byKind[kind];
    if (counts.added + counts.changed + counts.unchanged + counts.merged > 0) text += line(names[kind], counts);
  }
  for (const { what, count } of result.omissions) text += `  left out: ${counted(count)} ${what}\n`;
  if (result.skipped > 0) {
    text += `Skipped ${several(result.skipped, 'record')}:\n`;
    for (const { sourceKey, reason } of result.skippedRecords.slice(0, shown)) text += `  ${sourceKey}: ${reason}\n`;
    if (result.skipped > shown) text += `  and ${counted(result.skipped - shown)} more\n`;
    text += log.problem
      ? `They could not be kept in a file: ${log.problem}\n`
      : `All of them, with the reasons: ${log.path}\n`;
  }
  return text;
};
