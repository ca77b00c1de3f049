import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A Meilisearch server for the time of a spec file. */
export interface TestServer {
  url: string;
  apiKey: string;
  stop(): Promise<void>;
}

/**
 * How to get a server: the one in MEILISEARCH_URL (with MEILISEARCH_API_KEY), or one started from the program in
 * MEILISEARCH_BIN or on the PATH. Null on a machine that has none of them.
 */
export const testServer = (environment: NodeJS.ProcessEnv): (() => Promise<TestServer>) | null => {
  const { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: apiKey = '', MEILISEARCH_BIN, PATH = '' } = environment;
  if (url) return async () => ({ url, apiKey, stop: async () => undefined });
  const places = PATH.split(delimiter).map((folder) => join(folder, 'meilisearch'));
  const program = [...(MEILISEARCH_BIN ? [MEILISEARCH_BIN] : []), ...places].find(isProgram);
  return program ? () => start(program) : null;
};

const isProgram = (path: string) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const startTimeLimit = 30_000;

const start = async (program: string): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-meilisearch-'));
  const port = await freePort();
  const apiKey = randomBytes(24).toString('hex');
  const child = spawn(
    program,
    ['--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'data')],
    {
      cwd: folder,
      stdio: 'ignore',
      env: { MEILI_MASTER_KEY: apiKey, MEILI_ENV: 'production', MEILI_MAX_INDEXING_THREADS: '1', HOME: folder },
    },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.removeListener('exit', kill);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(url, () => child.exitCode);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, apiKey, stop };
};

const untilHealthy = async (url: string, exitCode: () => number | null) => {
  const deadline = Date.now() + startTimeLimit;
  while (Date.now() < deadline) {
    if (exitCode() !== null) throw new Error(`Meilisearch ended with ${exitCode()} before it was ready`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Meilisearch was not ready within ${startTimeLimit} ms`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port on the loopback address');
  return address.port;
};
