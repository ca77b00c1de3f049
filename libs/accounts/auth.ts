import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { organization } from 'better-auth/plugins/organization';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Pool } from 'pg';
import { type Attempts, addressKey } from './attempts.js';
import { createHooks } from './auth.hooks.js';
import { authLog } from './auth.log.js';
import {
  credentialTable,
  holderTable,
  organisationTables,
  sessionTable,
  twoFactorTables,
  verificationTable,
} from './auth.schema.js';
import { alreadyHere, confirmAddress, newPassword } from './letters.js';
import { orcidProvider, orcidSignIn } from './orcid.js';
import { createPasswords, passwordLength } from './passwords.js';
import type { Post } from './post.js';
import { type AccountsSettings, sessionLimits } from './settings.js';

/** The path under which sign-in and its neighbours are served. */
export const authPath = '/auth';

/** Carries the caller's address from our server to better-auth; what a caller sends under this name is dropped. */
export const addressHeader = 'x-benchside-address';

interface Parts {
  pool: Pool;
  post: Post;
  attempts: Attempts;
  settings: AccountsSettings;
}

/** On one's own machine the same page is opened by either name; anywhere else there is exactly one origin. */
const trustedOrigins = ({ baseUrl, production }: AccountsSettings) => {
  const { port, protocol, hostname } = new URL(baseUrl);
  const local = ['localhost', '127.0.0.1'];
  if (production || !local.includes(hostname)) return [new URL(baseUrl).origin];
  return local.map((name) => `${protocol}//${name}${port && `:${port}`}`);
};

/** better-auth, configured. Which of its paths can be reached at all is decided in auth.routes.ts. */
export const createAuth = ({ pool, post, attempts, settings }: Parts) => {
  const secure = settings.baseUrl.startsWith('https:');
  const limits = sessionLimits(settings);
  const hooks = createHooks({ pool, attempts, post, settings });
  const page = (path: string) => `${settings.baseUrl}${path}`;

  return betterAuth({
    appName: 'Benchside',
    baseURL: settings.baseUrl,
    basePath: authPath,
    secret: settings.authSecret,
    trustedOrigins: trustedOrigins(settings),
    telemetry: { enabled: false },
    database: pool,
    logger: authLog(),
    // What is not an answer is thrown to mount.ts: left alone, it is printed whole, with the values of the statement.
    onAPIError: { throw: true, errorURL: page('/sign-in') },
    user: {
      ...holderTable,
      additionalFields: {
        platformRole: { type: 'string', defaultValue: 'person', input: false, fieldName: 'platform_role' },
      },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    account: {
      ...credentialTable,
      updateAccountOnSignIn: false,
      // Somebody who is signed in may connect ORCID; an address that happens to be equal connects nothing.
      accountLinking: {
        enabled: true,
        disableImplicitLinking: true,
        trustedProviders: [orcidProvider],
        allowDifferentEmails: true,
      },
    },
    // The cookie may last as long as the longest session; the row in the database, written at each use by
    // viewer.queries.ts, says how long it really does.
    session: {
      ...sessionTable,
      expiresIn: limits.absolute,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: verificationTable,
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, expiresAt: new Date(Date.now() + Math.min(limits.idle, limits.absolute) * 1000) },
          }),
        },
      },
      account: {
        create: {
          before: async (account) => {
            const { rowCount } = await pool.query(
              'SELECT FROM account_credential WHERE account_id = $1 AND provider = $2',
              [account.userId, account.providerId],
            );
            if (rowCount) {
              throw new APIError('CONFLICT', {
                code: 'already_connected',
                message: 'Another iD is already connected.',
              });
            }
            // ORCID's tokens are proof once; keeping them would only be something to lose.
            return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
          },
          after: async (account) => {
            if (account.providerId !== orcidProvider) return;
            const { rows } = await pool.query<{ name: string; email: string }>(
              'SELECT name, email FROM account_holder WHERE id = $1',
              [account.userId],
            );
            if (rows[0]) hooks.tell(rows[0], 'orcid');
          },
        },
        update: {
          before: async (changes) => ({
            data: { ...changes, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.shortest,
      maxPasswordLength: passwordLength.longest,
      password: createPasswords(settings.passwordWork),
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        const url = page(`/reset-password?token=${encodeURIComponent(token)}`);
        post.send('reset-password', user.email, () => newPassword({ name: user.name, url }));
      },
      onPasswordReset: async ({ user }) => {
        // The token came from the mailbox, so the mailbox is proved; the password is new, so no earlier one survives.
        await pool.query('UPDATE account_holder SET email_verified = true WHERE id = $1', [user.id]);
        hooks.tell(user, 'password');
      },
      onExistingUserSignUp: async ({ user }) => {
        post.send('already-registered', user.email, () => alreadyHere({ name: user.name, url: page('/sign-in') }));
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: false,
      expiresIn: 3600,
      sendVerificationEmail: async ({ user, token, url }) => {
        // The letter leads to a page with a button: a mail scanner that opens links must not confirm an account.
        const confirm = new URL(page(`${authPath}/confirm-email`));
        confirm.searchParams.set('token', token);
        confirm.searchParams.set('callbackURL', new URL(url).searchParams.get('callbackURL') ?? '/');
        post.later('confirm-email', async () => {
          const { allowed } = await attempts.consume(
            attempts.keyOf('confirm-letter', user.email),
            hooks.limits.confirm,
          );
          if (!allowed) return;
          post.send('confirm-email', user.email, () => confirmAddress({ name: user.name, url: confirm.href }));
        });
      },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/*': { window: 300, max: 30 },
        '/sign-up/*': { window: 3600, max: 30 },
        '/request-password-reset': { window: 900, max: 15 },
        '/send-verification-email': { window: 900, max: 15 },
        '/reset-password': { window: 900, max: 15 },
        '/change-password': { window: 900, max: 15 },
        '/two-factor/*': { window: 60, max: 15 },
        '/link-social': { window: 300, max: 15 },
        '/get-session': { window: 60, max: 300 },
      },
      customStorage: { consume: (key, rule) => attempts.consume(addressKey(key), rule) },
    },
    advanced: {
      cookiePrefix: secure ? '__Host-benchside' : 'benchside',
      // The prefix __Host- promises Secure, Path=/ and no Domain; better-auth's own switch would add __Secure- to it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // The test with getMigrations() compares the schemas; at run time `organisation` has columns that are not its concern.
      database: { generateId: 'uuid', validateSchema: false },
      backgroundTasks: { handler: (promise) => post.watch(promise) },
    },
    hooks: { before: hooks.before, after: hooks.after },
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
        creatorRole: 'admin',
        invitationExpiresIn: 7 * 24 * 3600,
        requireEmailVerificationOnInvitation: true,
        schema: organisationTables,
      }),
      twoFactor({
        issuer: 'Benchside',
        schema: twoFactorTables,
        twoFactorCookieMaxAge: 600,
        trustDeviceMaxAge: 14 * 24 * 3600,
      }),
      ...(settings.orcid ? [orcidSignIn(settings.orcid)] : []),
    ],
  });
};

export type Auth = ReturnType<typeof createAuth>;
