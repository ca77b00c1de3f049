import { randomUUID } from 'node:crypto';
import { type Role, roles, type World } from './access.world.js';

/** `allowed`, or the code of the refusal. */
export type Outcome = 'allowed' | 'SIGN_IN_NEEDED' | 'NOT_ALLOWED' | 'NOT_FOUND' | (string & {});

/** One operation on one thing, and what comes of it for everybody. */
export interface AccessRow {
  operation: string;
  on: string;
  variables: (world: World, role: Role) => object | Promise<object>;
  outcomes: Record<Role, Outcome>;
}

export type Outcomes = Partial<Record<Role, Outcome>>;
export type Variables = AccessRow['variables'];

/** Everybody alike, but for some. */
export const everybody = (outcome: Outcome, but: Outcomes = {}): Record<Role, Outcome> => ({
  ...(Object.fromEntries(roles.map((role) => [role, outcome])) as Record<Role, Outcome>),
  ...but,
});
/** Whoever is signed in alike, but for some; nobody has to sign in first. */
export const signedIn = (outcome: Outcome, but: Outcomes = {}) =>
  everybody(outcome, { nobody: 'SIGN_IN_NEEDED', ...but });
/** Allowed for these; for everybody else there is no such thing, but for some. */
export const only = (allowed: readonly Role[], but: Outcomes = {}) =>
  signedIn('NOT_FOUND', { ...(Object.fromEntries(allowed.map((role) => [role, 'allowed'])) as Outcomes), ...but });

/** The people of the company. */
export const people: Role[] = ['member', 'admin', 'office'];
/** For the platform's administrators. */
export const platformOnly = signedIn('NOT_ALLOWED', { platform: 'allowed' });

/** One operation on one thing. */
export const row = (
  operation: string,
  on: string,
  variables: Variables,
  outcomes: AccessRow['outcomes'],
): AccessRow => ({
  operation,
  on,
  variables,
  outcomes,
});
/** On one thing of the world by its id, which the operation calls `id` unless said otherwise. */
export const onId = (
  operation: string,
  id: keyof World['ids'],
  outcomes: AccessRow['outcomes'],
  name = 'id',
  more: object = {},
) => row(operation, id, ({ ids }) => ({ [name]: ids[id], ...more }), outcomes);
/** On all there is. */
export const onAll = (operation: string, outcomes: AccessRow['outcomes'], variables: object = {}) =>
  row(operation, 'all', () => variables, outcomes);
/** The variables of an operation that takes an input. */
export const asInput =
  (make: (world: World, role: Role) => object | Promise<object>): Variables =>
  async (world, role) => ({ input: await make(world, role) });

/** Long enough for everything. */
export const text = 'A text that is long enough to be taken wherever fifty characters and more are asked for.';
/** An idempotency key of its own. */
export const key = () => ({ idempotencyKey: randomUUID() });
