import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { post, postBody, type Reply } from './asking.js';
import { logsOf } from './logs.js';

const academicById = '{ academic(id: "7d9f2c1e-3b5a-4c8d-9e0f-1a2b3c4d5e6f") { name } }';

let benchside: Benchside;
let person: Actor;
let logs: string[];

beforeAll(async () => {
  benchside = await startBenchside({
    NODE_ENV: 'production',
    AUTH_SECRET: 'a secret that only this spec knows, 0123456789',
  });
  person = await benchside.person({ email: 'ada@example.org' });
});
afterAll(() => benchside?.stop());
// Another server, started by a test, takes the log over.
beforeEach(() => {
  logs = logsOf(benchside);
});

/** With a table out of the way, whatever reads it fails as it never should. */
const without = async <Result>(table: string, work: () => Promise<Result>): Promise<Result> => {
  await benchside.database.affected(`ALTER TABLE ${table} RENAME TO out_of_the_way`);
  try {
    return await work();
  } finally {
    await benchside.database.affected(`ALTER TABLE out_of_the_way RENAME TO ${table}`);
  }
};

const signedIn = (query: string) =>
  postBody(benchside.url, JSON.stringify({ query }), { 'content-type': 'application/json', cookie: person.cookie });

const expectMasked = (reply: Reply, table: string) => {
  const [error] = reply.errors;
  const requestId = String(reply.headers.get('x-request-id'));
  expect(reply.codes).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(error?.message).toBe(
    'Something went wrong here. It was written down; quote the request id if you ask about it.',
  );
  expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId });
  expect(reply.text).not.toContain('relation');
  const written = logs.filter((line) => line.includes(requestId));
  expect(written).toHaveLength(1);
  expect(written[0]).toContain(`relation "${table}" does not exist`);
};

describe('a fault of ours', () => {
  it('is masked, and written down under the id that the answer names', async () => {
    expectMasked(await without('academic', () => post(benchside.url, academicById)), 'academic');
  });

  it('is masked the same while finding out who asks', async () => {
    const reply = await without('account_session', () => signedIn('{ viewer { name } }'));
    expect(reply.status).toBe(500);
    expectMasked(reply, 'account_session');
  });

  it('does not take the rest of an answer with it', async () => {
    const query = `{ viewer { name } here: __typename lost: suggestTopics(prefix: "asthma") { code } }`;
    const reply = await signedIn(query);
    expect(reply.errors).toEqual([]);
    expect(reply.data).toMatchObject({ viewer: { name: 'ada' } });
  });
});

describe('a mistake of the caller', () => {
  it('is not written down as a fault, nor are the values that were sent', async () => {
    const secret = 'what nobody should read in a log';
    const before = logs.length;
    await post(benchside.url, `{ academic(id: "${secret}") { name } }`);
    await post(benchside.url, `query ($id: ID!) { academic(id: $id) { nothing } }`, { id: secret });
    await post(benchside.url, `query ($first: Int!) { academics(first: $first, query: "${secret}") { totalCount } }`, {
      first: secret,
    });
    await post(benchside.url, `{ academics(first: 0, query: "${secret}") { totalCount } }`);
    await post(benchside.url, '{ myClaims { id } }');
    await signedIn('{ claimsAwaitingReview(first: 1) { id } }');
    await postBody(benchside.url, `{"${secret}`);
    expect(logs.slice(before)).toEqual([]);
  });

  it('is told with its request id', async () => {
    const reply = await post(benchside.url, academicById);
    expect(reply.errors).toEqual([
      {
        message: 'There is no such academic.',
        path: ['academic'],
        extensions: { code: 'NOT_FOUND', thing: 'academic', requestId: reply.headers.get('x-request-id') },
      },
    ]);
  });
});

describe('a database that is lost', () => {
  let other: Client;
  beforeAll(async () => {
    other = new Client({ connectionString: benchside.settings.databaseUrl });
    await other.connect();
  });
  afterAll(() => other?.end());

  /** Resolves when a session of the server waits for a lock, and answers which. */
  const waiting = async (): Promise<number[]> => {
    for (;;) {
      const { rows } = await other.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return rows.map(({ pid }) => pid);
    }
  };

  it('is an outage that may end soon, not a fault, and the next request is answered', async () => {
    await other.query('BEGIN; LOCK TABLE academic IN ACCESS EXCLUSIVE MODE');
    const asked = post(benchside.url, academicById);
    for (const pid of await waiting()) await other.query('SELECT pg_terminate_backend($1)', [pid]);
    await other.query('ROLLBACK');
    const reply = await asked;
    expect(reply.codes).toEqual(['UNAVAILABLE']);
    expect(logs.filter((line) => line.includes(String(reply.headers.get('x-request-id'))))).toHaveLength(1);
    expect((await post(benchside.url, academicById)).codes).toEqual(['NOT_FOUND']);
  });

  it('makes the server unready, and not dead', async () => {
    const health = async (page: string) => {
      const response = await fetch(`${benchside.url}/health/${page}`);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const ready = await health('ready');
    expect(ready).toEqual({
      status: 200,
      body: {
        status: 'ready',
        search: { ok: true, degraded: false, byMeaning: null },
        outbox: { rows: 0, oldestSeconds: 0 },
      },
    });
    await without('migration', async () => {
      expect(await health('ready')).toMatchObject({ status: 503, body: { status: 'unready' } });
    });
    await without('search_academics_facet', async () => {
      const degraded = await health('ready');
      expect(degraded).toMatchObject({ status: 200, body: { status: 'degraded' } });
      expect(JSON.stringify(degraded)).not.toContain('search_academics_facet');
    });
    expect(await health('live')).toEqual({ status: 200, body: { status: 'alive' } });
  });
});

describe('a server that is told to stop', () => {
  it('answers what it has begun, takes nothing new, and lets go of the database', async () => {
    const stopping = await startBenchside();
    const other = new Client({ connectionString: stopping.settings.databaseUrl });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE academic IN ACCESS EXCLUSIVE MODE');
    const begun = post(stopping.url, academicById);
    for (;;) {
      const { rows } = await other.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) break;
    }
    const closed = stopping.app.close();
    const late = await post(stopping.url, academicById).then(
      ({ status }) => status,
      () => 'refused',
    );
    expect([503, 'refused']).toContain(late);
    await other.query('ROLLBACK');
    expect((await begun).codes).toEqual(['NOT_FOUND']);
    await closed;
    const { rows } = await other.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'benchside'`,
    );
    await other.end();
    await stopping.stop();
    // One session is the harness's own.
    expect(rows[0]?.count).toBeLessThanOrEqual(1);
  });
});
