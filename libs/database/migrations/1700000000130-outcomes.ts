import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of collaborations, what each side says of them, and the moves between academia and industry. */
export class Outcomes1700000000130 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE outcome (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('publication', 'trial', 'product', 'post', 'funding', 'other')),
        title text NOT NULL CHECK (length(btrim(title)) BETWEEN 1 AND 300),
        identifier text CHECK (length(identifier) <= 200),
        happened_on date NOT NULL,
        amount_pence bigint CHECK (amount_pence BETWEEN 0 AND 100000000000),
        credit_roles text[] NOT NULL DEFAULT '{}',
        trl_before integer CHECK (trl_before BETWEEN 1 AND 9),
        trl_after integer CHECK (trl_after BETWEEN 1 AND 9),
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        CHECK (trl_after IS NULL OR trl_before IS NOT NULL)
      );
      CREATE INDEX outcome_collaboration ON outcome (collaboration_id, happened_on);
      CREATE INDEX outcome_account ON outcome (account_id);

      CREATE TABLE collaboration_review (
        collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
        again boolean NOT NULL,
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        written_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        PRIMARY KEY (collaboration_id, side)
      );
      CREATE INDEX collaboration_review_account ON collaboration_review (account_id);

      CREATE TABLE mobility (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        academic_id uuid NOT NULL REFERENCES academic (id) ON DELETE CASCADE,
        direction text NOT NULL CHECK (direction IN ('to-industry', 'to-academia')),
        organisation text NOT NULL CHECK (length(btrim(organisation)) BETWEEN 1 AND 200),
        what text NOT NULL CHECK (length(btrim(what)) BETWEEN 1 AND 200),
        started_on date NOT NULL,
        ended_on date,
        shown boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now()),
        CHECK (ended_on >= started_on)
      );
      CREATE INDEX mobility_academic ON mobility (academic_id, started_on);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE mobility, collaboration_review, outcome');
  }
}
