import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from '#config';
import { freePort, waitFor } from '../../libs/database/embedded/embedded-postgres.mjs';
import { stateFolder } from './postgres-launcher.js';

/** A command that was started in the small product. */
export interface Started {
  process: ChildProcess;
  /** What it has written so far. */
  output(): string;
  /** Waits until it has written this. */
  says(text: string): Promise<void>;
  /** Waits for its end, and gives its exit code. */
  ended(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed spec left running. */
export const endSmallProducts = async () => {
  for (const child of running) child.kill('SIGKILL');
  await waitFor(() => (running.size ? undefined : true), { forMs: 5_000 });
};

/** The launcher's own files around three tiny programs, in a folder of its own: a start takes half a second. */
export const smallProduct = async () => {
  const root = dirname(stateFolder());
  const port = await freePort();
  for (const path of [
    'package.json',
    'package-lock.json',
    '.npmrc',
    'tsconfig.json',
    'tsconfig.build.json',
    'scripts',
  ]) {
    cpSync(projectPath(path), join(root, path), { recursive: true });
  }
  cpSync(projectPath('libs/database/embedded'), join(root, 'libs/database/embedded'), { recursive: true });
  cpSync(projectPath('test/support/small-product/apps'), join(root, 'apps'), { recursive: true });
  // Links one by one: npm would remove a linked node_modules as a whole.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(projectPath('node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(projectPath('node_modules', name), join(root, 'node_modules', name));
  }
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{}');
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(root, 'node_modules', '.package-lock.json'), later, later);

  const run = (command: string, parameters: string[], env: Record<string, string> = {}): Started => {
    const { DATABASE_URL, MEILISEARCH_URL, MEILISEARCH_BIN, ...inherited } = process.env;
    const child = spawn(command, parameters, {
      cwd: root,
      // Like a start by npm, it ends when the one that started it is gone: when the run of the tests is killed.
      env: { ...inherited, npm_lifecycle_event: 'start', PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
      });
    }
    const closed = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    child.once('close', () => running.delete(child));
    return {
      process: child,
      output: () => output,
      says: async (text) => {
        const said = await waitFor(() => (output.includes(text) || child.exitCode !== null ? true : undefined), {
          forMs: 60_000,
        });
        if (!said || !output.includes(text)) throw new Error(`It did not say "${text}" but:\n${output}`);
      },
      ended: () => closed,
    };
  };
  const node = (script: string, parameters: string[] = [], env: Record<string, string> = {}) =>
    run(process.execPath, [join(root, 'scripts', script), ...parameters], env);
  return {
    root,
    port,
    /** Runs a command in the product's folder. */
    run,
    /** Starts the product and waits until all of it runs: the worker, too, has heard of nothing before that. */
    start: async (env: Record<string, string> = {}) => {
      const started = node('start.mjs', [], env);
      await started.says('Benchside runs at');
      await started.says('the worker works');
      return started;
    },
    /** Starts the product, which will not come to run. */
    tryToStart: (env: Record<string, string> = {}) => node('start.mjs', [], env),
    /** Runs the tool that counts the visits. */
    count: (...parameters: string[]) => node('with-database.mjs', ['dist/apps/count/main.js', ...parameters]),
    get: async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return (await response.json()) as { visits: number; search: string };
    },
  };
};
