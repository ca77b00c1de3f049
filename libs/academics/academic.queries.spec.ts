import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type TestDatabase, testDatabase } from '#database';
import type { WorkInput } from './academic.inputs.js';
import { saveWorks } from './academic.queries.js';

let scratch: TestDatabase;
let database: Database;
beforeAll(async () => {
  scratch = await testDatabase();
  database = new Database(scratch.dataSource);
});
afterAll(() => scratch.drop());

const work = (title: string, identifier?: string): WorkInput =>
  ({ kind: 'publication', title, identifier }) as WorkInput;

describe('the works of an academic', () => {
  it('keep what a register said they are about when their author edits the list', async () => {
    const academic = await database.row<{ id: string }>(
      `INSERT INTO academic (given_name, family_name) VALUES ('Ada', 'Nwosu') RETURNING id`,
    );
    const id = academic?.id ?? '';
    await database.transaction((tx) => saveWorks(tx, id, [work('First', '10.5555/1'), work('Second'), work('Third')]));
    await database.affected(`UPDATE academic_work SET mesh_headings = ARRAY['Asthma', title] WHERE academic_id = $1`, [
      id,
    ]);
    await database.transaction((tx) => saveWorks(tx, id, [work('Second'), work('Renamed', '10.5555/1'), work('New')]));
    expect(
      await database.rows('SELECT title, mesh_headings FROM academic_work WHERE academic_id = $1 ORDER BY position', [
        id,
      ]),
    ).toEqual([
      { title: 'Second', mesh_headings: ['Asthma', 'Second'] },
      { title: 'Renamed', mesh_headings: ['Asthma', 'First'] },
      { title: 'New', mesh_headings: [] },
    ]);
  });
});
