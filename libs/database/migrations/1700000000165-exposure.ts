import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is shown in matches, as it was measured from time to time. */
export class Exposure1700000000165 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Who is shown in the first places of the matches of a sample of briefs; it says no person's name.
      CREATE TABLE exposure_measurement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
        weights_edition text,
        result jsonb,
        started_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CHECK ((state = 'done') = (result IS NOT NULL)),
        CHECK ((state = 'waiting') = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX exposure_measurement_open ON exposure_measurement ((true)) WHERE state = 'waiting';
      CREATE INDEX exposure_measurement_started_by ON exposure_measurement (started_by);
      CREATE INDEX exposure_measurement_newest ON exposure_measurement (created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE exposure_measurement');
  }
}
