import { type DomainError, notAllowed, notFound, signInNeeded } from '#graphql';
import type { Refusal } from './membership.policy.js';
import { isSignedIn, type SignedIn, type Viewer } from './viewer.js';

/** Throws what a refusal means to the asker; what is none of their business does not exist. */
export const unless = (refusal: Refusal | undefined, thing: string): void => {
  if (refusal !== undefined) throw refusalError(refusal, thing);
};

const refusalError = (refusal: Refusal, thing: string): DomainError =>
  refusal === 'hidden' ? notFound(thing) : notAllowed(refusal.why);

/** The viewer, certainly signed in. */
export const signedIn = (viewer: Viewer): SignedIn => {
  if (!isSignedIn(viewer)) throw signInNeeded();
  return viewer;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is not an id names nothing. */
export const idOf = (id: string, thing: string): string => {
  if (!uuid.test(id)) throw notFound(thing);
  return id;
};
