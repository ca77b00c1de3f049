import { ByteReader, ByteWriter, UnreadableBytes } from './bytes.js';
import { parameters } from './parameters.js';
import { rarity, type TermStatistics } from './statistics.js';
import { unitVector, type WorkVector } from './work-vector.js';

/**
 * Where a text lies in the directory: the landmark works nearest to it, and how near. Two texts without a word in common
 * are still of one field if they are near the same works.
 */
export interface NeighbourProfile {
  /** Slots of landmarks, ascending. */
  readonly landmarks: Uint16Array;
  /** How near, of unit length together. */
  readonly weights: Float32Array;
}

const formatVersion = 1;

/** FNV-1a with a last mixing: the same work has the same place in the order on every machine. */
const orderOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Which works serve as landmarks: all of them, or in a large directory an even sample that barely moves as works come and go. */
export const chooseLandmarks = (ids: Iterable<string>, most: number = parameters.mostLandmarks): string[] =>
  [...ids]
    .map((id) => ({ id, order: orderOf(id) }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);

/** How a repeated term counts in a work of this length, before its rarity: BM25. */
export const saturated = (count: number, length: number, averageLength: number): number => {
  const { saturation, lengthShare } = parameters;
  const room = saturation * (1 - lengthShare + (lengthShare * length) / (averageLength || 1));
  return (count * (saturation + 1)) / (count + room);
};

const normOf = ({ terms, counts, length }: WorkVector, statistics: TermStatistics): number => {
  let square = 0;
  for (let index = 0; index < terms.length; index += 1) {
    const weight =
      saturated(counts[index] ?? 1, length, statistics.averageLength) *
      rarity(statistics, terms[index]) ** parameters.workRarityPower;
    square += weight * weight;
  }
  return Math.sqrt(square);
};

/** The works that texts are placed by, indexed by their terms. */
export class Landmarks {
  readonly size: number;
  /** The mean length of the landmarks' vectors: what a work's wording is measured by. */
  readonly typicalNorm: number;
  private readonly slots = new Map<string, number>();
  private readonly rows = new Map<number, number>();
  private readonly starts: Uint32Array;
  private readonly slotOf: Uint16Array;
  private readonly weightOf: Float32Array;
  private readonly nearness: Float64Array;

  constructor(
    works: readonly { id: string; vector: WorkVector }[],
    readonly statistics: TermStatistics,
  ) {
    this.size = works.length;
    let norms = 0;
    const columns = works.map(({ id, vector }, slot) => {
      this.slots.set(id, slot);
      norms += normOf(vector, statistics);
      return unitVector(vector, statistics);
    });
    this.typicalNorm = norms / (works.length || 1) || 1;
    const heights: number[] = [];
    for (const { terms } of columns) {
      for (const term of terms) {
        const row = this.rows.get(term);
        if (row === undefined) this.rows.set(term, heights.push(1) - 1);
        else heights[row] = (heights[row] ?? 0) + 1;
      }
    }
    this.starts = new Uint32Array(heights.length + 1);
    heights.forEach((height, row) => {
      this.starts[row + 1] = (this.starts[row] ?? 0) + height;
    });
    const entries = this.starts[heights.length] ?? 0;
    this.slotOf = new Uint16Array(entries);
    this.weightOf = new Float32Array(entries);
    const next = this.starts.slice();
    columns.forEach(({ terms, weights }, slot) => {
      terms.forEach((term, index) => {
        const row = this.rows.get(term) ?? 0;
        const at = next[row] ?? 0;
        next[row] = at + 1;
        this.slotOf[at] = slot;
        this.weightOf[at] = weights[index] ?? 0;
      });
    });
    this.nearness = new Float64Array(this.size);
  }

  /** The slot of a landmark, by the id of its work. */
  slot(id: string): number | undefined {
    return this.slots.get(id);
  }

  /** The landmarks nearest to a text, by the cosine of their TF-IDF vectors. A work is no landmark to itself. */
  profile(text: Pick<WorkVector, 'terms' | 'counts'>, ownId?: string): NeighbourProfile {
    const { nearness } = this;
    nearness.fill(0);
    const { terms, weights } = unitVector(text, this.statistics);
    for (let index = 0; index < terms.length; index += 1) {
      const row = this.rows.get(terms[index] ?? -1);
      if (row === undefined) continue;
      const weight = weights[index] ?? 0;
      const end = this.starts[row + 1] ?? 0;
      for (let at = this.starts[row] ?? 0; at < end; at += 1) {
        const slot = this.slotOf[at] ?? 0;
        nearness[slot] = (nearness[slot] ?? 0) + weight * (this.weightOf[at] ?? 0);
      }
    }
    const own = ownId === undefined ? undefined : this.slots.get(ownId);
    if (own !== undefined) nearness[own] = 0;
    const most = Math.min(parameters.profileLength, Math.max(1, Math.round(parameters.profileShare * this.size)));
    return ofUnitLength(nearest(nearness, most));
  }
}

/** The slots of the highest values above zero, ascending; of equal values at the edge the first. */
const nearest = (values: Float64Array, most: number): NeighbourProfile => {
  const edge = edgeOf(values, most);
  let above = 0;
  for (const value of values) if (value > edge) above += 1;
  let atEdge = most - above;
  const landmarks: number[] = [];
  const weights: number[] = [];
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot] ?? 0;
    if (value <= 0 || value < edge || (value === edge && atEdge <= 0)) continue;
    if (value === edge) atEdge -= 1;
    landmarks.push(slot);
    weights.push(value);
  }
  return { landmarks: Uint16Array.from(landmarks), weights: Float32Array.from(weights) };
};

/**
 * The lowest of the `most` highest values, or 0 if no more than that are above zero. Cosines lie between 0 and 1, so
 * they are counted by thousandths and only those about the edge are sorted: a tenth of the time of sorting all.
 */
const edgeOf = (values: Float64Array, most: number): number => {
  const steps = 1000;
  const counts = new Uint32Array(steps + 1);
  const stepOf = (value: number) => Math.min(steps, Math.floor(value * steps));
  for (const value of values) {
    if (value <= 0) continue;
    const step = stepOf(value);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let above = 0;
  let step = steps;
  while (step >= 0 && above + (counts[step] ?? 0) < most) {
    above += counts[step] ?? 0;
    step -= 1;
  }
  if (step < 0) return 0;
  const near = values.filter((value) => value > 0 && stepOf(value) === step).sort();
  return near[near.length - (most - above)] ?? 0;
};

const ofUnitLength = ({ landmarks, weights }: NeighbourProfile): NeighbourProfile => {
  let square = 0;
  for (const weight of weights) square += weight * weight;
  const norm = Math.sqrt(square) || 1;
  for (let index = 0; index < weights.length; index += 1) weights[index] = (weights[index] ?? 0) / norm;
  return { landmarks, weights };
};

/** Whether two texts lie near the same works: the cosine of their profiles. */
export const neighbourhood = (a: NeighbourProfile, b: NeighbourProfile): number => {
  let sum = 0;
  let at = 0;
  const size = b.landmarks.length;
  for (let index = 0; index < a.landmarks.length; index += 1) {
    const slot = a.landmarks[index] ?? 0;
    while (at < size && (b.landmarks[at] ?? 0) < slot) at += 1;
    if (at < size && b.landmarks[at] === slot) sum += (a.weights[index] ?? 0) * (b.weights[at] ?? 0);
  }
  return Math.min(1, sum);
};

/** About 2.2 bytes a landmark; weights lose what lies beyond 1/255 of the highest. */
export const encodeProfile = ({ landmarks, weights }: NeighbourProfile): Buffer => {
  const writer = new ByteWriter();
  const highest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  writer.byte(formatVersion);
  writer.number(landmarks.length);
  let before = 0;
  landmarks.forEach((slot, index) => {
    writer.number(slot - before);
    before = slot;
    writer.byte(Math.max(1, Math.round((255 * (weights[index] ?? 0)) / (highest || 1))));
  });
  return writer.buffer();
};

/** Begins to read an encoded profile: as many landmarks follow as it says, each with its weight. */
export const readProfileHead = (reader: ByteReader): number => {
  const version = reader.byte();
  if (version !== formatVersion) throw new UnreadableBytes(`a neighbour profile of version ${version}`);
  return reader.number();
};

export const decodeProfile = (bytes: Uint8Array): NeighbourProfile => {
  const reader = new ByteReader(bytes);
  const size = readProfileHead(reader);
  if (size > bytes.length) throw new UnreadableBytes(`${size} landmarks in ${bytes.length} bytes`);
  const landmarks = new Uint16Array(size);
  const weights = new Float32Array(size);
  let slot = 0;
  for (let index = 0; index < size; index += 1) {
    slot += reader.number();
    landmarks[index] = slot;
    weights[index] = reader.byte();
  }
  return ofUnitLength({ landmarks, weights });
};
