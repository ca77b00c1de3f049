/** A mistake of the caller, or an outcome that the caller can act on; its message is written for the person who reads it. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** The thing does not exist, or is not the asker's to know of: the two are never told apart. */
export const notFound = (thing: string) => new DomainError('NOT_FOUND', `There is no such ${thing}.`, { thing });

/** One field of the input is wrong: which, what is wrong with it, and what would be right. */
export const badInput = (field: string, problem: string, fix: string) =>
  new DomainError('BAD_INPUT', `${field}: ${problem} ${fix}`, { field, problem, fix });

/** The asker is known, and may not do this. */
export const notAllowed = (why: string) => new DomainError('NOT_ALLOWED', why);

/** Nobody is signed in, and this needs somebody. */
export const signInNeeded = () => new DomainError('SIGN_IN_NEEDED', 'Sign in first: this is for signed-in people.');

/** The thing has changed, or already is, in a way that does not allow this. */
export const conflict = (code: string, why: string, details: Record<string, unknown> = {}) =>
  new DomainError(code, why, details);

/** Too much at once from one account or address. */
export const tooMany = (why: string, retryAfterSeconds: number) =>
  new DomainError('TOO_MANY', why, { retryAfterSeconds });
