import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Post } from '#accounts';
import { DirectoryLoader } from '#importers';
import { ErasureJobs, forgetOutdated } from '#rights';
import { personalParts } from '../../apps/features.js';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { inserting } from '../support/collaborating.js';
import { found, mailOf } from '../support/known.marks.js';
import { type KnownPerson, known, knownPerson } from '../support/known.person.js';

let benchside: Benchside;
let world: KnownPerson;

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
  world = await knownPerson(benchside);
});
afterAll(() => benchside?.stop());

const password = 'a long enough phrase for tests';
const myData = 'query { myData { erasure { dueAt } obstacles graceDays rooms { room things { title stays } } } }';
const askFor = 'mutation ($input: AskForErasureInput!) { askForErasure(input: $input) { erasure { askedAt dueAt } } }';
const asking = { input: { confirmation: known.email, password } };

const get = async (path: string, cookie = world.person.cookie) =>
  fetch(`${benchside.url}${path}`, { headers: { cookie } });

describe('the world of this test', () => {
  it('has the person in every table that can hold one', async () => {
    const empty: string[] = [];
    for (const [table, { leads }] of personalParts.flatMap(({ tables }) => Object.entries(tables))) {
      const row = await benchside.database.row(
        `SELECT FROM ${table} t WHERE EXISTS (SELECT FROM jsonb_each_text(to_jsonb(t)) AS f (name, value)
           WHERE name = ANY($1) AND value = ANY($2)) LIMIT 1`,
        [leads, [world.account, world.profile, known.email]],
      );
      if (!row) empty.push(table);
    }
    // The one is filled by asking, the others hold hashes, what waits to be indexed, and what an encoder says.
    expect(empty.sort()).toEqual(['erasure', 'outbox', 'profile_suppression', 'text_meaning']);
  });
});

describe('a copy of what is held', () => {
  it('has a heading for every table with a row of the person, and no secret', async () => {
    const response = await get('/downloads/my-data/mine.json');
    expect(response.status).toBe(200);
    const text = await response.text();
    const copy = JSON.parse(text) as {
      rooms: { room: string; lists: { title: string; rows: object[] }[] }[];
      leftOut: object[];
    };
    const titles = copy.rooms.flatMap(({ lists }) => lists.map(({ title }) => title));
    const all = personalParts.flatMap(({ tables }) =>
      Object.values(tables).flatMap(({ copy: one }) => ('title' in one ? [one.title] : [])),
    );
    expect(all.filter((title) => !titles.includes(title))).toEqual(['Erasures you asked for']);
    expect(copy.leftOut.length).toBeGreaterThan(5);
    for (const own of [known.email, known.contact, known.orcid, 'GMC7654321']) expect(text).toContain(own);
    const hashes = await benchside.database.rows<{ secret: string }>(
      `SELECT password AS secret FROM account_credential WHERE password IS NOT NULL UNION ALL SELECT token FROM account_session`,
    );
    for (const { secret } of hashes) expect(text).not.toContain(secret);
    // What others wrote is theirs, and so is who is behind a blind brief.
    expect(text).not.toContain('we are glad');
    expect(text).not.toContain('sam@breathe.example');
  });

  it('comes as a document to read, and to nobody else', async () => {
    const pdf = await get('/downloads/my-data/mine.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await get(`/downloads/my-data/${world.account}.json`, world.company.cookie)).status).toBe(404);
    expect((await get('/downloads/my-data/mine.json', '')).status).toBe(401);
    expect(await (await get('/downloads/my-data/mine.json', world.friend.cookie)).text()).not.toContain(known.contact);
  });
});

describe('asking for an erasure', () => {
  afterEach(() => benchside.database.affected('DELETE FROM erasure'));

  it('needs the address typed, and the password or a new sign-in', async () => {
    const { person } = world;
    const { myData: data } = await person.ask<{ myData: { graceDays: number; rooms: { room: string }[] } }>(myData);
    expect(data).toMatchObject({ erasure: null, obstacles: [], graceDays: 14 });
    expect(data.rooms.map(({ room }) => room)).toContain('Requests');
    await person.refused('BAD_INPUT', askFor, { input: { ...asking.input, confirmation: 'yes' } });
    await person.refused('BAD_INPUT', askFor, { input: { ...asking.input, password: 'another phrase entirely' } });
    await benchside.database.affected(
      `UPDATE account_session SET created_at = now() - interval '1 hour' WHERE account_id = $1`,
      [world.account],
    );
    await person.refused('SIGN_IN_AGAIN', askFor, { input: { confirmation: known.email } });
    await benchside.database.affected('UPDATE account_session SET created_at = now() WHERE account_id = $1', [
      world.account,
    ]);
    await person.ask(askFor, { input: { confirmation: known.email.toUpperCase() } });
    await person.ask('mutation { cancelErasure { erasure { dueAt } } }');
  });

  it('is refused to the last admin of an organisation, with what to do', async () => {
    const { message } = await world.company.refused('STILL_NEEDED', askFor, {
      input: { confirmation: 'sam@breathe.example', password },
    });
    expect(message).toBe(
      'You are the only admin of Breathe Devices. Make a colleague an admin first, or ask the platform to remove the organisation.',
    );
  });

  it('can be taken back by the link of its letter, which asks first', async () => {
    const { person } = world;
    await person.ask(askFor, asking);
    await benchside.app.get(Post).settled();
    const link = /\/keep-my-account\/[\w-]{54}/.exec(mailOf(benchside, 'Keep my account').at(-1) ?? '')?.[0] ?? '';
    const page = await get(link, '');
    expect(await page.text()).toContain('<button type="submit">Keep my account</button>');
    expect((await person.ask<{ myData: { erasure: object | null } }>(myData)).myData.erasure).not.toBeNull();
    expect((await fetch(`${benchside.url}${link}`, { method: 'POST' })).status).toBe(200);
    expect((await person.ask<{ myData: { erasure: object | null } }>(myData)).myData.erasure).toBeNull();
    expect((await get(link, '')).status).toBe(404);
    expect((await get(`/keep-my-account/${'A'.repeat(54)}`, '')).status).toBe(404);
  });

  it('does nothing before its days of grace are over', async () => {
    await world.person.ask(askFor, asking);
    expect(await benchside.app.get(ErasureJobs).eraseDue()).toBe(0);
    expect((await get('/downloads/my-data/mine.json')).status).toBe(200);
  });
});

describe('people without an account', () => {
  const pat = { name: 'Patience Oakenfull', email: 'patience@oakenfull.example' };
  const held = 'query ($address: String!) { heldOfAddress(address: $address) { room title count } }';
  const eraseAddress = 'mutation ($address: String!) { eraseAddress(address: $address) }';

  it('have their address and the name beside it erased by an administrator', async () => {
    const { admin, collaboration } = world;
    const insert = inserting(benchside);
    const { rows } = await benchside.database.pool.query('SELECT id FROM organisation LIMIT 1');
    await insert('account_invitation', {
      organisation_id: rows[0].id,
      email: pat.email,
      inviter_id: world.company.accountId,
      expires_at: new Date(),
    });
    const signOff = await insert('sign_off', {
      collaboration_id: collaboration,
      code: 'dean',
      label: 'Dean',
      position: 1,
      necessary: true,
      why: 'The dean agrees to it.',
      state: 'asked',
      approver_name: pat.name,
      approver_email: pat.email,
    });
    await insert('sign_off_link', {
      sign_off_id: signOff,
      token_hash: Buffer.from('two'),
      email: pat.email,
      terms_number: 1,
      content: { terms: [] },
      expires_at: new Date(Date.now() + 86_400_000),
    });
    await insert('collaboration_event', {
      collaboration_id: collaboration,
      action: 'ask-sign-off',
      details: { name: pat.name, about: `${pat.name} (Dean)` },
    });
    expect(await admin.ask(held, { address: pat.email })).toEqual({
      heldOfAddress: [
        { room: 'Account', title: 'Invitations to organisations', count: 1 },
        { room: 'Approvals', title: 'Approvals you were asked for, or asked for', count: 1 },
        { room: 'Approvals', title: 'Letters that asked you for an approval', count: 1 },
      ],
    });
    expect(await admin.ask(eraseAddress, { address: ` ${pat.email.toUpperCase()}` })).toEqual({ eraseAddress: true });
    expect(await found(benchside, [pat.name, pat.email])).toEqual({});
    expect(await benchside.database.row('SELECT state FROM sign_off WHERE id = $1', [signOff])).toEqual({
      state: 'to-ask',
    });
    expect(await admin.ask(eraseAddress, { address: pat.email })).toEqual({ eraseAddress: false });
    await admin.refused('ALREADY_EXISTS', eraseAddress, { address: 'bea@example.org' });
    await admin.refused('BAD_INPUT', eraseAddress, { address: 'nobody' });
  });

  it('have their profile of a register erased, which the register does not bring back', async () => {
    const record = {
      kind: 'academic' as const,
      source: 'clinicaltrials.gov',
      sourceKey: 'oakenfull-patience',
      familyName: 'Oakenfull',
      givenName: 'Patience',
      topics: ['asthma'],
    };
    const loader = benchside.app.get(DirectoryLoader);
    const load = () => loader.load([record]);
    expect(await load()).toMatchObject({ added: 1 });
    const row = await benchside.database.row<{ id: string }>(`SELECT id FROM academic WHERE family_name = 'Oakenfull'`);
    const erase = 'mutation ($id: ID!) { eraseProfile(id: $id) }';
    await world.admin.refused('TAKEN', erase, { id: world.friendProfile });
    await world.admin.ask(erase, { id: row?.id });
    expect(await load()).toMatchObject({
      added: 0,
      skipped: 1,
      skippedRecords: [{ reason: 'erased: its person asked for it' }],
    });
    expect(await found(benchside, [pat.name, 'Oakenfull'])).toEqual({});
  });

  it('are forgotten once what was asked of them is long over', async () => {
    const { database } = benchside;
    const quinn = { name: 'Quinn Underbough', email: 'quinn@underbough.example' };
    const insert = inserting(benchside);
    const c = { collaboration_id: world.collaboration };
    const old = new Date(Date.now() - 200 * 86_400_000);
    const asked = (code: string, more: object) =>
      insert('sign_off', {
        ...c,
        code,
        label: code,
        position: 2,
        necessary: false,
        why: 'It is advised.',
        approver_name: quinn.name,
        approver_email: quinn.email,
        asked_at: old,
        ...more,
      });
    const silent = await asked('silent', { state: 'asked' });
    const said = await asked('said', { state: 'approved', decided_at: old, terms_number: 1 });
    for (const [sign_off_id, used_at] of [
      [silent, null],
      [said, old],
    ] as const) {
      const token_hash = Buffer.from(sign_off_id);
      const link = {
        sign_off_id,
        token_hash,
        email: quinn.email,
        terms_number: 1,
        content: {},
        expires_at: old,
        used_at,
      };
      await insert('sign_off_link', link);
    }
    await insert('collaboration_invitation', {
      ...c,
      email: quinn.email,
      side: 'sender',
      role: 'lead',
      created_at: old,
    });
    await forgetOutdated(database);
    // Who approved something is part of what was approved; who never answered is not.
    expect(await found(benchside, [quinn.email])).toEqual({ sign_off: 1 });
    expect(await database.row('SELECT state, approver_name FROM sign_off WHERE id = $1', [silent])).toEqual({
      state: 'to-ask',
      approver_name: null,
    });
  });
});
