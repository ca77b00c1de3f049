import { createHash } from 'node:crypto';
import { conflict } from '#graphql';
import type { Sql } from './database.js';

/** A creating request, as its sender may repeat it. */
export interface RepeatableRequest {
  accountId: string;
  key: string;
  operation: string;
  input: object;
}

/**
 * Does the work once for a key, in the caller's transaction, and answers a repeat with what the first one answered.
 * The same key for something else is refused. A repeat that comes while the first is still running waits for it.
 */
export const once = async <Answer extends object>(
  tx: Sql,
  { accountId, key, operation, input }: RepeatableRequest,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  const first = await tx.affected(
    `INSERT INTO idempotency_key (account_id, key, operation, request_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [accountId, key, operation, hash],
  );
  if (first) {
    const answer = await work();
    await tx.affected('UPDATE idempotency_key SET response = $3 WHERE account_id = $1 AND key = $2', [
      accountId,
      key,
      JSON.stringify(answer),
    ]);
    return answer;
  }
  const known = await tx.row<{ operation: string; request_hash: string; response: Answer }>(
    'SELECT operation, request_hash, response FROM idempotency_key WHERE account_id = $1 AND key = $2',
    [accountId, key],
  );
  if (!known || known.operation !== operation || known.request_hash !== hash) {
    throw conflict(
      'IDEMPOTENCY_KEY_REUSED',
      'idempotencyKey: this key was already used for something else. Make a new one for each new thing.',
    );
  }
  return known.response;
};

/** Forgets what was answered more than a week ago: nobody repeats a request for so long. */
export const forgetAnswers = (sql: Sql): Promise<number> =>
  sql.affected(`DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days'`);
