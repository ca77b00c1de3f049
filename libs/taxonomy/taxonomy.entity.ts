import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Term, TermAttributes } from './term.js';

/** A term of a vocabulary as it is stored. Written by the loader alone. */
@Entity('taxonomy_term')
export class TaxonomyTerm implements Term {
  @PrimaryColumn('text')
  scheme: string;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  label: string;

  @Column('text', { nullable: true })
  parent: string | null;

  @Column('text', { array: true })
  synonyms: string[];

  @Column('text', { name: 'health_categories', array: true })
  healthCategories: string[];

  @Column('int')
  sort: number;

  @Column('text')
  source: string;

  @Column('text', { name: 'source_url', nullable: true })
  sourceUrl: string | null;

  @Column('text')
  edition: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('boolean')
  sourced: boolean;

  @Column('boolean')
  retired: boolean;

  @Column('jsonb')
  attributes: TermAttributes;
}

/** Which edition of a vocabulary is loaded. */
@Entity('taxonomy_edition')
export class TaxonomyEdition {
  @PrimaryColumn('text')
  scheme: string;

  @Column('text')
  edition: string;

  /** Of the data file: another hash means that the file is to be loaded again. */
  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('timestamptz', { name: 'loaded_at' })
  loadedAt: Date;
}
