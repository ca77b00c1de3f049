import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ask, cleanUp, launch, processesOf, Refused, stateFolder } from '../../../test/support/postgres-launcher.js';
import { runningUrl } from './embedded-postgres.mjs';
import { isAlive, waitFor } from './processes.mjs';

const refusal = async (start: Promise<unknown>) => {
  const error = await start.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof Refused)) throw error ?? new Error('it started');
  return error;
};
const write = (url: string) => ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
const read = (url: string) => ask(url, 'SELECT answer FROM kept');
const gone = (folder: string) => waitFor(() => (processesOf(folder).length ? undefined : true), { forMs: 10_000 });

describe('the embedded PostgreSQL', () => {
  afterAll(cleanUp);

  it('starts in an empty folder, safe and with the same order everywhere', async () => {
    const stateDir = stateFolder();
    const server = await launch(stateDir, { durable: true });
    const row = await ask(
      server.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits,
        current_setting('listen_addresses') AS addresses, datlocprovider AS provider, datlocale AS locale,
        'Ä' = upper('ä') AS upper, current_setting('jit') AS jit FROM pg_database WHERE datname = 'postgres'`,
    );
    expect(row).toEqual({
      fsync: 'on',
      commits: 'on',
      addresses: '127.0.0.1',
      provider: 'b',
      locale: 'C.UTF-8',
      upper: true,
      jit: 'off',
    });
    expect(statSync(join(server.home, 'password')).mode & 0o077).toBe(0);
    expect(statSync(join(server.home, 'address.json')).mode & 0o077).toBe(0);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/authentication failed/);
    await server.stop();
  });

  it('brings the extensions that the product needs', async () => {
    const server = await launch(stateFolder());
    for (const name of ['pg_trgm', 'unaccent', 'citext']) await ask(server.url, `CREATE EXTENSION ${name}`);
    await server.stop();
  });

  it('leaves no process behind when it is stopped, and keeps its data for the next start', async () => {
    const stateDir = stateFolder();
    const first = await launch(stateDir, { durable: true });
    await write(first.url);
    await first.stop();
    expect(processesOf(stateDir)).toEqual([]);
    expect(await runningUrl(stateDir)).toBeUndefined();
    const second = await launch(stateDir, { durable: true });
    expect(await read(second.url)).toEqual({ answer: 42 });
    await second.stop();
  });

  it('ends when its launcher is killed, and has lost nothing', async () => {
    const stateDir = stateFolder();
    const first = await launch(stateDir, { durable: true });
    await write(first.url);
    await first.kill();
    expect(await gone(stateDir)).toBe(true);
    const second = await launch(stateDir, { durable: true });
    expect(await read(second.url)).toEqual({ answer: 42 });
    await second.stop();
  });

  it('is stopped by the next start when both its launcher and its keeper were killed', async () => {
    const stateDir = stateFolder();
    const first = await launch(stateDir, { durable: true });
    await write(first.url);
    const keeper = processesOf(stateDir).find(({ command }) => command?.includes('benchside-keeper'));
    process.kill(keeper?.pid ?? 0, 'SIGKILL');
    await first.kill();
    expect(isAlive(first.pid)).toBe(true);
    expect(await runningUrl(stateDir)).toBeUndefined();
    const second = await launch(stateDir, { durable: true });
    expect(second.told.join()).toContain(`process ${first.pid}`);
    expect(isAlive(first.pid)).toBe(false);
    expect(await read(second.url)).toEqual({ answer: 42 });
    await second.stop();
  });

  it('recovers after the server itself was killed', async () => {
    const stateDir = stateFolder();
    const first = await launch(stateDir, { durable: true });
    await write(first.url);
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    const second = await launch(stateDir, { durable: true });
    expect(await read(second.url)).toEqual({ answer: 42 });
    await second.stop();
  });

  it('is not stopped by a pid file whose number another program has, and leaves that program alone', async () => {
    const stateDir = stateFolder();
    const first = await launch(stateDir);
    const pidFile = join(first.home, 'data', 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await first.stop();
    const { uid, gid } = statSync(pidFile.replace('postmaster.pid', 'PG_VERSION'));
    const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    writeFileSync(pidFile, text.replace(/^\d+/, String(other.pid)));
    const second = await launch(stateDir);
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
    await second.stop();
    expect(other.kill()).toBe(true);
  });

  it('refuses a second start, and tells where the first one answers', async () => {
    const stateDir = stateFolder();
    const server = await launch(stateDir);
    const second = await refusal(launch(stateDir));
    expect(second).toMatchObject({ code: 'busy', url: server.url });
    expect(second.message).toContain(`process ${server.process.pid}`);
    expect(await runningUrl(stateDir)).toBe(server.url);
    await server.stop();
  });

  it('lets one of many win that start at the same moment', async () => {
    const stateDir = stateFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => launch(stateDir)));
    const [server, ...others] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(others).toEqual([]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason.code).toBe('busy');
    expect(await ask(server?.url ?? '', 'SELECT 1 AS one')).toEqual({ one: 1 });
    await server?.stop();
  });

  it('does not take a lock for held whose number a later process has', async () => {
    const stateDir = stateFolder();
    mkdirSync(stateDir);
    writeFileSync(join(stateDir, 'lock'), JSON.stringify({ pid: process.pid, started: 'another time' }));
    const server = await launch(stateDir);
    await server.stop();
    writeFileSync(join(stateDir, 'lock'), '{"pid": 12');
    await (await launch(stateDir)).stop();
    expect(existsSync(join(stateDir, 'lock'))).toBe(false);
  });

  it('removes what a failed first start left, tells why, and starts when the reason is gone', async () => {
    const stateDir = stateFolder();
    const failed = await refusal(launch(stateDir, { after: 'ulimit -f 200' }));
    expect(failed.code).toBe('failed');
    expect(failed.message).toMatch(/cluster could not be made.*File too large/s);
    expect(readdirSync(stateDir)).toEqual(['password']);
    await (await launch(stateDir)).stop();
  });

  it('removes what a first start left that was killed half-way', async () => {
    const stateDir = stateFolder();
    mkdirSync(join(stateDir, 'data.new.1234'), { recursive: true });
    writeFileSync(join(stateDir, 'data.new.1234', 'PG_VERSION'), '18');
    const server = await launch(stateDir);
    expect(readdirSync(server.home).filter((name) => name.includes('new'))).toEqual([]);
    await server.stop();
  });

  it('refuses data of another release, and data without their password', async () => {
    const stateDir = stateFolder();
    const server = await launch(stateDir);
    await server.stop();
    writeFileSync(join(server.home, 'data', 'PG_VERSION'), '15\n');
    expect(await refusal(launch(stateDir))).toMatchObject({ code: 'data', message: expect.stringContaining('15') });
    writeFileSync(join(server.home, 'data', 'PG_VERSION'), '18\n');
    writeFileSync(join(server.home, 'password'), '');
    expect(await refusal(launch(stateDir))).toMatchObject({
      code: 'data',
      message: expect.stringContaining('password'),
    });
  });
});
