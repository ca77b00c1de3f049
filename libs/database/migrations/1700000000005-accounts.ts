import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is asking: account holders, how they prove it, their sessions, their organisations, what they agreed to, and
 * claims on profiles. The tables that better-auth reads and writes are mapped in libs/accounts/auth.schema.ts.
 *
 * An account's own row is in `account_holder`, and its id is the `account_id` of every other table. It is not called
 * `account`: to better-auth that word means a credential, and its adapter would take one table for the other.
 */
export class Accounts1700000000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account_holder (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
        email_verified boolean NOT NULL DEFAULT false,
        image text,
        platform_role text NOT NULL DEFAULT 'person' CHECK (platform_role IN ('person', 'platform-admin')),
        two_factor_enabled boolean DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX account_holder_unverified ON account_holder (created_at) WHERE NOT email_verified;

      -- How an account is proved: a password ('credential') or an identity that another service vouches for ('orcid').
      CREATE TABLE account_credential (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        provider text NOT NULL,
        subject text NOT NULL,
        password text,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (provider, subject),
        UNIQUE (account_id, provider)
      );

      CREATE TABLE account_session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        token text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        ip_address text,
        user_agent text,
        active_organisation_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX account_session_account ON account_session (account_id);
      CREATE INDEX account_session_expiry ON account_session (expires_at);

      -- Short-lived values: reset tokens, second-factor challenges, the state of a sign-in at ORCID.
      CREATE TABLE account_verification (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        identifier text NOT NULL,
        value text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX account_verification_identifier ON account_verification (identifier);
      CREATE INDEX account_verification_expiry ON account_verification (expires_at);

      CREATE TABLE account_two_factor (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL UNIQUE REFERENCES account_holder (id) ON DELETE CASCADE,
        secret text NOT NULL,
        backup_codes text NOT NULL,
        verified boolean DEFAULT true,
        failed_verification_count integer DEFAULT 0,
        locked_until timestamptz
      );

      CREATE TABLE account_membership (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'admin', 'office')),
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (account_id, organisation_id)
      );
      CREATE INDEX account_membership_organisation ON account_membership (organisation_id);

      CREATE TABLE account_invitation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        email text NOT NULL CHECK (email = lower(email)),
        role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'admin', 'office')),
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'accepted', 'rejected', 'canceled')),
        inviter_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz
      );
      CREATE UNIQUE INDEX account_invitation_open ON account_invitation (organisation_id, email) WHERE status = 'pending';
      CREATE INDEX account_invitation_organisation ON account_invitation (organisation_id, created_at);
      CREATE INDEX account_invitation_email ON account_invitation (email) WHERE status = 'pending';
      CREATE INDEX account_invitation_inviter ON account_invitation (inviter_id);

      -- What a person agreed to, in which words, and when they took it back. Rows are added and closed, never rewritten.
      CREATE TABLE account_consent (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('terms', 'privacy', 'contact-by-companies', 'digest')),
        text_version text NOT NULL CHECK (length(text_version) BETWEEN 1 AND 40),
        given_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        CHECK (withdrawn_at >= given_at)
      );
      CREATE UNIQUE INDEX account_consent_standing ON account_consent (account_id, purpose) WHERE withdrawn_at IS NULL;
      CREATE INDEX account_consent_account ON account_consent (account_id, given_at);

      CREATE FUNCTION account_consent_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
          OR (NEW.id, NEW.account_id, NEW.purpose, NEW.text_version, NEW.given_at)
            IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.purpose, OLD.text_version, OLD.given_at) THEN
          RAISE EXCEPTION 'a consent can only be withdrawn, once';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER kept BEFORE UPDATE ON account_consent FOR EACH ROW EXECUTE FUNCTION account_consent_kept();

      -- A person's claim that a profile from a public register is theirs, until proved, refused or given up.
      CREATE TABLE account_claim (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        profile_id uuid NOT NULL REFERENCES academic (id) ON DELETE CASCADE,
        proof text NOT NULL CHECK (proof IN ('orcid', 'work-email', 'review')),
        state text NOT NULL CHECK (state IN ('code-sent', 'in-review', 'granted', 'refused', 'withdrawn', 'expired')),
        work_email text,
        code_hash bytea,
        attempts_left integer CHECK (attempts_left BETWEEN 0 AND 10),
        evidence text CHECK (length(evidence) BETWEEN 20 AND 4000),
        decided_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        decision_reason text CHECK (length(decision_reason) <= 2000),
        expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        CHECK ((state = 'code-sent') = (code_hash IS NOT NULL)),
        CHECK (state <> 'code-sent' OR (work_email IS NOT NULL AND attempts_left IS NOT NULL AND expires_at IS NOT NULL)),
        CHECK (state <> 'in-review' OR evidence IS NOT NULL)
      );
      CREATE UNIQUE INDEX account_claim_open ON account_claim (account_id, profile_id)
        WHERE state IN ('code-sent', 'in-review');
      CREATE INDEX account_claim_account ON account_claim (account_id, created_at);
      CREATE INDEX account_claim_profile ON account_claim (profile_id);
      CREATE INDEX account_claim_decided_by ON account_claim (decided_by) WHERE decided_by IS NOT NULL;
      CREATE INDEX account_claim_review ON account_claim (created_at, id) WHERE state = 'in-review';

      -- The ends of a claim are ends, whoever writes. libs/accounts/claim.policy.ts has the same table; a test compares them.
      CREATE FUNCTION account_claim_moves() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.state = 'code-sent' AND NEW.state IN ('granted', 'refused', 'withdrawn', 'expired'))
          OR (OLD.state = 'in-review' AND NEW.state IN ('granted', 'refused', 'withdrawn')) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a claim does not go from % to %', OLD.state, NEW.state;
      END $$;
      CREATE TRIGGER moves BEFORE UPDATE OF state ON account_claim FOR EACH ROW
        WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION account_claim_moves();

      -- How often something was tried lately: sign-ins, sign-ups, resets, by address and by account.
      CREATE TABLE account_attempt (
        key text PRIMARY KEY,
        count integer NOT NULL,
        ends_at timestamptz NOT NULL
      );
      CREATE INDEX account_attempt_end ON account_attempt (ends_at);

      ALTER TABLE academic ADD CONSTRAINT academic_account
        FOREIGN KEY (account_id) REFERENCES account_holder (id) ON DELETE SET NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE academic DROP CONSTRAINT academic_account;
      DROP TABLE account_attempt, account_claim, account_consent, account_invitation, account_membership,
        account_two_factor, account_verification, account_session, account_credential, account_holder;
      DROP FUNCTION account_consent_kept, account_claim_moves;
    `);
  }
}
