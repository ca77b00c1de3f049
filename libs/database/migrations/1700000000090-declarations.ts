import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people declare of their interests, and what companies record of what they gave to whom. */
export class Declarations1700000000090 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- An interest is never removed, but for its owner's account: it is ended, or withdrawn where it was a mistake.
      CREATE TABLE interest_declaration (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        -- "Nothing to declare" is a declaration, too.
        nothing boolean NOT NULL DEFAULT false,
        category text,
        situation text,
        organisation_id uuid REFERENCES organisation (id) ON DELETE SET NULL,
        -- The name at the time of the declaration: a register keeps it, whatever becomes of the organisation.
        counterparty text CHECK (length(counterparty) BETWEEN 1 AND 300),
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 4000),
        value_band text,
        starts_on date,
        ends_on date,
        declared_on date NOT NULL DEFAULT current_date,
        confirmed_on date NOT NULL DEFAULT current_date,
        mitigation text NOT NULL DEFAULT 'none' CHECK (mitigation IN ('none', 'restrict', 'remove', 'refuse')),
        mitigation_note text,
        review_on date,
        visibility text NOT NULL DEFAULT 'register' CHECK (visibility IN ('register', 'parties', 'approver')),
        state text NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'ended', 'withdrawn')),
        withdrawn_reason text,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (ends_on >= starts_on),
        CHECK (nothing OR (category IS NOT NULL AND situation IS NOT NULL AND counterparty IS NOT NULL)),
        CHECK (NOT nothing OR (category IS NULL AND situation IS NULL AND counterparty IS NULL AND organisation_id IS NULL)),
        CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL))
      );
      CREATE INDEX interest_declaration_account ON interest_declaration (account_id, created_at, id);
      CREATE INDEX interest_declaration_organisation ON interest_declaration (organisation_id) WHERE organisation_id IS NOT NULL;
      CREATE INDEX interest_declaration_due ON interest_declaration (confirmed_on) WHERE state = 'current';
      CREATE UNIQUE INDEX interest_declaration_nothing ON interest_declaration (account_id) WHERE nothing AND state = 'current';
      CREATE TRIGGER version BEFORE UPDATE ON interest_declaration FOR EACH ROW EXECUTE FUNCTION next_version();

      -- How each declaration read after each change, and on whose side the change was made.
      CREATE TABLE interest_change (
        declaration_id uuid NOT NULL REFERENCES interest_declaration (id) ON DELETE CASCADE,
        version integer NOT NULL,
        action text NOT NULL CHECK (action IN ('declared', 'changed', 'confirmed', 'ended', 'withdrawn', 'mitigated')),
        made_by text NOT NULL CHECK (made_by IN ('owner', 'office')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        content jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (declaration_id, version)
      );
      CREATE INDEX interest_change_account ON interest_change (account_id) WHERE account_id IS NOT NULL;

      -- When somebody was last told that their interests wait to be confirmed.
      CREATE TABLE interest_reminder (
        account_id uuid PRIMARY KEY REFERENCES account_holder (id) ON DELETE CASCADE,
        reminded_on date NOT NULL
      );

      -- What somebody was asked about and said is no interest, with the kind of evidence that they were shown.
      CREATE TABLE interest_dismissal (
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        kind text NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account_id, organisation_id, kind)
      );
      CREATE INDEX interest_dismissal_organisation ON interest_dismissal (organisation_id);

      -- Who got it is a reference and never a name: a recipient who is erased leaves a sum.
      CREATE TABLE transfer_of_value (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        recorded_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        recipient_kind text NOT NULL CHECK (recipient_kind IN ('hcp', 'hco')),
        academic_id uuid REFERENCES academic (id) ON DELETE SET NULL,
        recipient_organisation_id uuid REFERENCES organisation (id) ON DELETE SET NULL,
        category text NOT NULL,
        amount_pence integer NOT NULL CHECK (amount_pence BETWEEN 0 AND 2000000000),
        paid_on date NOT NULL,
        year integer GENERATED ALWAYS AS (extract(year FROM paid_on)::integer) STORED,
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 2000),
        collaboration_id uuid REFERENCES collaboration (id) ON DELETE SET NULL,
        consent text NOT NULL DEFAULT 'asked' CHECK (consent IN ('asked', 'given', 'refused', 'withdrawn')),
        consent_at timestamptz NOT NULL DEFAULT now(),
        consent_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        state text NOT NULL DEFAULT 'recorded' CHECK (state IN ('recorded', 'disputed', 'corrected')),
        dispute_reason text,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (academic_id IS NULL OR recipient_kind = 'hcp'),
        CHECK (recipient_organisation_id IS NULL OR recipient_kind = 'hco'),
        CHECK (recipient_organisation_id <> organisation_id),
        CHECK (state <> 'disputed' OR dispute_reason IS NOT NULL)
      );
      CREATE INDEX transfer_of_value_organisation ON transfer_of_value (organisation_id, year, created_at, id);
      CREATE INDEX transfer_of_value_academic ON transfer_of_value (academic_id, created_at, id) WHERE academic_id IS NOT NULL;
      CREATE INDEX transfer_of_value_recipient ON transfer_of_value (recipient_organisation_id, created_at, id)
        WHERE recipient_organisation_id IS NOT NULL;
      CREATE INDEX transfer_of_value_recorded_by ON transfer_of_value (recorded_by) WHERE recorded_by IS NOT NULL;
      CREATE INDEX transfer_of_value_consent_by ON transfer_of_value (consent_by) WHERE consent_by IS NOT NULL;
      CREATE INDEX transfer_of_value_collaboration ON transfer_of_value (collaboration_id) WHERE collaboration_id IS NOT NULL;
      CREATE TRIGGER version BEFORE UPDATE ON transfer_of_value FOR EACH ROW EXECUTE FUNCTION next_version();

      CREATE TABLE transfer_change (
        transfer_id uuid NOT NULL REFERENCES transfer_of_value (id) ON DELETE CASCADE,
        version integer NOT NULL,
        action text NOT NULL CHECK (action IN ('recorded', 'corrected', 'disputed', 'consent')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        content jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (transfer_id, version)
      );
      CREATE INDEX transfer_change_account ON transfer_change (account_id) WHERE account_id IS NOT NULL;

      -- What was written into a history stays: only who did it is forgotten with their account, and all of it with its thing.
      CREATE FUNCTION declaration_change_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE gone boolean;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF TG_TABLE_NAME = 'interest_change' THEN
            gone := NOT EXISTS (SELECT FROM interest_declaration WHERE id = (to_jsonb(OLD) ->> 'declaration_id')::uuid);
          ELSE
            gone := NOT EXISTS (SELECT FROM transfer_of_value WHERE id = (to_jsonb(OLD) ->> 'transfer_id')::uuid);
          END IF;
          IF gone THEN RETURN OLD; END IF;
        ELSIF TG_OP = 'UPDATE' THEN
          IF NEW.account_id IS NULL AND to_jsonb(NEW) - 'account_id' = to_jsonb(OLD) - 'account_id' THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION '% is a record: nothing in it is changed or removed', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON interest_change
        FOR EACH ROW EXECUTE FUNCTION declaration_change_kept();
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON transfer_change
        FOR EACH ROW EXECUTE FUNCTION declaration_change_kept();

      -- Consent to be named goes with the account that gave it.
      CREATE FUNCTION transfer_consent_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.consent := 'withdrawn';
        NEW.consent_at := now();
        RETURN NEW;
      END $$;
      CREATE TRIGGER consent_forgotten BEFORE UPDATE ON transfer_of_value FOR EACH ROW
        WHEN (OLD.consent_by IS NOT NULL AND NEW.consent_by IS NULL AND NEW.consent = 'given')
        EXECUTE FUNCTION transfer_consent_forgotten();

      CREATE TRIGGER forget AFTER DELETE ON transfer_of_value
        FOR EACH ROW EXECUTE FUNCTION notification_forget('transfer');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE transfer_change, transfer_of_value, interest_dismissal, interest_reminder, interest_change, interest_declaration;
      DROP FUNCTION declaration_change_kept, transfer_consent_forgotten;
    `);
  }
}
