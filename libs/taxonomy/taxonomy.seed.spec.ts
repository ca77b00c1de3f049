import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { type TestDatabase, testDatabase } from '#database';
import { TaxonomyEdition, TaxonomyTerm } from './taxonomy.entity.js';
import { seedTaxonomy } from './taxonomy.seed.js';
import { TaxonomyService } from './taxonomy.service.js';
import { readVocabularies } from './vocabulary.js';

interface TopicFile {
  edition: string;
  validFrom: string;
  terms: { code: string; label: string; parent?: string; healthCategories: string[] }[];
}

describe('loading the vocabularies', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'benchside-taxonomy-'));
    database = await testDatabase({ entities: [TaxonomyTerm, TaxonomyEdition] });
  });
  /** Each test begins with the files of the product, none of them loaded. */
  beforeEach(async () => {
    cpSync(projectPath('libs/taxonomy/data'), folder, { recursive: true });
    await database.dataSource.query('DELETE FROM taxonomy_term');
    await database.dataSource.query('DELETE FROM taxonomy_edition');
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const seed = () => seedTaxonomy(database.dataSource.manager, folder);
  const topics = () => database.dataSource.getRepository(TaxonomyTerm).findBy({ scheme: 'topic' });
  const everything = () =>
    database.dataSource.query('SELECT xmin::text, taxonomy_term::text AS row FROM taxonomy_term ORDER BY scheme, code');
  const edit = (change: (file: TopicFile) => void) => {
    const path = join(folder, 'topic.json');
    const file: TopicFile = JSON.parse(readFileSync(path, 'utf8'));
    change(file);
    writeFileSync(path, JSON.stringify(file));
  };

  it('writes every term once, when two processes start together', async () => {
    const [one, other] = await Promise.all([seed(), seed()]);
    expect([...one, ...other].filter(({ changed }) => changed)).toHaveLength(one.length);
    const [{ count }] = await database.dataSource.query('SELECT count(*)::int AS count FROM taxonomy_term');
    expect(count).toBe(one.reduce((sum, { terms }) => sum + terms, 0));
  });

  it('stores what the files say', async () => {
    await seed();
    const rows = await database.dataSource.getRepository(TaxonomyTerm).find();
    const stored = new Map(rows.map((row) => [`${row.scheme}/${row.code}`, { ...row }]));
    for (const { terms } of readVocabularies(folder)) {
      for (const term of terms) expect(stored.get(`${term.scheme}/${term.code}`)).toEqual(term);
    }
  });

  it('touches no row the second time', async () => {
    await seed();
    const before = await everything();
    expect(before.length).toBeGreaterThan(0);
    const results = await seed();
    expect(results.some(({ changed }) => changed)).toBe(false);
    expect(await everything()).toEqual(before);
  });

  /** The next edition: a topic fewer, a topic more, and another name for one. */
  const nextEdition = (file: TopicFile) => {
    file.edition = '2027.1';
    file.validFrom = '2027-01-01';
    file.terms = file.terms.filter(({ code }) => code !== 'polymyalgia-rheumatica');
    file.terms.push({ code: 'new-topic', label: 'New topic', parent: 'cancer', healthCategories: ['respiratory'] });
    for (const term of file.terms) if (term.code === 'gout') term.label = 'Gout and its relatives';
  };

  it('loads an edited file alone: adds, changes, and retires what is gone', async () => {
    await seed();
    edit(nextEdition);
    const changed = (await seed()).filter((result) => result.changed);
    expect(changed).toEqual([expect.objectContaining({ scheme: 'topic', edition: '2027.1', retired: 1 })]);

    const byCode = new Map((await topics()).map((term) => [term.code, term]));
    expect(byCode.get('polymyalgia-rheumatica')).toMatchObject({
      retired: true,
      validTo: '2027-01-01',
      edition: '2026.1',
    });
    expect(byCode.get('new-topic')).toMatchObject({ retired: false, edition: '2027.1', validTo: null });
    expect(byCode.get('gout')?.label).toBe('Gout and its relatives');
    expect(await database.dataSource.getRepository(TaxonomyEdition).findOneBy({ scheme: 'topic' })).toMatchObject({
      edition: '2027.1',
    });
  });

  it('takes a retired term back', async () => {
    await seed();
    edit(nextEdition);
    await seed();
    expect((await topics()).find((term) => term.code === 'polymyalgia-rheumatica')?.retired).toBe(true);
    edit((file) => {
      file.terms.push({ code: 'polymyalgia-rheumatica', label: 'Polymyalgia', healthCategories: ['musculoskeletal'] });
    });
    await seed();
    const back = (await topics()).find((term) => term.code === 'polymyalgia-rheumatica');
    expect(back).toMatchObject({ retired: false, validTo: null });
  });

  it('writes nothing from files that are wrong', async () => {
    await seed();
    const before = await everything();
    edit((file) => {
      file.terms = [{ code: 'alone', label: 'Alone', parent: 'nowhere', healthCategories: ['respiratory'] }];
    });
    await expect(seed()).rejects.toThrow('topic.json: the parent "nowhere" of "alone" does not exist');
    expect(await everything()).toEqual(before);
  });

  it('serves the running program from memory', async () => {
    // Another edition was loaded before: the product's own takes its place.
    edit(nextEdition);
    await seed();
    const service = new TaxonomyService(database.dataSource);
    expect(() => service.current).toThrow('not loaded yet');
    await service.onModuleInit();
    expect(service.current.term('topic', 'gout')?.label).toBe('Gout');
    expect(service.current.term('topic', 'new-topic')?.retired).toBe(true);

    const first = service.current;
    await database.dataSource.query(`UPDATE taxonomy_term SET label = 'Changed' WHERE code = 'gout'`);
    expect(service.current).toBe(first);
    await service.reload();
    expect(service.current.term('topic', 'gout')?.label).toBe('Changed');
  });
});
