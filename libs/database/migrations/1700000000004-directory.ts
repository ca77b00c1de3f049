import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three things that are found: organisations, academics with their works, and opportunities. */
export class Directory1700000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        slug text NOT NULL UNIQUE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
        aliases text[] NOT NULL DEFAULT '{}',
        type text NOT NULL,
        sector text,
        segment text,
        summary text NOT NULL DEFAULT '',
        looking_for text NOT NULL DEFAULT '',
        topics text[] NOT NULL DEFAULT '{}',
        engagement_types text[] NOT NULL DEFAULT '{}',
        size text CHECK (size IN ('micro', 'small', 'medium', 'large')),
        city text,
        region text,
        nation text,
        country text CHECK (country ~ '^[A-Z]{2}$'),
        ror_id text UNIQUE,
        register_number text,
        website text,
        email_domains text[] NOT NULL DEFAULT '{}',
        established integer,
        verification text NOT NULL DEFAULT 'unverified'
          CHECK (verification IN ('unverified', 'pending', 'verified', 'revoked')),
        verification_evidence text,
        verified_at timestamptz,
        request_policy text NOT NULL DEFAULT 'direct' CHECK (request_policy IN ('direct', 'office-told', 'office-approves')),
        visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'members', 'hidden')),
        source text NOT NULL DEFAULT 'benchside',
        source_key text,
        logo text,
        metadata text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (source, source_key)
      );

      CREATE TABLE academic (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        account_id uuid UNIQUE,
        honorific text,
        given_name text NOT NULL CHECK (length(given_name) <= 120),
        family_name text NOT NULL CHECK (length(family_name) BETWEEN 1 AND 120),
        profession text,
        regulator text,
        registration_number text,
        career_stage text,
        training_status text,
        specialty text,
        job_title text,
        employer_id uuid REFERENCES organisation (id) ON DELETE SET NULL,
        university_id uuid REFERENCES organisation (id) ON DELETE SET NULL,
        city text,
        region text,
        nation text,
        country text CHECK (country ~ '^[A-Z]{2}$'),
        summary text NOT NULL DEFAULT '',
        topics text[] NOT NULL DEFAULT '{}',
        methods text[] NOT NULL DEFAULT '{}',
        offer text NOT NULL DEFAULT '',
        want text NOT NULL DEFAULT '',
        working_style text NOT NULL DEFAULT '',
        engagement_types text[] NOT NULL DEFAULT '{}',
        sectors text[] NOT NULL DEFAULT '{}',
        available_from date,
        available_fte real CHECK (available_fte > 0 AND available_fte <= 1),
        place_mode text CHECK (place_mode IN ('on-site', 'hybrid', 'remote')),
        industry_experience text NOT NULL DEFAULT '',
        contact_email citext,
        orcid text UNIQUE CHECK (orcid ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$'),
        orcid_authenticated boolean NOT NULL DEFAULT false,
        visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'members', 'hidden')),
        field_visibility jsonb NOT NULL DEFAULT '{}',
        source text NOT NULL DEFAULT 'benchside',
        source_key text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (source, source_key)
      );
      CREATE INDEX academic_employer ON academic (employer_id);
      CREATE INDEX academic_university ON academic (university_id);

      CREATE TABLE academic_work (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        academic_id uuid NOT NULL REFERENCES academic (id) ON DELETE CASCADE,
        position integer NOT NULL DEFAULT 0,
        kind text NOT NULL CHECK (kind IN ('publication', 'trial', 'product', 'other')),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
        abstract text NOT NULL DEFAULT '',
        year integer CHECK (year BETWEEN 1900 AND 2200),
        identifier text,
        venue text,
        featured boolean NOT NULL DEFAULT false,
        mesh_headings text[] NOT NULL DEFAULT '{}'
      );
      CREATE INDEX academic_work_academic ON academic_work (academic_id, position);
      CREATE UNIQUE INDEX academic_work_identifier ON academic_work (academic_id, identifier) WHERE identifier IS NOT NULL;

      CREATE TABLE opportunity (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        side text NOT NULL CHECK (side IN ('company', 'academic')),
        organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        opportunity_type text NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        summary text NOT NULL DEFAULT '',
        text text NOT NULL DEFAULT '',
        topics text[] NOT NULL DEFAULT '{}',
        sectors text[] NOT NULL DEFAULT '{}',
        professions text[] NOT NULL DEFAULT '{}',
        career_stages text[] NOT NULL DEFAULT '{}',
        engagement_types text[] NOT NULL DEFAULT '{}',
        must_have jsonb NOT NULL DEFAULT '[]',
        nice_to_have jsonb NOT NULL DEFAULT '[]',
        exclude jsonb NOT NULL DEFAULT '[]',
        starts_on date,
        length_months integer CHECK (length_months BETWEEN 1 AND 120),
        fte real CHECK (fte > 0 AND fte <= 1),
        place_mode text CHECK (place_mode IN ('on-site', 'hybrid', 'remote')),
        city text,
        region text,
        nation text,
        funding text,
        deadline date,
        blind boolean NOT NULL DEFAULT false,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'closed', 'expired')),
        published_at timestamptz,
        source text NOT NULL DEFAULT 'benchside',
        source_key text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (source, source_key),
        CHECK ((side = 'company') = (organisation_id IS NOT NULL)),
        CHECK ((side = 'academic') = (academic_id IS NOT NULL))
      );
      CREATE INDEX opportunity_organisation ON opportunity (organisation_id);
      CREATE INDEX opportunity_academic ON opportunity (academic_id);
      CREATE INDEX opportunity_deadline ON opportunity (deadline) WHERE state = 'published';

      -- To whom it was shown who is behind a blind opportunity, and when.
      CREATE TABLE opportunity_reveal (
        opportunity_id uuid NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
        account_id uuid NOT NULL,
        revealed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (opportunity_id, account_id)
      );
      CREATE INDEX opportunity_reveal_account ON opportunity_reveal (account_id);

      CREATE TRIGGER version BEFORE UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION next_version();
      CREATE TRIGGER version BEFORE UPDATE ON academic FOR EACH ROW EXECUTE FUNCTION next_version();
      CREATE TRIGGER version BEFORE UPDATE ON opportunity FOR EACH ROW EXECUTE FUNCTION next_version();

      CREATE TRIGGER outbox AFTER INSERT OR UPDATE OR DELETE ON organisation
        FOR EACH ROW EXECUTE FUNCTION outbox_add('organisations');
      CREATE TRIGGER outbox AFTER INSERT OR UPDATE OR DELETE ON academic
        FOR EACH ROW EXECUTE FUNCTION outbox_add('academics');
      CREATE TRIGGER outbox AFTER INSERT OR UPDATE OR DELETE ON opportunity
        FOR EACH ROW EXECUTE FUNCTION outbox_add('opportunities');

      -- What a document says of another row changes with that row: touch the rows whose documents name it.
      CREATE FUNCTION organisation_touch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE academic SET version = version WHERE employer_id = NEW.id OR university_id = NEW.id;
        UPDATE opportunity SET version = version WHERE organisation_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER touch AFTER UPDATE ON organisation FOR EACH ROW
        WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.visibility IS DISTINCT FROM NEW.visibility
          OR OLD.verification IS DISTINCT FROM NEW.verification)
        EXECUTE FUNCTION organisation_touch();

      CREATE FUNCTION academic_touch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE opportunity SET version = version WHERE academic_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER touch AFTER UPDATE ON academic FOR EACH ROW
        WHEN (OLD.given_name IS DISTINCT FROM NEW.given_name OR OLD.family_name IS DISTINCT FROM NEW.family_name
          OR OLD.visibility IS DISTINCT FROM NEW.visibility)
        EXECUTE FUNCTION academic_touch();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE opportunity_reveal, opportunity, academic_work, academic, organisation;
      DROP FUNCTION organisation_touch, academic_touch;
    `);
  }
}
