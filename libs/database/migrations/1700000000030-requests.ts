import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Collaboration requests and notifications. The states of a request and the ways between them are rows of
 * `request_transition`; the same table stands in libs/requests/request.states.ts, and a test compares the two.
 */
export class Requests1700000000030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE request_transition (
        from_state text NOT NULL,
        to_state text NOT NULL,
        action text NOT NULL,
        actor text NOT NULL CHECK (actor IN ('sender', 'receiver', 'office', 'clock')),
        PRIMARY KEY (from_state, to_state)
      );
      INSERT INTO request_transition (from_state, to_state, action, actor) VALUES
        ('draft', 'delivered', 'send', 'sender'),
        ('draft', 'office-review', 'send', 'sender'),
        ('office-review', 'delivered', 'approve', 'office'),
        ('office-review', 'refused', 'refuse', 'office'),
        ('delivered', 'asked', 'ask', 'receiver'),
        ('asked', 'delivered', 'answer', 'sender'),
        ('delivered', 'accepted', 'accept', 'receiver'),
        ('asked', 'accepted', 'accept', 'receiver'),
        ('delivered', 'declined', 'decline', 'receiver'),
        ('asked', 'declined', 'decline', 'receiver'),
        ('delivered', 'referred', 'refer', 'receiver'),
        ('asked', 'referred', 'refer', 'receiver'),
        ('office-review', 'withdrawn', 'withdraw', 'sender'),
        ('delivered', 'withdrawn', 'withdraw', 'sender'),
        ('asked', 'withdrawn', 'withdraw', 'sender'),
        ('office-review', 'expired', 'expire', 'clock'),
        ('delivered', 'expired', 'expire', 'clock'),
        ('asked', 'expired', 'expire', 'clock'),
        ('accepted', 'delivered', 'undo', 'receiver'),
        ('accepted', 'asked', 'undo', 'receiver'),
        ('declined', 'delivered', 'undo', 'receiver'),
        ('declined', 'asked', 'undo', 'receiver');

      -- Either side is an academic or an organisation; the account is the person who wrote, or first dealt with it.
      -- Times have milliseconds, as cursors do.
      CREATE TABLE collaboration_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        sender_account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        sender_academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        sender_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        sender_id uuid GENERATED ALWAYS AS (coalesce(sender_academic_id, sender_organisation_id)) STORED,
        receiver_account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        receiver_academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        receiver_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        receiver_id uuid GENERATED ALWAYS AS (coalesce(receiver_academic_id, receiver_organisation_id)) STORED,
        opportunity_id uuid REFERENCES opportunity (id) ON DELETE CASCADE,
        opportunity_of text CHECK (opportunity_of IN ('sender', 'receiver')),
        type text NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 50 AND 600),
        starts_on date,
        length_months integer CHECK (length_months BETWEEN 1 AND 120),
        fte real CHECK (fte > 0 AND fte <= 1),
        place_mode text CHECK (place_mode IN ('on-site', 'hybrid', 'remote')),
        funding text CHECK (length(funding) <= 500),
        note text CHECK (length(note) <= 1000),
        mismatch jsonb NOT NULL DEFAULT '[]',
        may_be_referred boolean NOT NULL DEFAULT true,
        referred_from_id uuid REFERENCES collaboration_request (id) ON DELETE SET NULL,
        state text NOT NULL CHECK (state IN ('office-review', 'delivered', 'asked', 'accepted', 'declined', 'referred',
          'withdrawn', 'expired', 'refused')),
        previous_state text NOT NULL DEFAULT 'draft',
        delivered_at timestamptz,
        decided_at timestamptz,
        expires_at timestamptz NOT NULL,
        reminded_at timestamptz,
        sender_news integer NOT NULL DEFAULT 0,
        receiver_news integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(sender_academic_id, sender_organisation_id) = 1),
        CHECK (num_nonnulls(receiver_academic_id, receiver_organisation_id) = 1),
        CHECK (sender_id <> receiver_id),
        CHECK ((opportunity_id IS NULL) = (opportunity_of IS NULL)),
        CONSTRAINT collaboration_request_path FOREIGN KEY (previous_state, state)
          REFERENCES request_transition (from_state, to_state)
      );
      -- One open request between two sides about the same opportunity (or about none), whoever asked.
      CREATE UNIQUE INDEX collaboration_request_open ON collaboration_request
        (least(sender_id, receiver_id), greatest(sender_id, receiver_id), opportunity_id) NULLS NOT DISTINCT
        WHERE state IN ('office-review', 'delivered', 'asked');
      CREATE INDEX collaboration_request_sent ON collaboration_request (sender_id, created_at, id);
      CREATE INDEX collaboration_request_received ON collaboration_request (receiver_id, created_at, id);
      CREATE INDEX collaboration_request_expiry ON collaboration_request (expires_at)
        WHERE state IN ('office-review', 'delivered', 'asked');
      CREATE INDEX collaboration_request_sender_account ON collaboration_request (sender_account_id);
      CREATE INDEX collaboration_request_receiver_account ON collaboration_request (receiver_account_id);
      CREATE INDEX collaboration_request_sender_academic ON collaboration_request (sender_academic_id);
      CREATE INDEX collaboration_request_sender_organisation ON collaboration_request (sender_organisation_id);
      CREATE INDEX collaboration_request_receiver_academic ON collaboration_request (receiver_academic_id);
      CREATE INDEX collaboration_request_receiver_organisation ON collaboration_request (receiver_organisation_id);
      CREATE INDEX collaboration_request_opportunity ON collaboration_request (opportunity_id);
      CREATE INDEX collaboration_request_referred_from ON collaboration_request (referred_from_id);
      CREATE INDEX collaboration_request_path ON collaboration_request (previous_state, state);

      -- Where a request comes from is what it was, whatever an update says; the foreign key then knows every illegal step.
      CREATE FUNCTION collaboration_request_step() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.previous_state := CASE WHEN NEW.state = OLD.state THEN OLD.previous_state ELSE OLD.state END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER step BEFORE UPDATE ON collaboration_request
        FOR EACH ROW EXECUTE FUNCTION collaboration_request_step();
      CREATE TRIGGER version BEFORE UPDATE ON collaboration_request FOR EACH ROW EXECUTE FUNCTION next_version();

      -- The offices that are told of a request or must approve it, as their policies were when it was sent.
      CREATE TABLE request_office (
        request_id uuid NOT NULL REFERENCES collaboration_request (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        duty text NOT NULL CHECK (duty IN ('told', 'approves')),
        decision text CHECK (decision IN ('approved', 'refused')),
        decided_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        decided_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        PRIMARY KEY (request_id, organisation_id),
        CHECK (duty = 'approves' OR decision IS NULL),
        CHECK ((decision IS NULL) = (decided_at IS NULL))
      );
      CREATE INDEX request_office_organisation ON request_office (organisation_id, created_at, request_id);
      CREATE INDEX request_office_decided_by ON request_office (decided_by);

      CREATE TABLE request_event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint GENERATED ALWAYS AS IDENTITY,
        request_id uuid NOT NULL REFERENCES collaboration_request (id) ON DELETE CASCADE,
        action text NOT NULL,
        from_state text,
        to_state text,
        side text NOT NULL CHECK (side IN ('sender', 'receiver', 'office', 'clock')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        organisation_id uuid REFERENCES organisation (id) ON DELETE SET NULL,
        reason text,
        note text CHECK (length(note) <= 2000),
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        CHECK ((from_state IS NULL) = (to_state IS NULL)),
        CHECK (action <> 'decline' OR reason IS NOT NULL),
        FOREIGN KEY (from_state, to_state) REFERENCES request_transition (from_state, to_state)
      );
      CREATE INDEX request_event_request ON request_event (request_id, number);
      CREATE INDEX request_event_account ON request_event (account_id);
      CREATE INDEX request_event_organisation ON request_event (organisation_id);
      CREATE INDEX request_event_path ON request_event (from_state, to_state);
      -- That somebody was shown how to reach the other side is written down the first time.
      CREATE UNIQUE INDEX request_event_contact_seen ON request_event (request_id, account_id)
        WHERE action = 'contact-seen';

      CREATE TABLE request_message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint GENERATED ALWAYS AS IDENTITY,
        request_id uuid NOT NULL REFERENCES collaboration_request (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        kind text NOT NULL CHECK (kind IN ('text', 'question', 'answer', 'times', 'pick')),
        text text NOT NULL DEFAULT '' CHECK (length(text) <= 4000),
        slots timestamptz[] NOT NULL DEFAULT '{}' CHECK (cardinality(slots) <= 5),
        minutes integer CHECK (minutes BETWEEN 10 AND 480),
        proposal_id uuid UNIQUE REFERENCES request_message (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        CHECK (text <> '' OR kind IN ('times', 'pick')),
        CHECK ((kind IN ('times', 'pick')) = (cardinality(slots) > 0)),
        CHECK ((kind IN ('times', 'pick')) = (minutes IS NOT NULL)),
        CHECK ((kind = 'pick') = (proposal_id IS NOT NULL))
      );
      CREATE INDEX request_message_request ON request_message (request_id, number);
      CREATE INDEX request_message_account ON request_message (account_id);

      -- What was said and done stays: rows go only with their request, and lose only who it was, when an account is erased.
      CREATE FUNCTION request_record_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        before jsonb;
        after jsonb;
      BEGIN
        IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM collaboration_request WHERE id = OLD.request_id) THEN
          RETURN OLD;
        ELSIF TG_OP = 'UPDATE' THEN
          before := to_jsonb(OLD);
          after := to_jsonb(NEW);
          IF after - 'account_id' - 'organisation_id' = before - 'account_id' - 'organisation_id'
            AND (after ->> 'account_id' IS NULL OR after -> 'account_id' = before -> 'account_id')
            AND (after ->> 'organisation_id' IS NULL OR after -> 'organisation_id' = before -> 'organisation_id') THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION '% is a record: nothing in it is changed or removed', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON request_event
        FOR EACH ROW EXECUTE FUNCTION request_record_kept();
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON request_message
        FOR EACH ROW EXECUTE FUNCTION request_record_kept();
      CREATE TRIGGER kept_whole BEFORE TRUNCATE ON request_event
        FOR EACH STATEMENT EXECUTE FUNCTION request_record_kept();
      CREATE TRIGGER kept_whole BEFORE TRUNCATE ON request_message
        FOR EACH STATEMENT EXECUTE FUNCTION request_record_kept();

      -- How far each person has read, of the news counted for their side, and what they have put away.
      CREATE TABLE request_read (
        request_id uuid NOT NULL REFERENCES collaboration_request (id) ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        seen integer NOT NULL DEFAULT 0,
        read_at timestamptz,
        archived_at timestamptz,
        PRIMARY KEY (request_id, account_id)
      );
      CREATE INDEX request_read_account ON request_read (account_id) WHERE archived_at IS NOT NULL;
      CREATE INDEX request_read_person ON request_read (account_id);

      CREATE TABLE request_draft (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        content jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX request_draft_account ON request_draft (account_id, updated_at);

      -- What happened, for whom: how it reads is worked out when it is read, so no name is kept here.
      CREATE TABLE notification (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        read_at timestamptz,
        mailed_at timestamptz
      );
      CREATE INDEX notification_account ON notification (account_id, created_at, id);
      CREATE INDEX notification_subject ON notification (subject_id);
      -- The same thing is not told again before it was read.
      CREATE UNIQUE INDEX notification_unread ON notification (account_id, kind, subject_id) WHERE read_at IS NULL;

      CREATE FUNCTION notification_forget() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM notification WHERE subject_id = OLD.id AND subject_kind = TG_ARGV[0];
        RETURN NULL;
      END $$;
      CREATE TRIGGER forget AFTER DELETE ON collaboration_request
        FOR EACH ROW EXECUTE FUNCTION notification_forget('request');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE notification, request_draft, request_read, request_message, request_event, request_office,
        collaboration_request, request_transition;
      DROP FUNCTION notification_forget, request_record_kept, collaboration_request_step;
    `);
  }
}
