/** One path of better-auth that may be reached over HTTP. */
export interface AuthRoute {
  method: 'GET' | 'POST';
  path: string;
  /** Whether the answer could tell if an address is known, so that it always leaves on the beat. */
  quiet?: true;
}

/**
 * Everything of better-auth that the world can reach; whatever is not in this list does not exist, also after an upgrade
 * that brings new paths. Organisations and members are reached through our own API only.
 */
const always: AuthRoute[] = [
  { method: 'POST', path: '/sign-up/email', quiet: true },
  { method: 'POST', path: '/sign-in/email', quiet: true },
  { method: 'POST', path: '/sign-out' },
  { method: 'GET', path: '/verify-email' },
  { method: 'POST', path: '/send-verification-email', quiet: true },
  { method: 'POST', path: '/request-password-reset', quiet: true },
  { method: 'POST', path: '/reset-password' },
  { method: 'GET', path: '/get-session' },
  { method: 'GET', path: '/list-sessions' },
  { method: 'POST', path: '/revoke-session' },
  { method: 'POST', path: '/revoke-sessions' },
  { method: 'POST', path: '/revoke-other-sessions' },
  { method: 'POST', path: '/change-password' },
  { method: 'POST', path: '/two-factor/enable' },
  { method: 'POST', path: '/two-factor/disable' },
  { method: 'POST', path: '/two-factor/get-totp-uri' },
  { method: 'POST', path: '/two-factor/verify-totp' },
  { method: 'POST', path: '/two-factor/verify-backup-code' },
  { method: 'POST', path: '/two-factor/generate-backup-codes' },
];

const withOrcid: AuthRoute[] = [
  { method: 'POST', path: '/sign-in/social' },
  { method: 'POST', path: '/link-social' },
  { method: 'GET', path: '/callback/orcid' },
];

/** The paths that are served, below `/auth`. */
export const authRoutes = ({ orcid }: { orcid: unknown }): AuthRoute[] => (orcid ? [...always, ...withOrcid] : always);

/** What the caller is told, where the plain answer would tell whether an address is known. */
export interface SaidAnswer {
  status: number;
  body: Record<string, unknown>;
}

const signUpAnswer: SaidAnswer = {
  status: 200,
  body: { status: true, message: 'If this address can have an account, a letter is on its way to it.' },
};
const signInAnswer: SaidAnswer = {
  status: 401,
  body: {
    code: 'SIGN_IN_REFUSED',
    message:
      'This e-mail address and password do not belong together, or the address is not confirmed yet. If you have just opened an account, follow the link in the letter first.',
  },
};

/**
 * One answer for addresses that are known, unknown or unconfirmed. For sign-in that includes "not confirmed": otherwise
 * signing up with somebody's address and then signing in would tell whether the address had an account before.
 */
export const saidAnswer = (path: string, status: number, code: string | undefined): SaidAnswer | undefined => {
  if (path === '/sign-up/email' && (status === 200 || code === 'FAILED_TO_CREATE_USER')) return signUpAnswer;
  if (path === '/sign-in/email' && (status === 401 || code === 'EMAIL_NOT_VERIFIED')) return signInAnswer;
  return undefined;
};
