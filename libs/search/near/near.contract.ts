import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, Database as Sql, type TestDatabase, testDatabase } from '#database';
import { type Meaning, meaningOf } from '#texts';
import type { NearIndex } from './near.index.js';

export const dimensions = 8;

/** A text that is about these places of the vector, as much as they are written. */
const about = (weights: Record<number, number>): Meaning =>
  meaningOf(Array.from({ length: dimensions }, (_, place) => weights[place] ?? 0));

/** Everything that is relied on where whoever means the same is looked for. */
export const describeNearIndex = (name: string, open: (database: Database) => Promise<NearIndex>) =>
  describe(name, () => {
    const [ann, bob, cyd] = [randomUUID(), randomUUID(), randomUUID()];
    let testing: TestDatabase;
    let database: Database;
    let index: NearIndex;
    const isRead = async (...ids: string[]) => {
      await database.affected(
        `INSERT INTO text_owner (kind, owner, version, headings, vectors, profiles, generation)
         SELECT kind, owner, 1, '[]', '', '', 0 FROM unnest($1::uuid[]) AS owner, unnest('{academics,opportunities}'::text[]) AS kind`,
        [ids],
      );
      await database.affected(
        `INSERT INTO text_meaning (kind, owner, version, encoder, hashes, vectors) SELECT kind, owner, 1, 'test', '{}', '' FROM text_owner`,
      );
    };

    beforeAll(async () => {
      testing = await testDatabase();
      database = new Sql(testing.dataSource);
      await isRead(ann, bob, cyd);
      index = await open(database);
    }, 60_000);
    afterAll(async () => {
      await index?.clear();
      await testing?.drop();
    });
    beforeEach(async () => {
      await index.remove('academics', [ann, bob, cyd]);
      await index.put('academics', [
        { id: ann, version: 1, meanings: [about({ 0: 1 }), about({ 1: 1 })] },
        { id: bob, version: 1, meanings: [about({ 1: 1, 2: 0.5 })] },
        { id: cyd, version: 1, meanings: [about({ 5: 1 })] },
      ]);
    });

    it('finds whose nearest text is nearest, each once', async () => {
      expect(await index.nearest('academics', about({ 1: 1 }), 2)).toEqual([ann, bob]);
      expect(await index.nearest('academics', about({ 5: 1, 2: 0.2 }), 2)).toEqual([cyd, bob]);
      expect(await index.nearest('academics', about({ 0: 1, 1: 1 }), 10)).toHaveLength(3);
    });

    it('keeps the kinds apart', async () => {
      expect(await index.nearest('opportunities', about({ 1: 1 }), 10)).toEqual([]);
      await index.put('opportunities', [{ id: ann, version: 1, meanings: [about({ 7: 1 })] }]);
      expect(await index.nearest('opportunities', about({ 1: 1, 7: 0.1 }), 10)).toEqual([ann]);
      expect(await index.nearest('academics', about({ 7: 1, 5: 0.1 }), 1)).toEqual([cyd]);
      await index.remove('opportunities', [ann]);
    });

    it('replaces what somebody has written anew', async () => {
      await index.put('academics', [{ id: ann, version: 2, meanings: [about({ 6: 1 })] }]);
      expect((await index.versions('academics')).get(ann)).toBe(2);
      expect(await index.nearest('academics', about({ 0: 1, 1: 1 }), 1)).toEqual([bob]);
      expect(await index.nearest('academics', about({ 6: 1 }), 1)).toEqual([ann]);
    });

    it('finds nobody who is removed, and removes nobody twice', async () => {
      await index.remove('academics', [bob, bob, randomUUID()]);
      expect(await index.nearest('academics', about({ 1: 1 }), 10)).toEqual(expect.not.arrayContaining([bob]));
      expect([...(await index.versions('academics')).keys()].sort()).toEqual([ann, cyd].sort());
    });

    it('finds as many as are asked for among hundreds', async () => {
      const many = Array.from({ length: 300 }, () => randomUUID());
      await isRead(...many).catch(() => undefined);
      await database.affected(`INSERT INTO text_meaning (kind, owner, version, encoder, hashes, vectors)
        SELECT kind, owner, 1, 'test', '{}', '' FROM text_owner ON CONFLICT DO NOTHING`);
      await index.put(
        'academics',
        many.map((id, at) => ({ id, version: 1, meanings: [about({ 3: 1, 4: at / 300 })] })),
      );
      const found = await index.nearest('academics', about({ 3: 1 }), 50);
      expect(found).toHaveLength(50);
      // The indexes are approximate: nine of ten of the true ones.
      expect(found.filter((id) => many.slice(0, 50).some((one) => one === id)).length).toBeGreaterThanOrEqual(45);
      await index.remove('academics', many);
    });
  });
