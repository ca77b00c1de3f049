import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Meilisearch } from 'meilisearch';
import { document } from '../../contract/library.js';
import { SearchUnavailable } from '../../search-errors.js';
import { MeilisearchEngine } from './meilisearch-engine.js';
import { type TestServer, testServer } from './testing.js';

const start = testServer(process.env);
const page = { offset: 0, limit: 10 };

// Where there is no server, meilisearch-engine.spec.ts says so.
(start ? describe : describe.skip)('MeilisearchEngine on its server', () => {
  jest.setTimeout(120_000);
  let server: TestServer;
  let client: Meilisearch;
  const prefix = `spec_${process.pid}_server_`;
  const newEngine = () => new MeilisearchEngine({ ...server, prefix });
  const tasksOf = async (index: string) =>
    (await client.tasks.getTasks({ indexUids: [index], limit: 100 })).results.map(({ type }) => type);

  beforeAll(async () => {
    if (!start) return;
    server = await start();
    client = new Meilisearch({ host: server.url, apiKey: server.apiKey });
  });
  afterAll(() => server?.stop());

  it('finds nothing, and no fault, in an index that nobody has made', async () => {
    expect(await newEngine().search('opportunities', page)).toMatchObject({ total: 0, hits: [] });
  });

  it('sets an index up once, not at every start', async () => {
    for (let time = 0; time < 3; time += 1) await newEngine().put('academics', [document({ name: 'Ann' })]);
    const types = await tasksOf(`${prefix}academics`);
    expect(types.filter((type) => type === 'settingsUpdate')).toHaveLength(1);
    expect(types.filter((type) => type === 'indexCreation')).toHaveLength(1);
  });

  it('sets an index up again that was set up otherwise', async () => {
    await client
      .index(`${prefix}academics`)
      .updateSettings({ rankingRules: ['words'] })
      .waitTask();
    await newEngine().put('academics', [document({ name: 'Bob' })]);
    expect(await client.index(`${prefix}academics`).getRankingRules()).toContain('sortName:asc');
  });

  it('makes an index again that somebody has removed', async () => {
    const engine = newEngine();
    await engine.put('organisations', [document({ name: 'Acme' })]);
    await client.deleteIndex(`${prefix}organisations`).waitTask();
    expect((await engine.search('organisations', page)).total).toBe(0);
    await engine.put('organisations', [document({ name: 'Acme' })]);
    expect((await engine.search('organisations', page)).total).toBe(1);
  });

  it('leaves no index behind when it has built one anew', async () => {
    const engine = newEngine();
    await engine.replaceAll(
      'academics',
      (async function* () {
        yield document({ name: 'Ann' });
      })(),
    );
    const { results } = await client.getRawIndexes({ limit: 100 });
    expect(results.map(({ uid }) => uid).filter((uid) => uid.includes('next'))).toEqual([]);
  });

  it('is unavailable to who has no key', async () => {
    const stranger = new MeilisearchEngine({ url: server.url, apiKey: 'a key that nobody gave', prefix });
    await expect(stranger.search('academics', page)).rejects.toThrow(SearchUnavailable);
    expect(await stranger.health()).toMatchObject({ ok: false });
    expect(await newEngine().health()).toEqual({ ok: true, degraded: false });
  });

  it('is unavailable where no server is', async () => {
    const lost = new MeilisearchEngine({ url: 'http://127.0.0.1:1', apiKey: 'none' });
    await expect(lost.search('academics', page)).rejects.toThrow(SearchUnavailable);
    expect(await lost.health()).toMatchObject({ ok: false, detail: expect.stringContaining('cannot be reached') });
  });
});
