import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { projectPath, readSettings } from '#config';
import { type TestDatabase, testDatabase } from '#database';
import { runImport, type Stop } from './import.js';
import { createProgress } from './progress.js';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'benchside-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

class Written extends Writable {
  text = '';
  isTTY = false;
  override _write(chunk: Buffer, _: string, done: () => void) {
    this.text += chunk.toString();
    done();
  }
}

const run = async (parameters: string[], stop?: Stop, url = database.url) => {
  const out = new Written();
  const error = new Written();
  const settings = () => readSettings({ DATABASE_URL: url, BENCHSIDE_STATE: join(folder, 'state') });
  const code = await runImport(parameters, settings, { out, error }, stop);
  return { code, out: out.text, error: error.text };
};

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const studies = projectPath('libs/importers/fixtures/studies.ndjson');
const organisations = projectPath('libs/importers/fixtures/organisations.ndjson');

describe('npm run import', () => {
  it('says how it is used', async () => {
    for (const parameters of [[], ['clinicaltrials'], ['ror', 'a', 'b']]) {
      expect(await run(parameters)).toEqual({
        code: 1,
        out: '',
        error: expect.stringMatching(/^Usage: npm run import/),
      });
    }
    expect((await run(['pubmed', studies])).error).toContain(
      '"pubmed" is not a source: it is one of clinicaltrials, ror.',
    );
    expect(await run(['--help'])).toEqual({ code: 0, out: expect.stringContaining('Usage'), error: '' });
  });

  it('reads a file, and says what it did and what it skipped', async () => {
    const { code, out, error } = await run(['clinicaltrials', studies]);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('Read 6 entries in');
    expect(out).toMatch(/organisations {2}6 added, 0 changed, 0 unchanged, 2 named again/);
    expect(out).toMatch(/academics {6}6 added, 0 changed, 0 unchanged, 1 named again/);
    expect(out).toContain('Skipped 1 record:\n  NCT99000005: names no organisation and no person that can be listed');
    const path = /with the reasons: (.*)\n/.exec(out)?.[1] ?? '';
    expect(readFileSync(path, 'utf8')).toBe('NCT99000005\tnames no organisation and no person that can be listed\n');
  });

  it('changes nothing the second time', async () => {
    await run(['clinicaltrials', studies]);
    const { code, out } = await run(['clinicaltrials', studies]);
    expect(code).toBe(0);
    expect(out).toMatch(/organisations {2}0 added, 0 changed, 8 unchanged\n/);
    expect(out).toMatch(/academics {6}0 added, 0 changed, 7 unchanged\n/);
  });

  it('reads a folder', async () => {
    const { code, out, error } = await run(['ror', projectPath('libs/importers/fixtures')]);
    // The studies beside them are not of ROR: it says so, and that not all was read.
    expect([code, error]).toEqual([1, expect.stringContaining('studies.ndjson holds records of ClinicalTrials.gov')]);
    expect(out).toMatch(/organisations {2}\d added, \d changed, 0 unchanged/);
    expect(out).toContain('0ttb8mt93: is withdrawn in ROR');
  });

  it.each<[string, string | Buffer, string]>([
    ['empty.json', '', 'is empty'],
    ['table.csv', 'nct,title\n1,2\n', 'it looks like a table (CSV)'],
    ['binary.json', Buffer.from([1, 0, 2, 0]), 'is a binary file'],
    ['none.json', '[]', 'holds no records'],
    ['other.json', '[{"a":1},{"a":2}]', 'could be read as records of clinicaltrials'],
    [
      'cut.json',
      `[${readFileSync(studies, 'utf8').split('\n')[0]},{"protocolSec`,
      'is cut off: it ends inside a record',
    ],
  ])('fails on %s, with the reason', async (name, content, problem) => {
    const { code, error } = await run(['clinicaltrials', file(name, content)]);
    expect([code, error]).toEqual([1, expect.stringContaining(problem)]);
    expect(error).not.toContain('    at ');
  });

  it('fails on a file of another register, and names the command for it', async () => {
    const { code, error } = await run(['clinicaltrials', organisations]);
    expect(code).toBe(1);
    expect(error).toContain('organisations.ndjson holds records of ROR, not of ClinicalTrials.gov.');
    expect(error).toContain('npm run import -- ror');
  });

  it('fails on what is not there', async () => {
    expect(await run(['ror', join(folder, 'missing')])).toMatchObject({
      code: 1,
      error: expect.stringContaining('There is no file or folder'),
    });
  });

  it('fails where the database is out of reach, in a sentence', async () => {
    const { code, error } = await run(['ror', organisations], undefined, 'postgres://nobody@127.0.0.1:1/none');
    expect([code, error]).toEqual([1, expect.stringMatching(/^The database cannot be reached: .*\n$/)]);
  });

  it('stops when it is asked to, and keeps what it has', async () => {
    const { code, error } = await run(['ror', organisations], { requested: true });
    expect([code, error]).toEqual([130, expect.stringContaining('run it again for the rest')]);
  });

  it('makes the tables and the vocabularies of a database that has none', async () => {
    const name = `import_${process.pid}`;
    const server = new Client({ connectionString: database.url });
    await server.connect();
    await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    try {
      expect(await run(['ror', organisations], undefined, url.href)).toMatchObject({
        code: 0,
        out: expect.stringContaining('7 added'),
      });
    } finally {
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    }
  });

  it('goes on without a log where the folder cannot be written', async () => {
    writeFileSync(join(folder, 'no-folder'), '');
    const out = new Written();
    const settings = () => readSettings({ DATABASE_URL: database.url, BENCHSIDE_STATE: join(folder, 'no-folder') });
    expect(await runImport(['clinicaltrials', studies], settings, { out, error: new Written() })).toBe(0);
    expect(out.text).toContain('They could not be kept in a file');
    expect(existsSync(join(folder, 'no-folder', 'x'))).toBe(false);
  });
});

describe('the progress of an import', () => {
  const position = { bytes: 50, entries: 1_234, written: 1_000, skipped: 2 };

  it('is a plain line every five seconds where there is no terminal', () => {
    let now = 0;
    const error = new Written();
    const progress = createProgress({ out: new Written(), error }, 100, () => now);
    for (now = 1_000; now <= 12_000; now += 1_000) progress.show(position);
    progress.end();
    expect(error.text).toBe('50%: 1,234 read, 2 skipped, 247 a second\n50%: 1,234 read, 2 skipped, 123 a second\n');
  });

  it('is a bar on a terminal', () => {
    const error = Object.assign(new Written(), {
      isTTY: true,
      columns: 100,
      cursorTo: () => true,
      clearLine: () => true,
      moveCursor: () => true,
      clearScreenDown: () => true,
    });
    const progress = createProgress({ out: new Written(), error }, 100);
    progress.show(position);
    progress.end();
    expect(error.text).toContain('50% | 1,234 read, 2 skipped');
  });
});
