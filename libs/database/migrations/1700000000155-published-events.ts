import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an event was first shown: one that is cancelled as a draft stays as unknown as it was. */
export class PublishedEvents1700000000155 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE event ADD COLUMN published_at timestamptz;
      UPDATE event e SET published_at = date_trunc('milliseconds', e.created_at)
      WHERE state = 'published'
        OR state = 'cancelled' AND EXISTS (SELECT FROM event_attendee a WHERE a.event_id = e.id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE event DROP COLUMN published_at');
  }
}
