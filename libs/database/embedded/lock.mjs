import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startOf } from './processes.mjs';

/**
 * @typedef {{ pid: number, started: string }} Holder the process that holds a lock
 */

/**
 * @param {string} path
 * @returns {Holder | undefined}
 */
const read = (path) => {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) ? { pid, started: String(started) } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Who holds the lock at `path` and still runs. A lock left behind by a killed process is no lock.
 *
 * @param {string} path
 * @returns {Promise<Holder | undefined>}
 */
export const lockHolder = async (path) => {
  const holder = read(path);
  if (!holder || !isAlive(holder.pid)) return undefined;
  return (await startOf(holder.pid)) === holder.started ? holder : undefined;
};

/**
 * Takes the lock at `path` for this process. Linking a finished file is the step that only one of several can win, and
 * it never shows anybody a half-written lock.
 *
 * @param {string} path
 * @returns {Promise<{ release: () => void } | { heldBy: Holder }>}
 */
export const takeLock = async (path) => {
  const mine = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const holder = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  try {
    writeFileSync(mine, holder, { flag: 'wx' });
    for (;;) {
      try {
        linkSync(mine, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      }
      const heldBy = await lockHolder(path);
      if (heldBy) return { heldBy };
      await removeStale(path, mine);
    }
  } finally {
    rmSync(mine, { force: true });
  }
};

/**
 * Removes a lock whose holder is gone. It is moved aside first and looked at again: another starter may have put its
 * own lock there in the meantime, and gets it back.
 *
 * @param {string} path
 * @param {string} mine
 */
const removeStale = async (path, mine) => {
  const aside = `${mine}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (await lockHolder(aside)) {
    try {
      linkSync(aside, path);
    } catch {
      // A third starter was quicker; the next round tells who.
    }
  }
  rmSync(aside, { force: true });
};
