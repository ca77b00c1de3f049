/**
 * Every code that an answer of ours can carry, and what it says to the caller. The sentence of the error says the rest, and
 * `details` holds what a program needs. A code says what to do next, not which room said it: two people who want one thing
 * get the same code everywhere.
 */
export const codes = {
  BAD_INPUT: 'A field is wrong: the sentence names it and says what would be right.',
  SIGN_IN_NEEDED: 'Sign in first.',
  SIGN_IN_AGAIN: 'The sign-in is too old for this: give the password, or sign in anew.',
  NOT_FOUND: 'It does not exist, or is not yours to know of: the two are never told apart.',
  NOT_ALLOWED: 'You know of it, and this is for somebody else to do.',
  NOT_VERIFIED: 'The organisation has to be verified first.',
  NOT_READY: 'Something has to come first; `obstacles` or `waitsFor` name it where there is more than one thing.',
  NOT_POSSIBLE: 'It cannot be done with this one: choose another.',
  CHANGED_MEANWHILE: 'Somebody saved after you had read it: read it again, then change what you meant to.',
  WRONG_STATE: 'It has moved on, or was never where this is possible; `state` says where it is.',
  TOO_EARLY: 'Its time has not come.',
  TOO_LATE: 'Its time has passed.',
  LINK_CLOSED: 'A link, code or invitation was used, taken back or has run out: ask for a new one.',
  WRONG_PROOF: 'The code, address or iD does not prove what it should: try again, or another proof.',
  TAKEN: 'Somebody else has it, or was quicker: choose another.',
  ALREADY_EXISTS: 'There is one already; `id` names it where you may see it.',
  STILL_NEEDED: 'Something hangs on it as it is: change that first.',
  LIMIT_REACHED: 'No more of these are kept: remove or finish one first.',
  TOO_MANY: 'Too much in too short a time: wait `retryAfterSeconds`.',
  IDEMPOTENCY_KEY_REUSED: 'The key was used for something else: make a new one.',
  UNAVAILABLE: 'It cannot be answered at the moment: try again soon.',
  INTERNAL_SERVER_ERROR: 'It is our fault, and written down under `requestId`.',
} as const;

export type Code = keyof typeof codes;

/** A mistake of the caller, or an outcome that the caller can act on; its message is written for the person who reads it. */
export class DomainError extends Error {
  constructor(
    readonly code: Code,
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
export const conflict = (code: Code, why: string, details: Record<string, unknown> = {}) =>
  new DomainError(code, why, details);

/** Too much at once from one account or address. */
export const tooMany = (why: string, retryAfterSeconds: number) =>
  new DomainError('TOO_MANY', why, { retryAfterSeconds });
