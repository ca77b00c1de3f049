import {
  EmbeddedPostgresError,
  runningUrl,
  startEmbeddedPostgres,
  waitFor,
} from '../../libs/database/embedded/embedded-postgres.mjs';
import { Failure } from './failure.mjs';
import { inState } from './paths.mjs';

const embeddedState = () => inState('postgres');

/**
 * @typedef {object} DatabaseInUse
 * @property {string} url
 * @property {Promise<string>} [exited] of the server that we started
 * @property {() => Promise<void>} stop ends it, when we started it
 */

/** @returns {DatabaseInUse | undefined} the server that the person names */
const named = () => {
  const url = process.env.DATABASE_URL;
  return url ? { url, stop: async () => undefined } : undefined;
};

/**
 * The database of the product: the one of DATABASE_URL, or an embedded one that is started here.
 *
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<DatabaseInUse>}
 */
export const openDatabase = async (progress) =>
  named() ??
  progress.step('Starting PostgreSQL', (report) =>
    startEmbeddedPostgres({ stateDir: embeddedState(), log: report }).catch((error) => {
      throw error instanceof EmbeddedPostgresError ? new Failure(error.message, { cause: error }) : error;
    }),
  );

/**
 * The database for a tool: that of DATABASE_URL, of the running product, or one that is started for the time being.
 *
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<DatabaseInUse>}
 */
export const borrowDatabase = async (progress) => {
  const existing = named() ?? (await running());
  if (existing) return existing;
  try {
    return await openDatabase(progress);
  } catch (error) {
    if (!(error instanceof Failure && /** @type {any} */ (error.cause)?.code === 'busy')) throw error;
    // Somebody else is starting it right now.
    const started = await waitFor(running, { forMs: 60_000, everyMs: 100 });
    if (started) return started;
    throw error;
  }
};

const running = async () => {
  const url = await runningUrl(embeddedState());
  return url ? { url, stop: async () => undefined } : undefined;
};
