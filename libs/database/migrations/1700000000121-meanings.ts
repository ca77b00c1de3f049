import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an encoder makes of the directory's texts: empty unless one is set. */
export class Meanings1700000000121 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE text_meaning (
        kind text NOT NULL,
        owner uuid NOT NULL,
        version bigint NOT NULL,
        encoder text NOT NULL,
        -- Of each text, so that only those that have changed are read again.
        hashes text[] NOT NULL,
        -- One vector of unit length after the other, two bytes a number.
        vectors bytea NOT NULL,
        PRIMARY KEY (kind, owner),
        FOREIGN KEY (kind, owner) REFERENCES text_owner (kind, owner) ON DELETE CASCADE
      );
      ALTER TABLE text_meaning ALTER COLUMN vectors SET STORAGE EXTERNAL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE text_meaning');
  }
}
