import { execFile } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, otherWay } from './errors.mjs';

const run = promisify(execFile);

/**
 * @typedef {object} ServerUser who runs PostgreSQL when we are root, because it refuses to run as root
 * @property {number} uid
 * @property {number} gid
 * @property {string} name
 */

/** @returns {ServerUser[]} everybody in /etc/passwd but root; initdb insists on an entry there */
const knownUsers = () => {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter(([name, , uid, gid]) => name && Number(uid) > 0 && Number(gid) > 0)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
};

/**
 * Who is to run the server: undefined means ourselves. Data that are there already keep their owner, so a checkout that
 * was started by its owner can be started by root, and by its owner again.
 *
 * @param {string} dataDir
 * @returns {ServerUser | undefined}
 */
export const serverUser = (dataDir) => {
  if (process.getuid?.() !== 0) return undefined;
  const users = knownUsers();
  const owner = ownerOf(join(dataDir, 'PG_VERSION'));
  if (owner && owner.uid !== 0) return users.find(({ uid }) => uid === owner.uid) ?? { ...owner, name: `${owner.uid}` };
  const user =
    users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody') ?? users.at(0);
  if (user) return user;
  throw new EmbeddedPostgresError(
    'unavailable',
    `PostgreSQL refuses to run as root, and /etc/passwd names no other user.\n${otherWay}`,
  );
};

/** @param {string} path */
const ownerOf = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
};

/**
 * Whether the user gets through every folder from the root down to this one.
 *
 * @param {string} folder
 * @param {ServerUser} user
 */
export const canReach = (folder, user) => {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (path === dirname(path)) return true;
  }
};

/** Nothing of the person's own settings (PGDATA, PGOPTIONS, LANG, LD_PRELOAD...) reaches the server. */
export const serverEnvironment = {
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? '' } : {}),
};

/**
 * How to spawn as that user. Its working folder must be one it can enter.
 *
 * @param {ServerUser | undefined} user
 */
export const spawnedAs = (user) => ({
  ...(user ? { uid: user.uid, gid: user.gid } : {}),
  cwd: process.platform === 'win32' ? undefined : '/',
  env: serverEnvironment,
});

/**
 * Runs a short program as that user.
 *
 * @param {string} program
 * @param {string[]} parameters
 * @param {ServerUser | undefined} user
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export const runAs = (program, parameters, user) =>
  run(program, parameters, { ...spawnedAs(user), encoding: 'utf8', maxBuffer: 1 << 22 }).then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
    (error) => ({ ok: false, output: [error.stderr, error.code !== 1 ? error.message : ''].join('\n').trim() }),
  );
