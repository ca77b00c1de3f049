import type { EntityManager } from 'typeorm';
import type { Vocabulary } from './term.js';
import { readVocabularies } from './vocabulary.js';

/** What loading did with one scheme. */
export interface LoadedVocabulary {
  scheme: string;
  edition: string;
  /** False when this very content was there already. */
  changed: boolean;
  /** How many terms the edition has. */
  terms: number;
  /** How many terms of the edition before are no longer offered. */
  retired: number;
}

/** Any number will do, as long as all processes that start at once lock the same one. */
const loaderLock = 5_400_010;

/** One statement for the whole file, so that a parent may come after its children. */
const upsert = `
  INSERT INTO taxonomy_term (scheme, code, label, parent, synonyms, health_categories, sort, source, source_url,
    edition, valid_from, valid_to, sourced, retired, attributes)
  SELECT scheme, code, label, parent,
    ARRAY(SELECT jsonb_array_elements_text(synonyms)), ARRAY(SELECT jsonb_array_elements_text("healthCategories")),
    sort, source, "sourceUrl", edition, "validFrom", NULL, sourced, false, attributes
  FROM jsonb_to_recordset($1::jsonb) AS term(scheme text, code text, label text, parent text, synonyms jsonb,
    "healthCategories" jsonb, sort int, source text, "sourceUrl" text, edition text, "validFrom" date, sourced boolean,
    attributes jsonb)
  ON CONFLICT (scheme, code) DO UPDATE SET label = excluded.label, parent = excluded.parent,
    synonyms = excluded.synonyms, health_categories = excluded.health_categories, sort = excluded.sort,
    source = excluded.source, source_url = excluded.source_url, edition = excluded.edition,
    valid_from = excluded.valid_from, valid_to = NULL, sourced = excluded.sourced, retired = false,
    attributes = excluded.attributes`;

/** Retired terms keep their row, for profiles name them; the end is the day on which the new edition starts. */
const retire = `
  UPDATE taxonomy_term SET retired = true, valid_to = greatest($3::date, valid_from)
  WHERE scheme = $1 AND NOT retired AND NOT code = ANY ($2) RETURNING code`;

const remember = `
  INSERT INTO taxonomy_edition (scheme, edition, content_hash) VALUES ($1, $2, $3)
  ON CONFLICT (scheme) DO UPDATE SET edition = excluded.edition, content_hash = excluded.content_hash,
    loaded_at = now()`;

const load = async (manager: EntityManager, { scheme, edition, validFrom, contentHash, terms }: Vocabulary) => {
  await manager.query(upsert, [JSON.stringify(terms)]);
  const codes = terms.map((term) => term.code);
  const [retired]: [unknown[], number] = await manager.query(retire, [scheme, codes, validFrom]);
  await manager.query(remember, [scheme, edition, contentHash]);
  await manager.query('UPDATE taxonomy_revision SET revision = revision + 1');
  return retired.length;
};

/**
 * Loads the data files that differ from what is loaded: inserts and updates their terms, retires those that are gone.
 * All or nothing; a second run changes nothing, and processes that start together wait for each other.
 *
 * @throws {InvalidVocabulary} before anything is written
 */
export const seedTaxonomy = async (manager: EntityManager, folder?: string): Promise<LoadedVocabulary[]> => {
  const vocabularies = readVocabularies(folder);
  return manager.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [loaderLock]);
    const rows: { scheme: string; hash: string }[] = await tx.query(
      'SELECT scheme, content_hash AS hash FROM taxonomy_edition',
    );
    const loaded = new Map(rows.map(({ scheme, hash }) => [scheme, hash]));
    const results: LoadedVocabulary[] = [];
    for (const vocabulary of vocabularies) {
      const changed = loaded.get(vocabulary.scheme) !== vocabulary.contentHash;
      const retired = changed ? await load(tx, vocabulary) : 0;
      const { scheme, edition, terms } = vocabulary;
      results.push({ scheme, edition, changed, terms: terms.length, retired });
    }
    return results;
  });
};
