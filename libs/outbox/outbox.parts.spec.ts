import { describe, expect, it } from '@jest/globals';
import { applyWhatCan, type Part } from './outbox.parts.js';

const parts = (count: number): Part[] => Array.from({ length: count }, (_, i) => ({ kind: 'academics', id: `a${i}` }));

/** Refuses every batch that holds one of these; remembers what went through. */
const refusing = (...bad: string[]) => {
  const applied: string[] = [];
  let calls = 0;
  return {
    applied,
    calls: () => calls,
    apply: async (some: readonly Part[]) => {
      calls += 1;
      const found = some.find(({ id }) => bad.includes(id));
      if (found) throw new Error(`no ${found.id}`);
      applied.push(...some.map(({ id }) => id));
    },
  };
};

describe('applying what can be applied', () => {
  it('is one call where nothing fails', async () => {
    const consumer = refusing();
    expect(await applyWhatCan(parts(1_000), consumer.apply)).toEqual([]);
    expect([consumer.calls(), consumer.applied.length]).toEqual([1, 1_000]);
  });

  it('finds the parts that fail alone, and applies every other once', async () => {
    const consumer = refusing('a3', 'a500', 'a999');
    const stuck = await applyWhatCan(parts(1_000), consumer.apply);
    expect(stuck.map(({ id }) => id)).toEqual(['a3', 'a500', 'a999']);
    expect(stuck[1]?.error).toEqual(new Error('no a500'));
    expect(consumer.applied.length).toBe(997);
    expect(new Set(consumer.applied).size).toBe(997);
    expect(consumer.calls()).toBeLessThan(70);
  });

  it('finds many that stand side by side', async () => {
    const bad = parts(30).map(({ id }) => id);
    const consumer = refusing(...bad);
    expect(await applyWhatCan(parts(100), consumer.apply)).toHaveLength(30);
    expect(consumer.applied).toHaveLength(70);
  });

  it('blames no part where nothing can be applied, and gives up early', async () => {
    const consumer = refusing(...parts(1_000).map(({ id }) => id));
    await expect(applyWhatCan(parts(1_000), consumer.apply)).rejects.toThrow('no a');
    expect(consumer.calls()).toBe(100);
    await expect(applyWhatCan(parts(1), consumer.apply)).rejects.toThrow('no a0');
  });

  it('blames no part where nothing can be applied any more', async () => {
    let calls = 0;
    const dying = async (some: readonly Part[]) => {
      calls += 1;
      if (calls > 3 || some.length > 250) throw new Error('gone');
    };
    await expect(applyWhatCan(parts(1_000), dying)).rejects.toThrow('gone');
    expect(calls).toBeLessThan(110);
  });

  it('does nothing for nothing', async () => {
    const consumer = refusing();
    expect([await applyWhatCan([], consumer.apply), consumer.calls()]).toEqual([[], 0]);
  });
});
