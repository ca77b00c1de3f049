import type { Pool } from 'pg';
import type { Settings } from '#config';
import type { SearchEngine } from '../search-engine.js';
import { FallbackEngine } from './fallback/fallback-engine.js';
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.js';
import { PostgresqlEngine } from './postgresql/postgresql-engine.js';

/** PostgreSQL alone, or Meilisearch with PostgreSQL behind it for when it is down. */
export const createSearchEngine = ({ meilisearch }: Pick<Settings, 'meilisearch'>, pool: Pool): SearchEngine => {
  const postgresql = new PostgresqlEngine(pool);
  return meilisearch ? new FallbackEngine(new MeilisearchEngine(meilisearch), postgresql) : postgresql;
};
