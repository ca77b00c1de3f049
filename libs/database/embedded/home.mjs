import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.mjs';
import { canReach } from './server-user.mjs';

/** @typedef {import('./server-user.mjs').ServerUser} ServerUser */

/** In the state folder: where the data are, when they could not be there. */
const pointer = 'location';
/** In that other place: whose data these are. */
const owner = 'belongs-to';

/**
 * A folder that we alone can have made and can change. In a place where everybody writes, a folder of that name may be
 * somebody's trap: a link, or theirs.
 *
 * @param {string} path
 */
export const ownFolder = (path) => {
  try {
    mkdirSync(path, { mode: 0o711 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const stat = lstatSync(path);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || stat.mode & 0o022) {
    throw new EmbeddedPostgresError(
      'data',
      `${path} is not a folder of ours alone (a link, another owner, or open to writing); remove it or set BENCHSIDE_STATE`,
    );
  }
  chmodSync(path, 0o711);
  return path;
};

/**
 * The folder that is ours in a place that every user can reach and that outlives a restart of the machine.
 */
export const commonFolder = () => ownFolder(join('/var/tmp', `benchside-${process.getuid?.() ?? 0}`));

/** @param {string} path */
const firstLine = (path) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n', 1)[0] : undefined);

/** @param {string} folder */
const holdsData = (folder) => existsSync(join(folder, 'data', 'PG_VERSION'));

/**
 * Where the server's files of a state folder are, as far as it is known before anything is made.
 *
 * @param {string} stateDir
 */
export const knownHome = (stateDir) => (!holdsData(stateDir) && firstLine(join(stateDir, pointer))) || stateDir;

/**
 * Where the server's files live. That is the state folder itself, unless root must hand the server to a user who cannot
 * reach it: a checkout in /root, say. Then it is a folder under /var/tmp, one for each state folder, named in the file
 * `location`.
 *
 * @param {string} stateDir
 * @param {ServerUser | undefined} user
 * @returns {string}
 */
export const chooseHome = (stateDir, user) => {
  if (holdsData(stateDir)) {
    if (user && !canReach(stateDir, user)) {
      throw new EmbeddedPostgresError(
        'data',
        `The user ${user.name}, who owns the data in ${stateDir}, can no longer reach that folder: ` +
          'a folder above it lost its permission to pass (chmod o+x)',
      );
    }
    return stateDir;
  }
  const moved = elsewhere(stateDir);
  if (moved) return moved;
  if (!user || canReach(stateDir, user)) return stateDir;
  const home = mkdtempSync(join(commonFolder(), 'data-'));
  chmodSync(home, 0o711);
  writeFileSync(join(home, owner), `${stateDir}\n`);
  writeFileSync(join(stateDir, pointer), `${home}\n`);
  return home;
};

/**
 * The other place, when the state folder names one that is really its own. A copied checkout names its original's.
 *
 * @param {string} stateDir
 */
const elsewhere = (stateDir) => {
  const home = firstLine(join(stateDir, pointer));
  if (!home || !existsSync(home)) return undefined;
  ownFolder(home);
  const ofWhom = firstLine(join(home, owner));
  if (ofWhom !== stateDir) {
    if (ofWhom && firstLine(join(ofWhom, pointer)) === home) return undefined;
    // The checkout was moved: its data stay with it.
    writeFileSync(join(home, owner), `${stateDir}\n`);
  }
  return home;
};

/**
 * Places that an earlier state folder of the same path used and that nothing names any more: somebody removed the state
 * folder, and with it meant the data.
 *
 * @param {string} stateDir
 */
export const abandonedHomes = (stateDir) => {
  if (process.getuid?.() !== 0 || !existsSync('/var/tmp/benchside-0')) return [];
  const common = commonFolder();
  const inUse = firstLine(join(stateDir, pointer));
  return readdirSync(common)
    .filter((name) => name.startsWith('data-'))
    .map((name) => join(common, name))
    .filter((home) => home !== inUse && firstLine(join(home, owner)) === stateDir);
};

/**
 * Makes the state folder.
 *
 * @param {string} stateDir
 * @returns {string} its real path
 */
export const makeStateFolder = (stateDir) => {
  try {
    mkdirSync(stateDir, { recursive: true });
    const path = realpathSync(stateDir);
    // Others may pass to the data, which are the server's own, and see nothing on the way.
    if (process.getuid?.() === 0) chmodSync(path, 0o711);
    return path;
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'data',
      `The folder ${stateDir} cannot be made or used: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
};

/** @param {string} path */
export const removeFolder = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
