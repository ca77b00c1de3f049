import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const hasProc = existsSync('/proc/self/stat');

/** @param {number} pid */
const answersSignals = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
};

/** @param {number} pid */
const statusFields = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name stands in brackets and may hold spaces; everything after it is plain.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

/**
 * Whether a process runs. A zombie does not: in a container whose first process never collects its children, a killed
 * launcher stays one for ever.
 *
 * @param {number} pid
 */
export const isAlive = (pid) => {
  if (!answersSignals(pid)) return false;
  return !hasProc || !['Z', 'X', undefined].includes(statusFields(pid)?.[0]);
};

/**
 * What tells this process from a later one with the same number: when it started.
 *
 * @param {number} pid
 * @returns {Promise<string>} empty where the platform does not say
 */
export const startOf = async (pid) => {
  if (hasProc) return statusFields(pid)?.[19] ?? '';
  if (process.platform === 'win32') return '';
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
};

/**
 * The command line of a running process.
 *
 * @param {number} pid
 * @returns {Promise<string[]>}
 */
export const commandOf = async (pid) => {
  if (hasProc) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
      return [];
    }
  }
  return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim().split(' '),
    () => [],
  );
};

/**
 * Asks again and again until the answer is not undefined.
 *
 * @template Answer
 * @param {() => Answer | undefined | Promise<Answer | undefined>} ask
 * @param {{ forMs: number, everyMs?: number }} limits
 * @returns {Promise<Answer | undefined>} undefined when the time is up
 */
export const waitFor = async (ask, { forMs, everyMs = 25 }) => {
  for (const end = performance.now() + forMs; ; ) {
    const answer = await ask();
    if (answer !== undefined || performance.now() >= end) return answer;
    await pause(everyMs);
  }
};
