import { Inject, Injectable, Logger } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { isPlatformAdmin, type Viewer } from '#accounts';
import { Database } from '#database';
import { badInput, conflict, notAllowed } from '#graphql';
import { addJob, type JobHandler } from '#jobs';
import { DocumentSource } from './document.source.js';
import { Indexer } from './indexer.js';
import { type SearchKind, searchKinds } from './search-engine.js';

/** A rebuild of one index, and how far it is. */
@ObjectType({ description: 'A rebuild of one index, and how far it is.' })
export class IndexRebuild {
  @Field(() => String, { description: 'academics, organisations or opportunities.' })
  kind: SearchKind;

  @Field(() => String, { description: 'waiting, running, done or failed.' })
  state: 'waiting' | 'running' | 'done' | 'failed';

  @Field(() => Int, { description: 'How many records are in the new index.' })
  loaded: number;

  @Field(() => Int, { description: 'How many there are to be.' })
  total: number;

  @Field()
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  endedAt: Date | null;
}

/** The token of the rebuilds that somebody asked for, for the worker. */
export const REBUILD_JOBS = Symbol('RebuildJobs');

const job = 'rebuild-index';
const columns = `kind, state, loaded, total, created_at AS "startedAt", ended_at AS "endedAt"`;
/** After so long without a sign of life its worker is gone, and another may start. */
const givenUp = `updated_at < now() - interval '10 minutes'`;
/** Milliseconds between two notes of how far it is. */
const beat = 500;

/** Builds an index anew when an administrator asks; searches see the old one until the new one is whole. */
@Injectable()
export class RebuildService {
  private readonly log = new Logger('Rebuild');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Indexer) private readonly indexer: Indexer,
    @Inject(DocumentSource) private readonly source: DocumentSource,
  ) {}

  /** Asks for a rebuild; the worker does it. One at a time for each index. */
  async start(viewer: Viewer, kind: string): Promise<IndexRebuild> {
    this.check(viewer);
    const known = searchKinds.find((one) => one === kind);
    if (!known) throw badInput('kind', `"${kind}" is no index.`, `Use ${searchKinds.join(', ')}.`);
    return this.database.transaction(async (tx) => {
      await tx.affected(
        `UPDATE index_rebuild SET state = 'failed', ended_at = now()
         WHERE kind = $1 AND state IN ('waiting', 'running') AND ${givenUp}`,
        [known],
      );
      const made = await tx.row<IndexRebuild & { id: string }>(
        `INSERT INTO index_rebuild (kind, started_by) VALUES ($1, $2)
         ON CONFLICT (kind) WHERE state IN ('waiting', 'running') DO NOTHING RETURNING id, ${columns}`,
        [known, viewer.accountId],
      );
      if (!made)
        throw conflict('ALREADY_EXISTS', `The index of ${known} is being built already: wait until it is done.`);
      await addJob(tx, job, { id: made.id });
      return made;
    });
  }

  /** The last rebuild of each index that somebody asked for. */
  async list(viewer: Viewer): Promise<IndexRebuild[]> {
    this.check(viewer);
    return this.database.rows<IndexRebuild>(
      `SELECT DISTINCT ON (kind) ${columns} FROM index_rebuild ORDER BY kind, created_at DESC`,
    );
  }

  handlers(): JobHandler[] {
    return [{ name: job, run: ({ id }) => this.run(String(id)) }];
  }

  /** Does one that was asked for; a failure is noted and logged, and asking again is for the administrator. */
  async run(id: string): Promise<void> {
    const row = await this.database.row<{ kind: SearchKind }>(
      `UPDATE index_rebuild SET state = 'running', updated_at = now()
       WHERE id = $1 AND (state = 'waiting' OR (state = 'running' AND ${givenUp})) RETURNING kind`,
      [id],
    );
    if (!row) return;
    try {
      await this.note(id, 0, await this.source.count(row.kind));
      const loaded = await this.noting(id, (onProgress) => this.indexer.rebuild(row.kind, onProgress));
      await this.database.affected(
        `UPDATE index_rebuild SET state = 'done', loaded = $2, updated_at = now(), ended_at = now()
         WHERE id = $1 AND state = 'running'`,
        [id, loaded],
      );
    } catch (error) {
      this.log.error(`${row.kind}: ${(error as Error).stack}`);
      await this.database.affected(
        `UPDATE index_rebuild SET state = 'failed', updated_at = now(), ended_at = now()
         WHERE id = $1 AND state = 'running'`,
        [id],
      );
    }
  }

  private async noting(id: string, work: (onProgress: (loaded: number) => void) => Promise<number>): Promise<number> {
    let noted: Promise<unknown> = Promise.resolve();
    let last = 0;
    const loaded = await work((count) => {
      if (Date.now() - last < beat) return;
      last = Date.now();
      noted = noted.then(() => this.note(id, count)).catch(() => undefined);
    });
    await noted;
    return loaded;
  }

  private note(id: string, loaded: number, total?: number) {
    return this.database.affected(
      'UPDATE index_rebuild SET loaded = $2, total = coalesce($3, total), updated_at = now() WHERE id = $1',
      [id, loaded, total ?? null],
    );
  }

  private check(viewer: Viewer) {
    if (!isPlatformAdmin(viewer)) throw notAllowed('The index is for the administrators of the platform.');
  }
}
