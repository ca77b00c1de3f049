import { APIError, createAuthMiddleware, getIP, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type { Pool } from 'pg';
import { z } from 'zod';
import { isBlank } from '#graphql';
import { oneLine } from '#mail';
import { type Attempts, addressKey, type Limit } from './attempts.js';
import { type SecurityChange, securityChanged } from './letters.js';
import { passwordProblem } from './passwords.js';
import type { Post } from './post.js';
import type { AccountsSettings } from './settings.js';

const quarter = 15 * 60;
const hour = 3600;

/** Per account, known or unknown, beside the limits per address in auth.ts. */
const limits = {
  signIn: { max: 50, window: hour },
  signInFromOnePlace: { max: 10, window: quarter },
  signUp: { max: 5, window: hour },
  reset: { max: 5, window: hour },
  confirm: { max: 5, window: hour },
  changePassword: { max: 10, window: quarter },
} satisfies Record<string, Limit>;

const signUp = z.strictObject({
  name: z.string(),
  email: z.email().max(254),
  password: z.string(),
  callbackURL: z.string().optional(),
  rememberMe: z.boolean().optional(),
});
const byEmail = z.object({ email: z.string().max(254) });
const withOrcid = z.strictObject({
  provider: z.string(),
  callbackURL: z.string().optional(),
  errorCallbackURL: z.string().optional(),
  disableRedirect: z.boolean().optional(),
});
const reset = z.object({ token: z.string(), newPassword: z.string() });
const totp = z.object({ code: z.string() });
const change = z.object({ newPassword: z.string(), currentPassword: z.string() });

const refuse = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message });

interface Parts {
  pool: Pool;
  attempts: Attempts;
  post: Post;
  settings: AccountsSettings;
}

/** What better-auth does not know about this product: limits per account, passwords, and who is told of what. */
export const createHooks = ({ pool, attempts, post, settings }: Parts) => {
  const within = async (key: string, limit: Limit) => {
    const { allowed, retryAfter } = await attempts.consume(key, limit);
    if (allowed) return;
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'TOO_MANY', message: 'Too many attempts. Wait a while, then try again.' },
      { 'Retry-After': String(retryAfter) },
    );
  };
  const signInKeys = (email: string, address: string) => ({
    anywhere: attempts.keyOf('sign-in', email),
    here: attempts.keyOf('sign-in-here', email, address),
  });
  const person = async (accountId: string) => {
    const { rows } = await pool.query<{ name: string; email: string }>(
      'SELECT name, email FROM account_holder WHERE id = $1',
      [accountId],
    );
    return rows[0];
  };
  const refuseWeak = (password: string, owner: { name: string; email: string }) => {
    const problem = passwordProblem(password, owner);
    if (problem) throw refuse('PASSWORD_TOO_WEAK', problem);
  };
  const tell = (owner: { name: string; email: string }, what: SecurityChange) =>
    post.send('security-change', owner.email, () =>
      securityChanged({ name: owner.name, change: what, url: `${settings.baseUrl}/account` }),
    );

  const before = createAuthMiddleware(async (ctx) => {
    const address = getIP(ctx.request ?? ctx.headers ?? new Headers(), ctx.context.options) ?? 'unknown';
    switch (ctx.path) {
      case '/sign-up/email': {
        const body = signUp.safeParse(ctx.body);
        if (!body.success) throw refuse('BAD_INPUT', z.prettifyError(body.error));
        const name = oneLine(body.data.name, 201);
        if (isBlank(name) || [...name].length > 200)
          throw refuse('BAD_INPUT', 'name: use 1 to 200 characters, not blank.');
        const email = body.data.email.toLowerCase();
        refuseWeak(body.data.password, { name, email });
        await within(attempts.keyOf('sign-up', email), limits.signUp);
        // The newest sign-up of an unconfirmed address wins, and links of earlier ones die with their row. So nobody can
        // open an account in another's name beforehand and have its owner confirm a password they do not know.
        await pool.query('DELETE FROM account_holder WHERE email = $1 AND NOT email_verified', [email]);
        return { context: { body: { ...body.data, name, email } } };
      }
      case '/sign-in/email': {
        const body = byEmail.safeParse(ctx.body);
        if (!body.success) return;
        const keys = signInKeys(body.data.email, address);
        await within(keys.here, limits.signInFromOnePlace);
        await within(keys.anywhere, limits.signIn);
        return;
      }
      case '/request-password-reset':
      case '/send-verification-email': {
        const body = byEmail.safeParse(ctx.body);
        if (!body.success) return;
        const [what, limit] =
          ctx.path === '/request-password-reset'
            ? (['reset', limits.reset] as const)
            : (['confirm', limits.confirm] as const);
        await within(attempts.keyOf(what, body.data.email), limit);
        return;
      }
      case '/reset-password': {
        const body = reset.safeParse(ctx.body);
        if (!body.success) throw refuse('BAD_INPUT', 'Send the token of the letter and a newPassword.');
        const value = await ctx.context.internalAdapter.findVerificationValue(`reset-password:${body.data.token}`);
        const owner = value ? await person(value.value) : undefined;
        refuseWeak(body.data.newPassword, owner ?? { name: '', email: '' });
        return;
      }
      case '/change-password': {
        const body = change.safeParse(ctx.body);
        const session = body.success ? await getSessionFromCtx(ctx) : null;
        if (!body.success || !session) return;
        refuseWeak(body.data.newPassword, session.user);
        await within(attempts.keyOf('change-password', session.user.id), limits.changePassword);
        return { context: { body: { ...body.data, revokeOtherSessions: true } } };
      }
      case '/sign-in/social':
      case '/link-social': {
        // Only the redirect is offered: a token or scope that the caller brings along is refused.
        const body = withOrcid.safeParse(ctx.body);
        if (!body.success) throw refuse('BAD_INPUT', z.prettifyError(body.error));
        return;
      }
      default: {
        // Guesses at the password of an open session count as well.
        if (!ctx.path?.startsWith('/two-factor/') || !('password' in (ctx.body ?? {}))) return;
        const session = await getSessionFromCtx(ctx);
        if (session) await within(attempts.keyOf('change-password', session.user.id), limits.changePassword);
      }
    }
  });

  const after = createAuthMiddleware(async (ctx) => {
    if (isAPIError(ctx.context.returned)) return;
    switch (ctx.path) {
      case '/sign-in/email': {
        const body = byEmail.safeParse(ctx.body);
        const address = getIP(ctx.request ?? ctx.headers ?? new Headers(), ctx.context.options) ?? 'unknown';
        if (!body.success) return;
        // Also the one counted for the address: a whole hospital may sign in from behind one.
        const counted = Object.values(signInKeys(body.data.email, address));
        await attempts.giveBack([...counted, addressKey(`${address}|${ctx.path}`)]);
        return;
      }
      case '/change-password':
      case '/two-factor/disable': {
        const owner = ctx.context.newSession?.user;
        if (owner) tell(owner, ctx.path === '/change-password' ? 'password' : 'two-factor-off');
        return;
      }
      case '/two-factor/verify-totp': {
        const body = totp.safeParse(ctx.body);
        const made = ctx.context.newSession;
        const owner = made?.user ?? ctx.context.session?.user;
        if (!body.success || !owner) return;
        // A code works once (RFC 6238, 5.2): who looks over a shoulder must not get in with what they saw.
        const once = await attempts.consume(attempts.keyOf('totp', owner.id, body.data.code), { max: 1, window: 120 });
        if (!once.allowed) {
          if (made) await ctx.context.internalAdapter.deleteSession(made.session.token);
          throw new APIError('UNAUTHORIZED', {
            code: 'INVALID_CODE',
            message: 'This code was used already. Wait for the next.',
          });
        }
        // The first right code after switching it on: the session existed before, and its holder is told.
        if (ctx.context.session && made) tell(owner, 'two-factor-on');
        return;
      }
      default:
        return;
    }
  });

  return { before, after, tell, within, limits };
};
