/** Items that the quickest reader may be ahead of the slowest one. */
const lead = 1_000;

/**
 * One source for several readers, each of which gets every item: the source is read once, as fast as the slowest reader
 * takes it. A reader that stops, even before it began, is no longer waited for; when the source fails, all fail.
 */
export const shareSource = <Item>(source: AsyncIterable<Item>, readers: number): AsyncIterableIterator<Item>[] => {
  const shared = new SharedSource(source[Symbol.asyncIterator](), readers);
  return Array.from({ length: readers }, (_, reader) => ({
    next: () => shared.next(reader),
    return: () => shared.leave(reader),
    [Symbol.asyncIterator]() {
      return this;
    },
  }));
};

const gone = Number.POSITIVE_INFINITY;

class SharedSource<Item> {
  readonly #source: AsyncIterator<Item>;
  /** Where each reader is: how many items it has had, or gone. */
  readonly #places: number[];
  /** What has been read and some reader has yet to get. */
  readonly #items: Promise<IteratorResult<Item>>[] = [];
  #forgotten = 0;
  #waiting: (() => void)[] = [];

  constructor(source: AsyncIterator<Item>, readers: number) {
    this.#source = source;
    this.#places = new Array(readers).fill(0);
  }

  async next(reader: number): Promise<IteratorResult<Item>> {
    const place = this.#places[reader] ?? gone;
    while (place !== gone && place - this.#slowest() >= lead) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (place === gone) return { done: true, value: undefined };
    const item = this.#itemAt(place);
    this.#move(reader, place + 1);
    const result = await item;
    if (result.done) this.#move(reader, gone);
    return result;
  }

  async leave(reader: number): Promise<IteratorResult<Item>> {
    this.#move(reader, gone);
    if (this.#slowest() === gone) await this.#source.return?.();
    return { done: true, value: undefined };
  }

  #itemAt(place: number): Promise<IteratorResult<Item>> {
    const known = this.#items[place - this.#forgotten];
    if (known) return known;
    const next = this.#source.next();
    // Readers that ask for it hear of a failure; without one it is nobody's.
    next.catch(() => undefined);
    this.#items.push(next);
    return next;
  }

  #move(reader: number, place: number) {
    this.#places[reader] = place;
    while (this.#items.length > 0 && this.#forgotten < this.#slowest()) {
      this.#items.shift();
      this.#forgotten += 1;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #slowest() {
    return Math.min(...this.#places);
  }
}
