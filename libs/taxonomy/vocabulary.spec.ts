import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { InvalidVocabulary, readTaxonomy, readVocabularies } from './vocabulary.js';

const vocabularies = readVocabularies();
const terms = (scheme: string) => vocabularies.find((vocabulary) => vocabulary.scheme === scheme)?.terms ?? [];
const codes = (scheme: string) => terms(scheme).map((term) => term.code);

describe('the vocabularies of the project', () => {
  it('are the schemes that the rest relies on', () => {
    expect(vocabularies.map(({ scheme, file }) => [file, scheme])).toEqual(
      [
        'career-stage',
        'engagement-type',
        'hrcs-health-category',
        'hrcs-research-activity',
        'nation',
        'organisation-type',
        'profession',
        'region',
        'regulator',
        'sector',
        'segment',
        'topic',
        'training-status',
      ].map((scheme) => [`${scheme}.json`, scheme]),
    );
  });

  it('say where each term comes from, in which edition, and whether that was checked', () => {
    for (const { edition, validFrom, terms } of vocabularies) {
      expect(edition).toMatch(/^\d{4}\.\d+$/);
      expect(validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const term of terms) {
        expect(term.source).not.toBe('');
        expect(term.sourced).toBe(!term.source.startsWith('General knowledge'));
      }
    }
  });

  it('have the 21 health categories and 48 activity codes of HRCS under their own identifiers', () => {
    expect(codes('hrcs-health-category')).toHaveLength(21);
    expect(terms('hrcs-health-category').map((term) => term.attributes.hrcsId)).toContain('HRCS_HC_03CAR');
    const activities = terms('hrcs-research-activity').filter((term) => term.parent);
    expect(activities).toHaveLength(48);
    for (const { code, parent } of activities) expect(code.startsWith(`${parent}.`)).toBe(true);
  });

  it('have the codes that profiles and records are written with', () => {
    expect(codes('sector')).toEqual(['pharmaceutical', 'biotechnology', 'medical-technology', 'digital-health']);
    expect(codes('career-stage')).toEqual([
      'student-or-foundation',
      'pre-doctoral',
      'doctoral',
      'early-post-doctoral',
      'intermediate',
      'senior',
      'professor',
    ]);
    expect(codes('training-status')).toEqual(['in-programme', 'post-cct', 'not-applicable']);
    expect(codes('engagement-type')).toHaveLength(22);
    expect(codes('nation')).toEqual(['england', 'scotland', 'wales', 'northern-ireland']);
    expect(codes('region')).toHaveLength(12);
    expect(codes('organisation-type')).toContain('nhs-organisation');
    expect(terms('profession').filter((term) => term.parent === 'allied-health-professional')).toHaveLength(14);
  });

  it('name a regulator that exists for every clinical profession', () => {
    const regulators = new Set(codes('regulator'));
    for (const { code, attributes } of terms('profession')) {
      if (code === 'data-scientist') continue;
      expect(regulators).toContain(attributes.regulator);
      for (const regulator of attributes.regulators as string[]) expect(regulators).toContain(regulator);
    }
  });

  it('describe every engagement type in one sentence', () => {
    for (const { attributes } of terms('engagement-type')) expect(attributes.description).toMatch(/^[A-Z][^.]+\.$/);
  });
});

describe('the topics', () => {
  const topics = terms('topic');

  it('are at least 450, in a tree of at most four levels', () => {
    expect(topics.length).toBeGreaterThanOrEqual(450);
    const taxonomy = readTaxonomy();
    for (const { code } of topics) expect(taxonomy.ancestors('topic', code).length).toBeLessThan(4);
  });

  it('cover every health category, each topic with at least one', () => {
    const used = new Set(topics.flatMap((term) => term.healthCategories));
    expect([...used].sort()).toEqual(codes('hrcs-health-category').toSorted());
    expect(topics.filter((term) => term.healthCategories.length === 0)).toEqual([]);
  });

  it('have labels of their own, most with other words that people use', () => {
    expect(new Set(topics.map((term) => term.label)).size).toBe(topics.length);
    expect(topics.filter((term) => term.synonyms.length > 0).length).toBeGreaterThan(topics.length * 0.95);
  });

  it('share no MeSH heading', () => {
    const headings = topics.flatMap((term) => term.attributes.meshHeadings ?? []);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.length).toBeGreaterThan(1_000);
  });

  it('name MeSH headings as MeSH spells them', () => {
    const file = join(process.env.BENCHSIDE_DATA ?? projectPath('../shared/data'), 'mesh/mesh_terms.txt');
    if (!existsSync(file)) {
      console.info(`Skipped: ${file} is not there.`);
      return;
    }
    const mesh = new Set(
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split('\t')[1]),
    );
    const unknown = topics
      .flatMap((term) => term.attributes.meshHeadings ?? [])
      .filter((heading) => !mesh.has(heading));
    expect(unknown).toEqual([]);
  });
});

describe('reading vocabularies', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  const category = { code: 'respiratory', label: 'Respiratory' };
  const head = { edition: '2026.1', source: 'A spec', validFrom: '2026-01-01', licence: 'MIT' };
  const topic = (code: string, more = {}) => ({ code, label: code, healthCategories: ['respiratory'], ...more });

  /** What is wrong with these topics, beside a file with one health category. */
  const problemsOf = (topics: object[], change: Record<string, unknown> = {}): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'benchside-vocabulary-'));
    folders.push(folder);
    const write = (scheme: string, terms: object[], more = {}) =>
      writeFileSync(join(folder, `${scheme}.json`), JSON.stringify({ scheme, ...head, terms, ...more }));
    write('hrcs-health-category', [category]);
    write('topic', topics, change);
    try {
      readVocabularies(folder);
      return [];
    } catch (error) {
      if (error instanceof InvalidVocabulary) return error.problems;
      throw error;
    }
  };

  it.each<[string, object[], RegExp[]]>([
    ['an unknown parent', [topic('asthma', { parent: 'lungs' })], [/parent "lungs" of "asthma" does not exist/]],
    [
      'a loop',
      [topic('a', { parent: 'b' }), topic('b', { parent: 'a' })],
      [/"a" is above itself/, /"b" is above itself/],
    ],
    [
      'a code that is there twice',
      [topic('asthma'), topic('asthma', { label: 'Other' })],
      [/code "asthma" is there twice/],
    ],
    ['a code that is not kebab-case', [topic('Asthma')], [/code "Asthma" is not well formed/]],
    ['an unknown health category', [topic('asthma', { healthCategories: ['lungs'] })], [/health category "lungs"/]],
    ['no health category', [topic('asthma', { healthCategories: [] })], [/"asthma" has no health category/]],
    [
      'two topics with one synonym',
      [topic('a', { synonyms: ['Heart-attack'] }), topic('b', { synonyms: ['heart attacks'] })],
      [/"heart attacks" is both "a" and "b"/],
    ],
    [
      'an abbreviation that is a word elsewhere',
      [topic('a', { synonyms: ['MS'] }), topic('ms')],
      [/is both "a" and "ms"/],
    ],
    ['a synonym that is there twice', [topic('a', { synonyms: ['statin', 'statins'] })], [/"a" says "statins" twice/]],
    ['a word that no field has', [topic('a', { synonym: ['b'] })], [/topic.json: terms.0: .*synonym/]],
  ])('refuses %s, naming it', (_, topics, expected) => {
    const problems = problemsOf(topics);
    expect(problems).toHaveLength(expected.length);
    for (const [place, pattern] of expected.entries()) expect(problems[place]).toMatch(pattern);
  });

  it('refuses a file without its source, edition or date', () => {
    for (const field of ['source', 'edition', 'validFrom', 'licence']) {
      expect(problemsOf([topic('a')], { [field]: undefined })).toEqual([
        expect.stringContaining(`topic.json: ${field}`),
      ]);
    }
    expect(problemsOf([topic('a')], { validFrom: '1 January' })).toHaveLength(1);
    expect(problemsOf([])).toHaveLength(1);
  });

  it('accepts an abbreviation with its small form, and a lone plural', () => {
    expect(
      problemsOf([
        topic('lungs', { synonyms: ['COPD', 'copd'] }),
        topic('falls', { attributes: { asWritten: ['falls'] } }),
      ]),
    ).toEqual([]);
  });
});
