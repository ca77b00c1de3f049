import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError, fullDisk } from './errors.mjs';
import { startKeeper } from './keeper.mjs';
import { commandOf, isAlive, waitFor } from './processes.mjs';
import { runAs, spawnedAs } from './server-user.mjs';

/**
 * @typedef {import('./binaries.mjs').Binaries} Binaries
 * @typedef {import('./server-user.mjs').ServerUser} ServerUser
 * @typedef {{ dataDir: string, binaries: Binaries, user: ServerUser | undefined }} Cluster
 * @typedef {{ port: number, pid: number, exited: Promise<string>, stop: (mode?: 'fast' | 'immediate') => Promise<void> }} Postmaster
 */

/** Sized for a machine with two cores that does other work too; a tenth of them would do for the demonstration. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  // Compiling a plan costs more than our statements take, and a second worker takes the other core from the API.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  // Three fewer processes; nothing here reads enough from the disk to need them.
  io_method: 'sync',
  // Nobody replicates from here.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // People's details would be in the log otherwise: in the statements, and in the details of a broken constraint.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** For tests: a crash of the machine may cost the data, which nobody wants back. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10min',
  max_wal_size: '2GB',
};

/** The process number of the server that its pid file names, and whether it takes connections. @param {string} dataDir */
const readPidFile = (dataDir) => {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
};

/**
 * The running server of a data folder. Its pid file alone proves nothing: after a crash the number in it may belong to
 * any program.
 *
 * @param {string} dataDir
 * @returns {Promise<number | undefined>}
 */
export const runningPostmaster = async (dataDir) => {
  const pid = readPidFile(dataDir)?.pid;
  if (!pid || !isAlive(pid)) return undefined;
  // Windows tells no command line; there the number has to do.
  return process.platform === 'win32' || (await commandOf(pid)).includes(dataDir) ? pid : undefined;
};

/**
 * Ends the server of a data folder that an earlier start left behind, so that the next one starts from a known state.
 * It is stopped, not adopted: a server that is not our child could die unseen.
 *
 * @param {Cluster} cluster
 * @param {(line: string) => void} log
 */
export const stopLeftover = async (cluster, log) => {
  const pid = await runningPostmaster(cluster.dataDir);
  if (pid) {
    log(`Stopping the PostgreSQL that an earlier start left behind (process ${pid})`);
    await endPostmaster(cluster, 'fast');
  } else disarmPidFile(cluster.dataDir);
};

/**
 * A pid file of a dead server whose number another program now has would stop PostgreSQL from starting. The file stays,
 * because PostgreSQL finds in it the shared memory that orphaned backends may still write to; only the number goes, for
 * one that no system gives out.
 *
 * @param {string} dataDir
 */
const disarmPidFile = (dataDir) => {
  const path = join(dataDir, 'postmaster.pid');
  const pid = readPidFile(dataDir)?.pid;
  if (!pid || !isAlive(pid)) return;
  const text = readFileSync(path, 'utf8');
  // Written in place: its owner must stay the server's user.
  writeFileSync(path, text.replace(/^\d+/, String(2 ** 22 + 1)));
};

/**
 * @param {Cluster} cluster
 * @param {'fast' | 'immediate'} mode fast: ends sessions and writes everything; immediate: as in a crash
 */
const endPostmaster = async ({ dataDir, binaries, user }, mode) => {
  /** @param {'fast' | 'immediate'} how */
  const stop = (how) =>
    runAs(binaries.program('pg_ctl'), ['stop', `--pgdata=${dataDir}`, `--mode=${how}`, '--wait', '--timeout=4'], user);
  if ((await stop(mode)).ok || !(await runningPostmaster(dataDir))) return;
  const { ok, output } = await stop('immediate');
  if (!ok && (await runningPostmaster(dataDir))) {
    throw new EmbeddedPostgresError('failed', `PostgreSQL in ${dataDir} does not stop:\n${output}`);
  }
};

/** A port that nobody has now. @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/**
 * Starts the server and waits until it takes connections.
 *
 * @param {Cluster} cluster
 * @param {{ durable: boolean, log: (line: string) => void }} options
 * @returns {Promise<Postmaster>}
 */
export const startPostmaster = async (cluster, options) => {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = spawnPostmaster(cluster, port, options.durable);
    let reason = '';
    server.exited.then((why) => {
      reason = why;
    });
    let told = false;
    const since = performance.now();
    const ready = await waitFor(
      () => {
        if (reason) return 'exited';
        if (!told && performance.now() - since > 5_000) {
          told = true;
          options.log('PostgreSQL is still starting: it recovers what was written before it was interrupted');
        }
        const file = readPidFile(cluster.dataDir);
        return file?.ready && file.pid === server.pid ? 'ready' : undefined;
      },
      { forMs: 180_000 },
    );
    if (ready === 'ready') return { ...server, port };
    if (ready === undefined) {
      await server.stop('immediate');
      reason = 'it was not ready within three minutes';
    }
    // The port was taken between our look and its; or backends of a killed server still hold its shared memory.
    const passing = /could not (bind|create any TCP)/.test(reason) || /shared memory block .* in use/.test(reason);
    if (!passing || attempt >= 20) {
      throw new EmbeddedPostgresError(
        'failed',
        fullDisk(reason, cluster.dataDir) ?? `PostgreSQL did not start: ${reason}`,
      );
    }
    await waitFor(() => undefined, { forMs: 250, everyMs: 250 });
  }
};

/**
 * @param {Cluster} cluster
 * @param {number} port
 * @param {boolean} durable
 */
const spawnPostmaster = ({ dataDir, binaries, user }, port, durable) => {
  const logPath = join(dirname(dataDir), 'server.log');
  if (existsSync(logPath) && statSync(logPath).size > 0) renameSync(logPath, `${logPath}.previous`);
  else rmSync(logPath, { force: true });
  // A file, not a pipe: a pipe breaks when the launcher is killed.
  const output = openSync(logPath, 'wx', 0o600);
  const parameters = Object.entries({ ...settings, ...(durable ? {} : forgetful), port: String(port) });
  const child = spawn(
    binaries.program('postgres'),
    ['-D', dataDir, ...parameters.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // In a session of its own, Ctrl-C in the terminal reaches the launcher alone, which stops things in order.
    { ...spawnedAs(user), stdio: ['ignore', output, output], detached: true },
  );
  closeSync(output);
  const lastLines = () => readFileSync(logPath, 'utf8').trim().split('\n').slice(-5).join('\n');
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) =>
      resolve(`it ended with ${signal ?? `code ${code}`}\n${existsSync(logPath) ? lastLines() : ''}`.trim()),
    );
  });
  const keeper = child.pid ? startKeeper(child.pid, 'INT', dataDir) : undefined;
  exited.then(() => keeper?.end());
  child.unref();
  return {
    pid: child.pid ?? 0,
    exited,
    /** @param {'fast' | 'immediate'} [mode] */
    stop: async (mode = 'fast') => {
      if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
      child.ref();
      await endPostmaster({ dataDir, binaries, user }, mode);
      await exited;
    },
  };
};
