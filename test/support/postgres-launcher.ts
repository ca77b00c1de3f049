import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectPath } from '#config';

/** A process that runs the embedded PostgreSQL, as a launcher does. */
export interface Launcher {
  process: ChildProcess;
  url: string;
  pid: number;
  home: string;
  /** What it told while it started. */
  told: string[];
  /** Asks it to stop, and waits until it has ended. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** What a start that did not come to a server said. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly url?: string,
  ) {
    super(message);
  }
}

const program = `
  const [module, stateDir, durable] = process.argv.slice(1);
  const { startEmbeddedPostgres } = await import(module);
  const say = (what) => console.log(JSON.stringify(what));
  try {
    const server = await startEmbeddedPostgres({ stateDir, durable: durable === 'durable', log: (told) => say({ told }) });
    const stop = () => server.stop().then(() => process.exit(0));
    process.on('SIGTERM', stop);
    // The run of the tests was killed.
    process.stdin.resume().on('end', stop);
    server.exited.then((ended) => say({ ended }));
    say({ url: server.url, pid: server.pid, home: server.home });
  } catch ({ code, message, url }) {
    say({ code, message, url });
    process.exit(1);
  }`;

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** A folder for one spec. It ends in /state, which does not exist yet. */
export const stateFolder = () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchside-test-launcher-')));
  execFileSync('chmod', ['711', folder]);
  folders.add(folder);
  return join(folder, 'state');
};

/** Ends every launcher and removes every folder of this file, whatever a failed spec left. */
export const cleanUp = async () => {
  await Promise.all([...running].map((child) => ended(child, 'SIGTERM')));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
};

const ended = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
};

/** Starts a launcher and waits for its server. @throws {Refused} */
export const launch = (
  stateDir: string,
  { module = 'libs/database/embedded/embedded-postgres.mjs', root = projectPath(), durable = false, ...more } = {} as {
    module?: string;
    root?: string;
    durable?: boolean;
    uid?: number;
    gid?: number;
    /** A shell command that runs before, such as a limit. */
    after?: string;
  },
): Promise<Launcher> => {
  const parameters = ['--input-type=module', '-e', program, join(root, module), stateDir, durable ? 'durable' : ''];
  const child = spawn('/bin/sh', ['-c', `${more.after ?? ':'}; exec "$@"`, 'sh', process.execPath, ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    uid: more.uid,
    gid: more.gid,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const told: string[] = [];
  return new Promise((resolve, reject) => {
    let rest = '';
    child.stdout?.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = JSON.parse(line);
        if (said.told) told.push(said.told);
        else if (said.code) reject(new Refused(said.code, said.message, said.url));
        else if (said.url) {
          resolve({
            ...said,
            told,
            process: child,
            stop: () => ended(child, 'SIGTERM'),
            kill: () => ended(child, 'SIGKILL'),
          });
        }
      }
    });
    child.once('exit', (code, signal) => reject(new Error(`the launcher ended with ${signal ?? code}`)));
  });
};

/** The first row of one statement. */
export const ask = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
};

/** The process numbers of everything that names this folder in its command line, and of its children. */
export const processesOf = (folder: string) => {
  const table = execFileSync('ps', ['-ww', '-eo', 'pid=,ppid=,user:32=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, parent, user, command]) => ({ pid: Number(pid), parent: Number(parent), user, command }));
  const named = table.filter(({ command }) => command?.includes(folder));
  const pids = new Set(named.map(({ pid }) => pid));
  return [...named, ...table.filter(({ pid, parent }) => !pids.has(pid) && pids.has(parent))];
};
