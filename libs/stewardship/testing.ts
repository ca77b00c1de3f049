import { randomUUID } from 'node:crypto';
import { nobody, type Viewer } from '#accounts';
import { SearchGapService } from '#alerts';
import { Database, testDatabase } from '#database';
import type { SearchService } from '#search';
import { TaxonomyService } from '#taxonomy';
import { TopicMerging } from './topic.merging.js';
import { TopicService } from './topic.service.js';

/** The topics on a database of their own, with somebody who looks after them. */
export const topicRoom = async () => {
  const testing = await testDatabase();
  const database = new Database(testing.dataSource);
  const taxonomy = new TaxonomyService(testing.dataSource);
  await taxonomy.onModuleInit();
  const merging = new TopicMerging(database, taxonomy);
  // Words that were searched for in vain are read, and no search is made.
  const gaps = new SearchGapService(database, {} as SearchService, taxonomy);
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const names = Object.keys(values);
    const row = await database.row<{ id: string }>(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
      Object.values(values),
    );
    if (!row) throw new Error(`Nothing was written into ${table}`);
    return row.id;
  };
  const person = async (name: string) => insert('account_holder', { name, email: `${randomUUID()}@example.org` });
  const accountId = await person('Ada Admin');
  const admin: Viewer = { ...nobody, accountId, name: 'Ada Admin', platformRole: 'platform-admin' };
  return {
    ...{ database, taxonomy, merging, admin, insert, person },
    topics: new TopicService(database, taxonomy, merging, gaps),
    academic: (topics: string[]) => insert('academic', { given_name: 'An', family_name: 'Academic', topics }),
    organisation: (topics: string[]) =>
      insert('organisation', { slug: randomUUID(), name: 'A company', type: 'company', topics }),
    topicsOf: async (table: string, id: string) =>
      (await database.row<{ topics: string[] }>(`SELECT topics FROM ${table} WHERE id = $1`, [id]))?.topics,
    /** What the index is to read again. */
    async outbox() {
      const rows = await database.rows<{ subject: string }>('SELECT DISTINCT subject FROM outbox');
      await database.affected('DELETE FROM outbox');
      return rows.map(({ subject }) => subject);
    },
    drop: () => testing.drop(),
  };
};

export type TopicRoom = Awaited<ReturnType<typeof topicRoom>>;
