import { Random } from '../random.js';
import { readData } from '../vocabulary.js';

interface Origin {
  origin: string;
  weight: number;
  women: string[];
  men: string[];
  families: string[];
}

export interface PersonName {
  given: string;
  family: string;
  origin: string;
}

const file = readData<{ origins: Origin[]; avoid: string[] }>('names.json');
/** Names that belong to somebody well known. */
const avoided = new Set(file.avoid);

const commonFactor = (a: number, b: number): number => (b === 0 ? a : commonFactor(b, a % b));

/**
 * Names for any number of people. Each origin walks through all pairs of its given and family names in a fixed order that
 * looks drawn, so that a name comes back only when the pairs are used up.
 */
export class Names {
  private readonly walks = new Map<string, { start: number; stride: number }>();
  private readonly pattern: { origin: Origin; before: number }[];

  constructor(private readonly seed: string) {
    const random = new Random(`${seed}:names`);
    const seen = new Map<string, number>();
    const places = file.origins.flatMap((origin) => Array.from({ length: origin.weight }, () => origin));
    this.pattern = random.shuffle(places).map((origin) => {
      const before = seen.get(origin.origin) ?? 0;
      seen.set(origin.origin, before + 1);
      return { origin, before };
    });
  }

  /** The origin of the name of the person with that number. */
  originOf(index: number): string {
    return (this.pattern[index % this.pattern.length] as { origin: Origin }).origin.origin;
  }

  nameOf(index: number, woman: boolean): PersonName {
    const { origin, before } = this.pattern[index % this.pattern.length] as { origin: Origin; before: number };
    const rank = Math.floor(index / this.pattern.length) * origin.weight + before;
    const givens = woman ? origin.women : origin.men;
    const pairs = givens.length * origin.families.length;
    const { start, stride } = this.walkOf(origin, woman, pairs);
    for (let step = 0; ; step += 1) {
      const pair = (start + (rank + step * 7919) * stride) % pairs;
      const given = givens[pair % givens.length] as string;
      const family = origin.families[Math.floor(pair / givens.length)] as string;
      if (given !== family && !avoided.has(`${given} ${family}`)) return { given, family, origin: origin.origin };
    }
  }

  /** Where the walk through the pairs of an origin begins, and how far each step goes. */
  private walkOf({ origin }: Origin, woman: boolean, pairs: number): { start: number; stride: number } {
    const key = `${origin}:${woman}`;
    const known = this.walks.get(key);
    if (known) return known;
    let stride = Math.floor(pairs * 0.618);
    while (commonFactor(stride, pairs) !== 1) stride += 1;
    const walk = { start: new Random(`${this.seed}:${key}`).whole(0, pairs - 1), stride };
    this.walks.set(key, walk);
    return walk;
  }
}
