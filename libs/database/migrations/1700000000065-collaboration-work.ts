import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the two sides of a collaboration do together: who is asked to join, tasks, messages, and whose offices look on. */
export class CollaborationWork1700000000065 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Since when it is where it is.
      ALTER TABLE collaboration
        ADD COLUMN moved_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now());
      CREATE FUNCTION collaboration_moved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.moved_at := CASE WHEN NEW.state <> OLD.state THEN date_trunc('milliseconds', now()) ELSE OLD.moved_at END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER moved BEFORE UPDATE ON collaboration FOR EACH ROW EXECUTE FUNCTION collaboration_moved();

      -- Offices that look on: those of the request that it began with, and of what it goes on from.
      CREATE TABLE collaboration_office (
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        PRIMARY KEY (collaboration_id, organisation_id, side)
      );
      CREATE INDEX collaboration_office_organisation ON collaboration_office (organisation_id);
      INSERT INTO collaboration_office (collaboration_id, organisation_id, side)
        SELECT c.id, f.organisation_id, f.side FROM collaboration c JOIN request_office f ON f.request_id = c.request_id
        ON CONFLICT DO NOTHING;

      -- Somebody from outside a side's organisation is asked by address, whether or not there is an account of it.
      CREATE TABLE collaboration_invitation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        role text NOT NULL CHECK (role IN ('lead', 'supervisor', 'scientist', 'contracts', 'colleague')),
        inviter_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        UNIQUE (collaboration_id, email)
      );
      CREATE INDEX collaboration_invitation_email ON collaboration_invitation (email);
      CREATE INDEX collaboration_invitation_inviter ON collaboration_invitation (inviter_id);

      CREATE TABLE collaboration_task (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint GENERATED ALWAYS AS IDENTITY,
        version integer NOT NULL DEFAULT 1,
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        title text NOT NULL CHECK (length(btrim(title)) BETWEEN 1 AND 200),
        note text CHECK (length(note) <= 2000),
        owner_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        due_on date,
        -- The rule that made it; null where a person did.
        source text CHECK (length(source) <= 200),
        position integer NOT NULL DEFAULT 0,
        done_at timestamptz,
        done_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        -- The day for which its owner was reminded.
        reminded_on date,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (done_by IS NULL OR done_at IS NOT NULL)
      );
      CREATE INDEX collaboration_task_collaboration ON collaboration_task (collaboration_id, position, number);
      CREATE INDEX collaboration_task_owner ON collaboration_task (owner_id) WHERE done_at IS NULL;
      CREATE INDEX collaboration_task_done_by ON collaboration_task (done_by);
      CREATE INDEX collaboration_task_due ON collaboration_task (due_on) WHERE done_at IS NULL;
      CREATE UNIQUE INDEX collaboration_task_of_rule ON collaboration_task (collaboration_id, source, title)
        WHERE source IS NOT NULL;
      CREATE TRIGGER version BEFORE UPDATE OF title, note, owner_id, due_on, done_at ON collaboration_task
        FOR EACH ROW EXECUTE FUNCTION next_version();

      CREATE TABLE collaboration_message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint GENERATED ALWAYS AS IDENTITY,
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        text text NOT NULL CHECK (length(btrim(text)) BETWEEN 1 AND 8000),
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now())
      );
      CREATE INDEX collaboration_message_collaboration ON collaboration_message (collaboration_id, number);
      CREATE INDEX collaboration_message_account ON collaboration_message (account_id);
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON collaboration_message
        FOR EACH ROW EXECUTE FUNCTION collaboration_record_kept();

      -- Up to which message each person has read.
      CREATE TABLE collaboration_read (
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        number bigint NOT NULL DEFAULT 0,
        read_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (collaboration_id, account_id)
      );
      CREATE INDEX collaboration_read_account ON collaboration_read (account_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE collaboration_read, collaboration_message, collaboration_task, collaboration_invitation, collaboration_office;
      DROP TRIGGER moved ON collaboration;
      DROP FUNCTION collaboration_moved;
      ALTER TABLE collaboration DROP COLUMN moved_at;
    `);
  }
}
