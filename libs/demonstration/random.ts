// Bound once: inside a test runner's sandbox every look at a global costs more than the arithmetic.
const { floor, imul } = Math;

/** Four 32-bit words from a text: the same text always gives the same words. */
const wordsOf = (text: string): [number, number, number, number] => {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = b ^ imul(a ^ code, 597399067);
    b = c ^ imul(b ^ code, 2869860233);
    c = d ^ imul(c ^ code, 951274213);
    d = a ^ imul(d ^ code, 2716044179);
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
};

/**
 * Repeatable chance: two with the same seed draw the same. Every record has its own, seeded with its key, so that asking
 * for more records never changes the ones before. The generator is sfc32 (Doty-Humphrey, PractRand).
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: string) {
    [this.a, this.b, this.c, this.d] = wordsOf(seed);
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + floor(this.next() * (high - low + 1));
  }

  /** A number between `low` and `high`. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('there is nothing to pick from');
    return items[floor(this.next() * items.length)] as Item;
  }

  /** One key, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key {
    let total = 0;
    for (const key in weights) total += weights[key] ?? 0;
    let left = this.next() * total;
    let last: Key | undefined;
    for (const key in weights) {
      left -= weights[key] ?? 0;
      last = key;
      if (left < 0) return key;
    }
    if (last === undefined) throw new RangeError('there is nothing to pick from');
    return last;
  }

  /** Up to `count` different items, in drawn order. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    const taken = Math.min(count, left.length);
    for (let index = 0; index < taken; index += 1) {
      const other = index + floor(this.next() * (left.length - index));
      [left[index], left[other]] = [left[other] as Item, left[index] as Item];
    }
    left.length = taken;
    return left;
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    return this.sample(items, items.length);
  }
}

/** One of several ways to say something; only the chosen one is put together. */
export const saying = (random: Random, ways: readonly (() => string)[]): string => random.pick(ways)();
