import type { Outcome } from './batch.outcome.js';
import type { Omissions } from './field.checks.js';
import type { DirectoryRecord } from './records.js';

/** A record that was not written, and why. */
export interface Skipped {
  sourceKey: string;
  reason: string;
}

/** How many records came to what. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  /** what added to a row that the same run had made */
  merged: number;
}

/** How far a run has come. `read` is the sum of the others. */
export interface LoadProgress extends Counts {
  read: number;
  skipped: number;
}

/** What a run did. */
export interface LoadResult extends LoadProgress {
  byKind: Record<DirectoryRecord['kind'], Counts>;
  /** the first thousand records that were not written; `onSkipped` hears of each */
  skippedRecords: Skipped[];
  /** what was left out of records that were written all the same */
  omissions: { what: string; count: number }[];
}

export interface LoadOptions {
  /** after each batch */
  onProgress?: (progress: LoadProgress) => void;
  onSkipped?: (skipped: Skipped) => void;
}

const mostSkipped = 1_000;
const none = (): Counts => ({ added: 0, changed: 0, unchanged: 0, merged: 0 });

/** Counts what becomes of records. */
export class Tally {
  read = 0;
  private skipped = 0;
  private readonly skippedRecords: Skipped[] = [];
  private readonly byKind = { organisation: none(), academic: none(), opportunity: none() };

  constructor(
    private readonly omissions: Omissions,
    private readonly onSkipped?: (skipped: Skipped) => void,
  ) {}

  skip(sourceKey: string, reason: string) {
    this.skipped += 1;
    const skipped = { sourceKey, reason };
    if (this.skippedRecords.length < mostSkipped) this.skippedRecords.push(skipped);
    this.onSkipped?.(skipped);
  }

  count({ kind, sourceKey }: DirectoryRecord, outcome: Outcome) {
    if (outcome === 'claimed') this.skip(sourceKey, 'claimed: its owner looks after it');
    else if (outcome === 'erased') this.skip(sourceKey, 'erased: its person asked for it');
    else this.byKind[kind][outcome] += 1;
  }

  get progress(): LoadProgress {
    const sum = none();
    for (const counts of Object.values(this.byKind)) {
      for (const outcome of Object.keys(sum) as (keyof Counts)[]) sum[outcome] += counts[outcome];
    }
    return { read: this.read, ...sum, skipped: this.skipped };
  }

  get result(): LoadResult {
    return {
      ...this.progress,
      byKind: structuredClone(this.byKind),
      skippedRecords: [...this.skippedRecords],
      omissions: this.omissions.all,
    };
  }
}
