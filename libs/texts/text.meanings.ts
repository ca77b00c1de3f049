import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Encoder, type Meaning, meaningOf, nearness } from './encoder.js';
import type { TextKind, TextOwner } from './text.types.js';

/** An owner's texts whose meanings are missing, or of an earlier version or another encoder. */
export interface Unread {
  kind: TextKind;
  ids: string[];
}

const kinds: readonly TextKind[] = ['academics', 'organisations', 'opportunities'];
/** Owners that are read at once: with fifteen works each, some hundred texts are held in memory. */
const batch = 8;
/** Texts of the directory that are compared with each other to learn how near any two are. */
const sampled = 48;
const freshFor = 10 * 60_000;

/** Meanings as bytes, and back: two bytes a number, one vector after the other. */
export const packMeanings = (meanings: readonly Meaning[]): Buffer =>
  Buffer.concat(meanings.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));

export const unpackMeanings = (bytes: Buffer, count: number): Meaning[] => {
  const size = count === 0 ? 0 : bytes.length / 2 / count;
  if (!Number.isInteger(size)) return [];
  // A copy, because the driver's bytes need not begin where whole numbers may.
  const whole = new Int16Array(bytes.length / 2);
  Buffer.from(whole.buffer).set(bytes);
  return Array.from({ length: count }, (_, index) => whole.subarray(index * size, (index + 1) * size));
};

/** What the encoder makes of the directory's texts, kept beside them. */
@Injectable()
export class TextMeanings {
  private typical: { at: number; value: number } | undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Encoder) private readonly encoder: Encoder,
  ) {}

  /** Whether there is an encoder to read by. */
  get wanted(): boolean {
    return this.encoder.name !== null;
  }

  /** Some owners whose texts have changed since they were read by this encoder; null where all are read, or there is none. */
  async unread(): Promise<Unread | null> {
    const { name } = this.encoder;
    if (name === null) return null;
    for (const kind of kinds) {
      const rows = await this.database.rows<{ owner: string }>(
        `SELECT o.owner FROM text_owner o LEFT JOIN text_meaning m ON m.kind = o.kind AND m.owner = o.owner
         WHERE o.kind = $1 AND (m.owner IS NULL OR m.version <> o.version OR m.encoder <> $2)
         ORDER BY o.owner LIMIT $3`,
        [kind, name, batch],
      );
      if (rows.length > 0) return { kind, ids: rows.map(({ owner }) => owner) };
    }
    return null;
  }

  /**
   * Reads the texts of these owners and keeps what they mean; texts that were read before are not read again.
   * Rejects with EncoderProblem, having kept nothing.
   */
  async put(kind: TextKind, owners: readonly TextOwner[]): Promise<void> {
    const { name } = this.encoder;
    if (name === null || owners.length === 0) return;
    const known = await this.known(kind, owners, name);
    const missing = new Map<string, string>();
    for (const { texts } of owners) for (const { text } of texts) if (!known.has(text)) missing.set(text, text);
    const read = await this.encoder.meanings([...missing.values()]);
    [...missing.keys()].forEach((text, index) => {
      const meaning = read[index];
      if (meaning) known.set(text, meaning);
    });
    await this.database.affected(
      `INSERT INTO text_meaning (kind, owner, version, encoder, hashes, vectors)
       SELECT $1, w.owner, w.version, $2, array(SELECT jsonb_array_elements_text(w.hashes)), w.vectors
       FROM unnest($3::uuid[], $4::bigint[], $5::jsonb[], $6::bytea[]) AS w(owner, version, hashes, vectors)
       JOIN text_owner o ON o.kind = $1 AND o.owner = w.owner
       ON CONFLICT (kind, owner) DO UPDATE SET version = excluded.version, encoder = excluded.encoder,
         hashes = excluded.hashes, vectors = excluded.vectors`,
      [
        kind,
        name,
        owners.map(({ id }) => id),
        owners.map(({ version }) => version),
        owners.map(({ texts }) => JSON.stringify(texts.map(({ text }) => hashOf(text)))),
        owners.map(({ texts }) => packMeanings(texts.flatMap(({ text }) => known.get(text) ?? []))),
      ],
    );
  }

  /**
   * How near two texts of this directory usually are, whatever they say: encoders differ in that, and only what is above
   * it tells anything. 0 where too few are read.
   */
  async usual(): Promise<number> {
    const { name } = this.encoder;
    if (name === null) return 0;
    if (this.typical && Date.now() - this.typical.at < freshFor) return this.typical.value;
    const rows = await this.database.rows<{ hashes: string[]; vectors: Buffer }>(
      `SELECT hashes, vectors FROM text_meaning WHERE kind = 'academics' AND encoder = $1 AND cardinality(hashes) > 0
       ORDER BY md5(owner::text) LIMIT $2`,
      [name, sampled],
    );
    const firsts = rows.flatMap(({ hashes, vectors }) => unpackMeanings(vectors, hashes.length).slice(0, 1));
    let [sum, pairs] = [0, 0];
    firsts.forEach((first, index) => {
      for (const other of firsts.slice(index + 1)) {
        sum += nearness(first, other);
        pairs += 1;
      }
    });
    const value = pairs < 10 ? 0 : Math.min(0.95, Math.max(0, sum / pairs));
    this.typical = { at: Date.now(), value };
    return value;
  }

  /** Which version of whose texts has been read by this encoder; those without a text are left out. */
  async versions(kind: TextKind): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ owner: string; version: string }>(
      'SELECT owner, version FROM text_meaning WHERE kind = $1 AND encoder = $2 AND cardinality(hashes) > 0',
      [kind, this.encoder.name],
    );
    return new Map(rows.map(({ owner, version }) => [owner, Number(version)]));
  }

  /** What the texts of these owners mean. */
  async of(kind: TextKind, ids: readonly string[]): Promise<{ id: string; version: number; meanings: Meaning[] }[]> {
    const rows = await this.database.rows<{ owner: string; version: string; texts: number; vectors: Buffer }>(
      `SELECT owner, version, cardinality(hashes) AS texts, vectors FROM text_meaning
       WHERE kind = $1 AND encoder = $2 AND owner = ANY($3::uuid[])`,
      [kind, this.encoder.name, ids],
    );
    return rows.map(({ owner, version, texts, vectors }) => ({
      id: owner,
      version: Number(version),
      meanings: unpackMeanings(vectors, texts),
    }));
  }

  /** What all of somebody's texts mean together; null where they are unread, or there are none. */
  async whole(kind: TextKind, id: string): Promise<Meaning | null> {
    const [{ meanings } = { meanings: [] }] = await this.of(kind, [id]);
    const [first] = meanings;
    if (!first) return null;
    const sum = Array.from(first, (_, place) => meanings.reduce((total, meaning) => total + (meaning[place] ?? 0), 0));
    return meaningOf(sum);
  }

  /** Has the next question look again at how near texts usually are. */
  forget() {
    this.typical = undefined;
  }

  /** What these owners' texts meant when they were last read, by the texts that are still the same. */
  private async known(kind: TextKind, owners: readonly TextOwner[], name: string): Promise<Map<string, Meaning>> {
    const rows = await this.database.rows<{ owner: string; hashes: string[]; vectors: Buffer }>(
      'SELECT owner, hashes, vectors FROM text_meaning WHERE kind = $1 AND owner = ANY($2::uuid[]) AND encoder = $3',
      [kind, owners.map(({ id }) => id), name],
    );
    const byHash = new Map<string, Meaning>();
    for (const { hashes, vectors } of rows) {
      const meanings = unpackMeanings(vectors, hashes.length);
      hashes.forEach((hash, index) => {
        const meaning = meanings[index];
        if (meaning) byHash.set(hash, meaning);
      });
    }
    return new Map(
      owners.flatMap(({ texts }) =>
        texts.flatMap(({ text }): [string, Meaning][] => {
          const meaning = byHash.get(hashOf(text));
          return meaning ? [[text, meaning]] : [];
        }),
      ),
    );
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
