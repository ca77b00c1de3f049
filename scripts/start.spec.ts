import { appendFileSync, chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../libs/database/embedded/embedded-postgres.mjs';
import { cleanUp, processesOf } from '../test/support/postgres-launcher.js';
import { endSmallProducts, type Started, smallProduct } from '../test/support/small-product.js';

describe('npm start', () => {
  let product: Awaited<ReturnType<typeof smallProduct>>;
  const processes = () => processesOf(product.root).filter(({ command }) => !command?.startsWith('ps '));
  const allGone = async () => {
    await waitFor(() => (processes().length ? undefined : true), { forMs: 10_000 });
    return processes();
  };
  const processOf = (part: string) => processes().find(({ command }) => command?.includes(part))?.pid ?? 0;
  const visits = async () => (await product.get('/')).visits;
  /** Leaves something in the database that must not get lost. */
  const visit = async () => (await product.get('/visit')).visits;
  const stop = async (started: Started) => {
    started.process.kill('SIGINT');
    expect(await started.ended()).toBe(0);
  };

  beforeAll(async () => {
    product = await smallProduct();
  });
  afterEach(endSmallProducts);
  afterAll(cleanUp);

  it('goes from nothing to a served address, and tells each step', async () => {
    const fresh = await smallProduct();
    const started = await fresh.start();
    for (const step of ['Starting PostgreSQL', 'PostgreSQL answers the searches', 'Building', 'one table made']) {
      expect(started.output()).toContain(step);
    }
    expect(started.output()).toContain(`http://localhost:${fresh.port}`);
    await started.says('ada@example.org  a password');
    expect(await fresh.get('/visit')).toEqual({ visits: 1, search: 'postgresql' });
    expect(statSync(join(fresh.root, 'var/running.json')).mode & 0o077).toBe(0);
    await stop(started);
  });

  it('stops in order at Ctrl-C, the database last, and leaves no process', async () => {
    const started = await product.start();
    await stop(started);
    expect(started.output()).toContain('the worker closed');
    expect(started.output()).toContain('the api closed: asked');
    expect(processes()).toEqual([]);
  });

  it('keeps the data, and builds nothing that has not changed', async () => {
    const first = await product.start();
    const kept = await visit();
    first.process.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    const second = await product.start();
    expect(second.output()).not.toContain('Building');
    expect(await visits()).toBe(kept);
    await stop(second);
  });

  it('loses nothing by kill -9 of itself, and everything it started ends', async () => {
    const started = await product.start();
    const kept = await visit();
    started.process.kill('SIGKILL');
    expect(await allGone()).toEqual([]);
    const again = await product.start();
    expect(await visits()).toBe(kept);
    await stop(again);
  });

  it.each([
    ['apps/api/main.js', 'The api ended unexpectedly (SIGKILL)'],
    ['apps/worker/main.js', 'The worker ended unexpectedly (SIGKILL)'],
    ['bin/postgres', 'PostgreSQL ended unexpectedly'],
  ])('says so and stops the rest when %s is killed', async (program, sentence) => {
    const started = await product.start();
    const kept = await visit();
    // The database server names its data folder; our own programs name themselves.
    const pid = program === 'bin/postgres' ? processOf(`-D ${product.root}`) : processOf(program);
    process.kill(pid, 'SIGKILL');
    expect(await started.ended()).toBe(1);
    expect(started.output()).toContain(sentence);
    expect(await allGone()).toEqual([]);
    const again = await product.start();
    expect(await visits()).toBe(kept);
    await stop(again);
  });

  it('shows the last words of a program that ends', async () => {
    const started = await product.start();
    await product.get('/die').catch(() => undefined);
    expect(await started.ended()).toBe(1);
    expect(started.output()).toMatch(
      /The api ended unexpectedly \(code 3\)\.\nIts last lines:\n.*the reason of the api/s,
    );
  });

  it('shows why the database could not be prepared', async () => {
    const started = product.tryToStart({ PREPARATION: 'fails' });
    expect(await started.ended()).toBe(1);
    expect(started.output()).toContain('could not be prepared (code 3)');
    expect(started.output()).toContain('the reason of the preparation');
    expect(processes()).toEqual([]);
  });

  it('names a port that is taken and the setting that changes it', async () => {
    const other = createServer().listen(product.port, '127.0.0.1');
    const started = product.tryToStart();
    expect(await started.ended()).toBe(1);
    expect(started.output()).toContain(`Port ${product.port} is in use by another program. Set another one`);
    expect(started.output()).toContain(`PORT=${product.port + 1} npm start`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('refuses to run twice on one state folder, and says where the first one is', async () => {
    const started = await product.start();
    const second = product.tryToStart({ PORT: '0' });
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain(`already running at http://localhost:${product.port}`);
    expect(await visits()).toBeGreaterThanOrEqual(0);
    await stop(started);
  });

  it('lends its database to a tool while it runs, and the tool starts one when it does not', async () => {
    const started = await product.start();
    const seen = await visit();
    const beside = product.count('a file', '--quick');
    expect(await beside.ended()).toBe(0);
    expect(JSON.parse(beside.output())).toEqual({ visits: seen, parameters: ['a file', '--quick'] });
    await stop(started);
    const alone = product.count('fail');
    expect(await alone.ended()).toBe(4);
    expect(alone.output()).toContain(`{"visits":${seen},"parameters":["fail"]}`);
    expect(processes()).toEqual([]);
  });

  it('stops within ten seconds though a program does not answer, and at once when it is asked twice', async () => {
    const patient = await product.start({ HANGS: 'yes' });
    const begin = performance.now();
    patient.process.kill('SIGINT');
    expect(await patient.ended()).toBe(0);
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(processes()).toEqual([]);

    const impatient = await product.start({ HANGS: 'yes' });
    const pressing = setInterval(() => impatient.process.kill('SIGINT'), 100);
    expect(await impatient.ended()).toBe(130);
    clearInterval(pressing);
    expect(await allGone()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('ends when npm gets %s', async (signal) => {
    const npm = product.run('npm', ['start']);
    await npm.says('Benchside runs at');
    npm.process.kill(signal);
    expect(await allGone()).toEqual([]);
  });

  it('builds what changed, and shows what does not compile', async () => {
    const worker = join(product.root, 'apps/worker/main.ts');
    const source = readFileSync(worker, 'utf8');
    appendFileSync(worker, `\nconst unfinished = ;\n`);
    const started = product.tryToStart();
    expect(await started.ended()).toBe(1);
    expect(started.output()).toContain(`apps/worker/main.ts`);
    expect(started.output()).toContain('Expression expected');
    writeFileSync(worker, source.replace('the worker closed', 'the worker closed anew'));
    const corrected = await product.start();
    expect(corrected.output()).toContain('Building');
    await stop(corrected);
    expect(corrected.output()).toContain('the worker closed anew');
  });

  it('starts a meilisearch program that it finds, and goes on without it when it dies', async () => {
    const program = join(product.root, 'meilisearch');
    // Answers as the real one does when it is healthy, and refuses data that it does not know.
    writeFileSync(
      program,
      `#!${process.execPath}
      import fs from 'node:fs';
      import { createServer } from 'node:http';
      const option = (name) => process.argv[process.argv.indexOf(name) + 1];
      const data = option('--db-path');
      if (fs.existsSync(data)) { console.error('incompatible data'); process.exit(1); }
      fs.mkdirSync(data);
      if ((process.env.MEILI_MASTER_KEY ?? '').length < 16) process.exit(1);
      const [host, port] = option('--http-addr').split(':');
      createServer((_, response) => response.end('{}')).listen(Number(port), host);`,
    );
    chmodSync(program, 0o755);
    const started = await product.start({ MEILISEARCH_BIN: program });
    const { search } = await product.get('/');
    expect(search).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    process.kill(processOf('--db-path'), 'SIGKILL');
    await started.says('PostgreSQL answers the searches until the next start');
    expect((await product.get('/')).search).toBe(search);
    started.process.kill('SIGKILL');
    await allGone();

    const again = await product.start({ MEILISEARCH_BIN: program });
    again.process.kill('SIGKILL');
    expect(await allGone()).toEqual([]);
    const missing = product.tryToStart({ MEILISEARCH_BIN: join(product.root, 'nowhere') });
    expect(await missing.ended()).toBe(1);
    expect(missing.output()).toContain('MEILISEARCH_BIN is not a program');
    rmSync(program);
  });
});
