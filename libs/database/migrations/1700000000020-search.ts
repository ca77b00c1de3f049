import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = ['academics', 'organisations', 'opportunities'];

/**
 * The index of the PostgreSQL search engine. A rebuild makes the same three tables beside the live ones and renames
 * them, so their shape is written once, in functions of the database, and indexes carry no names of their own.
 */
export class Search1700000000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await queryRunner.query(`
      CREATE FUNCTION search_create_tables(base text) RETURNS void LANGUAGE plpgsql AS $function$
      BEGIN
        -- What a search reads stays in the row; what only a hit or a phrase needs is moved out of it.
        EXECUTE format($table$
          CREATE TABLE %I (
            id uuid PRIMARY KEY,
            version bigint NOT NULL,
            sort_name text COLLATE "C" NOT NULL,
            facets integer[] NOT NULL,
            numbers jsonb NOT NULL,
            head tsvector NOT NULL,
            words tsvector NOT NULL,
            content jsonb NOT NULL
          ) WITH (toast_tuple_target = 1024)$table$, base);
        EXECUTE format($table$
          ALTER TABLE %I
            ALTER COLUMN facets SET STORAGE MAIN, ALTER COLUMN numbers SET STORAGE MAIN,
            ALTER COLUMN head SET STORAGE MAIN, ALTER COLUMN words SET STORAGE EXTERNAL$table$, base);
        EXECUTE format($table$
          CREATE TABLE %I (word text COLLATE "C" PRIMARY KEY, documents integer NOT NULL)$table$, base || '_word');
        EXECUTE format($table$
          CREATE TABLE %I (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            facet text NOT NULL,
            code text NOT NULL,
            documents integer NOT NULL DEFAULT 0,
            UNIQUE (facet, code)
          )$table$, base || '_facet');
      END $function$`);
    await queryRunner.query(`
      CREATE FUNCTION search_create_indexes(base text) RETURNS void LANGUAGE plpgsql AS $function$
      BEGIN
        EXECUTE format('CREATE INDEX ON %I (sort_name, id)', base);
        -- Without the pending list a read costs the same whether or not somebody has just written.
        EXECUTE format('CREATE INDEX ON %I USING gin (words, facets) WITH (fastupdate = off)', base);
        EXECUTE format('CREATE INDEX ON %I USING gin (word gin_trgm_ops) WITH (fastupdate = off)', base || '_word');
      END $function$`);
    for (const kind of kinds) {
      await queryRunner.query('SELECT search_create_tables($1), search_create_indexes($1)', [`search_${kind}`]);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const kind of kinds) {
      await queryRunner.query(`DROP TABLE search_${kind}, search_${kind}_word, search_${kind}_facet`);
    }
    await queryRunner.query('DROP FUNCTION search_create_indexes, search_create_tables');
  }
}
