import { rm } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { JobHandler } from '#jobs';
import { sweepLock } from './file.service.js';
import { FileStore } from './file.store.js';
import { uploadRules } from './upload.rules.js';

/** The token of the timed work of files, for the worker. */
export const FILE_JOBS = Symbol('FileJobs');

/** How many files one transaction looks at: short enough that an upload does not wait for it. */
const batch = 200;
const hour = 3_600_000;

/** Removes what nobody needs: uploads that were attached to nothing, and bytes that no file names any more. */
@Injectable()
export class FileSweep {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly store: FileStore,
  ) {}

  /** Answers how many uploads and how many files on the disk were removed. A repeat finds nothing left to do. */
  async run(): Promise<{ uploads: number; blobs: number }> {
    const uploads = await this.database.affected(
      'DELETE FROM stored_file WHERE attached_at IS NULL AND created_at < now() - make_interval(hours => $1)',
      [uploadRules.unattachedHours],
    );
    const { hashes, halves } = await this.store.olderThan(hour);
    for (const path of halves) await rm(path, { force: true });
    let blobs = 0;
    for (let at = 0; at < hashes.length; at += batch) blobs += await this.removeUnnamed(hashes.slice(at, at + batch));
    return { uploads, blobs };
  }

  handlers(): JobHandler[] {
    return [{ name: 'sweep-files', cron: '33 3 * * *', run: async () => void (await this.run()) }];
  }

  private removeUnnamed(hashes: string[]): Promise<number> {
    return this.database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock($1)', [sweepLock]);
      const named = await tx.rows<{ sha256: string }>(
        'SELECT DISTINCT sha256 FROM stored_file WHERE sha256 = ANY($1::text[])',
        [hashes],
      );
      const kept = new Set(named.map(({ sha256 }) => sha256));
      const unnamed = hashes.filter((name) => !kept.has(name));
      for (const name of unnamed) await this.store.remove(name);
      return unnamed.length;
    });
  }
}
