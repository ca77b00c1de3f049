import { describe, expect, it } from '@jest/globals';
import type { PublishedAcademic } from '#academics';
import { Taxonomy, type Term } from '#taxonomy';
import { academicTexts } from './texts.js';

const topic = (code: string, meshHeadings: string[]): Term => ({
  scheme: 'topic',
  code,
  label: code,
  synonyms: [],
  parent: null,
  sort: 0,
  retired: false,
  healthCategories: [],
  source: 'A spec',
  sourceUrl: null,
  edition: '1',
  validFrom: '2026-01-01',
  validTo: null,
  sourced: true,
  attributes: { meshHeadings },
});

describe('the texts of an academic', () => {
  it('carry the topics that each work is indexed under, each once', () => {
    const taxonomy = new Taxonomy([topic('asthma', ['Asthma', 'Anti-Asthmatic Agents']), topic('stroke', ['Stroke'])]);
    const work = (title: string, meshHeadings: string[]) => ({ title, abstract: '', year: null, meshHeadings });
    const academic = {
      publishedWorks: [
        work('First', ['asthma', 'Anti-Asthmatic Agents', 'Humans']),
        work('Second', ['Stroke', 'Asthma']),
        work('Third', []),
      ],
      methods: [],
      updatedAt: new Date(0),
    } as unknown as PublishedAcademic;
    expect(academicTexts(academic, taxonomy).map(({ source, topics }) => [source, topics])).toEqual([
      ['First', ['asthma']],
      ['Second', ['stroke', 'asthma']],
      ['Third', []],
    ]);
  });
});
