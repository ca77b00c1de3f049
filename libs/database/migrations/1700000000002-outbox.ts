import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What changed and is not yet in the search index, and which creating mutations were already answered.
 * `outbox_add` is called by the triggers of the directory's tables, so no writer can forget the outbox.
 */
export class Outbox1700000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS citext;

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        subject uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE FUNCTION outbox_add() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO outbox (kind, subject) VALUES (TG_ARGV[0], CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
        RETURN NULL;
      END $$;

      CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('outbox', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake();

      -- A stale save must not win: the database alone moves the version, one step a change.
      CREATE FUNCTION next_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.version NOT IN (OLD.version, OLD.version + 1) THEN
          RAISE EXCEPTION 'stale version % of % %', NEW.version, TG_TABLE_NAME, OLD.id USING ERRCODE = '40001';
        END IF;
        NEW.version := OLD.version + 1;
        NEW.updated_at := now();
        RETURN NEW;
      END $$;

      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 255),
        operation text NOT NULL,
        request_hash text NOT NULL,
        response jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE idempotency_key;
      DROP TABLE outbox;
      DROP FUNCTION outbox_wake, outbox_add, next_version;
    `);
  }
}
