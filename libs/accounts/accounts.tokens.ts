/** The injection token of the configured better-auth, for the server that mounts it. */
export const AUTH = Symbol('Auth');

/** The injection token of the settings of accounts. */
export const ACCOUNTS_SETTINGS = Symbol('AccountsSettings');
