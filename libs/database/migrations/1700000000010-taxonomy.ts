import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The controlled vocabularies and which edition of each is loaded. The terms come from libs/taxonomy/data. */
export class Taxonomy1700000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE taxonomy_term (
        scheme text NOT NULL,
        code text NOT NULL CHECK (code ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
        label text NOT NULL CHECK (label <> ''),
        parent text,
        synonyms text[] NOT NULL DEFAULT '{}',
        health_categories text[] NOT NULL DEFAULT '{}',
        sort integer NOT NULL,
        source text NOT NULL CHECK (source <> ''),
        source_url text,
        edition text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        sourced boolean NOT NULL DEFAULT true,
        retired boolean NOT NULL DEFAULT false,
        attributes jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (scheme, code)
      );

      CREATE TABLE taxonomy_edition (
        scheme text PRIMARY KEY,
        edition text NOT NULL,
        content_hash text NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE taxonomy_edition;
      DROP TABLE taxonomy_term;
    `);
  }
}
