import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError, fullDisk } from './errors.mjs';
import { removeFolder } from './home.mjs';
import { runAs } from './server-user.mjs';

/**
 * @typedef {import('./binaries.mjs').Binaries} Binaries
 * @typedef {import('./server-user.mjs').ServerUser} ServerUser
 */

const partial = 'data.new';

/**
 * The data folder under `home`, made the first time. `initdb` works in a folder of another name that is renamed when it
 * is whole, so an interrupted first start (power, full disk, kill -9) leaves nothing that looks like data.
 *
 * @param {object} parameters
 * @param {string} parameters.home
 * @param {Binaries} parameters.binaries
 * @param {ServerUser | undefined} parameters.user
 * @param {boolean} parameters.durable
 * @param {(line: string) => void} parameters.log
 * @returns {Promise<{ dataDir: string, password: string }>}
 */
export const openCluster = async ({ home, binaries, user, durable, log }) => {
  const dataDir = join(home, 'data');
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    refuseOtherRelease(dataDir, binaries);
    return { dataDir, password: keptPassword(home) };
  }
  log('Making the database cluster');
  for (const name of readdirSync(home)) if (name.startsWith(partial)) removeFolder(join(home, name));
  // A name of its own: the initdb of a killed start may still be writing to the last one.
  const fresh = join(home, `${partial}.${randomBytes(4).toString('hex')}`);
  const secret = `${fresh}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    writeFileSync(join(home, 'password'), password, { mode: 0o600, flush: true });
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(secret, password, { mode: 0o600 });
    if (user) for (const path of [fresh, secret]) chownSync(path, user.uid, user.gid);
    const { ok, output } = await runAs(
      binaries.program('initdb'),
      [
        `--pgdata=${fresh}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${secret}`,
        '--encoding=UTF8',
        // The same order and case rules on every platform, whatever its C library.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      user,
    );
    if (!ok) throw new EmbeddedPostgresError('failed', explain(home, output));
    // An empty folder of that name is what a failed start by hand may leave; one with files in it stops the rename.
    renameSync(fresh, dataDir);
  } catch (error) {
    removeFolder(fresh);
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError('failed', explain(home, String(error)), { cause: error });
  } finally {
    rmSync(secret, { force: true });
  }
  return { dataDir, password };
};

/**
 * @param {string} home
 * @param {string} output
 */
const explain = (home, output) =>
  fullDisk(output, home) ??
  `The database cluster could not be made in ${home}:\n${output.trim().split('\n').slice(-12).join('\n')}`;

/** @param {string} home */
const keptPassword = (home) => {
  const path = join(home, 'password');
  try {
    const password = readFileSync(path, 'utf8').trim();
    if (password) return password;
  } catch {
    // Told below, like an empty one.
  }
  throw new EmbeddedPostgresError(
    'data',
    `The password of the database cannot be read from ${path}. ` +
      `Bring the file back, or remove ${home} to start with an empty database.`,
  );
};

/**
 * @param {string} dataDir
 * @param {Binaries} binaries
 */
const refuseOtherRelease = (dataDir, binaries) => {
  const release = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.')[0];
  if (release === ours) return;
  throw new EmbeddedPostgresError(
    'data',
    `The data in ${dataDir} were written by PostgreSQL ${release}; this is PostgreSQL ${ours}. ` +
      `Move them with pg_dump and pg_restore of ${release}, or remove the folder to start with an empty database.`,
  );
};
