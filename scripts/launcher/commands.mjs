import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ cwd: string, onLine?: (line: string) => void, shell?: boolean }} options
 * @returns {Promise<{ ok: boolean, lines: string[] }>} lines: what it wrote, the last 200
 */
export const runCommand = (command, parameters, { cwd, onLine, shell }) =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {string[]} */
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (lines.length > 200) lines.shift();
        onLine?.(line);
      });
    }
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    child.once('error', (error) => resolve({ ok: false, lines: [error.message] }));
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      resolve({ ok: code === 0, lines });
    });
  });
