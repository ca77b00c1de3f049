import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Saved searches and their letters, what companies looked at, what was searched for in vain, and rebuilds of the index.
 * None of these tables says which person looked at a profile or searched for something.
 */
export class Alerts1700000000110 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- question_key is the same for the same question, however it was typed; letters have told of what came until told_until.
      CREATE TABLE saved_search (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account_holder (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('academics', 'organisations', 'opportunities')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        query text CHECK (length(query) BETWEEN 1 AND 10000),
        filter jsonb NOT NULL DEFAULT '{}',
        question_key text NOT NULL,
        cadence text NOT NULL CHECK (cadence IN ('weekly', 'fortnightly', 'four-weekly', 'off')),
        told_until timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (account_id, question_key)
      );
      CREATE INDEX saved_search_due ON saved_search (cadence, told_until) WHERE cadence <> 'off';

      -- How often the other parts of a digest come; whether letters come at all is the standing consent to the digest.
      CREATE TABLE digest_preference (
        account_id uuid PRIMARY KEY REFERENCES account_holder (id) ON DELETE CASCADE,
        profile_views text NOT NULL CHECK (profile_views IN ('weekly', 'fortnightly', 'four-weekly', 'off')),
        views_told_until timestamptz NOT NULL DEFAULT now()
      );

      -- That somebody of an organisation looked at a profile on a day: never who, and never how often.
      CREATE TABLE profile_view (
        academic_id uuid NOT NULL REFERENCES academic (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        day date NOT NULL DEFAULT current_date,
        PRIMARY KEY (academic_id, organisation_id, day)
      );
      CREATE INDEX profile_view_organisation ON profile_view (organisation_id);
      CREATE INDEX profile_view_day ON profile_view (day);

      -- Academics whose views are not recorded, and organisations whose people look unseen.
      CREATE TABLE profile_view_refusal (
        academic_id uuid UNIQUE REFERENCES academic (id) ON DELETE CASCADE,
        organisation_id uuid UNIQUE REFERENCES organisation (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(academic_id, organisation_id) = 1)
      );

      -- What was searched for and not found, counted by the week that starts on this day; nobody is named.
      CREATE TABLE search_gap (
        kind text NOT NULL CHECK (kind IN ('academics', 'organisations', 'opportunities')),
        week date NOT NULL,
        term text NOT NULL CHECK (length(term) BETWEEN 1 AND 200),
        topic text,
        count integer NOT NULL DEFAULT 1 CHECK (count > 0),
        PRIMARY KEY (kind, week, term)
      );
      CREATE INDEX search_gap_week ON search_gap (week);

      -- Rebuilds of the index that somebody asked for, and how far they are.
      CREATE TABLE index_rebuild (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('academics', 'organisations', 'opportunities')),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        loaded integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        started_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CHECK ((state IN ('done', 'failed')) = (ended_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX index_rebuild_open ON index_rebuild (kind) WHERE state IN ('waiting', 'running');
      CREATE INDEX index_rebuild_started_by ON index_rebuild (started_by);
      CREATE INDEX index_rebuild_newest ON index_rebuild (created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE index_rebuild, search_gap, profile_view_refusal, profile_view, digest_preference, saved_search;
    `);
  }
}
