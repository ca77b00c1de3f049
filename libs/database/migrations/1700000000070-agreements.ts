import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agreements of collaborations, who has signed them, and the documents that go to and fro. */
export class Agreements1700000000070 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agreement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 1,
        kind text NOT NULL,
        answers jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'in-review', 'signed', 'ended')),
        sections jsonb NOT NULL DEFAULT '[]',
        terms_number integer NOT NULL,
        signed_on date,
        file_id uuid REFERENCES stored_file (id) ON DELETE SET NULL,
        created_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (state <> 'signed' OR signed_on IS NOT NULL)
      );
      CREATE INDEX agreement_collaboration ON agreement (collaboration_id, created_at);
      CREATE INDEX agreement_file ON agreement (file_id);
      CREATE INDEX agreement_created_by ON agreement (created_by);
      CREATE TRIGGER version BEFORE UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION next_version();

      CREATE TABLE agreement_signature (
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        signatory text NOT NULL CHECK (length(signatory) BETWEEN 1 AND 200),
        role text NOT NULL CHECK (length(role) BETWEEN 1 AND 200),
        signed_on date NOT NULL,
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        PRIMARY KEY (agreement_id, side)
      );
      CREATE INDEX agreement_signature_account ON agreement_signature (account_id);

      -- An agreement is signed where both sides have signed it, and not otherwise.
      CREATE FUNCTION agreement_signed_by_both() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'signed' AND OLD.state <> 'signed'
          AND (SELECT count(*) FROM agreement_signature WHERE agreement_id = NEW.id) < 2 THEN
          RAISE EXCEPTION 'an agreement is signed once both sides have signed it' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER signed_by_both BEFORE UPDATE ON agreement
        FOR EACH ROW EXECUTE FUNCTION agreement_signed_by_both();

      CREATE TABLE agreement_step (
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        code text NOT NULL,
        position integer NOT NULL,
        due_on date,
        done_on date,
        done_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        PRIMARY KEY (agreement_id, code)
      );
      CREATE INDEX agreement_step_done_by ON agreement_step (done_by);

      -- The versions of one document have one series.
      CREATE TABLE collaboration_document (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        series_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        file_id uuid NOT NULL UNIQUE REFERENCES stored_file (id) ON DELETE CASCADE,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        restricted boolean NOT NULL,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        removed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        UNIQUE (series_id, number)
      );
      CREATE INDEX collaboration_document_collaboration ON collaboration_document (collaboration_id, created_at);
      CREATE INDEX collaboration_document_account ON collaboration_document (account_id);

      -- What belonged to nothing else goes with what it belonged to.
      CREATE FUNCTION stored_file_forget() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM stored_file WHERE id = OLD.file_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER forget_file AFTER DELETE ON collaboration_document
        FOR EACH ROW EXECUTE FUNCTION stored_file_forget();
      CREATE TRIGGER forget_file AFTER DELETE ON agreement FOR EACH ROW EXECUTE FUNCTION stored_file_forget();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE collaboration_document, agreement_step, agreement_signature, agreement;
      DROP FUNCTION agreement_signed_by_both, stored_file_forget;
    `);
  }
}
