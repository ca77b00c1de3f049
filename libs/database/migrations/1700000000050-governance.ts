import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans for time away from training, and the policies of organisations and funders. The rules of the field are data. */
export class Governance1700000000050 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Times have milliseconds, as cursors do.
      CREATE TABLE training_plan (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
        form jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(form) = 'object'),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (starts_on <= ends_on)
      );
      CREATE INDEX training_plan_account ON training_plan (account_id, created_at, id);
      CREATE TRIGGER version BEFORE UPDATE ON training_plan FOR EACH ROW EXECUTE FUNCTION next_version();

      -- Each row is one version and stays as it was saved: a later version stands beside it.
      CREATE TABLE policy_pack (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        funder citext CHECK (length(funder) BETWEEN 2 AND 200),
        version integer NOT NULL CHECK (version >= 1),
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array' AND jsonb_array_length(rules) <= 30),
        valid_from date NOT NULL,
        edited_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        CHECK (num_nonnulls(organisation_id, funder) = 1)
      );
      CREATE UNIQUE INDEX policy_pack_organisation ON policy_pack (organisation_id, version);
      CREATE UNIQUE INDEX policy_pack_funder ON policy_pack (funder, version);
      CREATE INDEX policy_pack_edited_by ON policy_pack (edited_by);

      CREATE FUNCTION policy_pack_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - 'edited_by' = to_jsonb(OLD) - 'edited_by' AND NEW.edited_by IS NULL THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A version of a policy is a record: save a new one';
      END $$;
      CREATE TRIGGER kept BEFORE UPDATE ON policy_pack FOR EACH ROW EXECUTE FUNCTION policy_pack_kept();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE policy_pack, training_plan;
      DROP FUNCTION policy_pack_kept();
    `);
  }
}
