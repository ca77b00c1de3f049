import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Taxonomy } from './taxonomy.js';
import { readTaxonomy } from './vocabulary.js';

const taxonomy = readTaxonomy();
const topics = taxonomy.terms('topic');
const topic = fc.constantFrom(...topics.map((term) => term.code));
const parentOf = (code: string) => taxonomy.term('topic', code)?.parent ?? null;

describe('closeness', () => {
  it('is symmetric, from 0 to 1, and 1 for the same topic alone', () => {
    fc.assert(
      fc.property(topic, topic, (a, b) => {
        const closeness = taxonomy.closeness(a, b);
        expect(closeness).toBe(taxonomy.closeness(b, a));
        expect(closeness).toBeGreaterThanOrEqual(0);
        expect(closeness).toBeLessThanOrEqual(1);
        expect(closeness === 1).toBe(a === b);
      }),
      { numRuns: 2_000 },
    );
  });

  it('falls with each step up', () => {
    fc.assert(
      fc.property(topic, (code) => {
        const upwards = [code, ...taxonomy.ancestors('topic', code).map((term) => term.code)];
        const values = upwards.map((above) => taxonomy.closeness(code, above));
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        expect(new Set(values).size).toBe(values.length);
      }),
    );
  });

  it('is high for parent and child, less for siblings, and nothing without a common group', () => {
    fc.assert(
      fc.property(topic, topic, (a, b) => {
        const top = (code: string) => taxonomy.ancestors('topic', code).at(-1)?.code ?? code;
        if (top(a) !== top(b)) expect(taxonomy.closeness(a, b)).toBe(0);
        else if (parentOf(a) === b) expect(taxonomy.closeness(a, b)).toBeCloseTo(0.8);
        else if (a !== b && parentOf(a) === parentOf(b)) {
          expect(taxonomy.closeness(a, b)).toBeCloseTo(parentOf(a) === top(a) ? 0.32 : 0.48);
        } else expect(taxonomy.closeness(a, b)).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
    expect(taxonomy.closeness('type-1-diabetes', 'diabetes')).toBeCloseTo(0.8);
    expect(taxonomy.closeness('type-1-diabetes', 'metabolic-and-endocrine-disease')).toBeCloseTo(0.64);
    expect(taxonomy.closeness('type-1-diabetes', 'type-2-diabetes')).toBeCloseTo(0.48);
    expect(taxonomy.closeness('asthma', 'cystic-fibrosis')).toBeCloseTo(0.32);
    expect(taxonomy.closeness('asthma', 'glaucoma')).toBe(0);
  });

  it('is nothing for what is no topic', () => {
    expect(taxonomy.closeness('asthma', 'no-such-topic')).toBe(0);
    expect(taxonomy.closeness('no-such-topic', 'no-such-topic')).toBe(0);
  });
});

describe('the tree', () => {
  it('leads from children to parents and back', () => {
    for (const { code } of topics) {
      for (const child of taxonomy.children('topic', code)) expect(child.parent).toBe(code);
      const below = taxonomy.descendants('topic', code);
      expect(below.every((term) => taxonomy.ancestors('topic', term.code).some((above) => above.code === code))).toBe(
        true,
      );
    }
    const groups = topics.filter((term) => term.parent === null);
    const reached = groups.flatMap((group) => [group, ...taxonomy.descendants('topic', group.code)]);
    expect(reached).toHaveLength(topics.length);
  });

  it('crosses from a sector to its segments and from a nation to its regions', () => {
    expect(taxonomy.children('sector', 'digital-health').map((term) => term.scheme)).toContain('segment');
    expect(taxonomy.ancestors('region', 'north-west').map((term) => term.code)).toEqual(['england']);
    expect(taxonomy.descendants('nation', 'england')).toHaveLength(9);
    expect(taxonomy.ancestors('profession', 'osteopath').map((term) => term.code)).toEqual([
      'allied-health-professional',
    ]);
  });

  it('gives nothing for what it does not have', () => {
    expect(taxonomy.term('topic', 'no-such-topic')).toBeUndefined();
    expect(taxonomy.terms('no-such-scheme')).toEqual([]);
    expect(taxonomy.children('topic', 'no-such-topic')).toEqual([]);
    expect(taxonomy.ancestors('topic', 'no-such-topic')).toEqual([]);
    expect(new Taxonomy([]).extractTopics('asthma')).toEqual([]);
  });

  it('knows topics by their MeSH headings', () => {
    expect(taxonomy.topicsOfHeading('Myocardial Infarction').map((term) => term.code)).toEqual([
      'myocardial-infarction',
    ]);
    expect(taxonomy.topicsOfHeading('pulmonary disease, chronic obstructive')).toHaveLength(1);
    expect(taxonomy.topicsOfHeading('Aardvarks')).toEqual([]);
  });
});

describe('a retired term', () => {
  const terms = topics.map((term) => (term.code === 'asthma' ? { ...term, retired: true } : term));
  const later = new Taxonomy(terms);

  it('keeps its name and its place, so that old profiles can be read', () => {
    expect(later.term('topic', 'asthma')?.label).toBe('Asthma');
    expect(later.closeness('asthma', 'respiratory-disease')).toBeCloseTo(0.8);
  });

  it('is no longer offered', () => {
    expect(later.terms('topic')).toHaveLength(topics.length - 1);
    expect(later.children('topic', 'respiratory-disease').map((term) => term.code)).not.toContain('asthma');
    expect(later.extractTopics('asthma')).toEqual([]);
    expect(later.suggestTopics('asthma').map((term) => term.code)).not.toContain('asthma');
  });
});
