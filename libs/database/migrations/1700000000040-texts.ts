import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the texts of the directory say, counted: the terms and in how many works each is, and per owner the vectors of
 * its texts, packed into one value so that a hundred candidates are a hundred rows and not three thousand.
 */
export class Texts1700000000040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE text_term (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        term text COLLATE "C" NOT NULL UNIQUE,
        works integer NOT NULL DEFAULT 0
      );

      CREATE TABLE text_owner (
        kind text NOT NULL,
        owner uuid NOT NULL,
        version bigint NOT NULL,
        headings jsonb NOT NULL,
        vectors bytea NOT NULL,
        profiles bytea NOT NULL,
        generation integer NOT NULL,
        PRIMARY KEY (kind, owner)
      );
      -- They are packed already: compressing them again would only cost time.
      ALTER TABLE text_owner ALTER COLUMN vectors SET STORAGE EXTERNAL, ALTER COLUMN profiles SET STORAGE EXTERNAL;

      CREATE TABLE text_landmark (
        generation integer NOT NULL,
        slot integer NOT NULL,
        work text NOT NULL,
        vector bytea NOT NULL,
        PRIMARY KEY (generation, slot)
      );

      CREATE TABLE text_total (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        works bigint NOT NULL DEFAULT 0,
        length bigint NOT NULL DEFAULT 0,
        generation integer NOT NULL DEFAULT 0,
        landmark_works bigint NOT NULL DEFAULT 0
      );
      INSERT INTO text_total DEFAULT VALUES;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE text_total, text_landmark, text_owner, text_term');
  }
}
