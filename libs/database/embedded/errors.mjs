/**
 * A reason why the embedded PostgreSQL cannot serve, told to the person who started it.
 * - `unavailable`: this machine cannot run it; DATABASE_URL is the other way
 * - `busy`: another process runs or starts it on the same state folder; `url` is set when it already answers
 * - `data`: its files are not as they should be
 * - `failed`: it did not start
 *
 * @typedef {'unavailable' | 'busy' | 'data' | 'failed'} EmbeddedPostgresProblem
 */
export class EmbeddedPostgresError extends Error {
  /**
   * @param {EmbeddedPostgresProblem} code
   * @param {string} message
   * @param {{ url?: string, cause?: unknown }} [more]
   */
  constructor(code, message, more = {}) {
    super(message, { cause: more.cause });
    this.name = 'EmbeddedPostgresError';
    this.code = code;
    this.url = more.url;
  }
}

/** What to add to a message when the embedded server is not an option here. */
export const otherWay =
  'Set DATABASE_URL to a PostgreSQL 15 or newer instead, for example ' +
  'DATABASE_URL=postgres://user:password@localhost:5432/benchside';

/**
 * What is to be done when these words come from a full disk.
 *
 * @param {string} words
 * @param {string} folder
 * @returns {string | undefined} undefined when they are about something else
 */
export const fullDisk = (words, folder) =>
  /ENOSPC|No space left|Check free disk space/i.test(words)
    ? `There is no room for the database: the disk that holds ${folder} is full. Free at least 200 MB, ` +
      'or set BENCHSIDE_STATE to a folder on another disk. Nothing that was stored is lost.'
    : undefined;
