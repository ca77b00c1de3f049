import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { decodeWorkVector, Landmarks, type TermStatistics } from '#text-analysis';

/** For how many milliseconds counts are used before they are looked at again: rarity moves slowly. */
const freshFor = 60_000;

interface Total {
  works: number;
  length: number;
  generation: number;
  landmarkWorks: number;
}

/** The counts of the directory and its landmarks, held in memory: some bytes a term, and the landmarks' vectors. */
@Injectable()
export class TextCounts {
  private held: { at: number; total: Total; landmarks: Landmarks } | undefined;
  private loading: Promise<Landmarks> | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** The generation of landmarks in use; profiles of another one cannot be compared. */
  get generation(): number {
    return this.held?.total.generation ?? 0;
  }

  /** The landmarks with the counts behind them, at most a minute old. */
  landmarks(): Promise<Landmarks> {
    if (this.held && Date.now() - this.held.at < freshFor) return Promise.resolve(this.held.landmarks);
    this.loading ??= this.refresh().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  /** Has the next question look at the counts again. */
  forget() {
    this.held = undefined;
  }

  async total(): Promise<Total> {
    const row = await this.database.row<Record<'works' | 'length' | 'landmark_works', string> & { generation: number }>(
      'SELECT works, length, generation, landmark_works FROM text_total',
    );
    return {
      works: Number(row?.works ?? 0),
      length: Number(row?.length ?? 0),
      generation: row?.generation ?? 0,
      landmarkWorks: Number(row?.landmark_works ?? 0),
    };
  }

  /** Reads the landmarks of a generation, with the counts as they are now. */
  async load(generation: number): Promise<Landmarks> {
    const total = await this.total();
    const rows = await this.database.rows<{ id: number; works: number }>(
      'SELECT id, works FROM text_term WHERE works > 0',
    );
    const works = new Int32Array(rows.reduce((most, { id }) => Math.max(most, id), 0) + 1);
    for (const row of rows) works[row.id] = row.works;
    const statistics: TermStatistics = {
      works: total.works,
      averageLength: total.works === 0 ? 0 : total.length / total.works,
      worksWith: (term) => works[term] ?? 0,
    };
    const landmarks = await this.database.rows<{ work: string; vector: Buffer }>(
      'SELECT work, vector FROM text_landmark WHERE generation = $1 ORDER BY slot',
      [generation],
    );
    return new Landmarks(
      landmarks.map(({ work, vector }) => ({ id: work, vector: decodeWorkVector(vector) })),
      statistics,
    );
  }

  /** Loads anew only where the landmarks are others, or the counts have moved by more than a fiftieth. */
  private async refresh(): Promise<Landmarks> {
    const total = await this.total();
    const { held } = this;
    const moved = !held || Math.abs(total.works - held.total.works) > held.total.works / 50;
    if (held && !moved && held.total.generation === total.generation) {
      held.at = Date.now();
      return held.landmarks;
    }
    const landmarks = await this.load(total.generation);
    this.held = { at: Date.now(), total, landmarks };
    return landmarks;
  }
}
