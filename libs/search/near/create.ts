import { Logger } from '@nestjs/common';
import type { Settings } from '#config';
import type { Database } from '#database';
import { MeilisearchNearIndex } from './meilisearch.index.js';
import { type NearIndex, NoNearIndex } from './near.index.js';
import { PgvectorIndex } from './pgvector.index.js';

const log = new Logger('Encoder');

/** Where to look by meaning: nowhere without an encoder; else in Meilisearch, or in PostgreSQL where it has pgvector. */
export const createNearIndex = async (
  { embedder, meilisearch }: Pick<Settings, 'embedder' | 'meilisearch'>,
  database: Database,
  prefix = 'benchside_',
): Promise<NearIndex> => {
  if (!embedder) return new NoNearIndex();
  const { dimensions } = embedder;
  const encoder = `${embedder.name}/${dimensions}`;
  const made = meilisearch
    ? new MeilisearchNearIndex({ ...meilisearch, prefix, dimensions, encoder })
    : await PgvectorIndex.open(database, dimensions, encoder);
  log.log(
    made
      ? `Candidates are also found by meaning, with ${made.name}`
      : 'There is no pgvector here: meanings are compared, and nobody is found by them alone',
  );
  return made ?? new NoNearIndex();
};
