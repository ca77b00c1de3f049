import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DigestService } from '#alerts';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';

let benchside: Benchside;
let seeker: Actor;
let company: string;
let profile: string;
let owner: Actor;
/** The mailboxes of the two. */
let seekers: string;
let owners: string;
let count = 0;

const save = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { id name summary path cadence nextLetterAt } }`;
const asthma = { kind: 'academics', name: 'Asthma people', query: 'asthma', filters: [], cadence: 'weekly' };
const input = (change: object = {}) => ({ input: { ...asthma, idempotencyKey: randomUUID(), ...change } });
const person = () => {
  count += 1;
  return benchside.person({ email: `person${count}@example.org`, name: `Person ${count}` });
};
const digests = () => benchside.app.get(DigestService);
/** The digests to one person, oldest first, with their headers on one line each. */
const letters = (to: string): string[] => {
  const folder = join(benchside.settings.stateDir, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.eml') && file.includes('-digest-'))
    .sort()
    .map((file) =>
      readFileSync(join(folder, file), 'utf8')
        .replace(/=\r?\n/g, '')
        .replace(/\r?\n[ \t]+/g, ' '),
    )
    .filter((letter) => letter.includes(`To: ${to}@example.org`));
};
const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
  const names = Object.keys(values);
  const row = await benchside.database.row<{ id: string }>(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
    Object.values(values),
  );
  return row?.id ?? '';
};
const academic = (family_name: string, values: object = {}) =>
  insert('academic', {
    given_name: 'Ada',
    family_name,
    profession: 'nurse',
    topics: ['asthma'],
    created_at: hoursAgo(2),
    ...values,
  });
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const later = () =>
  benchside.database
    .affected(`UPDATE saved_search SET told_until = now() - interval '40 days'`)
    .then(() =>
      benchside.database.affected(`UPDATE digest_preference SET views_told_until = now() - interval '40 days'`),
    );
const unsubscribeOf = (letter: string) => /List-Unsubscribe: +<([^>]+)>/.exec(letter)?.[1] ?? '';

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
});
afterAll(() => benchside?.stop());

/** Each test has people, a company and a profile of its own, and nothing is there besides to look for or to tell. */
beforeEach(async () => {
  for (const table of ['saved_search', 'digest_preference', 'opportunity', 'academic', 'organisation']) {
    await benchside.database.affected(`DELETE FROM ${table}`);
  }
  seeker = await person();
  seekers = `person${count}`;
  owner = await person();
  owners = `person${count}`;
  company = await insert('organisation', {
    slug: `breathe-${count}`,
    name: 'Breathe',
    type: 'company',
    verification: 'verified',
  });
  await insert('account_membership', { organisation_id: company, account_id: seeker.accountId, role: 'admin' });
  profile = await academic('Nwosu', { account_id: owner.accountId, created_at: hoursAgo(2_000) });
  await benchside.indexed();
});

describe('a saved search', () => {
  it('is kept once, for its owner alone, and says what it looks for', async () => {
    const kept = input({ filters: [{ name: 'topics', values: ['asthma'] }] });
    const first = await seeker.ask<{ saveSearch: { id: string } }>(save, kept);
    expect(first.saveSearch).toMatchObject({
      summary: '“asthma”, Topic: Asthma',
      path: '/academics?q=asthma&topics=asthma',
      cadence: 'weekly',
    });
    expect(await seeker.ask(save, kept)).toEqual(first);
    const refusal = await seeker.refused(
      'ALREADY_EXISTS',
      save,
      input({ ...kept.input, query: ' ASTHMA ', idempotencyKey: randomUUID() }),
    );
    expect(refusal).toMatchObject({ id: first.saveSearch.id, message: expect.stringContaining('Asthma people') });
    expect(await owner.ask('{ savedSearches { id } }')).toEqual({ savedSearches: [] });
    const change =
      'mutation ($input: ChangeSavedSearchInput!) { changeSavedSearch(input: $input) { name cadence nextLetterAt } }';
    await owner.refused('NOT_FOUND', change, { input: { id: first.saveSearch.id, name: 'Mine' } });
    expect(await seeker.ask(change, { input: { id: first.saveSearch.id, name: ' Lungs ', cadence: 'off' } })).toEqual({
      changeSavedSearch: { name: 'Lungs', cadence: 'off', nextLetterAt: null },
    });
    await seeker.ask('mutation ($id: ID!) { deleteSavedSearch(id: $id) }', { id: first.saveSearch.id });
    expect(await seeker.ask('{ savedSearches { id } }')).toEqual({ savedSearches: [] });
  });

  it('is refused where there is nothing to look for, by the field that is wrong, and beyond the most', async () => {
    expect(await seeker.refused('BAD_INPUT', save, input({ query: '  ' }))).toMatchObject({ field: 'query' });
    expect(await seeker.refused('BAD_INPUT', save, input({ name: ' ' }))).toMatchObject({
      problems: [{ field: 'name' }],
    });
    const wrong = input({ filters: [{ name: 'sizes', values: ['small'] }] });
    expect(await seeker.refused('BAD_INPUT', save, wrong)).toMatchObject({ field: 'filters' });
    const other = await person();
    await benchside.database.affected(
      `INSERT INTO saved_search (account_id, kind, name, query, question_key, cadence)
       SELECT $1, 'academics', 'Search ' || n, 'word' || n, 'key' || n, 'off' FROM generate_series(1, 25) AS n`,
      [other.accountId],
    );
    await other.refused('LIMIT_REACHED', save, input());
  });
});

describe('a digest', () => {
  it('tells once of what is new and may be seen, by two runs at a time, and not at all of nothing', async () => {
    await seeker.ask(save, input());
    await later();
    expect(await digests().send()).toBe(0);
    await later();
    await academic('Newcomb');
    await academic('Hidden', { visibility: 'hidden' });
    await academic('Elsewhere', { topics: ['dementia'] });
    await academic('Old', { created_at: hoursAgo(24 * 60) });
    await academic('Fresh', { created_at: hoursAgo(0.1) });
    await benchside.indexed();
    const sent = await Promise.all([digests().send(), digests().send()]);
    expect(sent[0] + sent[1]).toBe(1);
    expect(await digests().send()).toBe(0);
    const [letter = '', ...others] = letters(seekers);
    expect(others).toEqual([]);
    expect(letter).toContain('Subject: One new result for your saved searches');
    expect(letter).toContain('Ada Newcomb');
    expect(letter).not.toMatch(/Hidden|Elsewhere|Old|Fresh/);
    expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(unsubscribeOf(letter)).toMatch(new RegExp(`^${benchside.url}/unsubscribe/[\\w-]{54}$`));
  });

  it('tells what closes in the period, and never of one’s own', async () => {
    const other = await benchside.person({ email: 'reader@example.org', name: 'Reader' });
    const brief = { kind: 'opportunities', name: 'Briefs', query: null, cadence: 'fortnightly' };
    await other.ask(save, input({ ...brief, filters: [{ name: 'topics', values: ['asthma'] }] }));
    await later();
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const offer = (title: string, values: object) =>
      insert('opportunity', {
        side: 'company',
        organisation_id: company,
        opportunity_type: 'consultancy',
        title,
        topics: ['asthma'],
        state: 'published',
        published_at: hoursAgo(24 * 50),
        ...values,
      });
    await offer('Closes in time', { deadline: day(9) });
    await offer('Closes much later', { deadline: day(90) });
    await benchside.indexed();
    await digests().send();
    const [letter = ''] = letters('reader');
    expect(letter).toContain('Subject: One opportunity closes soon');
    expect(letter).toContain('Closes in time');
    expect(letter).not.toContain('Closes much later');
  });

  it('ends with one request without a sign-in; opening the link alone ends nothing', async () => {
    await seeker.ask(save, input());
    await later();
    await academic('Newcomb');
    await benchside.indexed();
    expect(await digests().send()).toBe(1);
    const url = unsubscribeOf(letters(seekers)[0] ?? '');
    const opened = await fetch(url);
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('<form method="post">')]);
    const agrees = () => seeker.ask<{ digestPreferences: { letters: boolean } }>('{ digestPreferences { letters } }');
    expect((await agrees()).digestPreferences.letters).toBe(true);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    // The last character but one: every bit of it counts.
    const forged = (to: string) => to.slice(0, -2) + (to.at(-2) === 'A' ? 'B' : 'A') + to.slice(-1);
    const post = (to: string) => fetch(to, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' });
    expect((await post(forged(url))).status).toBe(404);
    expect((await agrees()).digestPreferences.letters).toBe(true);
    expect([(await post(url)).status, (await post(url)).status]).toEqual([200, 200]);
    expect((await agrees()).digestPreferences.letters).toBe(false);
    const before = letters(seekers).length;
    await later();
    await academic('Latecomer');
    await benchside.indexed();
    await digests().send();
    expect(letters(seekers)).toHaveLength(before);
    // Agreeing again starts anew: what came in between is not told.
    await seeker.ask('mutation { changeDigest(input: { letters: true }) { letters } }');
    await digests().send();
    expect(letters(seekers)).toHaveLength(before);
  });
});

describe('views of a profile', () => {
  const view = (by: Actor) => by.ask('mutation ($id: ID!) { recordView(academicId: $id) }', { id: profile });
  const seen = async () =>
    (
      await owner.ask<{
        profileViews: { companies: { days: number; organisation: { name: string } }[]; lately: number };
      }>('{ profileViews { recorded lately before others companies { days lastOn organisation { name } } } }')
    ).profileViews;

  it('are counted by company and day, however often and by whomever of it', async () => {
    const colleague = await person();
    await insert('account_membership', { organisation_id: company, account_id: colleague.accountId, role: 'member' });
    for (const by of [seeker, seeker, colleague, owner]) await view(by);
    expect(await seen()).toMatchObject({ lately: 1, companies: [{ days: 1, organisation: { name: 'Breathe' } }] });
    const columns = await benchside.database.rows<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'profile_view'::regclass AND attnum > 0`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual(['academic_id', 'day', 'organisation_id']);
  });

  it('are told in the digest of whoever agreed to it', async () => {
    await view(seeker);
    await owner.ask('mutation { changeDigest(input: { letters: true, profileViews: "weekly" }) { letters } }');
    await later();
    await benchside.database.affected('UPDATE profile_view SET day = current_date - 3');
    await digests().send();
    const [letter = ''] = letters(owners);
    expect(letter).toContain('Subject: One company looked at your profile');
    expect(letter).toContain('Breathe');
  });

  it('are not recorded where either side refuses, and what there was goes', async () => {
    await view(seeker);
    expect((await seen()).companies).toHaveLength(1);
    const unseen = 'mutation ($id: ID!, $unseen: Boolean!) { lookUnseen(organisationId: $id, unseen: $unseen) }';
    await seeker.ask(unseen, { id: company, unseen: true });
    expect((await seen()).companies).toEqual([]);
    await view(seeker);
    expect((await seen()).companies).toEqual([]);
    await seeker.ask(unseen, { id: company, unseen: false });
    const verify = (to: string) =>
      benchside.database.affected('UPDATE organisation SET verification = $2 WHERE id = $1', [company, to]);
    await verify('unverified');
    await view(seeker);
    expect((await seen()).companies).toEqual([]);
    await verify('verified');
    await view(seeker);
    expect((await seen()).companies).toHaveLength(1);
    await owner.ask('mutation { recordViewsOfMe(recorded: false) }');
    await view(seeker);
    expect(await seen()).toMatchObject({ recorded: false, companies: [] });
  });
});

describe('a search in vain', () => {
  const vain = (by: Actor, query: string) =>
    by.ask('mutation ($input: SearchInVainInput!) { recordSearchInVain(input: $input) }', {
      input: { kind: 'organisations', query, filters: [] },
    });
  const gaps = async () =>
    (
      await seeker.ask<{ searchGaps: { term: string; searches: number }[] }>(
        'query ($id: ID!) { searchGaps(organisationId: $id, first: 10) { kind term topic searches } }',
        { id: company },
      )
    ).searchGaps;

  it('is shown to offices once three people had it, and only if there really was nothing', async () => {
    const people = [seeker, owner, benchside.nobody];
    for (const by of people.slice(0, 2)) for (let time = 0; time < 3; time += 1) await vain(by, 'zebrafish aquarium');
    for (const by of people) await vain(by, 'Breathe');
    expect(await gaps()).toEqual([]);
    await vain(people[2] as Actor, 'Aquarium ZEBRAFISH');
    expect(await gaps()).toEqual([{ kind: 'organisations', term: 'aquarium zebrafish', topic: null, searches: 3 }]);
  });
});
