import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { badInput, conflict } from '#graphql';
import { signedIn } from './refusals.js';
import type { Viewer } from './viewer.js';

/** What a person can agree to. */
export type ConsentPurpose = 'terms' | 'privacy' | 'contact-by-companies' | 'digest';

export const consentPurposes: readonly ConsentPurpose[] = ['terms', 'privacy', 'contact-by-companies', 'digest'];

/** Without these there is no account; the others can be taken back at any time. */
const needed: readonly ConsentPurpose[] = ['terms', 'privacy'];

/** One line of the ledger: what was agreed to, in which words, from when, and until when. */
export interface Consent {
  id: string;
  accountId: string;
  purpose: ConsentPurpose;
  textVersion: string;
  givenAt: Date;
  withdrawnAt: Date | null;
}

const columns = `id, account_id AS "accountId", purpose, text_version AS "textVersion", given_at AS "givenAt",
  withdrawn_at AS "withdrawnAt"`;

/** The ledger of consents. Lines are added and closed; the database lets nobody rewrite them. */
@Injectable()
export class ConsentService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Records that the viewer agrees, to these words. Agreeing again to the same words changes nothing. */
  async give(viewer: Viewer, purpose: ConsentPurpose, textVersion: string): Promise<Consent> {
    const { accountId } = signedIn(viewer);
    checkPurpose(purpose);
    if (!/^[\w.-]{1,40}$/.test(textVersion)) {
      throw badInput('textVersion', 'This is not a version.', 'Send the version of the text that was shown.');
    }
    return this.database.transaction(async (tx) => {
      // Two at once: the second waits here, and then finds the line of the first.
      await tx.row('SELECT id FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
      const standing = await tx.row<Consent>(
        `SELECT ${columns} FROM account_consent WHERE account_id = $1 AND purpose = $2 AND withdrawn_at IS NULL`,
        [accountId, purpose],
      );
      if (standing?.textVersion === textVersion) return standing;
      if (standing) await tx.affected('UPDATE account_consent SET withdrawn_at = now() WHERE id = $1', [standing.id]);
      const given = await tx.row<Consent>(
        `INSERT INTO account_consent (account_id, purpose, text_version) VALUES ($1, $2, $3) RETURNING ${columns}`,
        [accountId, purpose, textVersion],
      );
      if (!given) throw new Error('A consent was not recorded.');
      return given;
    });
  }

  /** Takes a consent back. Taking back what was not given changes nothing. */
  async withdraw(viewer: Viewer, purpose: ConsentPurpose): Promise<void> {
    const { accountId } = signedIn(viewer);
    checkPurpose(purpose);
    if (needed.includes(purpose)) {
      throw conflict('STILL_NEEDED', 'An account cannot be without this. Close the account to take it back.');
    }
    await this.database.affected(
      `UPDATE account_consent SET withdrawn_at = now()
       WHERE account_id = $1 AND purpose = $2 AND withdrawn_at IS NULL`,
      [accountId, purpose],
    );
  }

  /** Everything the viewer agreed to and took back, oldest first. */
  async history(viewer: Viewer): Promise<Consent[]> {
    const { accountId } = signedIn(viewer);
    return this.database.rows<Consent>(
      `SELECT ${columns} FROM account_consent WHERE account_id = $1 ORDER BY given_at, id`,
      [accountId],
    );
  }

  /** Which of these accounts agree to something at this moment; asked before each digest and each contact. */
  async agreeing(purpose: ConsentPurpose, accountIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ accountId: string }>(
      `SELECT account_id AS "accountId" FROM account_consent
       WHERE purpose = $1 AND account_id = ANY($2::uuid[]) AND withdrawn_at IS NULL`,
      [purpose, accountIds],
    );
    return new Set(rows.map((row) => row.accountId));
  }
}

const checkPurpose = (purpose: ConsentPurpose) => {
  if (!consentPurposes.includes(purpose)) {
    throw badInput('purpose', 'There is no such purpose.', `Use one of ${consentPurposes.join(', ')}.`);
  }
};
