import { fork, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Program something that runs beside us until it is stopped
 * @property {string} name
 * @property {number} pid
 * @property {Promise<string>} exited settles when it has ended, with how: `code 1`, `SIGKILL`
 * @property {() => string[]} lastLines of what it wrote
 * @property {(graceMs: number) => Promise<void>} stop asks it to end, and ends it when the time is up
 * @property {() => void} kill
 */

const remembered = 30;

/**
 * @param {string} name
 * @param {import('node:child_process').ChildProcess} child
 * @param {(line: string) => void} onLine
 * @returns {Program}
 */
const watch = (name, child, onLine) => {
  /** @type {string[]} */
  const last = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      last.push(line);
      if (last.length > remembered) last.shift();
      onLine(line);
    });
  }
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // "close" comes after the last line of output, "exit" may come before it.
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  return {
    name,
    pid: child.pid ?? 0,
    exited,
    lastLines: () => last,
    kill: () => child.kill('SIGKILL'),
    stop: async (graceMs) => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await exited;
      clearTimeout(late);
    },
  };
};

/**
 * Left to itself, Node lets rubbish pile up to gigabytes on a machine that has them. With a directory of twenty thousand
 * the API lives in less than half of this, and answers as fast.
 */
const smallHeap = ['--max-old-space-size=192', '--max-semi-space-size=8'];

/**
 * Starts one of our own programs in a process of its own. The channel between us closes when we die, however we die:
 * the program listens for `disconnect` and then ends.
 *
 * @param {string} name
 * @param {string} script an absolute path
 * @param {{ env: NodeJS.ProcessEnv, onLine: (line: string) => void, cwd: string }} options
 */
export const startScript = (name, script, { env, onLine, cwd }) =>
  watch(
    name,
    fork(script, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--enable-source-maps', ...smallHeap],
      // In a session of its own, Ctrl-C in the terminal reaches the launcher alone, which stops things in order.
      detached: process.platform !== 'win32',
    }),
    onLine,
  );

/**
 * Starts a program of somebody else's.
 *
 * @param {string} name
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ env: NodeJS.ProcessEnv, onLine: (line: string) => void, cwd: string }} options
 */
export const startProgram = (name, command, parameters, { env, onLine, cwd }) =>
  watch(
    name,
    spawn(command, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' }),
    onLine,
  );
