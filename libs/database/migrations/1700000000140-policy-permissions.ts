import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisations permit although a rule of theirs holds it: for one version of the terms, and no other. */
export class PolicyPermissions1700000000140 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE policy_permission (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        -- The terms that it is about: newer ones are asked about anew.
        terms_number integer NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'given', 'refused')),
        asked_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        asked_at timestamptz,
        decided_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        decided_at timestamptz,
        reason text CHECK (length(reason) <= 2000),
        UNIQUE (collaboration_id, organisation_id, terms_number),
        CHECK ((state = 'asked') = (decided_at IS NULL)),
        CHECK (state <> 'asked' OR asked_at IS NOT NULL),
        CHECK (state = 'asked' OR reason IS NOT NULL)
      );
      CREATE INDEX policy_permission_organisation ON policy_permission (organisation_id, state);
      CREATE INDEX policy_permission_asked_by ON policy_permission (asked_by);
      CREATE INDEX policy_permission_decided_by ON policy_permission (decided_by);
      CREATE TRIGGER forget AFTER DELETE ON policy_permission
        FOR EACH ROW EXECUTE FUNCTION notification_forget('policy-permission');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE policy_permission');
  }
}
