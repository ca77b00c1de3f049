import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { isPlatformAdmin, nobody, type Viewer } from '#accounts';
import { Database } from '#database';
import { conflict, notAllowed } from '#graphql';
import { addJob, type JobHandler } from '#jobs';
import { weights } from '#matching';
import { MatchService } from '#search';
import { TaxonomyService } from '#taxonomy';
import { type Exposure, exposureOf, type GroupCount, groupings, type Shown } from './exposure.js';
import type { ExposureGroup, ExposureMeasurement } from './exposure.objects.js';

/** How many briefs are asked for their matches, and how far down each list is read: a first page of the screen. */
const sample = 100;
const firstPlaces = 10;

/** With fewer places than this to expect, a share says more of chance than of the weights. */
const leastExpected = 20;

const job = 'measure-exposure';
/** After so long its worker is gone, and another measurement may start. */
const givenUp = `created_at < now() - interval '30 minutes'`;

type Row = Omit<ExposureMeasurement, 'groups' | 'lists' | 'people' | 'places' | 'neverShown' | 'placesOfMostShown'> & {
  result: Exposure | null;
};

/** Those who may be matched, as everybody who is signed in sees them. */
const profiles = `
  SELECT id, profession, career_stage AS "careerStage", nation FROM academic WHERE visibility <> 'hidden'`;

/** The same briefs each time, as long as they are open: the order of their hashes has nothing to do with what they say. */
const briefs = `
  SELECT id FROM opportunity WHERE side = 'company' AND state = 'published' ORDER BY md5(id::text) LIMIT $1`;

/** Measures whom matches show: the share of each group in the first places against its share of the directory. */
@Injectable()
export class ExposureService {
  private readonly log = new Logger('Exposure');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MatchService) private readonly matching: MatchService,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /** The measurements, the newest first. */
  async list(viewer: Viewer): Promise<ExposureMeasurement[]> {
    checkAdmin(viewer);
    const rows = await this.database.rows<Row>(
      `SELECT id, state, weights_edition AS "weightsEdition", result, created_at AS "createdAt", ended_at AS "endedAt"
       FROM exposure_measurement ORDER BY created_at DESC LIMIT 12`,
    );
    return rows.map((row) => this.read(row));
  }

  /** Asks for a measurement; the worker makes it. One at a time. */
  async start(viewer: Viewer): Promise<true> {
    checkAdmin(viewer);
    await this.ask(viewer.accountId);
    return true;
  }

  handlers(): JobHandler[] {
    return [
      { name: job, run: ({ id }) => this.run(String(id)) },
      // Each Monday, so that what a new edition of the weights does can be seen.
      { name: 'exposure-weekly', cron: '15 4 * * 1', run: () => this.ask(null).catch(() => undefined) },
    ];
  }

  /** Makes a measurement that was asked for. */
  async run(id: string): Promise<void> {
    try {
      const people = await this.database.rows<Shown>(profiles);
      const lists: string[][] = [];
      // Whoever may ask for the matches of every brief; it sees no more than the companies themselves do.
      const viewer: Viewer = { ...nobody, accountId: randomUUID(), platformRole: 'platform-admin' };
      for (const brief of await this.database.rows<{ id: string }>(briefs, [sample])) {
        const subject = { kind: 'opportunity' as const, id: brief.id };
        const { nodes } = await this.matching.matches(viewer, subject, 'academics', { first: firstPlaces }, new Set());
        lists.push(nodes.flatMap(({ academic }) => academic?.id ?? []));
      }
      await this.end(id, 'done', exposureOf(people, lists));
    } catch (error) {
      this.log.error((error as Error).stack);
      await this.end(id, 'failed', null);
    }
  }

  private end(id: string, state: 'done' | 'failed', result: Exposure | null) {
    return this.database.affected(
      `UPDATE exposure_measurement SET state = $2, result = $3, weights_edition = $4, ended_at = now()
       WHERE id = $1 AND state = 'waiting'`,
      [id, state, result && JSON.stringify(result), weights.edition],
    );
  }

  private ask(accountId: string | null): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.affected(
        `UPDATE exposure_measurement SET state = 'failed', ended_at = now() WHERE state = 'waiting' AND ${givenUp}`,
      );
      const made = await tx.row<{ id: string }>(
        `INSERT INTO exposure_measurement (started_by) VALUES ($1)
         ON CONFLICT ((true)) WHERE state = 'waiting' DO NOTHING RETURNING id`,
        [accountId],
      );
      if (!made) throw conflict('ALREADY_EXISTS', 'A measurement is being made already: wait until it is done.');
      await addJob(tx, job, { id: made.id });
    });
  }

  private read({ result, ...row }: Row): ExposureMeasurement {
    const { groups = [], ...counts } = result ?? {
      lists: 0,
      people: 0,
      places: 0,
      neverShown: 0,
      placesOfMostShown: 0,
    };
    const measured = (group: GroupCount) => this.group(group, counts.people, counts.places);
    return { ...row, ...counts, groups: (groups as GroupCount[]).map(measured) };
  }

  private group({ grouping, code, people, places }: GroupCount, everybody: number, allPlaces: number): ExposureGroup {
    const expected = (allPlaces * people) / Math.max(1, everybody);
    const label = code ? (this.taxonomy.current.term(groupings[grouping], code)?.label ?? code) : 'Not stated';
    const ratio = expected >= leastExpected ? places / expected : null;
    return { grouping, label, people, places, ratio };
  }
}

const checkAdmin = (viewer: Viewer) => {
  if (!isPlatformAdmin(viewer)) throw notAllowed('Who is shown is measured for the administrators of the platform.');
};
