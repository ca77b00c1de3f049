import { randomBytes } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { describeSearchEngine } from '../../search-engine.contract.js';
import { MeilisearchEngine } from './meilisearch-engine.js';
import { testServer } from './testing.js';

const server = testServer(process.env);

if (server) {
  describeSearchEngine('Meilisearch', async () => {
    const { url, apiKey, stop } = await server();
    return { engine: new MeilisearchEngine({ url, apiKey, prefix: `spec_${randomBytes(4).toString('hex')}_` }), stop };
  });
} else {
  process.stdout.write(
    'Meilisearch is not tested: set MEILISEARCH_URL or MEILISEARCH_BIN, or put `meilisearch` on the PATH.\n',
  );
  describe.skip('Meilisearch', () => {
    it('keeps the contract of a search engine', () => undefined);
  });
}
