import { Problem } from './problems';

/** Talks to sign-in and its neighbours under /auth; what they refuse becomes a problem with their own words. */
const post = async <Result>(path: string, body: object = {}): Promise<Result> => {
  let response: Response;
  try {
    response = await fetch(`/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Problem('OFFLINE', 'The server cannot be reached. Check your connection, then try again.');
  }
  const answer = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  if (response.ok) return answer as Result;
  const wait = Number(response.headers.get('retry-after') ?? 0);
  const message = answer.message ?? 'This did not work. Try again in a moment.';
  throw new Problem(
    answer.code ?? 'UNAVAILABLE',
    wait > 0
      ? `${message} You can try again in ${wait < 90 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`}.`
      : message,
    {},
    response.headers.get('x-request-id'),
  );
};

/** Signs in; `secondStep` says that a code is still needed. */
export const signIn = async (email: string, password: string): Promise<{ secondStep: boolean }> => {
  const answer = await post<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password });
  return { secondStep: answer.twoFactorRedirect === true };
};

/** The second step: a code of the authenticator app, or one of the codes that were written down. */
export const enterCode = (code: string, backup: boolean) =>
  post(backup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', { code });

export const signUp = (name: string, email: string, password: string) =>
  post('/sign-up/email', { name, email, password, callbackURL: '/sign-in?confirmed=yes' });

export const sendConfirmation = (email: string) =>
  post('/send-verification-email', { email, callbackURL: '/sign-in?confirmed=yes' });

export const requestPasswordReset = (email: string) => post('/request-password-reset', { email });

export const resetPassword = (token: string, newPassword: string) => post('/reset-password', { token, newPassword });

export const signOut = () => post('/sign-out');

/** Leaves for ORCID; the browser comes back signed in. */
export const signInWithOrcid = async (callbackURL: string) => {
  const { url } = await post<{ url: string }>('/sign-in/social', { provider: 'orcid', callbackURL });
  window.location.assign(url);
};
