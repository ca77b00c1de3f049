import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Taxonomy } from './taxonomy.js';
import { seedTaxonomy } from './taxonomy.seed.js';
import type { Term } from './term.js';

const everyTerm = `
  SELECT scheme, code, label, parent, synonyms, health_categories AS "healthCategories", sort, source,
    source_url AS "sourceUrl", edition, valid_from::text AS "validFrom", valid_to::text AS "validTo", sourced, retired,
    attributes
  FROM taxonomy_term ORDER BY scheme, sort, code`;

/** Holds the vocabularies of the running program: loads the data files at start, then answers from memory. */
@Injectable()
export class TaxonomyService implements OnModuleInit {
  private held: Taxonomy | undefined;

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

  /** Reads all terms again, when another process has loaded a new edition. */
  async reload(): Promise<Taxonomy> {
    const terms: Term[] = await this.dataSource.query(everyTerm);
    this.held = new Taxonomy(terms);
    return this.held;
  }
}
