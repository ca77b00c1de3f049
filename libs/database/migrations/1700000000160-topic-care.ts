import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What administrators add to the topics of the data files: other names, and topics that are retired into another. Whoever
 * writes a topic that is retired writes its successor: the triggers see to it, whichever way the row comes.
 */
export class TopicCare1700000000160 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Goes up with every change of the vocabularies, so that each process knows when to read them again. Whoever changes
      -- them holds this row: one change at a time.
      CREATE TABLE taxonomy_revision (sole boolean PRIMARY KEY DEFAULT true CHECK (sole), revision bigint NOT NULL);
      INSERT INTO taxonomy_revision (revision) VALUES (1);

      CREATE TABLE topic_synonym (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        topic text NOT NULL,
        synonym text NOT NULL CHECK (length(synonym) BETWEEN 2 AND 120),
        source text NOT NULL CHECK (length(source) BETWEEN 3 AND 300),
        added_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX topic_synonym_added_by ON topic_synonym (added_by);

      CREATE TABLE topic_merge (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        topic text NOT NULL,
        successor text NOT NULL CHECK (successor <> topic),
        reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 1000),
        merged_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        undone_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        undone_at timestamptz,
        -- How many things it changed, and how many of them an undoing left as they are, because they have changed since.
        moved integer NOT NULL DEFAULT 0,
        kept integer,
        CHECK ((kept IS NULL) = (undone_at IS NULL))
      );
      CREATE UNIQUE INDEX topic_merge_in_force ON topic_merge (topic) WHERE undone_at IS NULL;
      CREATE INDEX topic_merge_merged_by ON topic_merge (merged_by);
      CREATE INDEX topic_merge_undone_by ON topic_merge (undone_by);

      -- What a merge changed, so that it can be undone; forgotten after a while.
      CREATE TABLE topic_move (
        merge_id uuid NOT NULL REFERENCES topic_merge (id) ON DELETE CASCADE,
        thing text NOT NULL CHECK (thing IN ('organisation', 'academic', 'opportunity', 'event', 'saved_search')),
        subject uuid NOT NULL,
        field text NOT NULL CHECK (field IN ('topics', 'must_have', 'nice_to_have', 'exclude', 'filter')),
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        PRIMARY KEY (merge_id, thing, subject, field)
      );

      -- Words that were searched for in vain and are no topic.
      CREATE TABLE topic_word_set_aside (
        term text PRIMARY KEY,
        set_aside_by uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX topic_word_set_aside_by ON topic_word_set_aside (set_aside_by);

      -- The topic that stands for another today: itself, or the end of a line of merges.
      CREATE FUNCTION current_topic(code text) RETURNS text LANGUAGE sql STABLE AS $$
        WITH RECURSIVE line AS (
          SELECT current_topic.code AS topic, 0 AS step
          UNION ALL
          SELECT m.successor, line.step + 1 FROM line
          JOIN topic_merge m ON m.topic = line.topic AND m.undone_at IS NULL WHERE line.step < 100
        )
        SELECT topic FROM line ORDER BY step DESC LIMIT 1
      $$;

      CREATE FUNCTION current_topics(codes text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(topic ORDER BY place), '{}') FROM (
          SELECT current_topic(code) AS topic, min(place) AS place
          FROM unnest(codes) WITH ORDINALITY AS c(code, place) GROUP BY 1
        ) t
      $$;

      CREATE FUNCTION current_criteria(criteria jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT coalesce(jsonb_agg(criterion ORDER BY place), '[]') FROM (
          SELECT CASE WHEN c ->> 'facet' = 'topic' THEN c || jsonb_build_object('code', current_topic(c ->> 'code'))
            ELSE c END AS criterion, min(place) AS place
          FROM jsonb_array_elements(criteria) WITH ORDINALITY AS e(c, place) GROUP BY 1
        ) t
      $$;

      CREATE FUNCTION keep_topics_current() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM topic_merge WHERE topic = ANY (NEW.topics) AND undone_at IS NULL) THEN
          NEW.topics := current_topics(NEW.topics);
        END IF;
        RETURN NEW;
      END $$;

      CREATE FUNCTION keep_criteria_current() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM jsonb_array_elements(NEW.must_have || NEW.nice_to_have || NEW.exclude) c
          JOIN topic_merge m ON c ->> 'facet' = 'topic' AND m.topic = c ->> 'code' AND m.undone_at IS NULL
        ) THEN
          NEW.must_have := current_criteria(NEW.must_have);
          NEW.nice_to_have := current_criteria(NEW.nice_to_have);
          NEW.exclude := current_criteria(NEW.exclude);
        END IF;
        RETURN NEW;
      END $$;

      CREATE TRIGGER current_topics BEFORE INSERT OR UPDATE OF topics ON organisation
        FOR EACH ROW WHEN (NEW.topics <> '{}') EXECUTE FUNCTION keep_topics_current();
      CREATE TRIGGER current_topics BEFORE INSERT OR UPDATE OF topics ON academic
        FOR EACH ROW WHEN (NEW.topics <> '{}') EXECUTE FUNCTION keep_topics_current();
      CREATE TRIGGER current_topics BEFORE INSERT OR UPDATE OF topics ON opportunity
        FOR EACH ROW WHEN (NEW.topics <> '{}') EXECUTE FUNCTION keep_topics_current();
      CREATE TRIGGER current_topics BEFORE INSERT OR UPDATE OF topics ON event
        FOR EACH ROW WHEN (NEW.topics <> '{}') EXECUTE FUNCTION keep_topics_current();
      CREATE TRIGGER current_criteria BEFORE INSERT OR UPDATE OF must_have, nice_to_have, exclude ON opportunity
        FOR EACH ROW WHEN (NEW.must_have || NEW.nice_to_have || NEW.exclude <> '[]')
        EXECUTE FUNCTION keep_criteria_current();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER current_criteria ON opportunity;
      DROP TRIGGER current_topics ON event;
      DROP TRIGGER current_topics ON opportunity;
      DROP TRIGGER current_topics ON academic;
      DROP TRIGGER current_topics ON organisation;
      DROP FUNCTION keep_criteria_current, keep_topics_current, current_criteria, current_topics, current_topic;
      DROP TABLE topic_word_set_aside, topic_move, topic_merge, topic_synonym, taxonomy_revision;
    `);
  }
}
