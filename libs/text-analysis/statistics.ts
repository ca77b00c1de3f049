/** What is counted of a work: its terms, each once, and its length. */
interface Counted {
  readonly terms: Iterable<number>;
  readonly length: number;
}

/** What is counted over the works of the directory. Two sums and one count per term: each work adds to them or takes from them. */
export interface TermStatistics {
  readonly works: number;
  readonly averageLength: number;
  /** How many works have the term of this number. */
  worksWith(term: number): number;
}

/** How telling a term is: 0 if all works have it, ln(N + 1) if one has it, or none. */
export const rarity = (statistics: TermStatistics, term: number | undefined): number =>
  Math.max(0, Math.log((statistics.works + 1) / Math.max(1, term === undefined ? 0 : statistics.worksWith(term))));

/** The counts of a directory, kept in memory: for tests, and to fill from a store. */
export class CorpusStatistics implements TermStatistics {
  works = 0;
  private totalLength = 0;
  private readonly counts = new Map<number, number>();

  get averageLength(): number {
    return this.works === 0 ? 0 : this.totalLength / this.works;
  }

  worksWith(term: number): number {
    return this.counts.get(term) ?? 0;
  }

  add(work: Counted): void {
    this.count(work, 1);
  }

  remove(work: Counted): void {
    this.count(work, -1);
  }

  private count(work: Counted, by: 1 | -1): void {
    this.works += by;
    this.totalLength += by * work.length;
    for (const term of work.terms) {
      const works = this.worksWith(term) + by;
      if (works === 0) this.counts.delete(term);
      else this.counts.set(term, works);
    }
  }
}

/** The number of each term. A store gives them out once and keeps them; this one lives in memory. */
export class Lexicon {
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [];

  /** The number of a term, a new one if it has none. */
  number(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.terms.length);
    return this.terms.push(term) - 1;
  }

  find(term: string): number | undefined {
    return this.numbers.get(term);
  }

  term(number: number): string | undefined {
    return this.terms[number];
  }

  *[Symbol.iterator](): IterableIterator<[term: string, number: number]> {
    yield* this.numbers;
  }
}
