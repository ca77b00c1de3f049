import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Named approvals, and the links by which they are asked for. Of a link only the hash of its token is kept. */
export class SignOffs1700000000080 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sign_off (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        code text NOT NULL,
        label text NOT NULL,
        position integer NOT NULL,
        necessary boolean NOT NULL,
        after_codes text[] NOT NULL DEFAULT '{}',
        rules jsonb NOT NULL DEFAULT '[]',
        why text NOT NULL,
        organisation_id uuid REFERENCES organisation (id) ON DELETE SET NULL,
        state text NOT NULL DEFAULT 'to-ask' CHECK (state IN ('to-ask', 'asked', 'approved', 'changes-wanted', 'refused')),
        approver_name text CHECK (length(approver_name) <= 200),
        approver_email citext,
        asked_side text CHECK (asked_side IN ('sender', 'receiver')),
        asked_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        asked_at timestamptz,
        decided_at timestamptz,
        reason text CHECK (length(reason) <= 2000),
        -- The terms that were decided on.
        terms_number integer,
        reopened_at timestamptz,
        UNIQUE (collaboration_id, code),
        CHECK ((state IN ('approved', 'changes-wanted', 'refused')) = (decided_at IS NOT NULL)),
        CHECK ((decided_at IS NULL) = (terms_number IS NULL)),
        CHECK (state = 'to-ask' OR approver_email IS NOT NULL),
        CHECK (state NOT IN ('changes-wanted', 'refused') OR reason IS NOT NULL)
      );
      CREATE INDEX sign_off_organisation ON sign_off (organisation_id);
      CREATE INDEX sign_off_asked_by ON sign_off (asked_by);

      CREATE TABLE sign_off_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sign_off_id uuid NOT NULL REFERENCES sign_off (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        email citext NOT NULL,
        terms_number integer NOT NULL,
        -- What is approved, word for word as it stood when it was asked for.
        content jsonb NOT NULL,
        codes_sent integer NOT NULL DEFAULT 0,
        code_until timestamptz,
        wrong_codes integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        opened_at timestamptz,
        used_at timestamptz,
        revoked_at timestamptz,
        CHECK (used_at IS NULL OR revoked_at IS NULL)
      );
      -- One link holds at a time.
      CREATE UNIQUE INDEX sign_off_link_open ON sign_off_link (sign_off_id) WHERE used_at IS NULL AND revoked_at IS NULL;
      CREATE TRIGGER forget AFTER DELETE ON sign_off
        FOR EACH ROW EXECUTE FUNCTION notification_forget('sign-off');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sign_off_link, sign_off');
  }
}
