import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people upload, and who has read them. The bytes are in a folder, under their hash. */
export class Files1700000000055 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE stored_file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size integer NOT NULL CHECK (size > 0),
        media_type text NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        purpose text NOT NULL CHECK (purpose ~ '^[a-z]+(-[a-z]+)*$'),
        uploaded_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        attached_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now())
      );
      CREATE INDEX stored_file_sha256 ON stored_file (sha256);
      CREATE INDEX stored_file_uploaded_by ON stored_file (uploaded_by);
      CREATE INDEX stored_file_unattached ON stored_file (created_at) WHERE attached_at IS NULL;

      CREATE TABLE file_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint GENERATED ALWAYS AS IDENTITY,
        file_id uuid NOT NULL REFERENCES stored_file (id) ON DELETE CASCADE,
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now())
      );
      CREATE INDEX file_view_file ON file_view (file_id, number);
      CREATE INDEX file_view_account ON file_view (account_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE file_view, stored_file');
  }
}
