import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database, type TestDatabase, testDatabase } from '#database';
import { DirectoryLoader } from '#importers';
import { TaxonomyService } from '#taxonomy';
import { generateDirectory } from './index.js';

let test: TestDatabase;
let database: Database;
let loader: DirectoryLoader;
beforeAll(async () => {
  test = await testDatabase();
  database = new Database(test.dataSource);
  const taxonomy = new TaxonomyService(test.dataSource);
  await taxonomy.onModuleInit();
  loader = new DirectoryLoader(database, taxonomy);
});
afterAll(() => test.drop());

it('is written whole, with nothing refused or left out, and a second time changes nothing', async () => {
  const first = await loader.load(generateDirectory());
  expect(first).toMatchObject({ read: 1120, added: 1120, skipped: 0, skippedRecords: [], omissions: [] });
  const counts = await database.row<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM organisation) AS organisations, (SELECT count(*)::int FROM academic) AS academics,
       (SELECT count(*)::int FROM opportunity) AS opportunities,
       (SELECT count(*)::int FROM academic WHERE employer_id IS NULL) AS unemployed`,
  );
  expect(counts).toEqual({ organisations: 220, academics: 640, opportunities: 260, unemployed: 0 });
  expect(await loader.load(generateDirectory())).toMatchObject({ unchanged: 1120, changed: 0, added: 0 });
});
