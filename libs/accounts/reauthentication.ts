import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { badInput, conflict, tooMany } from '#graphql';
import { AUTH } from './accounts.tokens.js';
import { Attempts } from './attempts.js';
import type { Auth } from './auth.js';
import { signedIn } from './refusals.js';
import type { Viewer } from './viewer.js';

const limit = { max: 10, window: 900 };

/** Makes sure that whoever asks is the person, and not somebody at a screen that was left open. */
@Injectable()
export class Reauthentication {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Attempts) private readonly attempts: Attempts,
  ) {}

  /**
   * Passes with the account's password, or with a sign-in of the last minutes.
   *
   * @throws BAD_INPUT for a wrong password, SIGN_IN_AGAIN where there is none and the sign-in is older, TOO_MANY guesses
   */
  async check(asking: Viewer, password: string | null, freshMinutes: number): Promise<void> {
    const { accountId, sessionId } = signedIn(asking);
    if (password === null) {
      const fresh = await this.database.row(
        'SELECT FROM account_session WHERE id = $1 AND created_at > now() - make_interval(mins => $2)',
        [sessionId, freshMinutes],
      );
      if (fresh) return;
      throw conflict(
        'SIGN_IN_AGAIN',
        `Give your password, or sign out and in again first: it must be less than ${freshMinutes} minutes ago.`,
      );
    }
    const { allowed, retryAfter } = await this.attempts.consume(
      this.attempts.keyOf('change-password', accountId),
      limit,
    );
    if (!allowed) throw tooMany('Too many attempts. Wait a while, then try again.', retryAfter);
    const credential = await this.database.row<{ hash: string | null }>(
      `SELECT password AS hash FROM account_credential WHERE account_id = $1 AND provider = 'credential'`,
      [accountId],
    );
    const { password: passwords } = await this.auth.$context;
    if (credential?.hash && (await passwords.verify({ hash: credential.hash, password }))) return;
    throw badInput('password', 'It is not the password of your account.', 'Try again, or choose a new one first.');
  }
}
