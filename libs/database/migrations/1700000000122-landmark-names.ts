import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Landmarks were known by the place of a work among its owner's, which moves; now by its heading: they are chosen anew. */
export class LandmarkNames1700000000122 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('UPDATE text_total SET landmark_works = 0');
  }

  async down(): Promise<void> {}
}
