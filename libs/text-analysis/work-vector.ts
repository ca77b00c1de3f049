import type { Analysis } from './analyse.js';
import { ByteReader, ByteWriter, UnreadableBytes } from './bytes.js';
import { parameters } from './parameters.js';
import { rarity, type TermStatistics } from './statistics.js';

/** A work as the score reads it: which terms, how often. */
export interface WorkVector {
  /** Numbers of terms, ascending. */
  readonly terms: Int32Array;
  /** How often each is used, 1 to 255. */
  readonly counts: Uint8Array;
  /** Uses of all terms of the text, kept or not. */
  readonly length: number;
}

const formatVersion = 1;

/** How much a term says of a text: its uses, flattened, times its rarity. */
const telling = (count: number, rare: number) => (1 + Math.log(count)) * rare;

/**
 * The vector of a work. Of a long text the most telling terms are kept, on equal terms the first; `statistics` may lag
 * behind the directory.
 */
export const workVector = (
  analysis: Analysis,
  numberOf: (term: string) => number,
  statistics?: TermStatistics,
  most: number = parameters.termsPerWork,
): WorkVector => {
  let uses = [...analysis.terms].map(([term, { count }]) => ({ term: numberOf(term), count: Math.min(255, count) }));
  if (uses.length > most) {
    const worth = ({ term, count }: { term: number; count: number }) =>
      telling(count, statistics ? rarity(statistics, term) : 1);
    uses = uses
      .map((use, order) => ({ use, order, worth: worth(use) }))
      .sort((a, b) => b.worth - a.worth || a.order - b.order)
      .slice(0, most)
      .map(({ use }) => use);
  }
  uses.sort((a, b) => a.term - b.term);
  return {
    terms: Int32Array.from(uses, ({ term }) => term),
    counts: Uint8Array.from(uses, ({ count }) => count),
    length: analysis.length,
  };
};

/** About 2.2 bytes a term: the steps between ascending numbers, and the counts. */
export const encodeWorkVector = ({ terms, counts, length }: WorkVector): Buffer => {
  const writer = new ByteWriter();
  writer.byte(formatVersion);
  writer.number(length);
  writer.number(terms.length);
  let before = 0;
  terms.forEach((term, index) => {
    writer.number(term - before);
    before = term;
    writer.byte(counts[index] ?? 1);
  });
  return writer.buffer();
};

/** Begins to read an encoded vector: its terms follow, each with its count. */
export const readVectorHead = (reader: ByteReader): { length: number; size: number } => {
  const version = reader.byte();
  if (version !== formatVersion) throw new UnreadableBytes(`a work vector of version ${version}`);
  return { length: reader.number(), size: reader.number() };
};

export const decodeWorkVector = (bytes: Uint8Array): WorkVector => {
  const reader = new ByteReader(bytes);
  const { length, size } = readVectorHead(reader);
  if (size > bytes.length) throw new UnreadableBytes(`${size} terms in ${bytes.length} bytes`);
  const terms = new Int32Array(size);
  const counts = new Uint8Array(size);
  let term = 0;
  for (let index = 0; index < size; index += 1) {
    term += reader.number();
    terms[index] = term;
    counts[index] = reader.byte();
  }
  return { terms, counts, length };
};

/** A sparse vector of unit length. */
export interface UnitVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** The TF-IDF vector of a work: (1 + ln count) x rarity, of unit length unless nothing in it is telling. */
export const unitVector = (
  { terms, counts }: Pick<WorkVector, 'terms' | 'counts'>,
  statistics: TermStatistics,
): UnitVector => {
  const weights = Float64Array.from(terms, (term, index) => telling(counts[index] ?? 1, rarity(statistics, term)));
  let square = 0;
  for (const weight of weights) square += weight * weight;
  const norm = Math.sqrt(square) || 1;
  return { terms, weights: weights.map((weight) => weight / norm) };
};

/** The inner product of two vectors whose terms ascend. */
export const cosine = (a: UnitVector, b: UnitVector): number => {
  let sum = 0;
  let at = 0;
  for (let index = 0; index < a.terms.length; index += 1) {
    const term = a.terms[index] ?? 0;
    while (at < b.terms.length && (b.terms[at] ?? 0) < term) at += 1;
    if (b.terms[at] === term) sum += (a.weights[index] ?? 0) * (b.weights[at] ?? 0);
  }
  return Math.min(1, sum);
};
