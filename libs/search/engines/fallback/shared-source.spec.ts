import { describe, expect, it } from '@jest/globals';
import { shareSource } from './shared-source.js';

const numbers = (count: number, seen: number[] = []) =>
  (async function* () {
    for (let number = 0; number < count; number += 1) {
      seen.push(number);
      yield number;
    }
  })();

const collect = async (source: AsyncIterable<number> | undefined) => {
  const items: number[] = [];
  for await (const item of source ?? []) items.push(item);
  return items;
};

describe('shareSource', () => {
  it('gives every reader every item and reads the source once', async () => {
    const seen: number[] = [];
    const sources = shareSource(numbers(2_500, seen), 2);
    const [one, other] = await Promise.all(sources.map(collect));
    expect(one).toEqual(seen);
    expect(other).toEqual(seen);
    expect(seen).toHaveLength(2_500);
  });

  it('holds a quick reader back', async () => {
    const seen: number[] = [];
    const [quick, slow] = shareSource(numbers(5_000, seen), 2);
    const reading = collect(quick);
    const first = slow?.[Symbol.asyncIterator]();
    await first?.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.length).toBeLessThan(1_100);
    await first?.return?.();
    expect(await reading).toHaveLength(5_000);
  });

  it('waits for no reader that stops before it begins', async () => {
    const [reader, idle] = shareSource(numbers(3_000), 2);
    const reading = collect(reader);
    await idle?.return?.();
    expect(await reading).toHaveLength(3_000);
  });

  it('fails for every reader when the source fails', async () => {
    const failing = (async function* () {
      yield* numbers(3);
      throw new Error('broken');
    })();
    const outcomes = await Promise.allSettled(shareSource(failing, 2).map(collect));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
  });

  it('closes the source when no reader is left', async () => {
    let closed = false;
    const source = (async function* () {
      try {
        yield* numbers(100);
      } finally {
        closed = true;
      }
    })();
    for (const reader of shareSource(source, 2)) {
      for await (const item of reader) if (item === 3) break;
    }
    expect(closed).toBe(true);
  });
});
