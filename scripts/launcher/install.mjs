import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './commands.mjs';
import { Failure } from './failure.mjs';

/** @param {string} root */
const paths = (root) => ({
  lock: join(root, 'package-lock.json'),
  installed: join(root, 'node_modules', '.package-lock.json'),
  stamp: join(root, 'node_modules', '.benchside-installed'),
});

/** @param {string} path */
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** @param {string} path */
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** @param {string} path */
const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/**
 * Whether node_modules holds what the lock file says: we installed from this very lock file, or somebody ran npm after it
 * was written.
 *
 * @param {string} root the folder of package.json
 */
export const isInstalled = (root) => {
  const { lock, installed, stamp } = paths(root);
  const npmRan = changedAt(installed);
  if (npmRan === undefined) return false;
  return read(stamp) === hashOf(lock) || npmRan >= (changedAt(lock) ?? 0);
};

/**
 * Installs what the lock file says, when it is not there. `npm ci` would do more, but refuses a lock file when a
 * registry lacks another platform's optional package.
 *
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 */
export const install = async (root, progress) => {
  if (isInstalled(root)) return;
  await progress.step('Installing packages', async () => {
    const npm = process.env.npm_execpath;
    const parameters = ['install', '--no-audit', '--no-fund'];
    const { ok, lines } = npm?.endsWith('.js')
      ? await runCommand(process.execPath, [npm, ...parameters], { cwd: root })
      : await runCommand('npm', parameters, { cwd: root, shell: process.platform === 'win32' });
    if (!ok) throw new Failure(`npm install failed:\n${lines.slice(-20).join('\n')}`);
    const { lock, stamp } = paths(root);
    writeFileSync(stamp, hashOf(lock));
  });
};
