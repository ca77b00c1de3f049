import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Client } from 'pg';

/** Ticks a second of /proc: 100 on every Linux that Node runs on. */
const ticks = 100;

/** CPU milliseconds that each process has used so far; one that has ended is left out. */
export const cpuOf = (pids: readonly number[]): Map<number, number> => {
  const used = new Map<number, number>();
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      used.set(pid, ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks);
    } catch {
      // Ended.
    }
  }
  return used;
};

/** What was used between two readings; a process that began meanwhile counts whole. */
export const usedBetween = (before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number =>
  [...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), 0);

/** The most memory that a process has held, in MB. */
export const peakMemoryOf = (pid: number): number => {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
};

/** The processes of PostgreSQL that serve a database. */
export const backendsOf = async (url: string): Promise<number[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    return rows.map(({ pid }) => pid).filter((pid) => readdirSync('/proc').includes(String(pid)));
  } finally {
    await client.end();
  }
};

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** As `npm start` and the image start it. */
const smallHeap = ['--max-old-space-size=192', '--max-semi-space-size=8'];

/** Starts a program of the build and resolves once it answers at `ready`. */
export const startProgram = async (
  file: string,
  parameters: string[],
  environment: Record<string, string>,
  ready: string,
): Promise<ChildProcess & { pid: number }> => {
  const child = spawn(process.execPath, [...smallHeap, file, ...parameters], {
    env: { ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`);
    const up = await fetch(ready).then(
      (response) => response.status < 500,
      () => false,
    );
    if (up && child.pid) return Object.assign(child, { pid: child.pid });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${file} did not answer`);
};
