import type { Tx } from '#database';
import { tooMany } from '#graphql';
import { signOffLimits } from './sign-off.rules.js';

/**
 * Refuses letters to people outside beyond what anybody needs in a day, from one account and to one address: nobody uses
 * these letters to fill somebody's mailbox. An ask that is repeated counts each time, whatever became of the first.
 */
export const refuseTooMany = async (tx: Tx, accountId: string, email: string): Promise<void> => {
  // One at a time for each account and each address: what is counted is what there is.
  await tx.row('SELECT FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
  await tx.row('SELECT pg_advisory_xact_lock(hashtext($1))', [`sign-off ${email.toLowerCase()}`]);
  const sent = await tx.row<{ asked: number; received: number }>(
    `SELECT
       (SELECT count(*)::int FROM collaboration_event
        WHERE account_id = $1 AND action = 'ask-sign-off' AND created_at > now() - interval '1 day') AS asked,
       (SELECT count(*)::int FROM sign_off_link WHERE email = $2 AND created_at > now() - interval '1 day') AS received`,
    [accountId, email],
  );
  const { asksPerPersonPerDay: asks, asksPerAddressPerDay: letters } = signOffLimits;
  if ((sent?.asked ?? 0) >= asks) {
    throw tooMany(`You have asked for ${asks} sign-offs within a day: ask for the rest tomorrow.`, 86_400);
  }
  if ((sent?.received ?? 0) >= letters) {
    throw tooMany(`This address was sent ${letters} links within a day: ask again tomorrow.`, 86_400);
  }
};
