import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '#database';
import { badInput, conflict, notFound } from '#graphql';
import { oneLine } from '#mail';
import { AUTH } from './accounts.tokens.js';
import type { Auth } from './auth.js';
import { passwordProblem } from './passwords.js';
import { nobody, type PlatformRole, type Viewer } from './viewer.js';

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** Opened by the platform itself, for the demonstration or its first admin, so that no letter is needed. */
  platformRole?: PlatformRole;
}

/** A person as others who work with them may see: no more than a name and an address. */
export interface AccountCard {
  id: string;
  name: string;
  email: string;
}

/** Accounts as the platform itself handles them; people open their own through sign-up. */
@Injectable()
export class AccountService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  /**
   * Opens an account whose address counts as confirmed, and answers its id.
   *
   * @throws BAD_INPUT for an address or password that sign-up would refuse, ALREADY_EXISTS for an address in use
   */
  async open({ name, email, password, platformRole = 'person' }: NewAccount): Promise<string> {
    const address = email.trim().toLowerCase();
    const shownName = oneLine(name, 200);
    if (shownName === '') throw badInput('name', 'It is empty.', 'Give the name that others should see.');
    if (!z.email().max(254).safeParse(address).success) {
      throw badInput('email', 'This is not an e-mail address.', 'Write it as name@example.org.');
    }
    const problem = passwordProblem(password, { name: shownName, email: address });
    if (problem) throw badInput('password', 'It cannot be used.', problem);
    const context = await this.auth.$context;
    const hash = await context.password.hash(password);
    return this.database.transaction(async (tx) => {
      const row = await tx.row<{ id: string }>(
        `INSERT INTO account_holder (name, email, email_verified, platform_role) VALUES ($1, $2, true, $3)
         ON CONFLICT (email) DO NOTHING RETURNING id`,
        [shownName, address, platformRole],
      );
      if (!row) throw conflict('ALREADY_EXISTS', 'There is an account with this address already.');
      await tx.affected(
        `INSERT INTO account_credential (account_id, provider, subject, password) VALUES ($1, 'credential', $2, $3)`,
        [row.id, row.id, hash],
      );
      return row.id;
    });
  }

  /** The account with an address, or undefined. For the platform's own programs: nobody else may ask by address. */
  async byEmail(email: string): Promise<AccountCard | undefined> {
    return this.database.row<AccountCard>('SELECT id, name, email FROM account_holder WHERE email = $1', [
      email.trim().toLowerCase(),
    ]);
  }

  /** The accounts with these ids, in no particular order. */
  async cards(ids: readonly string[]): Promise<AccountCard[]> {
    if (ids.length === 0) return [];
    return this.database.rows<AccountCard>('SELECT id, name, email FROM account_holder WHERE id = ANY($1::uuid[])', [
      ids,
    ]);
  }

  /**
   * An account as who it would be if it asked, for what the clock does in its name: what it may not see is not written to
   * it. Rights of the platform are left out; undefined for an account that is gone or whose address is not confirmed.
   */
  async viewer(accountId: string): Promise<Viewer | undefined> {
    const row = await this.database.row<Pick<Viewer, 'name' | 'email' | 'academicId' | 'memberships'>>(
      `SELECT h.name, h.email, (SELECT id FROM academic WHERE account_id = h.id) AS "academicId",
         coalesce((SELECT json_agg(json_build_object('organisationId', organisation_id, 'role', role))
           FROM account_membership WHERE account_id = h.id), '[]') AS memberships
       FROM account_holder h WHERE h.id = $1 AND h.email_verified`,
      [accountId],
    );
    return row && { ...nobody, ...row, accountId, emailVerified: true };
  }

  /** Changes what a person is to the whole platform, and signs them out so that the change is theirs at once. */
  async setPlatformRole(accountId: string, role: PlatformRole): Promise<void> {
    await this.database.transaction(async (tx) => {
      const changed = await tx.affected(
        'UPDATE account_holder SET platform_role = $2, updated_at = now() WHERE id = $1',
        [accountId, role],
      );
      if (changed === 0) throw notFound('account');
      await tx.affected('DELETE FROM account_session WHERE account_id = $1', [accountId]);
    });
  }

  /** Removes what has outlived its purpose: ended sessions, spent values, and sign-ups never confirmed. */
  async sweep(): Promise<{ sessions: number; values: number; signUps: number; claims: number }> {
    const sessions = await this.database.affected('DELETE FROM account_session WHERE expires_at < now()');
    const values = await this.database.affected('DELETE FROM account_verification WHERE expires_at < now()');
    const signUps = await this.database.affected(
      `DELETE FROM account_holder WHERE NOT email_verified AND created_at < now() - interval '7 days'`,
    );
    const claims = await this.database.affected(
      `UPDATE account_claim SET state = 'expired', code_hash = NULL, decided_at = now()
       WHERE state = 'code-sent' AND expires_at < now()`,
    );
    await this.database.affected('DELETE FROM account_attempt WHERE ends_at < now()');
    return { sessions, values, signUps, claims };
  }
}
