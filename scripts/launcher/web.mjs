import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../../libs/database/embedded/lock.mjs';
import { waitFor } from '../../libs/database/embedded/processes.mjs';
import { runCommand } from './commands.mjs';
import { Failure } from './failure.mjs';

/** @param {string} root */
const stampOf = (root) => join(root, 'dist', 'web', '.built');

/**
 * Changes whenever something that the pages are made from does.
 *
 * @param {string} root
 */
const fingerprint = (root) => {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'apps', 'web'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join('apps', 'web', name),
  );
  for (const path of ['package-lock.json', ...sources.sort()]) {
    const stat = statSync(join(root, path));
    if (stat.isFile()) hash.update(`${path} ${stat.mtimeMs} ${stat.size}\n`);
  }
  return hash.digest('hex');
};

/** @param {string} root */
const isBuilt = (root) => {
  const stamp = stampOf(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
};

/** @param {string} root */
const compile = async (root) => {
  // Taken first: a source that is saved while the pages are built makes the next start build them again.
  const made = fingerprint(root);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const parameters = [vite, 'build', '--config', join('apps', 'web', 'vite.config.ts'), '--logLevel', 'warn'];
  const { ok, lines } = await runCommand(process.execPath, parameters, { cwd: root });
  if (!ok) throw new Failure(`The pages cannot be built:\n${lines.slice(-20).join('\n')}`);
  writeFileSync(stampOf(root), made);
};

/**
 * Builds the pages into dist/web where they have changed. Only one process builds at a time; the others wait and find it
 * done.
 *
 * @param {string} root
 * @param {Pick<import('./progress.mjs').Progress, 'step'>} progress
 */
export const buildWeb = async (root, progress) => {
  // A checkout without the pages serves the rest; the server then says at / what runs.
  if (!existsSync(join(root, 'apps', 'web')) || isBuilt(root)) return;
  await progress.step('Building the pages', async () => {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    const lock = await waitFor(
      async () => {
        const taken = await takeLock(join(root, 'node_modules', '.benchside-web-build.lock'));
        return 'heldBy' in taken ? undefined : taken;
      },
      { forMs: 300_000, everyMs: 200 },
    );
    if (!lock)
      throw new Failure('Another build of the pages has been running for five minutes. Stop it and try again.');
    try {
      if (!isBuilt(root)) await compile(root);
    } finally {
      lock.release();
    }
  });
};
