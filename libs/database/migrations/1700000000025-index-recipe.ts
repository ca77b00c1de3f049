import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From what each search index was built: a change of it means that the index is built anew. */
export class IndexRecipe1700000000025 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE index_recipe (
        kind text PRIMARY KEY,
        recipe text NOT NULL,
        built_at timestamptz NOT NULL DEFAULT now()
      )
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE index_recipe');
  }
}
