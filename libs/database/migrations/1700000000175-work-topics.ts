import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The topics that somebody's works are indexed under, beside their texts: a list of matches compares them for a hundred
 * people, and reads what each work is called for ten. The first six say enough.
 */
export class WorkTopics1700000000175 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION text_topics(headings jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $function$
        SELECT coalesce(array_agg(topic ORDER BY works DESC, topic COLLATE "C"), '{}') FROM (
          SELECT topic, count(*) AS works
          FROM jsonb_path_query(headings, '$[*].topics[*]') AS code, LATERAL (SELECT code #>> '{}' AS topic) AS named
          GROUP BY topic ORDER BY works DESC, topic COLLATE "C" LIMIT 6
        ) AS most
      $function$;
      ALTER TABLE text_owner ADD COLUMN topics text[] NOT NULL GENERATED ALWAYS AS (text_topics(headings)) STORED;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE text_owner DROP COLUMN topics; DROP FUNCTION text_topics;');
  }
}
