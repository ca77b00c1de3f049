import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type TestDatabase, testDatabase } from '#database';
import { TopicCounts } from './topic-counts.js';

let testing: TestDatabase;
let database: Database;

beforeAll(async () => {
  testing = await testDatabase();
  database = new Database(testing.dataSource);
});
afterAll(() => testing?.drop());

describe('how many profiles name a topic', () => {
  it('leaves out who is hidden, and who keeps their topics to themselves or to members', async () => {
    const add = (visibility: string, fieldVisibility: object) =>
      database.affected(
        `INSERT INTO academic (given_name, family_name, topics, visibility, field_visibility)
         VALUES ('Ada', 'Nwosu', '{asthma}', $1, $2::jsonb)`,
        [visibility, JSON.stringify(fieldVisibility)],
      );
    await add('public', {});
    await add('members', { topics: 'public', summary: 'only-me' });
    await add('hidden', {});
    await add('public', { topics: 'members' });
    await add('public', { topics: 'only-me' });
    const { profiles, counts } = await new TopicCounts(database).current();
    expect([profiles, Object.fromEntries(counts)]).toEqual([4, { asthma: 2 }]);
  });
});
