import { readFileSync } from 'node:fs';
import { commandOf } from '../../libs/database/embedded/processes.mjs';

/**
 * @typedef {object} Shutdown what has to be undone at the end, the last thing first
 * @property {(undo: () => unknown, now?: () => unknown) => () => void} add something to undo; `now` is what to do
 *   instead when there is no time; the result forgets it
 * @property {(code: number) => Promise<never>} end undoes everything and ends the process
 * @property {() => boolean} ending whether that has begun
 */

const samePressMs = 500;

/**
 * Ends the process in order at Ctrl-C, SIGTERM or the end of the terminal, and at once at the second Ctrl-C.
 *
 * @param {(text: string) => void} say
 * @param {{ codeWhenAsked?: number }} [options] codeWhenAsked: what the process ends with when somebody stops it
 * @returns {Shutdown}
 */
export const createShutdown = (say, { codeWhenAsked = 0 } = {}) => {
  /** @type {Set<{ undo: () => unknown, now?: () => unknown }>} */
  const entries = new Set();
  let ending = false;

  /** @type {Shutdown['end']} */
  const end = async (code) => {
    if (!ending) {
      ending = true;
      for (const { undo } of [...entries].reverse()) {
        try {
          await undo();
        } catch (error) {
          say(error instanceof Error ? error.message : String(error));
        }
      }
      process.exit(code);
    }
    return new Promise(() => undefined);
  };

  let firstAsked = 0;
  const asked = (/** @type {string} */ why) => {
    if (ending) {
      // One Ctrl-C comes twice: from the terminal, and handed on by npm.
      if (performance.now() - firstAsked < samePressMs) return;
      for (const { now } of entries) now?.();
      process.exit(130);
    }
    firstAsked = performance.now();
    say(why);
    void end(codeWhenAsked);
  };
  process.on('SIGINT', () => asked('\nStopping (Ctrl-C again: at once)'));
  process.on('SIGTERM', () => asked('Stopping'));
  process.on('SIGHUP', () => asked('Stopping: the terminal was closed'));
  void watchParents(() => !ending && asked('Stopping: npm is gone'));

  return {
    add: (undo, now) => {
      const entry = { undo, now };
      entries.add(entry);
      return () => entries.delete(entry);
    },
    end,
    ending: () => ending,
  };
};

/** @param {number} pid */
const parentOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
};

/**
 * npm killed with -9 says nothing to us, and a shell between us (where a script lacks `exec`) dies of a SIGTERM without
 * handing it on. Started by npm, we end when npm or its shell does.
 *
 * @param {() => void} gone
 */
const watchParents = async (gone) => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const isShell = (await commandOf(parent))[1] === '-c';
  const grandparent = isShell ? parentOf(parent) : undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent && (!isShell || parentOf(parent) === grandparent)) return;
    clearInterval(watch);
    gone();
  }, 500);
  watch.unref();
};
