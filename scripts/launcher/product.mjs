import { existsSync, readFileSync } from 'node:fs';
import { waitFor } from '../../libs/database/embedded/embedded-postgres.mjs';
import { chooseAddress } from './address.mjs';
import { build } from './build.mjs';
import { openDatabase } from './database.mjs';
import { Failure } from './failure.mjs';
import { install } from './install.mjs';
import { answers, findMeilisearch, startMeilisearch } from './meilisearch.mjs';
import { inProject, inState, root, stateDir } from './paths.mjs';
import { startScript } from './programs.mjs';
import { createProgress } from './progress.mjs';
import { claimState } from './running.mjs';
import { createShutdown } from './shutdown.mjs';
import { buildWeb } from './web.mjs';

/**
 * @typedef {import('./programs.mjs').Program} Program
 * @typedef {import('./shutdown.mjs').Shutdown} Shutdown
 */

/** Stopping takes ten seconds at most: this long for our own programs, and the rest for what they use. */
const graceMs = 5_000;
const searchGraceMs = 1_500;

const started = performance.now();
const progress = createProgress(process.stdout);
const shutdown = createShutdown(progress.line);

/** @param {Program} program @param {string} how */
const tellEnd = ({ name, lastLines }, how) => {
  progress.line(`${name} ended unexpectedly (${how}).`);
  if (lastLines().length) progress.line(`Its last lines:\n${lastLines().join('\n')}`);
};

/** @returns {Promise<Record<string, string>>} the settings that name the search engine; none when PostgreSQL answers */
const openSearch = async () => {
  if (process.env.MEILISEARCH_URL) return {};
  const command = findMeilisearch();
  if (!command) {
    progress.line('No meilisearch program was found: PostgreSQL answers the searches.');
    return {};
  }
  const { url, apiKey, program } = await progress.step('Starting Meilisearch', () =>
    startMeilisearch(command, () => undefined),
  );
  shutdown.add(() => program.stop(searchGraceMs), program.kill);
  program.exited.then((how) => {
    // The product goes on: PostgreSQL answers in its place.
    tellEnd(program, how);
    progress.line('PostgreSQL answers the searches until the next start.');
  });
  return { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: apiKey };
};

/** @param {NodeJS.ProcessEnv} env */
const prepare = (env) =>
  progress.step('Preparing the database', async (report) => {
    const program = startScript('Preparing the database', inProject('dist/apps/api/prepare.js'), {
      env,
      cwd: root,
      onLine: report,
    });
    const undo = shutdown.add(() => program.stop(graceMs), program.kill);
    const how = await program.exited;
    undo();
    if (how !== 'code 0') {
      throw new Failure(`The database could not be prepared (${how}):\n${program.lastLines().join('\n')}`);
    }
  });

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} local
 */
const serve = async (env, local) => {
  const programs = ['api', 'worker'].map((name) =>
    startScript(`The ${name}`, inProject('dist', 'apps', name, 'main.js'), {
      env,
      cwd: root,
      onLine: (line) => progress.line(line),
    }),
  );
  shutdown.add(
    () => Promise.all(programs.map((program) => program.stop(graceMs))),
    () => {
      for (const program of programs) program.kill();
    },
  );
  for (const program of programs) {
    program.exited.then((how) => {
      if (shutdown.ending()) return;
      tellEnd(program, how);
      void shutdown.end(1);
    });
  }
  await progress.step('Starting the server', async () => {
    const ready = await waitFor(async () => (await answers(`${local}/health/ready`)) || undefined, {
      forMs: 60_000,
      everyMs: 100,
    });
    if (!ready) throw new Failure(`The server was not ready within a minute: ${local}/health/ready`);
  });
};

const run = async () => {
  const state = await claimState();
  shutdown.add(state.release);
  const address = await chooseAddress();
  await install(root, progress);
  const database = await openDatabase(progress);
  shutdown.add(database.stop);
  database.exited?.then((how) => {
    if (shutdown.ending()) return;
    progress.line(`PostgreSQL ended unexpectedly: ${how}`);
    void shutdown.end(1);
  });
  const search = await openSearch();
  await build(root, progress);
  // After the programs: a build that begins anew empties dist, the pages with it.
  await buildWeb(root, progress);

  const environment = { DATABASE_URL: database.url, ...search };
  const env = { ...process.env, ...environment, PORT: String(address.port), BENCHSIDE_STATE: stateDir };
  await prepare(env);
  await serve(env, address.local);

  state.announce({ url: address.url, environment });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  progress.line(`\nBenchside runs at ${address.url} (ready after ${seconds} s). Ctrl-C stops it.`);
  const accounts = inState('demonstration-accounts.txt');
  if (existsSync(accounts)) progress.line(`\n${readFileSync(accounts, 'utf8').trimEnd()}\n`);
};

run().catch((error) => {
  if (shutdown.ending()) return;
  progress.line(error instanceof Failure ? `\n${error.message}` : String(error?.stack ?? error));
  void shutdown.end(1);
});
