import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records that nobody changes, but for the name of somebody who is erased. */
const kept: Record<string, string> = {
  request_event: 'request_record_kept',
  request_message: 'request_record_kept',
  collaboration_event: 'collaboration_record_kept',
  engagement_terms: 'collaboration_record_kept',
  collaboration_message: 'collaboration_record_kept',
  interest_change: 'declaration_change_kept',
  transfer_change: 'declaration_change_kept',
};

const guards = (exception: string) =>
  Object.entries(kept)
    .map(
      ([table, guard]) => `
        DROP TRIGGER kept ON ${table};
        CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW ${exception} EXECUTE FUNCTION ${guard}();`,
    )
    .join('');

/** What people ask to be done with their data: erasures, and the profiles that no register brings back. */
export class Rights1700000000170 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- An erasure that somebody asked for, and that one was done; whose it was goes with the account.
      CREATE TABLE erasure (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid UNIQUE REFERENCES account_holder (id) ON DELETE SET NULL,
        kind text NOT NULL CHECK (kind IN ('account', 'profile', 'address')),
        asked_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        due_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        done_at timestamptz,
        -- Of an administrator's erasure of a profile or an address: who asked for it.
        asked_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        CHECK (account_id IS NULL OR kind = 'account')
      );
      CREATE INDEX erasure_due ON erasure (due_at) WHERE done_at IS NULL;
      CREATE INDEX erasure_asked_by ON erasure (asked_by);

      -- Profiles that were erased, by the hash of what a register knows them by: it does not bring them back.
      CREATE TABLE profile_suppression (
        mark text PRIMARY KEY CHECK (mark ~ '^[0-9a-f]{64}$'),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE FUNCTION profile_mark(kind text, value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT encode(sha256(convert_to(kind || chr(10) || value, 'UTF8')), 'hex') $$;

      -- Who approved something may be forgotten; that it was approved stays. Who is still asked cannot be nobody.
      ALTER TABLE sign_off DROP CONSTRAINT sign_off_check2;
      ALTER TABLE sign_off ADD CONSTRAINT sign_off_asked CHECK (state <> 'asked' OR approver_email IS NOT NULL);
      ALTER TABLE sign_off_link ALTER COLUMN email DROP NOT NULL;

      -- Of a document that was removed, the file goes in the end; that there was one stays.
      ALTER TABLE collaboration_document ALTER COLUMN file_id DROP NOT NULL,
        ADD CHECK (file_id IS NOT NULL OR removed_at IS NOT NULL);

      ${guards("WHEN (current_setting('benchside.erasing', true) IS DISTINCT FROM 'on')")}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${guards('')}
      DELETE FROM collaboration_document WHERE file_id IS NULL;
      ALTER TABLE collaboration_document ALTER COLUMN file_id SET NOT NULL;
      DELETE FROM sign_off_link WHERE email IS NULL;
      ALTER TABLE sign_off_link ALTER COLUMN email SET NOT NULL;
      ALTER TABLE sign_off DROP CONSTRAINT sign_off_asked;
      ALTER TABLE sign_off ADD CONSTRAINT sign_off_check2 CHECK (state = 'to-ask' OR approver_email IS NOT NULL) NOT VALID;
      DROP FUNCTION profile_mark;
      DROP TABLE profile_suppression, erasure;
    `);
  }
}
