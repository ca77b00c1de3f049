import type { Pool } from 'pg';
import type { Settings } from '#config';
import { type SearchEngine, type SearchEngineName, searchKinds } from '../search-engine.js';
import { FallbackEngine } from './fallback/fallback-engine.js';
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.js';
import { PostgresqlEngine } from './postgresql/postgresql-engine.js';

/** PostgreSQL alone, or Meilisearch with PostgreSQL behind it for when it is down. */
export const createSearchEngine = ({ meilisearch }: Pick<Settings, 'meilisearch'>, pool: Pool): SearchEngine => {
  const postgresql = new PostgresqlEngine(pool);
  return meilisearch ? new FallbackEngine(new MeilisearchEngine(meilisearch), postgresql) : postgresql;
};

/** An engine alone, with nothing behind it, and how to take away what it keeps outside of the database. */
export interface EngineAlone {
  engine: SearchEngine;
  remove(): Promise<void>;
}

/**
 * One engine alone, so that what is measured is its own answer; null where it is not set up.
 * @param prefix what the names of its indexes begin with, where they are beside the product's
 */
export const createEngineAlone = (
  name: SearchEngineName,
  { meilisearch }: Pick<Settings, 'meilisearch'>,
  pool: Pool,
  prefix: string,
): EngineAlone | null => {
  if (name === 'postgresql') return { engine: new PostgresqlEngine(pool), remove: async () => undefined };
  if (!meilisearch) return null;
  const engine = new MeilisearchEngine({ ...meilisearch, prefix });
  return {
    engine,
    remove: async () => {
      for (const kind of searchKinds) await engine.removeAll(kind);
    },
  };
};
