import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people think of matches, and how well two sides fitted when one asked the other. */
export class Feedback1700000000120 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A judgement goes with the account that made it, and with either thing that it is about.
      CREATE TABLE match_judgement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        for_kind text NOT NULL CHECK (for_kind IN ('academic', 'organisation', 'opportunity')),
        for_academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        for_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        for_opportunity_id uuid REFERENCES opportunity (id) ON DELETE CASCADE,
        for_id uuid GENERATED ALWAYS AS (coalesce(for_academic_id, for_organisation_id, for_opportunity_id)) STORED,
        with_kind text NOT NULL CHECK (with_kind IN ('academic', 'organisation', 'opportunity')),
        with_academic_id uuid REFERENCES academic (id) ON DELETE CASCADE,
        with_organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,
        with_opportunity_id uuid REFERENCES opportunity (id) ON DELETE CASCADE,
        with_id uuid GENERATED ALWAYS AS (coalesce(with_academic_id, with_organisation_id, with_opportunity_id)) STORED,
        relevant boolean NOT NULL,
        reasons text[] NOT NULL DEFAULT '{}' CHECK (cardinality(reasons) <= 10),
        remark text CHECK (length(remark) <= 300),
        score real NOT NULL CHECK (score BETWEEN 0 AND 1),
        parts jsonb NOT NULL,
        weights_edition text NOT NULL,
        rank integer CHECK (rank BETWEEN 1 AND 1000),
        query text CHECK (length(query) <= 1000),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(for_academic_id, for_organisation_id, for_opportunity_id) = 1),
        CHECK (num_nonnulls(with_academic_id, with_organisation_id, with_opportunity_id) = 1),
        CHECK (for_kind <> with_kind),
        CHECK (relevant = (cardinality(reasons) = 0)),
        UNIQUE (account_id, for_id, with_id)
      );
      CREATE INDEX match_judgement_for_academic ON match_judgement (for_academic_id);
      CREATE INDEX match_judgement_for_organisation ON match_judgement (for_organisation_id);
      CREATE INDEX match_judgement_for_opportunity ON match_judgement (for_opportunity_id);
      CREATE INDEX match_judgement_with_academic ON match_judgement (with_academic_id);
      CREATE INDEX match_judgement_with_organisation ON match_judgement (with_organisation_id);
      CREATE INDEX match_judgement_with_opportunity ON match_judgement (with_opportunity_id);

      -- What became of it is read from the request; the things are those of the request, and go with it.
      CREATE TABLE match_request (
        request_id uuid PRIMARY KEY REFERENCES collaboration_request (id) ON DELETE CASCADE,
        for_kind text NOT NULL CHECK (for_kind IN ('academic', 'organisation', 'opportunity')),
        for_id uuid NOT NULL,
        with_kind text NOT NULL CHECK (with_kind IN ('academic', 'organisation', 'opportunity')),
        with_id uuid NOT NULL,
        score real NOT NULL CHECK (score BETWEEN 0 AND 1),
        parts jsonb NOT NULL,
        weights_edition text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (for_kind <> with_kind)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE match_request, match_judgement');
  }
}
