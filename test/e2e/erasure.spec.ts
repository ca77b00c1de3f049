import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileSweep } from '#files';
import { ErasureJobs } from '#rights';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { letters, type SentLetter } from '../support/collaborating.js';
import { everyMark, found, mailOf } from '../support/known.marks.js';
import { type KnownPerson, known, knownPerson } from '../support/known.person.js';

let benchside: Benchside;
let world: KnownPerson;
/** The tables in which the person stood, and how many accounts were erased each time that it was due. */
let before: Record<string, number>;
let erased: number[];
let told: string[];
let sent: SentLetter[];

/** One erasure for all tests: it waits for one thing, and is carried out when that is settled. */
beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
  world = await knownPerson(benchside);
  const { app, database } = benchside;
  const { account, person } = world;
  const role = (name: string) =>
    database.affected('UPDATE account_membership SET role = $2 WHERE account_id = $1', [account, name]);
  const due = async () => {
    await database.affected('UPDATE erasure SET due_at = now() WHERE account_id = $1', [account]);
    return app.get(ErasureJobs).eraseDue();
  };
  const input = { confirmation: known.email, password: 'a long enough phrase for tests' };
  await person.ask('mutation ($input: AskForErasureInput!) { askForErasure(input: $input) { erasure { dueAt } } }', {
    input,
  });
  before = await found(benchside, everyMark);
  await role('admin');
  const first = await due();
  told = mailOf(benchside, 'You are the only admin of Tyne Hospitals');
  await role('office');
  erased = [first, await due()];
  await benchside.indexed();
  sent = await letters(benchside);
});
afterAll(() => benchside?.stop());

const get = async (path: string, cookie = world.person.cookie) =>
  fetch(`${benchside.url}${path}`, { headers: { cookie } });

describe('an erasure that is due', () => {
  it('waits where the person has become the only admin of something, and says so', () => {
    expect(erased[0]).toBe(0);
    expect(told.length).toBeGreaterThan(0);
  });

  it('leaves no name, address or number of the person anywhere but in what is said to stay', async () => {
    expect(Object.keys(before).length).toBeGreaterThan(40);
    expect(erased[1]).toBe(1);
    expect(await found(benchside, everyMark)).toEqual({ agreement: 1, agreement_signature: 1, request_nda: 1 });
    expect(mailOf(benchside, known.name)).toEqual([]);
    expect(mailOf(benchside, known.email)).toEqual([]);
    expect((await get('/downloads/my-data/mine.json')).status).toBe(401);
    const { academics } = await benchside.nobody.ask<{ academics: { totalCount: number } }>(
      `query { academics(query: "${known.family}", first: 5) { totalCount } }`,
    );
    expect(academics.totalCount).toBe(0);
  });

  it('leaves the other side its record, without who it was with', async () => {
    const { company, collaboration, openRequest, sharedFile } = world;
    const { requests } = await company.ask<{ requests: { nodes: { id: string; state: string; sender: object }[] } }>(
      'query { requests(box: "received", first: 10) { nodes { id state sender { name academic { id } } } } }',
    );
    expect(requests.nodes.find(({ id }) => id === openRequest)).toMatchObject({
      state: 'withdrawn',
      sender: { name: 'A former member', academic: null },
    });
    const row = await benchside.database.row<{ state: string; title: string }>(
      'SELECT state, title FROM collaboration WHERE id = $1',
      [collaboration],
    );
    expect(row).toEqual({ state: 'withdrawn', title: `Advice by ${'*'.repeat(known.name.length)}` });
    expect((await get(`/files/${sharedFile}`, company.cookie)).status).toBe(200);
    const paid = await benchside.database.row('SELECT academic_id, amount_pence, consent FROM transfer_of_value');
    expect(paid).toEqual({ academic_id: null, amount_pence: 50_000, consent: 'withdrawn' });
  });

  it('tells whoever was waiting, without a name', async () => {
    const noticesOf = async (accountId: string | null) =>
      (
        await benchside.database.rows<{ kind: string }>(
          'SELECT kind FROM notification WHERE account_id = $1 ORDER BY kind',
          [accountId],
        )
      ).map(({ kind }) => kind);
    expect(await noticesOf(world.friend.accountId)).toEqual(['departure-introduction', 'departure-meeting']);
    expect(await noticesOf(world.company.accountId)).toContain('request-withdrawn');
    expect(sent.map(({ subject }) => subject).filter((subject) => /left Benchside/.test(subject))).toHaveLength(1);
  });

  it('takes the bytes of what was removed with the next sweep, and keeps what others have', async () => {
    const { app, database, settings } = benchside;
    const old = new Date(Date.now() - 2 * 3_600_000);
    const folder = settings.filesDir;
    const bytes = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    for (const path of bytes()) utimesSync(path, old, old);
    await app.get(FileSweep).run();
    expect(bytes().map((path) => readFileSync(path, 'utf8').split(' ')[0])).toEqual(['shared']);
    expect(await database.row('SELECT FROM stored_file WHERE id = $1', [world.removedFile])).toBeUndefined();
  });

  it('keeps registers from bringing the profile back', async () => {
    const row = await benchside.database.row(
      `SELECT FROM profile_suppression WHERE mark = profile_mark('clinicaltrials.gov', 'quillfeather-zebedee')`,
    );
    expect(row).toBeDefined();
  });

  it('is written down as done, of nobody', async () => {
    expect(await benchside.database.rows('SELECT account_id, kind, done_at IS NOT NULL AS done FROM erasure')).toEqual([
      { account_id: null, kind: 'account', done: true },
    ]);
  });
});
