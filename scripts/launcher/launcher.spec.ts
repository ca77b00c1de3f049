import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../libs/database/embedded/embedded-postgres.mjs';
import { cleanUp, stateFolder } from '../../test/support/postgres-launcher.js';
import { chooseAddress } from './address.mjs';
import { isBuilt, sourcesFingerprint } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { findMeilisearch } from './meilisearch.mjs';
import { versionProblem } from './node-version.mjs';
import { createProgress } from './progress.mjs';

afterAll(cleanUp);

const folder = () => dirname(stateFolder());
const write = (root: string, path: string, text = '') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0', '100.0.0'])('%s is new enough', (version) => {
    expect(versionProblem(version)).toBeUndefined();
  });

  it.each(['20.18.9', '18.99.0', '8.0.0'])('%s is too old, and the message says what to do', (version) => {
    expect(versionProblem(version)).toMatch(
      new RegExp(`needs Node 20.19.0 or newer; this is Node ${version}.*nodejs.org`, 's'),
    );
  });
});

describe('the address', () => {
  it('is port 3000 of this machine unless PORT and HOST say otherwise', async () => {
    const port = await freePort();
    expect(await chooseAddress({ PORT: `${port}` })).toEqual({
      port,
      host: '127.0.0.1',
      url: `http://localhost:${port}`,
      local: `http://127.0.0.1:${port}`,
    });
    expect(await chooseAddress({ PORT: `${port}`, HOST: '0.0.0.0', BASE_URL: 'https://benchside.example/' })).toEqual({
      port,
      host: '0.0.0.0',
      url: 'https://benchside.example',
      local: `http://127.0.0.1:${port}`,
    });
    expect((await chooseAddress({ PORT: '0' })).port).toBeGreaterThan(0);
  });

  it.each(['http', '-1', '65536', '3000.5', '0x10'])('is refused when PORT is %s', async (wrong) => {
    await expect(chooseAddress({ PORT: wrong })).rejects.toThrow(`from 0 to 65535 (0: any free one); it is ${wrong}`);
  });

  it('is refused when the port is taken or the host is elsewhere', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(chooseAddress({ PORT: `${port}` })).rejects.toThrow(`Port ${port} is in use by another program`);
    await new Promise((resolve) => other.close(resolve));
    await expect(chooseAddress({ PORT: `${port}`, HOST: '192.0.2.1' })).rejects.toThrow('no address of this machine');
  });
});

describe('the packages', () => {
  const checkout = () => {
    const root = folder();
    write(root, 'package-lock.json', '{"name":"small","lockfileVersion":3,"packages":{"":{"name":"small"}}}');
    write(root, 'package.json', '{"name":"small"}');
    return root;
  };
  const later = new Date(Date.now() + 60_000);

  it('are installed once for each lock file', async () => {
    const root = checkout();
    const { progress, text } = captured();
    expect(isInstalled(root)).toBe(false);
    mkdirSync(join(root, 'node_modules'));
    expect(isInstalled(root)).toBe(false);
    await install(root, progress);
    // npm writes its own notes only when there is a package; this lock file has none.
    write(root, 'node_modules/.package-lock.json', '{}');
    utimesSync(join(root, 'package-lock.json'), later, later);
    expect(isInstalled(root)).toBe(true);
    write(root, 'package-lock.json', '{"changed":true}');
    utimesSync(join(root, 'package-lock.json'), later, later);
    expect(isInstalled(root)).toBe(false);
    expect(text()).toContain('Installing packages');
  });

  it('count as installed when somebody ran npm after the lock file was written', () => {
    const root = checkout();
    write(root, 'node_modules/.package-lock.json', '{}');
    utimesSync(join(root, 'node_modules/.package-lock.json'), later, later);
    expect(isInstalled(root)).toBe(true);
  });

  it('show the words of npm when they cannot be installed', async () => {
    const root = checkout();
    write(root, 'package.json', '{ not JSON');
    await expect(install(root, captured().progress)).rejects.toThrow(/npm install failed:.*JSON/s);
  });
});

describe('the build', () => {
  const checkout = () => {
    const root = folder();
    for (const path of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) write(root, path);
    for (const path of ['apps/api/main.ts', 'apps/web/page.ts', 'libs/a/index.ts', 'libs/a/a.spec.ts'])
      write(root, path);
    return root;
  };

  it('is due when a source is written, added or removed, and not for a test or a page', () => {
    const root = checkout();
    let last = sourcesFingerprint(root);
    const changed = () => {
      const before = last;
      last = sourcesFingerprint(root);
      return before !== last;
    };
    write(root, 'libs/a/index.ts', 'export const a = 1;');
    expect(changed()).toBe(true);
    write(root, 'libs/a/other.ts');
    expect(changed()).toBe(true);
    rmSync(join(root, 'libs/a/other.ts'));
    expect(changed()).toBe(true);
    write(root, 'tsconfig.json', '{}');
    expect(changed()).toBe(true);
    write(root, 'libs/a/a.spec.ts', '// a test');
    write(root, 'apps/web/page.ts', '// a page');
    expect(changed()).toBe(false);
  });

  it('is due when what it made is gone', () => {
    const root = checkout();
    expect(isBuilt(root)).toBe(false);
    write(root, 'dist/apps/api/main.js');
    write(root, 'dist/.built', sourcesFingerprint(root));
    expect(isBuilt(root)).toBe(true);
    rmSync(join(root, 'dist/apps'), { recursive: true });
    expect(isBuilt(root)).toBe(false);
  });
});

describe('the meilisearch program', () => {
  it('is the one that MEILISEARCH_BIN names, or the first on PATH that can be run', () => {
    const root = folder();
    for (const path of ['a/meilisearch', 'b/meilisearch']) write(root, path, '#!/bin/sh\n');
    chmodSync(join(root, 'b/meilisearch'), 0o755);
    const PATH = [join(root, 'nowhere'), join(root, 'a'), '', join(root, 'b')].join(':');
    expect(findMeilisearch({ PATH })).toBe(join(root, 'b/meilisearch'));
    expect(findMeilisearch({ PATH: root })).toBeUndefined();
    expect(findMeilisearch({})).toBeUndefined();
    expect(findMeilisearch({ MEILISEARCH_BIN: join(root, 'b/meilisearch'), PATH: '' })).toBe(
      join(root, 'b/meilisearch'),
    );
    expect(() => findMeilisearch({ MEILISEARCH_BIN: join(root, 'a/meilisearch') })).toThrow('not a program');
  });
});

/** Progress whose output can be read. */
const captured = ({ terminal = false } = {}) => {
  const stream = Object.assign(new PassThrough(), { isTTY: terminal, columns: 40 });
  let text = '';
  stream.on('data', (data) => {
    text += data;
  });
  return { progress: createProgress(stream), text: () => text };
};

describe('the progress', () => {
  it('is plain lines where nobody watches', async () => {
    const { progress, text } = captured();
    const result = await progress.step('Working', async (report) => {
      report('half');
      progress.line('Something else');
      return 42;
    });
    expect(result).toBe(42);
    expect(text()).toBe('Working\n  half\nSomething else\n');
  });

  it('is one line that changes on a terminal, and other lines stand above it', async () => {
    const { progress, text } = captured({ terminal: true });
    await progress.step('Working', async (report) => {
      report('a detail that is longer than this terminal is wide');
      progress.line('Something else');
    });
    const shown = text().split('\u001b[K');
    expect(shown).toContain('Something else\n\r');
    expect(Math.max(...shown.map((part) => part.replace(/[\r\n]/g, '').length))).toBeLessThan(40);
    expect(shown.at(-1)).toMatch(/^✓ Working \(0\.\d s\)\n$/);
  });

  it('says which step failed', async () => {
    const { progress, text } = captured();
    const failed = progress.step('Working', () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(text()).toMatch(/Working: failed after 0\.\d s/);
  });
});
