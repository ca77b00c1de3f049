import type { SearchKind } from '../search-engine.js';

/** Lets long work on one kind of record happen one after another, in the order in which it was asked for. */
export class Turns {
  readonly #last = new Map<SearchKind, Promise<unknown>>();

  async take<Result>(kind: SearchKind, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(kind) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(kind, mine);
    return mine;
  }
}
