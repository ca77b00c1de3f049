import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '#database';
import { TaxonomyService } from '#taxonomy';
import { type Affiliations, writeAcademics } from './academic.writing.js';
import { keyOf, type Outcome } from './batch.outcome.js';
import { BadRecord, Omissions } from './field.checks.js';
import { KnownOrganisations } from './known.organisations.js';
import { type LoadOptions, type LoadResult, Tally } from './load.result.js';
import { writeOpportunities } from './opportunity.writing.js';
import { writeOrganisations } from './organisation.writing.js';
import { joinParts } from './parts.joining.js';
import { checkRecord, refuseBlindText } from './record.checks.js';
import type { AcademicRecord, DirectoryRecord, OpportunityRecord, OrganisationRecord, ReadRecord } from './records.js';
import { reasonOf } from './refusals.js';

const batchSize = 250;
/** Academics bring their works: a batch ends early rather than hold very many of them. */
const batchWorks = 3_000;
/** One import writes at a time, so that what a batch finds is still so when it writes. Any number will do. */
const importLock = 5_400_020;

interface BatchResult {
  outcomes: Map<DirectoryRecord, Outcome>;
  ids: Map<string, string>;
  /** how many affiliations name nothing that is in the directory */
  unknown: number;
}

/** A record that waits for its batch, and how many records of the source it stands for. */
interface Waiting {
  record: DirectoryRecord;
  times: number;
}

/** Writes records of registers, files and the demonstration into the directory. */
@Injectable()
export class DirectoryLoader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Writes the records in batches, holding one batch at a time. What is there already is changed only where it differs,
   * so a second run changes nothing: no version moves, and nothing is indexed again. A record that cannot be written is
   * reported and passed over; profiles that somebody has claimed stay as they are.
   *
   * Records name each other by the keys of their source: an organisation comes before what refers to it.
   *
   * @throws what the records throw, after everything before it was written; and when the database is out of reach
   */
  async load(
    records: AsyncIterable<ReadRecord> | Iterable<ReadRecord>,
    options: LoadOptions = {},
  ): Promise<LoadResult> {
    const run = new Run(this.database, this.taxonomy, options);
    await run.start();
    try {
      for await (const record of records) await run.take(record);
    } finally {
      await run.flush();
    }
    return run.tally.result;
  }
}

/** One run of the loader. */
class Run {
  readonly tally: Tally;
  private readonly omissions = new Omissions();
  private readonly known = new KnownOrganisations();
  private batch = new Map<string, Waiting>();
  private works = 0;
  private startedAt = new Date(0);

  constructor(
    private readonly database: Database,
    private readonly taxonomy: TaxonomyService,
    private readonly options: LoadOptions,
  ) {
    this.tally = new Tally(this.omissions, options.onSkipped);
  }

  async start() {
    const row = await this.database.row<{ now: Date }>('SELECT now() AS now');
    this.startedAt = row?.now ?? new Date();
  }

  async take(record: ReadRecord) {
    this.tally.read += 1;
    if (record.kind === 'unreadable') {
      this.tally.skip(record.sourceKey, record.reason);
      return;
    }
    let checked: DirectoryRecord;
    try {
      checked = checkRecord(record, this.taxonomy.current, this.omissions);
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error;
      this.tally.skip(String(record.sourceKey ?? 'a record without a key'), error.message);
      return;
    }
    const key = `${checked.kind}\u0000${keyOf(checked)}`;
    await this.put(key, checked);
    this.works += checked.kind === 'academic' ? (checked.works?.length ?? 0) : 0;
    if (this.batch.size >= batchSize || this.works >= batchWorks) await this.flush();
  }

  /** A statement changes a row only once: what comes again joins what is there, or waits for the next batch. */
  private async put(key: string, record: DirectoryRecord) {
    const waiting = this.batch.get(key);
    const joined = waiting && joinParts(waiting.record, record);
    if (joined) this.batch.set(key, { record: joined, times: waiting.times + 1 });
    else {
      if (waiting) await this.flush();
      this.batch.set(key, { record, times: 1 });
    }
  }

  /** Writes the batch: all at once, or, where the database refuses one of its records, one by one. */
  async flush() {
    const batch = [...this.batch.values()];
    this.batch = new Map();
    this.works = 0;
    if (batch.length > 0) {
      try {
        await this.write(batch);
      } catch (error) {
        if (reasonOf(error) === undefined) throw error;
        for (const one of batch) await this.writeAlone(one);
      }
    }
    this.options.onProgress?.(this.tally.progress);
  }

  private async writeAlone(one: Waiting) {
    try {
      await this.write([one]);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      for (let time = 0; time < one.times; time += 1) this.tally.skip(one.record.sourceKey, reason);
    }
  }

  private async write(batch: readonly Waiting[]) {
    const records = batch.map(({ record }) => record);
    const { outcomes, ids, unknown } = await this.database.transaction((tx) => this.writeIn(tx, records));
    for (const [key, id] of ids) this.known.remember(key, id);
    this.omissions.add('affiliations that are not in the directory', unknown);
    for (const { record, times } of batch) {
      const outcome = outcomes.get(record) ?? 'unchanged';
      this.tally.count(record, outcome);
      const again = outcome === 'added' || outcome === 'changed' ? 'merged' : outcome;
      for (let time = 1; time < times; time += 1) this.tally.count(record, again);
    }
  }

  private async writeIn(tx: Tx, records: readonly DirectoryRecord[]): Promise<BatchResult> {
    await tx.affected('SELECT pg_advisory_xact_lock($1)', [importLock]);
    const organisations = records.filter((one): one is OrganisationRecord => one.kind === 'organisation');
    const academics = records.filter((one): one is AcademicRecord => one.kind === 'academic');
    const opportunities = records.filter((one): one is OpportunityRecord => one.kind === 'opportunity');
    const outcomes = new Map<DirectoryRecord, Outcome>();
    const note = (written: readonly DirectoryRecord[], results: readonly Outcome[]) =>
      written.forEach((record, place) => {
        outcomes.set(record, results[place] ?? 'unchanged');
      });
    let ids = new Map<string, string>();
    let unknown = 0;
    if (organisations.length > 0) {
      const written = await writeOrganisations(tx, organisations, this.startedAt);
      note(organisations, written.outcomes);
      ids = written.ids;
    }
    if (academics.length > 0) {
      const affiliationsOf = await this.affiliations(tx, academics, ids, () => {
        unknown += 1;
      });
      note(academics, await writeAcademics(tx, academics, affiliationsOf, this.startedAt));
    }
    if (opportunities.length > 0) {
      const ownerOf = await this.owners(tx, opportunities, ids);
      note(opportunities, await writeOpportunities(tx, opportunities, ownerOf, this.startedAt));
    }
    return { outcomes, ids, unknown };
  }

  private async affiliations(
    tx: Tx,
    academics: readonly AcademicRecord[],
    ids: ReadonlyMap<string, string>,
    onUnknown: () => void,
  ) {
    const named = academics.flatMap(({ source, employer, university }) =>
      [employer, university].flatMap((sourceKey) => (sourceKey ? { source, sourceKey } : [])),
    );
    const found = await this.known.find(tx, named, ids);
    return ({ source, employer, university }: AcademicRecord): Affiliations => {
      const idOf = (sourceKey: string | undefined) => {
        const id = sourceKey === undefined ? undefined : found.get(keyOf({ source, sourceKey }));
        if (sourceKey !== undefined && !id) onUnknown();
        return id;
      };
      return { employerId: idOf(employer), universityId: idOf(university) };
    };
  }

  private async owners(tx: Tx, opportunities: readonly OpportunityRecord[], ids: ReadonlyMap<string, string>) {
    const companies = opportunities.flatMap(({ source, side, organisation }) =>
      side === 'company' && organisation ? { source, sourceKey: organisation } : [],
    );
    const people = opportunities.flatMap(({ source, side, academic }) =>
      side === 'academic' && academic ? { source, sourceKey: academic } : [],
    );
    const found = await this.known.find(tx, companies, ids);
    const academics = await this.known.academics(tx, people);
    const names = await this.known.names(tx, [...found.values(), ...academics.values()]);
    return (record: OpportunityRecord): string => {
      const { source, side } = record;
      const sourceKey = (side === 'company' ? record.organisation : record.academic) ?? '';
      const id = (side === 'company' ? found : academics).get(keyOf({ source, sourceKey }));
      if (!id)
        throw new BadRecord(`its ${side === 'company' ? 'organisation' : 'academic'} "${sourceKey}" is not known`);
      if (record.blind) refuseBlindText(record, names.get(id));
      return id;
    };
  }
}
