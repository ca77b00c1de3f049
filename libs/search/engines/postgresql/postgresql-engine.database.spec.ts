import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Client, Pool } from 'pg';
import { type TestDatabase, testDatabase } from '#database';
import { Search1700000000020 } from '../../../database/migrations/1700000000020-search.js';
import { document, idOf, streamOf } from '../../contract/library.js';
import type { SearchDocument } from '../../search-engine.js';
import { SearchTimedOut, SearchUnavailable } from '../../search-errors.js';
import { PostgresqlEngine } from './postgresql-engine.js';

describe('PostgresqlEngine in its database', () => {
  let database: TestDatabase;
  let pool: Pool;
  let engine: PostgresqlEngine;
  const page = { offset: 0, limit: 20 };

  beforeAll(async () => {
    database = await testDatabase();
    pool = new Pool({ connectionString: database.url, max: 3 });
    engine = new PostgresqlEngine(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  beforeEach(async () => {
    await engine.replaceAll(
      'academics',
      streamOf([
        document({ name: 'Ann', topics: ['Asthma'], facets: { topic: ['asthma'], stage: ['senior'] } }),
        document({ name: 'Bob', topics: ['Stroke'], facets: { topic: ['stroke'], stage: ['senior'] } }),
      ]),
    );
  });

  describe('statements', () => {
    const statements = async (request: Partial<Parameters<typeof engine.search>[1]>) => {
      const client = await pool.connect();
      client.release();
      const asked = jest.spyOn(Client.prototype, 'query');
      try {
        await engine.search('academics', { ...page, ...request });
        return asked.mock.calls.length;
      } finally {
        asked.mockRestore();
      }
    };
    const facets = ['topic', 'stage'];

    it('are one without text, whatever is asked for', async () => {
      const filter = { facets: { topic: ['asthma'], stage: ['senior'] }, ranges: { size: { min: 1 } } };
      expect(await statements({})).toBe(1);
      expect(await statements({ filter, facets, sort: { by: 'size' } })).toBe(1);
    });

    it('are two with text: its words, then its hits', async () => {
      expect(await statements({ text: 'asthma', facets, highlight: true })).toBe(2);
      expect(await statements({ text: 'ashtma', facets })).toBe(2);
      expect(await statements({ text: 'asthma stroke', matching: 'any', facets })).toBe(2);
    });

    it('are three where words have to be dropped', async () => {
      expect(await statements({ text: 'asthma stroke', facets })).toBe(3);
      expect(await statements({ text: 'asthma zzyzx', facets })).toBe(3);
    });
  });

  describe('counts', () => {
    const someDocument = fc.record({
      name: fc.constantFrom('Ann', 'Bob', 'Cyd', 'Dan', 'Eve'),
      topics: fc.subarray(['asthma', 'stroke', 'sepsis', 'gout']),
      facets: fc.record({ topic: fc.subarray(['a', 'b', 'c']) }),
    });
    const change = fc.oneof(
      fc.record({ put: fc.array(someDocument, { maxLength: 4 }) }),
      fc.record({ remove: fc.subarray(['Ann', 'Bob', 'Cyd']) }),
    );

    it('of words and codes stay right through any writes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
          await Promise.all(
            changes.map((one) =>
              'put' in one
                ? engine.put('academics', one.put.map(document))
                : engine.remove('academics', one.remove.map(idOf)),
            ),
          );
          const { rows } = await pool.query(`
            SELECT word, documents FROM search_academics_word WHERE documents <> 0
            EXCEPT SELECT word, ndoc FROM ts_stat('SELECT words FROM search_academics')
            UNION ALL
            SELECT word, ndoc FROM ts_stat('SELECT words FROM search_academics')
            EXCEPT SELECT word, documents FROM search_academics_word
            UNION ALL
            SELECT facet || code, documents - (SELECT count(*) FROM search_academics WHERE facets @> ARRAY[facet.id])
            FROM search_academics_facet AS facet
            WHERE documents <> (SELECT count(*) FROM search_academics WHERE facets @> ARRAY[facet.id])`);
          expect(rows).toEqual([]);
        }),
        { numRuns: 25 },
      );
    });
  });

  describe('limits', () => {
    let holder: Client;
    beforeEach(async () => {
      holder = new Client({ connectionString: database.url });
      await holder.connect();
      await holder.query('BEGIN; LOCK TABLE search_academics IN ACCESS EXCLUSIVE MODE');
    });
    afterEach(() => holder.end());

    const waiting = async () => {
      const { rows } = await holder.query(
        `SELECT count(*)::int AS searches FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows[0].searches;
    };
    const untilWaiting = async (count: number) => {
      while ((await waiting()) !== count) await new Promise((resolve) => setImmediate(resolve));
    };

    it('end a search that takes too long, here and on the server', async () => {
      const impatient = new PostgresqlEngine(pool, { timeLimit: 100 });
      await expect(impatient.search('academics', page)).rejects.toThrow(SearchTimedOut);
      await untilWaiting(0);
    });

    it('end a search that nobody waits for any more', async () => {
      const leaving = new AbortController();
      const search = engine.search('academics', page, leaving.signal);
      const outcome = expect(search).rejects.toThrow('left');
      await untilWaiting(1);
      leaving.abort(new Error('left'));
      await outcome;
      await untilWaiting(0);
    });

    it('end a search that gets no connection, and leave the pool whole', async () => {
      const impatient = new PostgresqlEngine(pool, { timeLimit: 150 });
      const searches = Array.from({ length: 10 }, () => impatient.search('academics', page));
      for (const outcome of await Promise.allSettled(searches)) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(SearchTimedOut) });
      }
      await holder.query('ROLLBACK');
      const again = await Promise.all(Array.from({ length: 10 }, () => engine.search('academics', page)));
      expect(again.map(({ total }) => total)).toEqual(new Array(10).fill(2));
    });
  });

  it('is unavailable where there is no server', async () => {
    const nowhere = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
    const lost = new PostgresqlEngine(nowhere);
    await expect(lost.search('academics', page)).rejects.toThrow(SearchUnavailable);
    await expect(lost.put('academics', [document({ name: 'Ann' })])).rejects.toThrow(SearchUnavailable);
    expect(await lost.health()).toMatchObject({ ok: false, detail: expect.stringContaining('ECONNREFUSED') });
    await nowhere.end();
  });

  it('lets searches and writes go on while another process builds an index anew', async () => {
    const other = new PostgresqlEngine(pool);
    const build = async function* (): AsyncIterable<SearchDocument> {
      yield document({ name: 'New' });
      await engine.put('academics', [document({ name: 'Cyd' })]);
      expect((await engine.search('academics', page)).total).toBe(3);
      yield document({ name: 'Newer' });
    };
    expect(await other.replaceAll('academics', build())).toBe(2);
    expect((await engine.search('academics', page)).total).toBe(2);
  });

  it('takes its tables away when its migration is undone, and makes them again', async () => {
    const runner = database.dataSource.createQueryRunner();
    await new Search1700000000020().down(runner);
    // What people search for in vain is kept by another room.
    expect(
      await runner.query(
        `SELECT relname FROM pg_class WHERE relname LIKE 'search_%' AND relname NOT LIKE 'search_gap%'`,
      ),
    ).toEqual([]);
    await new Search1700000000020().up(runner);
    await runner.release();
  });
});
