import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { professions } from './academics/professions.js';
import { areas, readData, strands, strandsFor } from './vocabulary.js';

const codesOf = (scheme: string): Set<string> => {
  const path = projectPath('libs', 'taxonomy', 'data', `${scheme}.json`);
  const { terms } = JSON.parse(readFileSync(path, 'utf8')) as { terms: { code: string }[] };
  return new Set(terms.map(({ code }) => code));
};

describe('the clinical vocabulary', () => {
  it('covers at least sixty areas, each with its own treatments, outcomes, settings and methods', () => {
    expect(areas.length).toBeGreaterThanOrEqual(60);
    expect(strands.length).toBeGreaterThanOrEqual(150);
    expect(new Set(strands.map(({ key }) => key)).size).toBe(strands.length);
    expect(new Set(strands.map(({ name }) => name)).size).toBe(strands.length);
    const treatments = strands.flatMap(({ interventions }) => interventions.map(({ name }) => name));
    expect(new Set(treatments).size / treatments.length).toBeGreaterThan(0.99);
    for (const strand of strands) {
      expect(strand.interventions.length).toBeGreaterThanOrEqual(2);
      expect(strand.asks.length).toBeGreaterThanOrEqual(3);
      expect(strand.methods.length).toBeGreaterThanOrEqual(3);
      for (const list of [
        strand.why,
        strand.settings,
        strand.outcomes,
        strand.themes,
        strand.assets,
        strand.hooks,
        strand.needs,
      ]) {
        expect(list.length).toBeGreaterThan(0);
      }
    }
  });

  it('uses only codes of the taxonomy, and products in segments of their sector', () => {
    const topics = codesOf('topic');
    const segments = codesOf('segment');
    const sectors = codesOf('sector');
    const known = codesOf('profession');
    for (const { topics: own, products, professions: people } of strands) {
      expect(own.filter((code) => !topics.has(code))).toEqual([]);
      expect(people.filter((code) => !known.has(code))).toEqual([]);
      for (const { segment, sector } of products)
        expect([segments.has(segment), sectors.has(sector)]).toEqual([true, true]);
    }
  });

  it('gives every profession several lines of research', () => {
    for (const { code } of professions) expect(strandsFor(code).length).toBeGreaterThanOrEqual(5);
  });

  it('pairs every treatment with a comparison, people and an outcome', () => {
    for (const { interventions, outcomes, key } of strands) {
      for (const { name, against, populations, outcomes: places } of interventions) {
        if (!against || populations.length === 0 || places.length === 0) throw new Error(`${key}: ${name}`);
        for (const place of places) expect(outcomes[place]).toBeDefined();
      }
      for (const { base, change, measure } of outcomes) {
        expect(change).toBeGreaterThan(0);
        if (measure === 'event') expect(base).toBeLessThan(100);
        if (measure === 'rate') expect(change).toBeLessThan(base);
      }
    }
  });

  it('asks its questions as clauses', () => {
    for (const { asks, key } of strands) {
      for (const ask of asks)
        if (!/^(?:whether|why|how|which|what|when|who|where)\b/.test(ask)) throw new Error(`${key}: ${ask}`);
    }
  });

  it('has names for companies and institutions that are used once', () => {
    const { stems } = readData<{ stems: string[] }>('companies.json');
    expect(new Set(stems).size).toBe(stems.length);
    const { institutions } = readData<{ institutions: { name: string; domain: string; areas: string[] }[] }>(
      'places.json',
    );
    expect(new Set(institutions.map(({ name }) => name)).size).toBe(institutions.length);
    expect(new Set(institutions.map(({ domain }) => domain)).size).toBe(institutions.length);
    const keys = new Set(areas.map(({ key }) => key));
    expect(institutions.flatMap(({ areas: known }) => known).filter((key) => !keys.has(key))).toEqual([]);
  });
});
