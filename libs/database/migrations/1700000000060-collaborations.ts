import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What begins with an accepted request. The states of a collaboration and the ways between them are rows of
 * `collaboration_transition`; the same table stands in libs/collaborations/collaboration.states.ts, and a test compares the
 * two.
 */
export class Collaborations1700000000060 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE collaboration_transition (
        from_state text NOT NULL,
        to_state text NOT NULL,
        action text NOT NULL,
        PRIMARY KEY (from_state, to_state)
      );
      INSERT INTO collaboration_transition (from_state, to_state, action) VALUES
        ('none', 'exploring', 'begin'),
        ('exploring', 'governance', 'start-governance'),
        ('governance', 'agreement', 'start-agreement'),
        ('agreement', 'active', 'activate'),
        ('active', 'completed', 'complete'),
        ('governance', 'exploring', 'step-back'),
        ('agreement', 'governance', 'step-back'),
        ('exploring', 'on-hold', 'hold'),
        ('governance', 'on-hold', 'hold'),
        ('agreement', 'on-hold', 'hold'),
        ('active', 'on-hold', 'hold'),
        ('on-hold', 'exploring', 'resume'),
        ('on-hold', 'governance', 'resume'),
        ('on-hold', 'agreement', 'resume'),
        ('on-hold', 'active', 'resume'),
        ('active', 'ended-early', 'end-early'),
        ('on-hold', 'ended-early', 'end-early'),
        ('exploring', 'withdrawn', 'withdraw'),
        ('governance', 'withdrawn', 'withdraw'),
        ('agreement', 'withdrawn', 'withdraw'),
        ('on-hold', 'withdrawn', 'withdraw');

      -- Its two sides are those of the request that it began with. Times have milliseconds, as cursors do.
      CREATE TABLE collaboration (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        request_id uuid UNIQUE REFERENCES collaboration_request (id) ON DELETE CASCADE,
        follows_id uuid REFERENCES collaboration (id) ON DELETE SET NULL,
        title text NOT NULL CHECK (length(btrim(title)) BETWEEN 1 AND 200),
        sender_academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        sender_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        sender_id uuid GENERATED ALWAYS AS (coalesce(sender_academic_id, sender_organisation_id)) STORED,
        receiver_academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        receiver_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        receiver_id uuid GENERATED ALWAYS AS (coalesce(receiver_academic_id, receiver_organisation_id)) STORED,
        opportunity_id uuid REFERENCES opportunity (id) ON DELETE SET NULL,
        state text NOT NULL DEFAULT 'exploring' CHECK (state IN ('exploring', 'governance', 'agreement', 'active', 'completed',
          'ended-early', 'on-hold', 'withdrawn')),
        previous_state text NOT NULL DEFAULT 'none',
        -- Where it goes on when it is no longer on hold.
        held_state text CHECK (held_state IN ('exploring', 'governance', 'agreement', 'active')),
        terms_number integer NOT NULL DEFAULT 1,
        next_on date,
        next_what text CHECK (length(next_what) <= 200),
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(sender_academic_id, sender_organisation_id) = 1),
        CHECK (num_nonnulls(receiver_academic_id, receiver_organisation_id) = 1),
        CHECK (sender_id <> receiver_id),
        CHECK (follows_id <> id),
        CHECK ((state = 'on-hold') = (held_state IS NOT NULL)),
        CHECK (next_what IS NULL OR next_on IS NOT NULL),
        CONSTRAINT collaboration_path FOREIGN KEY (previous_state, state)
          REFERENCES collaboration_transition (from_state, to_state)
      );
      CREATE INDEX collaboration_sender ON collaboration (sender_id, created_at, id);
      CREATE INDEX collaboration_receiver ON collaboration (receiver_id, created_at, id);
      CREATE INDEX collaboration_sender_academic ON collaboration (sender_academic_id);
      CREATE INDEX collaboration_sender_organisation ON collaboration (sender_organisation_id);
      CREATE INDEX collaboration_receiver_academic ON collaboration (receiver_academic_id);
      CREATE INDEX collaboration_receiver_organisation ON collaboration (receiver_organisation_id);
      CREATE INDEX collaboration_opportunity ON collaboration (opportunity_id);
      CREATE INDEX collaboration_follows ON collaboration (follows_id);
      CREATE INDEX collaboration_transition_taken ON collaboration (previous_state, state);

      -- Where it comes from is what it was, whatever an update says; the foreign key then knows every illegal step.
      CREATE FUNCTION collaboration_step() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state <> OLD.state THEN
          NEW.previous_state := OLD.state;
          NEW.held_state := CASE WHEN NEW.state = 'on-hold' THEN OLD.state END;
          -- What was active has begun: it ends, and is not withdrawn. What was not active has nothing to end.
          IF OLD.state = 'on-hold' AND (NEW.state = 'ended-early') <> (OLD.held_state = 'active')
            AND NEW.state IN ('ended-early', 'withdrawn') THEN
            RAISE EXCEPTION 'a collaboration held while % does not become %', OLD.held_state, NEW.state
              USING ERRCODE = 'check_violation';
          END IF;
          IF OLD.state = 'on-hold' AND NEW.state NOT IN ('ended-early', 'withdrawn') AND NEW.state <> OLD.held_state THEN
            RAISE EXCEPTION 'a collaboration held while % does not go on as %', OLD.held_state, NEW.state
              USING ERRCODE = 'check_violation';
          END IF;
        ELSE
          NEW.previous_state := OLD.previous_state;
          NEW.held_state := OLD.held_state;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER step BEFORE UPDATE ON collaboration FOR EACH ROW EXECUTE FUNCTION collaboration_step();
      CREATE TRIGGER version BEFORE UPDATE ON collaboration FOR EACH ROW EXECUTE FUNCTION next_version();

      -- On what terms: a change adds a row, so that whoever approved knows what was approved.
      CREATE TABLE engagement_terms (
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        type text NOT NULL,
        oop_type text CHECK (oop_type IN ('OOPC', 'OOPE', 'OOPR', 'OOPT', 'OOPP')),
        fte real CHECK (fte > 0 AND fte <= 1),
        days_per_year integer CHECK (days_per_year BETWEEN 1 AND 260),
        starts_on date,
        ends_on date,
        place_mode text CHECK (place_mode IN ('on-site', 'hybrid', 'remote')),
        place text CHECK (length(place) <= 200),
        paid_by text CHECK (paid_by IN ('company', 'recharge', 'university', 'employer', 'grant', 'unpaid')),
        pay_route text CHECK (length(pay_route) <= 300),
        backfill text CHECK (length(backfill) <= 300),
        right_to_return boolean,
        returns_on date,
        counts_to_training boolean,
        honorary_contract boolean,
        note text CHECK (length(note) <= 2000),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        PRIMARY KEY (collaboration_id, number),
        CHECK (num_nonnulls(fte, days_per_year) < 2),
        CHECK (ends_on >= starts_on),
        CHECK (returns_on >= ends_on)
      );
      CREATE INDEX engagement_terms_account ON engagement_terms (account_id);

      CREATE TABLE collaboration_person (
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        role text NOT NULL CHECK (role IN ('lead', 'supervisor', 'scientist', 'contracts', 'colleague')),
        joined_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        left_at timestamptz,
        PRIMARY KEY (collaboration_id, account_id)
      );
      CREATE INDEX collaboration_person_account ON collaboration_person (account_id);

      CREATE TABLE collaboration_event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint GENERATED ALWAYS AS IDENTITY,
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        action text NOT NULL CHECK (length(action) <= 60),
        from_state text,
        to_state text,
        side text CHECK (side IN ('sender', 'receiver', 'office', 'clock')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        note text CHECK (length(note) <= 2000),
        details jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        CHECK ((from_state IS NULL) = (to_state IS NULL)),
        FOREIGN KEY (from_state, to_state) REFERENCES collaboration_transition (from_state, to_state)
      );
      CREATE INDEX collaboration_event_collaboration ON collaboration_event (collaboration_id, number);
      CREATE INDEX collaboration_event_account ON collaboration_event (account_id);
      CREATE INDEX collaboration_event_path ON collaboration_event (from_state, to_state);

      -- What was done, and on what terms, stays: rows go only with their collaboration, and lose only who it was.
      CREATE FUNCTION collaboration_record_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM collaboration WHERE id = OLD.collaboration_id) THEN
          RETURN OLD;
        ELSIF TG_OP = 'UPDATE' AND NEW.account_id IS NULL AND to_jsonb(NEW) - 'account_id' = to_jsonb(OLD) - 'account_id' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is a record: nothing in it is changed or removed', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON collaboration_event
        FOR EACH ROW EXECUTE FUNCTION collaboration_record_kept();
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON engagement_terms
        FOR EACH ROW EXECUTE FUNCTION collaboration_record_kept();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE collaboration_event, collaboration_person, engagement_terms, collaboration, collaboration_transition;
      DROP FUNCTION collaboration_record_kept, collaboration_step;
    `);
  }
}
