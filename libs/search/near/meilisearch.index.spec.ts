import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type TestServer, testServer } from '../engines/meilisearch/testing.js';
import { SearchUnavailable } from '../search-errors.js';
import { MeilisearchNearIndex } from './meilisearch.index.js';
import { describeNearIndex, dimensions } from './near.contract.js';

const start = testServer(process.env);
const prefix = `spec_${randomBytes(4).toString('hex')}_`;

// Where there is no server, meilisearch-engine.spec.ts says so.
if (start) {
  let server: TestServer;
  describeNearIndex('Vectors in Meilisearch', async () => {
    server = await start();
    return new MeilisearchNearIndex({ ...server, prefix, dimensions, encoder: 'test/8' });
  });
  afterAll(() => server?.stop());
}

describe('vectors in a Meilisearch that is away', () => {
  it('are not found, and that is said', async () => {
    const lost = { url: 'http://127.0.0.1:1', apiKey: 'none', prefix, dimensions, encoder: 'test/8' };
    const meaning = Int16Array.from({ length: dimensions }, () => 1);
    await expect(new MeilisearchNearIndex(lost).nearest('academics', meaning, 1)).rejects.toThrow(SearchUnavailable);
  });
});
