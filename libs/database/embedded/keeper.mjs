import { spawn } from 'node:child_process';

/**
 * A shell of one line that waits for our end of its input to close, which the kernel does however we die, and then stops
 * a program that we started, so that `kill -9` of the launcher leaves nothing running.
 *
 * @param {number} pid of the program
 * @param {'INT' | 'TERM'} signal that stops it in order
 * @param {string} name of the program, for the list of processes
 * @returns {{ end: () => void }} ends the keeper; call it when the program has ended, before its number is used again
 */
export const startKeeper = (pid, signal, name) => {
  if (process.platform === 'win32') return { end: () => undefined };
  const keeper = spawn('/bin/sh', ['-c', 'read -r _; kill "-$2" "$1"', 'benchside-keeper', String(pid), signal, name], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // In a session of its own, so that what ends our whole group does not end it.
    detached: true,
    cwd: '/',
  });
  keeper.on('error', () => undefined);
  keeper.unref();
  /** @type {import('node:net').Socket} */ (keeper.stdin).unref();
  return { end: () => keeper.kill('SIGKILL') };
};
