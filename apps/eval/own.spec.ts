import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { projectPath, readSettings } from '#config';
import { testDatabase } from '#database';
import { generateDirectory } from '#demonstration';
import { runEvaluation } from './evaluate.js';
import { readOwnCollection } from './own.js';

const { briefs, profiles } = readOwnCollection();

describe('our own collection', () => {
  it('has forty briefs or more, each with six to ten judged profiles and one worth asking', () => {
    expect(briefs.length).toBeGreaterThanOrEqual(40);
    expect(new Set(briefs.map(({ id }) => id)).size).toBe(briefs.length);
    for (const { id, text, grades } of briefs) {
      const words = text.split(/\s+/).length;
      const judged = Object.values(grades);
      expect({ id, words, fits: words >= 25 && words <= 80 }).toEqual({ id, words, fits: true });
      expect({ id, enough: judged.length >= 6 && judged.length <= 10 }).toEqual({ id, enough: true });
      expect({ id, worthAsking: judged.some((grade) => grade >= 2) }).toEqual({ id, worthAsking: true });
      expect(Object.keys(grades).filter((key) => !(key in profiles))).toEqual([]);
    }
  });

  it('judges people who are still in the demonstration directory, and still of the specialty that was read', () => {
    const specialties = new Map<string, string | undefined>();
    for (const record of generateDirectory()) {
      if (record.kind === 'academic') specialties.set(record.sourceKey, record.specialty);
    }
    const changed = Object.entries(profiles).filter(([key, specialty]) => specialties.get(key) !== specialty);
    expect(changed).toEqual([]);
  });

  it('is matched as well as when the figure was committed', async () => {
    const committed = JSON.parse(readFileSync(projectPath('apps/eval/data/figures.json'), 'utf8'));
    const database = await testDatabase();
    let written = '';
    const out = new Writable({
      write(chunk, _, done) {
        written += chunk;
        done();
      },
    });
    try {
      const settings = () => readSettings({ DATABASE_URL: database.url });
      expect(
        await runEvaluation(['--own'], settings, { out, error: new Writable({ write: (_, __, done) => done() }) }),
      ).toBe(0);
    } finally {
      await database.drop();
    }
    const { ndcgAt10 } = JSON.parse(written).metrics;
    expect(Math.abs(ndcgAt10.value - committed.own.ndcgAt10)).toBeLessThanOrEqual(0.02);
  }, 300_000);
});
