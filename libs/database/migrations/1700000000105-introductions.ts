import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Introductions: somebody in the middle reads the note, may change it, and lets it through; or not. */
export class Introductions1700000000105 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Whether somebody may be asked to introduce people: without a row, only where their links are public anyway.
      CREATE TABLE introduction_choice (
        account_id uuid PRIMARY KEY REFERENCES account_holder (id) ON DELETE CASCADE,
        available boolean NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE introduction_transition (
        from_state text NOT NULL,
        to_state text NOT NULL,
        action text NOT NULL,
        actor text NOT NULL CHECK (actor IN ('asker', 'middle', 'target', 'clock')),
        PRIMARY KEY (from_state, to_state)
      );
      INSERT INTO introduction_transition (from_state, to_state, action, actor) VALUES
        ('new', 'asked', 'ask', 'asker'),
        ('asked', 'passed-on', 'approve', 'middle'),
        ('asked', 'refused', 'refuse', 'middle'),
        ('asked', 'withdrawn', 'withdraw', 'asker'),
        ('asked', 'expired', 'expire', 'clock'),
        ('passed-on', 'accepted', 'accept', 'target'),
        ('passed-on', 'declined', 'decline', 'target'),
        ('passed-on', 'expired', 'expire', 'clock');

      CREATE TABLE introduction (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        asker_account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        asker_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        middle_account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        target_academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        target_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        target_id uuid GENERATED ALWAYS AS (coalesce(target_academic_id, target_organisation_id)) STORED,
        first_link text NOT NULL CHECK (first_link IN ('work', 'collaboration', 'mentor')),
        second_link text NOT NULL CHECK (second_link IN ('work', 'collaboration', 'mentor')),
        middle_public boolean NOT NULL,
        note text NOT NULL CHECK (length(note) BETWEEN 50 AND 600),
        approved_note text CHECK (length(approved_note) BETWEEN 50 AND 600),
        state text NOT NULL DEFAULT 'asked'
          CHECK (state IN ('asked', 'passed-on', 'refused', 'withdrawn', 'expired', 'accepted', 'declined')),
        previous_state text NOT NULL DEFAULT 'new',
        answered_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        passed_on_at timestamptz,
        decided_at timestamptz,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(target_academic_id, target_organisation_id) = 1),
        CHECK (asker_account_id <> middle_account_id),
        CHECK ((approved_note IS NULL) = (passed_on_at IS NULL)),
        CHECK (state NOT IN ('passed-on', 'accepted', 'declined') OR approved_note IS NOT NULL),
        CONSTRAINT introduction_path FOREIGN KEY (previous_state, state)
          REFERENCES introduction_transition (from_state, to_state)
      );
      CREATE UNIQUE INDEX introduction_open ON introduction (asker_account_id, target_id)
        WHERE state IN ('asked', 'passed-on');
      CREATE INDEX introduction_asker ON introduction (asker_account_id, created_at, id);
      CREATE INDEX introduction_middle ON introduction (middle_account_id, created_at, id);
      CREATE INDEX introduction_target ON introduction (target_id, created_at, id);
      CREATE INDEX introduction_asker_organisation ON introduction (asker_organisation_id);
      CREATE INDEX introduction_target_academic ON introduction (target_academic_id);
      CREATE INDEX introduction_target_organisation ON introduction (target_organisation_id);
      CREATE INDEX introduction_expiry ON introduction (expires_at) WHERE state IN ('asked', 'passed-on');
      CREATE INDEX introduction_answered_by ON introduction (answered_by);
      CREATE INDEX introduction_path ON introduction (previous_state, state);
      CREATE TRIGGER step BEFORE UPDATE ON introduction FOR EACH ROW EXECUTE FUNCTION step_from();
      CREATE TRIGGER version BEFORE UPDATE ON introduction FOR EACH ROW EXECUTE FUNCTION next_version();
      CREATE TRIGGER forget AFTER DELETE ON introduction
        FOR EACH ROW EXECUTE FUNCTION notification_forget('introduction');

      -- Who shares a work with whom is asked by the work's identifier.
      CREATE INDEX academic_work_shared ON academic_work (lower(identifier)) WHERE identifier IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_kind = 'introduction';
      DROP INDEX academic_work_shared;
      DROP TABLE introduction, introduction_transition, introduction_choice;
    `);
  }
}
