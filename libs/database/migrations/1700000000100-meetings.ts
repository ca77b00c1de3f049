import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mentors, events, and one calendar for the meetings of both. A person's time is taken once: `calendar_hold` has a row
 * for each person of each slot, and an exclusion constraint refuses two that overlap, whoever asks at the same moment.
 * A range of one id stands for the id, so that the constraint needs no extension.
 */
export class Meetings1700000000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mentor (
        academic_id uuid PRIMARY KEY REFERENCES academic (id) ON DELETE CASCADE,
        grounds text[] NOT NULL CHECK (cardinality(grounds) BETWEEN 1 AND 5),
        experience text NOT NULL CHECK (length(experience) BETWEEN 20 AND 600),
        help_with text NOT NULL CHECK (length(help_with) BETWEEN 20 AND 600),
        sectors text[] NOT NULL DEFAULT '{}',
        most_open integer NOT NULL CHECK (most_open BETWEEN 1 AND 20),
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX mentor_list ON mentor (created_at, academic_id) WHERE active;

      CREATE TABLE event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) BETWEEN 3 AND 200),
        kind text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        place text CHECK (length(place) <= 300),
        link text CHECK (link ~ '^https://' AND length(link) <= 500),
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 4000),
        topics text[] NOT NULL DEFAULT '{}',
        sectors text[] NOT NULL DEFAULT '{}',
        slot_minutes integer NOT NULL DEFAULT 20 CHECK (slot_minutes BETWEEN 20 AND 30),
        tables integer NOT NULL DEFAULT 0 CHECK (tables BETWEEN 0 AND 200),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'cancelled')),
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '15 days'),
        CHECK (place IS NOT NULL OR link IS NOT NULL)
      );
      CREATE INDEX event_organisation ON event (organisation_id);
      CREATE INDEX event_upcoming ON event (starts_at, id) WHERE state = 'published';
      CREATE TRIGGER version BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION next_version();

      -- Somebody who said that they go: as themselves, or for an organisation; their times start on the event's grid.
      CREATE TABLE event_attendee (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        event_id uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        visible boolean NOT NULL,
        looking_for text NOT NULL DEFAULT '' CHECK (length(looking_for) <= 300),
        times timestamptz[] NOT NULL DEFAULT '{}' CHECK (cardinality(times) <= 200),
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (event_id, account_id),
        CHECK (num_nonnulls(academic_id, organisation_id) = 1)
      );
      CREATE INDEX event_attendee_list ON event_attendee (event_id, created_at, id);
      CREATE INDEX event_attendee_account ON event_attendee (account_id);
      CREATE INDEX event_attendee_academic ON event_attendee (academic_id);
      CREATE INDEX event_attendee_organisation ON event_attendee (organisation_id);

      -- A time of one person, which another may take: a mentor's, or one given to a meeting at an event.
      CREATE TABLE slot (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        guest_account_id uuid REFERENCES account_holder (id) ON DELETE CASCADE,
        event_id uuid REFERENCES event (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        minutes integer NOT NULL CHECK (minutes BETWEEN 20 AND 30),
        table_number integer CHECK (table_number > 0),
        place text CHECK (length(place) <= 300),
        link text CHECK (link ~ '^https://' AND length(link) <= 500),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'booked', 'cancelled')),
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        CHECK (ends_at = starts_at + make_interval(mins => minutes)),
        CHECK (state <> 'booked' OR guest_account_id IS NOT NULL),
        CHECK (state <> 'open' OR guest_account_id IS NULL),
        CHECK (guest_account_id <> account_id),
        CHECK (table_number IS NULL OR event_id IS NOT NULL)
      );
      CREATE INDEX slot_owner ON slot (account_id, starts_at);
      CREATE INDEX slot_guest ON slot (guest_account_id);
      CREATE INDEX slot_event ON slot (event_id);
      CREATE UNIQUE INDEX slot_table ON slot (event_id, starts_at, table_number) WHERE state = 'booked';

      CREATE TYPE uuidrange AS RANGE (subtype = uuid);
      CREATE TABLE calendar_hold (
        slot_id uuid NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
        account_id uuid NOT NULL,
        during tstzrange NOT NULL,
        PRIMARY KEY (slot_id, account_id),
        CONSTRAINT calendar_hold_once EXCLUDE USING gist (uuidrange(account_id, account_id, '[]') WITH &&, during WITH &&)
      );
      CREATE FUNCTION slot_hold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM calendar_hold WHERE slot_id = NEW.id AND (NEW.state = 'cancelled'
          OR account_id <> NEW.account_id AND account_id IS DISTINCT FROM NEW.guest_account_id);
        INSERT INTO calendar_hold (slot_id, account_id, during)
        SELECT NEW.id, person, tstzrange(NEW.starts_at, NEW.ends_at)
        FROM unnest(ARRAY[NEW.account_id, NEW.guest_account_id]) AS person
        WHERE person IS NOT NULL AND NEW.state <> 'cancelled'
          AND NOT EXISTS (SELECT FROM calendar_hold WHERE slot_id = NEW.id AND account_id = person);
        RETURN NULL;
      END $$;
      CREATE TRIGGER hold AFTER INSERT OR UPDATE ON slot FOR EACH ROW EXECUTE FUNCTION slot_hold();

      CREATE TABLE meeting_transition (
        from_state text NOT NULL,
        to_state text NOT NULL,
        action text NOT NULL,
        actor text NOT NULL CHECK (actor IN ('asker', 'asked', 'either', 'clock')),
        PRIMARY KEY (from_state, to_state)
      );
      INSERT INTO meeting_transition (from_state, to_state, action, actor) VALUES
        ('new', 'asked', 'ask', 'asker'),
        ('asked', 'accepted', 'accept', 'asked'),
        ('asked', 'declined', 'decline', 'asked'),
        ('asked', 'withdrawn', 'withdraw', 'asker'),
        ('asked', 'expired', 'expire', 'clock'),
        ('asked', 'cancelled', 'cancel', 'either'),
        ('accepted', 'cancelled', 'cancel', 'either'),
        ('accepted', 'no-show', 'no-show', 'either');

      -- Somebody asks somebody for advice in writing, for one of a mentor's slots, or for a meeting at an event.
      CREATE TABLE meeting (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        kind text NOT NULL CHECK (kind IN ('advice', 'mentor', 'event')),
        asker_account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        asked_account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        event_id uuid REFERENCES event (id) ON DELETE CASCADE,
        slot_id uuid REFERENCES slot (id) ON DELETE SET NULL,
        message text NOT NULL CHECK (length(message) BETWEEN 20 AND 600),
        answer text CHECK (length(answer) <= 2000),
        state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn', 'expired',
          'cancelled', 'no-show')),
        previous_state text NOT NULL DEFAULT 'new',
        absent_account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        ended_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        decided_at timestamptz,
        expires_at timestamptz NOT NULL,
        reminded_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (asker_account_id <> asked_account_id),
        CHECK ((kind = 'event') = (event_id IS NOT NULL)),
        CHECK (kind = 'event' OR length(message) >= 50),
        CONSTRAINT meeting_path FOREIGN KEY (previous_state, state) REFERENCES meeting_transition (from_state, to_state)
      );
      -- One open question between two people about the same thing, whoever asked.
      CREATE UNIQUE INDEX meeting_open ON meeting (least(asker_account_id, asked_account_id),
        greatest(asker_account_id, asked_account_id), event_id) NULLS NOT DISTINCT WHERE state = 'asked';
      CREATE INDEX meeting_asker ON meeting (asker_account_id, created_at, id);
      CREATE INDEX meeting_asked ON meeting (asked_account_id, created_at, id);
      CREATE INDEX meeting_event ON meeting (event_id);
      CREATE INDEX meeting_slot ON meeting (slot_id);
      CREATE INDEX meeting_expiry ON meeting (expires_at) WHERE state = 'asked';
      CREATE INDEX meeting_absent ON meeting (absent_account_id);
      CREATE INDEX meeting_ended_by ON meeting (ended_by);
      CREATE INDEX meeting_path ON meeting (previous_state, state);

      -- Where something comes from is what it was, whatever an update says; the foreign key then knows each illegal step.
      CREATE FUNCTION step_from() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.previous_state := CASE WHEN NEW.state = OLD.state THEN OLD.previous_state ELSE OLD.state END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER step BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION step_from();
      CREATE TRIGGER version BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION next_version();
      CREATE TRIGGER forget AFTER DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION notification_forget('meeting');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_kind = 'meeting';
      DROP TABLE meeting, meeting_transition, calendar_hold, slot, event_attendee, event, mentor;
      DROP FUNCTION slot_hold, step_from;
      DROP TYPE uuidrange;
    `);
  }
}
