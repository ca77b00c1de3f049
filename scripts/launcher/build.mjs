import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../../libs/database/embedded/lock.mjs';
import { waitFor } from '../../libs/database/embedded/processes.mjs';
import { runCommand } from './commands.mjs';
import { Failure } from './failure.mjs';

/**
 * Every file the compiler reads or is told by, except the packages, which the lock file stands for.
 *
 * @param {string} root
 * @returns {string[]}
 */
const inputs = (root) => {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    ...sources.filter(
      (path) => /\.(ts|mjs)$/.test(path) && !/\.spec\.ts$/.test(path) && !path.startsWith(join('apps', 'web')),
    ),
  ];
};

/**
 * Changes whenever a source is added, removed, or written. Times and sizes stand for the contents.
 *
 * @param {string} root
 */
export const sourcesFingerprint = (root) => {
  const hash = createHash('sha256');
  for (const path of inputs(root).sort()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
};

/** @param {string} root */
const isWhole = (root) =>
  ['.built', join('apps', 'api', 'main.js')].every((path) => existsSync(join(root, 'dist', path)));

/**
 * Whether dist/ was made from the sources as they are.
 *
 * @param {string} root
 */
export const isBuilt = (root) =>
  isWhole(root) && readFileSync(join(root, 'dist', '.built'), 'utf8') === sourcesFingerprint(root);

/**
 * Compiles what changed since the last build. Only one process builds at a time; the others wait and find it done.
 *
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 */
export const build = async (root, progress) => {
  if (isBuilt(root)) return;
  await progress.step('Building', async (report) => {
    const lock = await waitForLock(join(root, 'node_modules', '.benchside-build.lock'), report);
    try {
      if (!isBuilt(root)) await compile(root);
    } finally {
      lock.release();
    }
  });
};

/**
 * @param {string} path
 * @param {(detail: string) => void} report
 */
const waitForLock = async (path, report) => {
  let told = false;
  const lock = await waitFor(
    async () => {
      const taken = await takeLock(path);
      if (!('heldBy' in taken)) return taken;
      if (!told) report(`waiting for the build of process ${taken.heldBy.pid}`);
      told = true;
      return undefined;
    },
    { forMs: 300_000, everyMs: 200 },
  );
  if (!lock) throw new Failure('Another build has been running for five minutes. Stop it and try again.');
  return lock;
};

/** @param {string} root */
const compile = async (root) => {
  const dist = join(root, 'dist');
  const stamp = join(dist, '.built');
  // The compiler trusts its notes and would not write again what somebody removed from dist/.
  if (!isWhole(root)) rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, 'unfinished');
  // Taken first: a source that is saved while the compiler runs makes the next start build again.
  const fingerprint = sourcesFingerprint(root);
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // Types are proved by `npm run check`; leaving them out here halves the time and writes the same files.
  const parameters = [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--pretty', 'false'];
  const { ok, lines } = await runCommand(process.execPath, parameters, { cwd: root });
  if (!ok) throw new Failure(`The sources do not compile:\n${lines.slice(0, 20).join('\n')}`);
  writeFileSync(stamp, fingerprint);
};
