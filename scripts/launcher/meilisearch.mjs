import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { freePort } from '../../libs/database/embedded/embedded-postgres.mjs';
import { startKeeper } from '../../libs/database/embedded/keeper.mjs';
import { lockHolder } from '../../libs/database/embedded/lock.mjs';
import { isAlive, startOf, waitFor } from '../../libs/database/embedded/processes.mjs';
import { Failure } from './failure.mjs';
import { inState } from './paths.mjs';
import { startProgram } from './programs.mjs';

/**
 * The `meilisearch` program of this machine: MEILISEARCH_BIN, or the first one on PATH.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export const findMeilisearch = (env = process.env) => {
  if (env.MEILISEARCH_BIN) {
    const path = resolve(env.MEILISEARCH_BIN);
    if (isProgram(path)) return path;
    throw new Failure(`MEILISEARCH_BIN is not a program that can be run: ${path}`);
  }
  const name = process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch';
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
};

/** @param {string} path */
const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** @typedef {{ url: string, apiKey: string, program: import('./programs.mjs').Program }} Meilisearch */

/**
 * Starts Meilisearch on a port of this machine alone, with its data in the state folder. What it holds can be made again
 * from the database, so data that it does not accept (another release's) are removed.
 *
 * @param {string} command
 * @param {(line: string) => void} onLine
 * @returns {Promise<Meilisearch>}
 */
export const startMeilisearch = async (command, onLine) => {
  const folder = inState('meilisearch');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await stopLeftover(folder);
  const first = await attempt(command, folder, onLine);
  if ('url' in first) return first;
  rmSync(join(folder, 'data.ms'), { recursive: true, force: true });
  const second = await attempt(command, folder, onLine);
  if ('url' in second) return second;
  throw new Failure(`Meilisearch (${command}) did not start:\n${second.lines.slice(-10).join('\n')}`);
};

/**
 * @param {string} command
 * @param {string} folder
 * @param {(line: string) => void} onLine
 * @returns {Promise<Meilisearch | { lines: string[] }>}
 */
const attempt = async (command, folder, onLine) => {
  const port = await freePort();
  const apiKey = randomBytes(24).toString('base64url');
  const url = `http://127.0.0.1:${port}`;
  const program = startProgram(
    'Meilisearch',
    command,
    ['--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'data.ms'), '--no-analytics', '--env', 'production'],
    // In the environment the key does not show in the list of processes.
    { env: { ...process.env, MEILI_MASTER_KEY: apiKey }, cwd: folder, onLine },
  );
  const keeper = program.pid ? startKeeper(program.pid, 'TERM', 'meilisearch') : undefined;
  let ended = false;
  program.exited.then(() => {
    ended = true;
    keeper?.end();
  });
  writeFileSync(recordOf(folder), JSON.stringify({ pid: program.pid, started: await startOf(program.pid) }));
  const healthy = await waitFor(async () => (ended ? false : (await answers(`${url}/health`)) || undefined), {
    forMs: 30_000,
    everyMs: 50,
  });
  if (healthy) return { url, apiKey, program };
  await program.stop(1000);
  return { lines: program.lastLines() };
};

/** @param {string} folder */
const recordOf = (folder) => join(folder, 'process.json');

/**
 * Two servers must not open the same data: ends the one that a killed launcher and keeper left.
 *
 * @param {string} folder
 */
const stopLeftover = async (folder) => {
  // The record has the form of a lock, and its holder is the server.
  const left = await lockHolder(recordOf(folder));
  if (!left) return;
  process.kill(left.pid, 'SIGKILL');
  await waitFor(() => (isAlive(left.pid) ? undefined : true), { forMs: 5_000 });
};

/**
 * Whether an address answers with success within two seconds.
 *
 * @param {string} url
 */
export const answers = async (url) => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};
