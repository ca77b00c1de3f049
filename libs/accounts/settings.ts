import type { Settings } from '#config';

/** What sign-in and its neighbours need to know; the checked settings have all of it, the rest has a default. */
export interface AccountsSettings extends Pick<Settings, 'baseUrl' | 'authSecret' | 'production'> {
  /** Sign-in with ORCID is offered only when there are credentials for it. */
  orcid: OrcidSettings | null;
  session?: Partial<SessionLimits>;
  /** Work of one password hash; lowered only where many accounts are made that protect nothing. */
  passwordWork?: PasswordWork;
  /** Answers that could tell whether an address is known leave on multiples of this, in milliseconds. */
  answerBeat?: number;
}

export interface OrcidSettings {
  clientId: string;
  clientSecret: string;
  /** The OpenID issuer, when it is not ORCID's own: its sandbox, for example. */
  issuer?: string;
}

/** How long a session lives, in seconds. */
export interface SessionLimits {
  /** Without use. */
  idle: number;
  /** At most, however much it is used. */
  absolute: number;
  /** How old the last recorded use may be before a use is recorded again. */
  refresh: number;
}

/** The cost of scrypt: N is 2 to the power of `logN`, `p` is how often that is done. */
export interface PasswordWork {
  logN: number;
  p: number;
}

export const sessionLimits = (settings: AccountsSettings): SessionLimits => ({
  idle: 12 * 3600,
  absolute: 7 * 24 * 3600,
  refresh: 5 * 60,
  ...settings.session,
});
