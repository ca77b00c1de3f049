import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '#database';
import { document, streamOf } from '../../contract/library.js';
import { describeSearchEngine } from '../../search-engine.contract.js';
import type { SearchEngine } from '../../search-engine.js';
import { SearchRefused, SearchTimedOut, SearchUnavailable } from '../../search-errors.js';
import { MeilisearchEngine } from '../meilisearch/meilisearch-engine.js';
import { PostgresqlEngine } from '../postgresql/postgresql-engine.js';
import { FallbackEngine } from './fallback-engine.js';

const twoDatabases = async () => {
  const databases = await Promise.all([testDatabase(), testDatabase()]);
  const pools = databases.map(({ url }) => new Pool({ connectionString: url, max: 5 }));
  const [first, second] = pools.map((pool) => new PostgresqlEngine(pool));
  if (!first || !second) throw new Error('There are two databases');
  const stop = async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await Promise.all(databases.map((database) => database.drop()));
  };
  return { first, second, stop };
};

// The promises of the port hold for two engines as for one; which two does not matter to that.
describeSearchEngine('An engine with another behind it', async () => {
  const { first, second, stop } = await twoDatabases();
  return { engine: new FallbackEngine(first, second), stop };
});

describe('FallbackEngine', () => {
  const everything = { offset: 0, limit: 10 };
  const documents = [document({ name: 'Ann' }), document({ name: 'Bob' })];
  const versionsOf = async (engine: SearchEngine) => {
    const versions = new Map<string, number>();
    for await (const { id, version } of engine.versions('academics')) versions.set(id, version);
    return versions;
  };

  describe('with both engines up', () => {
    let engines: Awaited<ReturnType<typeof twoDatabases>>;
    let engine: FallbackEngine;

    beforeAll(async () => {
      engines = await twoDatabases();
      engine = new FallbackEngine(engines.first, engines.second);
    });
    afterAll(() => engines.stop());
    beforeEach(async () => {
      await engine.replaceAll('academics', streamOf(documents));
    });

    it('writes both', async () => {
      await engine.put('academics', [document({ name: 'Cyd' })]);
      await engine.remove('academics', [document({ name: 'Ann' }).id]);
      for (const one of [engines.first, engines.second]) {
        expect((await one.search('academics', everything)).total).toBe(2);
      }
    });

    it('is answered by the first', async () => {
      await engines.second.remove(
        'academics',
        documents.map(({ id }) => id),
      );
      expect(await engine.search('academics', everything)).toMatchObject({ total: 2, degraded: false });
      expect(await engine.health()).toEqual({ ok: true, degraded: false });
    });

    it('gives a version that no record has to what the two hold differently', async () => {
      const [ann, bob] = documents.map(({ id }) => id);
      const cyd = document({ name: 'Cyd' });
      await engines.first.put('academics', [document({ name: 'Ann', version: 2 })]);
      await engines.second.put('academics', [cyd]);
      expect(await versionsOf(engine)).toEqual(
        new Map([
          [ann, -1],
          [bob, 1],
          [cyd.id, -1],
        ]),
      );
    });

    it('names a document that both refuse once', async () => {
      const bad = { ...document({ name: 'Bad' }), id: 'no id' };
      await expect(engine.put('academics', [bad])).rejects.toMatchObject({ ids: ['no id'] });
      await expect(engine.put('academics', [bad])).rejects.toThrow(SearchRefused);
    });

    it('does not take a caller’s mistake or departure for a failure', async () => {
      const gone = new Error('gone');
      await expect(engine.search('academics', { offset: -1, limit: 1 })).rejects.toThrow(RangeError);
      await expect(engine.search('academics', everything, AbortSignal.abort(gone))).rejects.toBe(gone);
      expect(await engine.search('academics', everything)).toMatchObject({ degraded: false });
    });
  });

  describe('with a Meilisearch that fails', () => {
    let database: TestDatabase;
    let pool: Pool;
    let server: Server;
    let requests = 0;
    let respond: 'never' | 'with an error' = 'with an error';
    let engine: FallbackEngine;

    beforeAll(async () => {
      database = await testDatabase();
      pool = new Pool({ connectionString: database.url });
      server = createServer((_request, response) => {
        requests += 1;
        if (respond === 'with an error') response.writeHead(502).end('<html>Bad gateway</html>');
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const postgresql = new PostgresqlEngine(pool);
      await postgresql.put('academics', documents);
      engine = new FallbackEngine(meilisearchAt(server), postgresql, { pause: 60_000 });
    });
    afterAll(async () => {
      server.closeAllConnections();
      server.close();
      await pool.end();
      await database.drop();
    });
    afterEach(() => {
      requests = 0;
      respond = 'with an error';
    });

    it('is answered by PostgreSQL, and says so', async () => {
      const result = await engine.search('academics', everything);
      expect(result).toMatchObject({ total: 2, engine: 'postgresql', degraded: true });
    });

    it('leaves Meilisearch alone for a while', async () => {
      await engine.search('academics', everything);
      requests = 0;
      for (let time = 0; time < 20; time += 1) await engine.search('academics', everything);
      expect(requests).toBe(0);
    });

    it('tries Meilisearch again after the while', async () => {
      const eager = new FallbackEngine(meilisearchAt(server), new PostgresqlEngine(pool), { pause: 0 });
      for (let time = 0; time < 3; time += 1) await eager.search('academics', everything);
      expect(requests).toBe(3);
    });

    it('reports that it is degraded, and why', async () => {
      expect(await engine.health()).toMatchObject({
        ok: true,
        degraded: true,
        detail: expect.stringContaining('JSON'),
      });
    });

    it('waits no longer than the time limit', async () => {
      respond = 'never';
      const impatient = new FallbackEngine(meilisearchAt(server), new PostgresqlEngine(pool));
      const started = performance.now();
      expect(await impatient.search('academics', everything)).toMatchObject({ total: 2, degraded: true });
      expect(performance.now() - started).toBeLessThan(2_000);
    });

    it('writes PostgreSQL, and rejects, so that the write is made again', async () => {
      await expect(engine.put('academics', [document({ name: 'Cyd' })])).rejects.toThrow(SearchUnavailable);
      expect((await engine.search('academics', everything)).total).toBe(3);
      await expect(engine.remove('academics', [document({ name: 'Cyd' }).id])).rejects.toThrow(SearchUnavailable);
      expect((await engine.search('academics', everything)).total).toBe(2);
    });

    it('fills PostgreSQL, and rejects, when everything is replaced', async () => {
      const many = Array.from({ length: 2_500 }, (_, index) => document({ name: `Number ${index}` }));
      await expect(engine.replaceAll('academics', streamOf(many))).rejects.toThrow(SearchUnavailable);
      expect((await engine.search('academics', everything)).total).toBe(2_500);
      await new PostgresqlEngine(pool).replaceAll('academics', streamOf(documents));
    });

    it('says that a request took too long', async () => {
      respond = 'never';
      await expect(engine.put('academics', documents)).rejects.toThrow(SearchTimedOut);
    });
  });
});

const meilisearchAt = (server: Server) => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  return new MeilisearchEngine({ url, apiKey: 'none', timeLimits: { search: 100, request: 100 } });
};
