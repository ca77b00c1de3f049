import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '#database';
import {
  type Analysis,
  analyse,
  chooseLandmarks,
  decodeWorkVector,
  encodeProfile,
  encodeWorkVector,
  type Landmarks,
  pack,
  unpack,
  type WorkVector,
  workVector,
} from '#text-analysis';
import { TextCounts } from './text.counts.js';
import type { Heading, TextKind, TextOwner } from './text.types.js';
import { workIds } from './work.ids.js';

/** Any number that nothing else locks: counts are changed by one writer at a time. */
const countLock = 7_201_644_003;

const batch = 200;

interface Stored {
  owner: string;
  headings: Heading[];
  vectors: Buffer;
}

/** Whether a directory has grown or shrunk by a third, and by some works at least, since its landmarks were chosen. */
export const needsLandmarks = (works: number, landmarkWorks: number): boolean =>
  Math.abs(works - landmarkWorks) > Math.max(20, landmarkWorks / 3);

/**
 * Keeps the texts of the directory as vectors, and counts in how many works each term is. Only works of academics are
 * counted: how telling a term is must not depend on how many briefs name it.
 */
@Injectable()
export class TextStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TextCounts) private readonly counts: TextCounts,
  ) {}

  /** Takes in what owners say now, in place of what they said before. */
  async put(kind: TextKind, owners: readonly TextOwner[]): Promise<void> {
    if (owners.length === 0) return;
    const landmarks = await this.counts.landmarks();
    const analyses = owners.map(({ texts }) => texts.map(({ text }) => analyse(text)));
    await this.database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock($1)', [countLock]);
      const numbers = await numberTerms(tx, analyses.flat());
      const written = owners.map((owner, index) => {
        const vectors = (analyses[index] ?? []).map((analysis) =>
          workVector(analysis, (term) => numbers.get(term) ?? 0, landmarks.statistics),
        );
        return { owner, vectors, profiles: profilesOf(landmarks, workIds(kind, owner.id, owner.texts), vectors) };
      });
      await this.recount(
        tx,
        kind,
        owners.map(({ id }) => id),
        written.flatMap(({ vectors }) => vectors),
      );
      await tx.affected(
        `INSERT INTO text_owner (kind, owner, version, headings, vectors, profiles, generation)
         SELECT $1, owner, version, headings, vectors, profiles, $7
         FROM unnest($2::uuid[], $3::bigint[], $4::jsonb[], $5::bytea[], $6::bytea[])
           AS o(owner, version, headings, vectors, profiles)
         ON CONFLICT (kind, owner) DO UPDATE SET version = excluded.version, headings = excluded.headings,
           vectors = excluded.vectors, profiles = excluded.profiles, generation = excluded.generation`,
        [
          kind,
          owners.map(({ id }) => id),
          owners.map(({ version }) => version),
          owners.map(({ texts }) =>
            JSON.stringify(texts.map(({ source, dated, topics }) => ({ source, dated, topics }))),
          ),
          written.map(({ vectors }) => pack(vectors.map(encodeWorkVector))),
          written.map(({ profiles }) => pack(profiles)),
          this.counts.generation,
        ],
      );
    });
  }

  /** Forgets what owners have said. */
  async remove(kind: TextKind, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock($1)', [countLock]);
      await this.recount(tx, kind, ids, []);
      await tx.affected('DELETE FROM text_owner WHERE kind = $1 AND owner = ANY($2::uuid[])', [kind, ids]);
    });
  }

  /** The version of each owner's texts. */
  async versions(kind: TextKind): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ owner: string; version: string }>(
      'SELECT owner, version FROM text_owner WHERE kind = $1',
      [kind],
    );
    return new Map(rows.map(({ owner, version }) => [owner, Number(version)]));
  }

  /**
   * Chooses new landmarks and places every text by them, where the directory has grown or shrunk by a third since they
   * were chosen. Until it is done, the old ones serve.
   * @returns whether there was anything to do
   */
  async placeAnew(): Promise<boolean> {
    const total = await this.counts.total();
    if (!needsLandmarks(total.works, total.landmarkWorks)) return false;
    const generation = total.generation + 1;
    const ids: string[] = [];
    for await (const { owner, headings } of this.stored('academics')) {
      ids.push(...workIds('academics', owner, headings));
    }
    const slots = new Map(chooseLandmarks(ids).map((id, slot) => [id, slot]));
    for await (const { owner, headings, vectors } of this.stored('academics')) {
      const own = workIds('academics', owner, headings);
      const chosen = unpack(vectors).flatMap((vector, index) => {
        const id = own[index] ?? '';
        const slot = slots.get(id);
        return slot === undefined ? [] : [{ id, slot, vector }];
      });
      if (chosen.length === 0) continue;
      await this.database.affected(
        `INSERT INTO text_landmark (generation, slot, work, vector)
         SELECT $1, * FROM unnest($2::int[], $3::text[], $4::bytea[]) ON CONFLICT (generation, slot) DO NOTHING`,
        [generation, chosen.map(({ slot }) => slot), chosen.map(({ id }) => id), chosen.map(({ vector }) => vector)],
      );
    }
    await this.placeAll(await this.counts.load(generation), generation);
    await this.database.affected('UPDATE text_total SET generation = $1, landmark_works = works', [generation]);
    await this.database.affected('DELETE FROM text_landmark WHERE generation < $1', [generation]);
    this.counts.forget();
    return true;
  }

  private async placeAll(landmarks: Landmarks, generation: number) {
    for (const kind of ['academics', 'organisations', 'opportunities'] as const) {
      for await (const { owner, headings, vectors } of this.stored(kind)) {
        const profiles = profilesOf(landmarks, workIds(kind, owner, headings), unpack(vectors).map(decodeWorkVector));
        await this.database.affected(
          'UPDATE text_owner SET profiles = $3, generation = $4 WHERE kind = $1 AND owner = $2 AND vectors = $5',
          [kind, owner, pack(profiles), generation, vectors],
        );
      }
    }
  }

  private async *stored(kind: TextKind): AsyncIterable<Stored> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows: Stored[] = await this.database.rows<Stored>(
        'SELECT owner, headings, vectors FROM text_owner WHERE kind = $1 AND owner > $2 ORDER BY owner LIMIT $3',
        [kind, after, batch],
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < batch) return;
      after = last.owner;
    }
  }

  /** Takes what the owners' texts counted before from the counts, and adds what they count now. */
  private async recount(tx: Tx, kind: TextKind, ids: readonly string[], now: readonly WorkVector[]) {
    if (kind !== 'academics') return;
    const before = await tx.rows<{ vectors: Buffer }>(
      'SELECT vectors FROM text_owner WHERE kind = $1 AND owner = ANY($2::uuid[])',
      [kind, ids],
    );
    const changes = new Map<number, number>();
    const total = { works: 0, length: 0 };
    const count = ({ terms, length }: WorkVector, by: number) => {
      total.works += by;
      total.length += by * length;
      for (const term of terms) changes.set(term, (changes.get(term) ?? 0) + by);
    };
    for (const { vectors } of before) for (const vector of unpack(vectors)) count(decodeWorkVector(vector), -1);
    for (const vector of now) count(vector, 1);
    const changed = [...changes].filter(([, by]) => by !== 0);
    await tx.affected(
      `UPDATE text_term t SET works = t.works + c.by FROM unnest($1::int[], $2::int[]) AS c(id, by) WHERE t.id = c.id`,
      [changed.map(([id]) => id), changed.map(([, by]) => by)],
    );
    await tx.affected('UPDATE text_total SET works = works + $1, length = length + $2', [total.works, total.length]);
  }
}

const profilesOf = (landmarks: Landmarks, ids: readonly string[], vectors: readonly WorkVector[]): Buffer[] =>
  landmarks.size === 0 ? [] : vectors.map((vector, index) => encodeProfile(landmarks.profile(vector, ids[index])));

/** The number of each term, new ones where it has none. */
const numberTerms = async (tx: Tx, analyses: readonly Analysis[]): Promise<Map<string, number>> => {
  const terms = [...new Set(analyses.flatMap((analysis) => [...analysis.terms.keys()]))];
  await tx.affected(
    `INSERT INTO text_term (term)
     SELECT term FROM unnest($1::text[]) AS n(term) WHERE NOT EXISTS (SELECT 1 FROM text_term t WHERE t.term = n.term)
     ON CONFLICT DO NOTHING`,
    [terms],
  );
  const rows = await tx.rows<{ id: number; term: string }>(
    'SELECT id, term FROM text_term WHERE term = ANY($1::text[])',
    [terms],
  );
  return new Map(rows.map(({ id, term }) => [term, id]));
};
