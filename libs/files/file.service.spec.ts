import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { nobody, type Viewer } from '#accounts';
import { Database, type TestDatabase, testDatabase } from '#database';
import { FileReaders } from './file.readers.js';
import { FileService } from './file.service.js';
import { FileStore } from './file.store.js';
import { FileSweep } from './file.sweep.js';
import { StoredFile } from './stored-file.entity.js';
import { pdf } from './testing.js';
import { uploadRules } from './upload.rules.js';

let testing: TestDatabase;
let database: Database;
let folder: string;
let store: FileStore;
let files: FileService;
let sweep: FileSweep;
let ada: Viewer;
let ben: Viewer;
/** Who may read attached files. */
let allowed: Viewer[] = [];

const person = async (name: string): Promise<Viewer> => {
  const row = await database.row<{ id: string }>(
    'INSERT INTO account_holder (name, email, email_verified) VALUES ($1, $2, true) RETURNING id',
    [name, `${randomUUID()}@example.org`],
  );
  return { ...nobody, accountId: row?.id ?? '', sessionId: randomUUID(), name, email: `${name}@example.org` };
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  testing = await testDatabase({ entities: [StoredFile] });
  database = new Database(testing.dataSource);
  folder = await mkdtemp(join(tmpdir(), 'benchside-files-'));
  store = new FileStore({ filesDir: folder });
  const readers = new FileReaders();
  readers.register('agreement', async (viewer) => allowed.includes(viewer));
  files = new FileService(database, store, readers);
  sweep = new FileSweep(database, store);
  [ada, ben] = [await person('Ada'), await person('Ben')];
});
afterAll(async () => {
  await testing?.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  allowed = [];
  await database.affected('DELETE FROM stored_file');
  await sweepAll();
});

const upload = (as = ada, bytes = pdf) => files.upload(as, { bytes, name: '../terms.pdf', purpose: 'agreement' });
const attach = (id: string, as = ada, purpose = 'agreement') =>
  database.transaction((tx) => files.attach(tx, as, id, purpose));
const onDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
/** Everything on the disk grows old, then the sweep comes. */
const sweepAll = async () => {
  for (const { parentPath, name } of await onDisk()) await utimes(join(parentPath, name), 0, 0);
  return sweep.run();
};
const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('an upload', () => {
  it('is kept under its hash, once, whoever sends it and however it is called', async () => {
    const [first, second] = [await upload(), await upload(ben)];
    expect(first).toMatchObject({
      name: 'terms.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      uploadedBy: ada.accountId,
    });
    expect(second.sha256).toBe(first.sha256);
    const [kept, ...rest] = await onDisk();
    expect([kept?.name, rest.length]).toEqual([first.sha256, 0]);
    expect(await readFile(join(kept?.parentPath ?? '', kept?.name ?? ''))).toEqual(pdf);
  });

  it('is its sender’s alone until it is attached, and then whose the room says', async () => {
    const { id } = await upload();
    expect(await text((await files.openFor(ada, id)).bytes)).toBe(pdf.toString());
    await expect(files.openFor(ben, id)).rejects.toEqual(code('NOT_FOUND'));
    await expect(attach(id, ben)).rejects.toEqual(code('NOT_FOUND'));
    await expect(attach(id, ada, 'document')).rejects.toEqual(code('NOT_FOUND'));
    await attach(id);
    await expect(attach(id)).rejects.toEqual(code('TAKEN'));
    await expect(files.openFor(ada, id)).rejects.toEqual(code('NOT_FOUND'));
    allowed = [ben];
    expect((await files.openFor(ben, id)).file.id).toBe(id);
    await expect(files.openFor(nobody, id)).rejects.toEqual(code('SIGN_IN_NEEDED'));
    await expect(files.openFor(ada, 'x')).rejects.toEqual(code('NOT_FOUND'));
  });

  it('has written down who has read it, and nobody else', async () => {
    const { id } = await upload();
    await attach(id);
    allowed = [ben];
    await files.openFor(ben, id);
    await expect(files.openFor(ada, id)).rejects.toEqual(code('NOT_FOUND'));
    const views = await files.views(database, [id], 2);
    expect(views).toEqual([{ fileId: id, accountId: ben.accountId, person: 'Ben', at: expect.any(Date) }]);
    for (const _ of [1, 2]) await files.openFor(ben, id);
    expect(await files.views(database, [id], 2)).toHaveLength(2);
  });

  it('is refused for what no room keeps files for, and where too many wait', async () => {
    await expect(files.upload(ada, { bytes: pdf, name: 'a.pdf', purpose: 'other' })).rejects.toEqual(code('BAD_INPUT'));
    await expect(files.upload(nobody, { bytes: pdf, name: 'a.pdf', purpose: 'agreement' })).rejects.toEqual(
      code('SIGN_IN_NEEDED'),
    );
    const most = uploadRules.unattachedPerPerson.files;
    const outcomes = await Promise.allSettled(Array.from({ length: most + 3 }, () => upload()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
    await upload(ben);
  });

  it('finds no room where somebody has filled theirs, also with what is attached', async () => {
    const { id } = await upload();
    await attach(id);
    await database.affected('UPDATE stored_file SET size = $2 WHERE id = $1', [id, uploadRules.bytesPerPerson - 10]);
    await expect(upload()).rejects.toEqual(code('LIMIT_REACHED'));
    await upload(ben);
  });
});

describe('the sweep', () => {
  it('removes uploads that wait for more than a day, and the bytes that no file names', async () => {
    const [kept, waiting] = [await upload(), await upload(ben, Buffer.concat([pdf, Buffer.from('\n')]))];
    await attach(kept.id);
    expect(await sweepAll()).toEqual({ uploads: 0, blobs: 0 });
    await database.affected(`UPDATE stored_file SET created_at = now() - interval '25 hours'`);
    expect(await sweepAll()).toEqual({ uploads: 1, blobs: 1 });
    expect((await onDisk()).map(({ name }) => name)).toEqual([kept.sha256]);
    expect(await store.size(waiting.sha256)).toBeUndefined();
    await database.transaction((tx) => files.remove(tx, [kept.id]));
    expect(await sweepAll()).toEqual({ uploads: 0, blobs: 1 });
  });

  it('removes halves that a killed program left, and leaves what is new or not its own', async () => {
    await upload();
    const [blob] = await onDisk();
    await writeFile(join(blob?.parentPath ?? '', 'half.part'), 'x');
    await writeFile(join(folder, 'README'), 'x');
    expect(await sweep.run()).toEqual({ uploads: 0, blobs: 0 });
    expect(await onDisk()).toHaveLength(3);
    await sweepAll();
    expect((await onDisk()).map(({ name }) => name).sort()).toEqual([blob?.name, 'README'].sort());
    await rm(join(folder, 'README'));
  });

  it('never takes bytes from under an upload that is being written', async () => {
    const old = await upload();
    await database.transaction((tx) => files.remove(tx, [old.id]));
    for (const { parentPath, name } of await onDisk()) await utimes(join(parentPath, name), 0, 0);
    // The same bytes come again at the moment of the sweep: whichever is first, the file can be read afterwards.
    const [again] = await Promise.all([upload(ben), sweep.run()]);
    expect(await store.size(again.sha256)).toBe(pdf.length);
  });

  it('of bytes that are no longer whole is never answered as if they were', async () => {
    const { id, sha256 } = await upload();
    const [blob] = await onDisk();
    await writeFile(join(blob?.parentPath ?? '', sha256), 'cut');
    await expect(files.openFor(ada, id)).rejects.toThrow(/not in the store as they were put there/);
    await upload();
    expect((await files.openFor(ada, id)).file.id).toBe(id);
  });
});
