import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '#database';
import { unprepared } from './prepared.js';

let testing: TestDatabase;
beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(() => testing?.drop());

it('a database of this version is ready, an older or an empty one is not, and says what to do', async () => {
  expect(await unprepared(testing.url)).toBeNull();
  await testing.dataSource.query('DELETE FROM migration WHERE id = (SELECT max(id) FROM migration)');
  expect(await unprepared(testing.url)).toContain('dist/apps/api/prepare.js');
  await testing.dataSource.query('DROP TABLE migration');
  expect(await unprepared(testing.url)).toContain('has not been prepared');
});
