import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, testDatabase } from '#database';
import { beginCollaboration } from '../../apps/api/demonstration.collaboration.js';
import { loadDemonstration } from '../../apps/api/demonstration.js';
import { type Benchside, startBenchside } from '../support/benchside.js';

let benchside: Benchside;
let text: string;
beforeAll(async () => {
  benchside = await startBenchside();
  await loadDemonstration(benchside.app, benchside.settings);
  text = readFileSync(join(benchside.settings.stateDir, 'demonstration-accounts.txt'), 'utf8');
}, 120_000);
afterAll(() => benchside?.stop());

const ask = async <Data>(query: string, cookie = ''): Promise<Data> => {
  const response = await fetch(`${benchside.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
};

/** Signs in as the list of accounts says. */
const signIn = async (email: string): Promise<string> => {
  expect(text).toContain(email);
  const password = /the password of all is ([\w-]+)\)/.exec(text)?.[1];
  const response = await fetch(`${benchside.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: benchside.settings.baseUrl },
    body: JSON.stringify({ email, password }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
};

describe('the demonstration, for somebody who opens it', () => {
  it('has mentors with times, and events that people go to', async () => {
    const cookie = await signIn('marisol.dacanay@calderwick-hospitals.example');
    const { mentors, events } = await ask<{
      mentors: { nodes: { academic: { name: string }; takesMore: boolean; slots: object[] }[] };
      events: { nodes: { name: string; goingCount: number; organisation: { name: string } | null }[] };
    }>(
      `{ mentors(first: 20) { nodes { academic { name } takesMore slots { startsAt } } }
         events(first: 20) { nodes { name goingCount organisation { name } } } }`,
      cookie,
    );
    expect(mentors.nodes).toHaveLength(6);
    for (const { takesMore, slots } of mentors.nodes)
      expect({ takesMore, some: slots.length > 0 }).toEqual({ takesMore: true, some: true });
    expect(events.nodes.map(({ organisation }) => organisation?.name ?? null).sort()).toEqual(
      [null, 'Ostrevane Biologics', 'University of Calderwick'].sort(),
    );
    for (const { goingCount } of events.nodes) expect(goingCount).toBeGreaterThan(1);
  });

  it.each(['tamsin.adeleke@calderwick.example', 'freya.lindqvist@ostrevane-biologics.example'])(
    'has a collaboration in governance for %s, with approvals to ask for',
    async (email) => {
      const cookie = await signIn(email);
      const { collaborations } = await ask<{
        collaborations: { nodes: { id: string; state: string; obstacles: object[] }[] };
      }>(
        '{ collaborations(first: 5) { nodes { id state obstacles { code } terms { oopType startsOn endsOn } } } }',
        cookie,
      );
      expect(collaborations.nodes).toHaveLength(1);
      expect(collaborations.nodes[0]).toMatchObject({ state: 'governance', terms: { oopType: 'OOPE' } });
      expect(collaborations.nodes[0]?.obstacles.length).toBeGreaterThan(2);
    },
  );

  it('has a request that waits for its asker to sign an NDA, who is not told whose brief it is about', async () => {
    const { requests } = await ask<{ requests: { nodes: { state: string; actions: string[] }[] } }>(
      '{ requests(box: "sent", first: 5) { nodes { state actions receiver { name organisation { name } } opportunity { title } } } }',
      await signIn('rhiannon.thackray@calderwick.example'),
    );
    expect(requests.nodes).toMatchObject([{ state: 'awaiting-nda', actions: expect.arrayContaining(['sign']) }]);
    expect(JSON.stringify(requests)).not.toContain('Ostrevane');
  });

  it('begins nothing where its accounts were opened for another database', async () => {
    const elsewhere = await testDatabase();
    const database = new Database(elsewhere.dataSource);
    await expect(beginCollaboration({ get: () => database } as never)).resolves.toBeUndefined();
    await elsewhere.drop();
  });

  it('is loaded once, however often it is prepared', async () => {
    await loadDemonstration(benchside.app, benchside.settings);
    const rows = await benchside.database.row<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM mentor) AS mentors, (SELECT count(*)::int FROM event) AS events,
         (SELECT count(*)::int FROM collaboration) AS collaborations`,
    );
    expect(rows).toEqual({ mentors: 6, events: 3, collaborations: 1 });
  });
});
