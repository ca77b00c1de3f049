import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Taxonomy } from './taxonomy.js';
import { seedTaxonomy } from './taxonomy.seed.js';
import type { Term } from './term.js';
import { type TopicCare, withCare } from './topic.care.js';

const everyTerm = `
  SELECT scheme, code, label, parent, synonyms, health_categories AS "healthCategories", sort, source,
    source_url AS "sourceUrl", edition, valid_from::text AS "validFrom", valid_to::text AS "validTo", sourced, retired,
    attributes
  FROM taxonomy_term ORDER BY scheme, sort, code`;

/** In one statement, so that the parts belong together. */
const everyCare = `
  SELECT (SELECT revision FROM taxonomy_revision) AS revision,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('topic', topic, 'synonym', synonym) ORDER BY created_at, id), '[]')
     FROM topic_synonym) AS synonyms,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('topic', topic, 'successor', successor) ORDER BY created_at, id), '[]')
     FROM topic_merge WHERE undone_at IS NULL) AS merges`;

/** Milliseconds between two looks whether another process has changed the vocabularies. */
const lookEvery = 2_000;

/** Reads the vocabularies as they are in the database, or as an open transaction sees them. */
export const readStored = async (sql: Pick<EntityManager, 'query'>): Promise<{ revision: string; terms: Term[] }> => {
  const [care]: [TopicCare & { revision: string }] = await sql.query(everyCare);
  const terms: Term[] = await sql.query(everyTerm);
  return { revision: care.revision, terms: withCare(terms, care) };
};

/** Holds the vocabularies of the running program: loads the data files at start, then answers from memory. */
@Injectable()
export class TaxonomyService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Taxonomy');
  private held: Taxonomy | undefined;
  private revision: string | undefined;
  private looking: NodeJS.Timeout | undefined;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onModuleInit() {
    await seedTaxonomy(this.dataSource.manager);
    await this.reload();
  }

  /** The vocabularies as last read. Keep it for one request at most: a reload replaces it. */
  get current(): Taxonomy {
    if (!this.held) throw new Error('The taxonomy is not loaded yet: wait for the module, or call reload()');
    return this.held;
  }

  /** Reads all terms again. */
  async reload(): Promise<Taxonomy> {
    const { revision, terms } = await readStored(this.dataSource.manager);
    const read = new Taxonomy(terms);
    // Ready before the first person asks.
    read.extractTopics('');
    read.suggestTopics('');
    this.held = read;
    this.revision = revision;
    return this.held;
  }

  /** Reads all terms again where they have changed since: one small statement where they have not. */
  async refresh(): Promise<Taxonomy> {
    const [{ revision }]: [{ revision: string }] = await this.dataSource.query(
      'SELECT revision FROM taxonomy_revision',
    );
    return revision === this.revision ? this.current : this.reload();
  }

  /** Follows, until the program ends, what other processes change. */
  watch() {
    this.looking ??= setInterval(() => {
      this.refresh().catch((error: Error) => this.log.warn(`The vocabularies could not be read: ${error.message}`));
    }, lookEvery).unref();
  }

  onApplicationShutdown() {
    clearInterval(this.looking);
  }
}
