import type { ClaimState } from './claim.policy.js';
import type { ClaimProof } from './profile-claims.js';

/** A person's claim on a profile, without what proves it. */
export interface Claim {
  id: string;
  accountId: string;
  profileId: string;
  proof: ClaimProof;
  state: ClaimState;
  workEmail: string | null;
  evidence: string | null;
  attemptsLeft: number | null;
  decisionReason: string | null;
  expiresAt: Date | null;
  createdAt: Date;
  decidedAt: Date | null;
}

const columns = `id, account_id AS "accountId", profile_id AS "profileId", proof, state, work_email AS "workEmail", evidence,
  attempts_left AS "attemptsLeft", decision_reason AS "decisionReason", expires_at AS "expiresAt",
  created_at AS "createdAt", decided_at AS "decidedAt"`;

export const claimQueries = {
  /** The claims of one account go one after the other. */
  lockAccount: 'SELECT id FROM account_holder WHERE id = $1 FOR NO KEY UPDATE',
  /** A new code takes the place of an open one: there is never more than one that works. */
  endOpen: `
    UPDATE account_claim SET state = 'withdrawn', code_hash = NULL, decided_at = now()
    WHERE account_id = $1 AND profile_id = $2 AND state IN ('code-sent', 'in-review')`,
  open: `
    INSERT INTO account_claim (id, account_id, profile_id, proof, state, work_email, code_hash, attempts_left, expires_at)
    VALUES ($1, $2, $3, 'work-email', 'code-sent', $4, $5, $6, now() + make_interval(secs => $7))
    RETURNING ${columns}`,
  review: `
    INSERT INTO account_claim (account_id, profile_id, proof, state, evidence)
    VALUES ($1, $2, 'review', 'in-review', $3) RETURNING ${columns}`,
  grantAtOnce: `
    INSERT INTO account_claim (account_id, profile_id, proof, state, decided_at)
    VALUES ($1, $2, 'orcid', 'granted', now()) RETURNING ${columns}`,
  /** An attempt is spent before the code is looked at, so that simultaneous guesses are all paid for. */
  spendAttempt: `
    UPDATE account_claim SET attempts_left = attempts_left - 1
    WHERE id = $1 AND account_id = $2 AND state = 'code-sent' AND expires_at > now() AND attempts_left > 0
    RETURNING code_hash AS "codeHash", profile_id AS "profileId", attempts_left AS "attemptsLeft"`,
  exhaust: `
    UPDATE account_claim SET state = 'expired', code_hash = NULL, decided_at = now()
    WHERE id = $1 AND state = 'code-sent' AND attempts_left = 0`,
  grantByCode: `
    UPDATE account_claim SET state = 'granted', code_hash = NULL, decided_at = now()
    WHERE id = $1 AND account_id = $2 AND state = 'code-sent' AND expires_at > now() RETURNING ${columns}`,
  decide: `
    UPDATE account_claim SET state = $2, decided_by = $3, decision_reason = $4, decided_at = now()
    WHERE id = $1 AND state = 'in-review' AND account_id <> $3 RETURNING ${columns}`,
  withdraw: `
    UPDATE account_claim SET state = 'withdrawn', code_hash = NULL, decided_at = now()
    WHERE id = $1 AND account_id = $2 AND state IN ('code-sent', 'in-review') RETURNING ${columns}`,
  refuseOthers: `
    UPDATE account_claim SET state = 'refused', code_hash = NULL, decided_at = now(),
      decision_reason = 'The profile was shown to be somebody else''s.'
    WHERE profile_id = $1 AND id <> $2 AND state IN ('code-sent', 'in-review')`,
  mine: `SELECT ${columns} FROM account_claim WHERE account_id = $1 ORDER BY created_at DESC, id`,
  inReview: `SELECT ${columns} FROM account_claim WHERE state = 'in-review' ORDER BY created_at, id LIMIT $1 OFFSET $2`,
  one: `SELECT ${columns} FROM account_claim WHERE id = $1`,
  orcidOf: `SELECT subject FROM account_credential WHERE account_id = $1 AND provider = $2`,
};
