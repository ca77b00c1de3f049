import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A blind brief may wait for a signed non-disclosure agreement (NDA) before it shows who is behind it. */
export class Nda1700000000145 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- What was written under the old rule keeps it; what is written from now on waits, unless its owner says otherwise.
      ALTER TABLE opportunity ADD COLUMN reveal_after text NOT NULL DEFAULT 'acceptance'
        CHECK (reveal_after IN ('acceptance', 'nda'));
      ALTER TABLE opportunity ALTER COLUMN reveal_after SET DEFAULT 'nda';

      -- 'open' is the side that is not hidden, whether it has sent the request or received it.
      ALTER TABLE request_transition DROP CONSTRAINT request_transition_actor_check,
        ADD CONSTRAINT request_transition_actor_check CHECK (actor IN ('sender', 'receiver', 'office', 'clock', 'open'));
      INSERT INTO request_transition (from_state, to_state, action, actor) VALUES
        ('delivered', 'awaiting-nda', 'accept', 'receiver'),
        ('asked', 'awaiting-nda', 'accept', 'receiver'),
        ('awaiting-nda', 'accepted', 'sign', 'open'),
        ('awaiting-nda', 'declined', 'decline', 'receiver'),
        ('awaiting-nda', 'withdrawn', 'withdraw', 'sender'),
        ('awaiting-nda', 'expired', 'expire', 'clock'),
        ('awaiting-nda', 'delivered', 'undo', 'receiver'),
        ('awaiting-nda', 'asked', 'undo', 'receiver'),
        ('declined', 'awaiting-nda', 'undo', 'receiver')
        ON CONFLICT DO NOTHING;

      ALTER TABLE collaboration_request DROP CONSTRAINT collaboration_request_state_check,
        ADD CONSTRAINT collaboration_request_state_check CHECK (state IN ('office-review', 'delivered', 'asked',
          'awaiting-nda', 'accepted', 'declined', 'referred', 'withdrawn', 'expired', 'refused'));
      DROP INDEX collaboration_request_open, collaboration_request_expiry;
      CREATE UNIQUE INDEX collaboration_request_open ON collaboration_request
        (least(sender_id, receiver_id), greatest(sender_id, receiver_id), opportunity_id) NULLS NOT DISTINCT
        WHERE state IN ('office-review', 'delivered', 'asked', 'awaiting-nda');
      CREATE INDEX collaboration_request_expiry ON collaboration_request (expires_at)
        WHERE state IN ('office-review', 'delivered', 'asked', 'awaiting-nda');

      -- Who has signed for the side that is not hidden, and which version of the text.
      CREATE TABLE request_nda (
        request_id uuid PRIMARY KEY REFERENCES collaboration_request (id) ON DELETE CASCADE,
        text_version text NOT NULL,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        signatory text NOT NULL CHECK (length(signatory) BETWEEN 1 AND 200),
        role text NOT NULL CHECK (length(role) BETWEEN 1 AND 200),
        capacity text NOT NULL CHECK (capacity ~ '^[a-z]+(-[a-z]+)*$'),
        binds text NOT NULL CHECK (length(binds) BETWEEN 1 AND 200),
        signed_on date NOT NULL,
        account_id uuid REFERENCES account_holder (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', now())
      );
      CREATE INDEX request_nda_account ON request_nda (account_id);
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON request_nda
        FOR EACH ROW EXECUTE FUNCTION request_record_kept();
      CREATE TRIGGER kept_whole BEFORE TRUNCATE ON request_nda
        FOR EACH STATEMENT EXECUTE FUNCTION request_record_kept();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // The ways that were taken stay: the record of requests stands on them.
    await queryRunner.query(`
      DROP TABLE request_nda;
      UPDATE collaboration_request SET state = 'expired' WHERE state = 'awaiting-nda';
      ALTER TABLE opportunity DROP COLUMN reveal_after;
    `);
  }
}
