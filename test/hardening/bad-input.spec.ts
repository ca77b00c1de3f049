import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { post, postBody, type Reply, sayProblem, send } from './asking.js';
import { type Everything, startEverything } from './bad-values.fixtures.js';
import { badValues } from './bad-values.suite.js';
import { malformedBodies, wrongBodies } from './bodies.js';

let everything: Everything;
let url: string;
let before: Record<string, number>;
beforeAll(async () => {
  everything = await startEverything();
  ({ url } = everything.benchside);
});
afterAll(() => everything?.benchside.stop());

const expectRefused = (reply: Reply, status: number, ...codes: string[]) => {
  expect({ status: reply.status, codes: reply.codes, problem: sayProblem(reply) }).toEqual({
    status,
    codes,
    problem: undefined,
  });
};
const mine = () => ({ cookie: everything.actor.cookie });

describe('what is refused', () => {
  beforeAll(async () => {
    before = await everything.rows();
  });
  // Whatever came first: it has left no row, no half of one, and no trace.
  afterAll(async () => {
    expect(await everything.rows()).toEqual(before);
  });

  describe('a body that is not JSON', () => {
    it.each(Object.keys(malformedBodies))('is refused: %s', async (name) => {
      expectRefused(await postBody(url, malformedBodies[name] ?? ''), 400, 'BAD_REQUEST');
    });

    it('changes the prototype of nothing', () => {
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
    });
  });

  describe('a body that is JSON and nothing to answer', () => {
    it.each(Object.keys(wrongBodies))('is refused: %s', async (name) => {
      const reply = await postBody(url, wrongBodies[name] ?? '');
      expect({ status: reply.status, problem: sayProblem(reply), refused: reply.codes.length > 0 }).toEqual({
        status: 400,
        problem: undefined,
        refused: true,
      });
    });

    it('is read as JSON says where it is odd but whole', async () => {
      for (const body of [
        '\n {"query" : "{ __typename }"} \n',
        '{"query":"{ nothing }","query":"{ __typename }"}',
        '{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null,"more":{"a":[1e400]}}',
        '{"query":"{ __typename }","variables":{"unknown":"ignored"}}',
        '\ufeff{"query":"{ __typename }"}',
      ]) {
        expect((await postBody(url, body)).data).toEqual({ __typename: 'Query' });
      }
    });
  });

  describe('the type of a body', () => {
    const body = JSON.stringify({ query: '{ __typename }' });

    it.each([
      'application/xml',
      'text/html',
      'application/octet-stream',
      'application/graphql',
      'image/png',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      'nonsense',
    ])('is not %s', async (type) => {
      expectRefused(await postBody(url, body, { 'content-type': type, ...mine() }), 415, 'BAD_REQUEST');
    });

    it('is JSON in UTF-8', async () => {
      for (const type of [
        'application/json',
        'application/json; charset=utf-8',
        'APPLICATION/JSON',
        'application/json;',
      ]) {
        expect((await postBody(url, body, { 'content-type': type })).data).toEqual({ __typename: 'Query' });
      }
    });
  });

  describe('the size of a body', () => {
    const kilobyte = 1_024;

    it('is at most 256 KB, whether or not it says its length', async () => {
      const of = (size: number) => {
        const start = '{"query":"{ __typename }","variables":{"a":"';
        return `${start}${'a'.repeat(size - start.length - 3)}"}}`;
      };
      expect((await postBody(url, of(256 * kilobyte))).data).toEqual({ __typename: 'Query' });
      expectRefused(await postBody(url, of(256 * kilobyte + 1)), 413, 'TOO_LARGE');
      expectRefused(await postBody(url, of(10_000_000)), 413, 'TOO_LARGE');
      const status = await new Promise((resolve, reject) => {
        const sent = request(
          `${url}/graphql`,
          { method: 'POST', headers: { 'content-type': 'application/json' } },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        );
        // The server may hang up on what it has refused while it is still being sent.
        sent.on('error', (error: NodeJS.ErrnoException) =>
          error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
        );
        for (let part = 0; part < 100; part += 1) sent.write('a'.repeat(100_000));
        sent.end();
      });
      expect(status).toBe(413);
    });

    it('is at most 16 KB for signing in', async () => {
      const reply = await send(`${url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email: 'a'.repeat(20_000), password: 'x' }),
      });
      expect(reply.status).toBe(413);
    });
  });

  describe('a search', () => {
    const search = (query: string) =>
      post(
        url,
        'query ($query: String) { academics(query: $query, first: 10) { totalCount understood { brief } edges { highlights { html } } } }',
        { query },
      );

    it('takes two thousand characters, and ten thousand', async () => {
      const brief = 'We look for a nurse who knows severe asthma and inhalers. ';
      for (const length of [2_000, 10_000]) {
        const reply = await search(brief.repeat(200).slice(0, length));
        expect(reply.errors).toEqual([]);
        expect(reply.data).toMatchObject({ academics: { understood: { brief: true } } });
      }
    });

    it('takes ten thousand of the worst', async () => {
      for (const worst of [
        'a ',
        '"',
        '-',
        '" -a ',
        '(((',
        'é',
        'ﷺ ',
        '\u202e',
        'asthma',
        'a.b@c-',
        '%_\\ ',
        ':*&|! ',
      ]) {
        expect(sayProblem(await search(worst.repeat(10_000).slice(0, 10_000)))).toBeUndefined();
      }
    });

    it('takes not one character more, and says in which field', async () => {
      const reply = await search('a'.repeat(10_001));
      expectRefused(reply, 200, 'BAD_INPUT');
      expect(reply.errors[0]?.extensions.problems).toEqual([
        { field: 'query', problem: 'query must have at most 10,000 characters' },
      ]);
    });

    it('reads control characters as blanks', async () => {
      const reply = await search('severe\u0001asthma\u001b[31m\u0085\u2028\u202e');
      expect(reply.errors).toEqual([]);
    });
  });

  describe('a cursor', () => {
    const lists = {
      academics:
        'query ($after: String) { academics(query: "asthma", first: 1, after: $after) { totalCount pageInfo { endCursor } } }',
      otherQuery: 'query ($after: String) { academics(query: "copd", first: 1, after: $after) { totalCount } }',
      organisations:
        'query ($after: String) { organisations(query: "asthma", first: 1, after: $after) { totalCount } }',
      requests: 'query ($after: String) { requests(box: "sent", first: 1, after: $after) { totalCount } }',
      notifications: 'query ($after: String) { notifications(first: 1, after: $after) { totalCount } }',
    };
    const page = (list: keyof typeof lists, after: string) => post(url, lists[list], { after }, mine());
    const encoded = (text: string) => Buffer.from(text).toString('base64url');

    it('of another list, or of none, is refused by every list', async () => {
      const { data } = await post(url, lists.academics, {}, mine());
      const { endCursor } = (data as { academics: { pageInfo: { endCursor: string } } }).academics.pageInfo;
      expect((await page('academics', endCursor)).errors).toEqual([]);
      for (const list of ['otherQuery', 'organisations', 'requests', 'notifications'] as const) {
        const reply = await page(list, endCursor);
        expectRefused(reply, 200, 'BAD_INPUT');
        expect(reply.errors[0]?.extensions.field).toBe('after');
      }
    });

    it('that was made by hand is refused', async () => {
      const { data } = await post(url, lists.academics, {}, mine());
      const { endCursor } = (data as { academics: { pageInfo: { endCursor: string } } }).academics.pageInfo;
      const key = Buffer.from(endCursor, 'base64url').toString().split(':')[0];
      for (const forged of [
        'x',
        '0',
        'null',
        encoded('0'),
        encoded('1:1'),
        encoded(`${key}:-1`),
        encoded(`${key}:1e3`),
        encoded(`${key}:100000`),
        encoded(`${key}:9999999`),
        encoded(`${key}:0 OR 1=1`),
        `${endCursor}${endCursor}`,
      ]) {
        for (const list of ['academics', 'requests', 'notifications'] as const) {
          const reply = await page(list, forged);
          expect({ list, forged, codes: reply.codes, field: reply.errors[0]?.extensions.field }).toEqual({
            list,
            forged,
            codes: ['BAD_INPUT'],
            field: 'after',
          });
        }
      }
    });

    it('far into a list that is short finds an empty page', async () => {
      const { data } = await post(url, lists.academics, {}, mine());
      const { endCursor } = (data as { academics: { pageInfo: { endCursor: string } } }).academics.pageInfo;
      const key = Buffer.from(endCursor, 'base64url').toString().split(':')[0];
      expect((await page('academics', encoded(`${key}:99999`))).errors).toEqual([]);
    });

    it('of two hundred characters is the longest', async () => {
      expectRefused(await page('academics', 'a'.repeat(201)), 200, 'BAD_INPUT');
    });
  });

  describe('fields that there are not', () => {
    it('are refused in a selection, in arguments and in inputs, also in a variable', async () => {
      const create = 'mutation ($input: CreateAcademicInput!) { createAcademic(input: $input) { id } }';
      const input = { idempotencyKey: 'a key of my own', givenName: 'A', familyName: 'B', profession: 'nurse' };
      for (const [query, variables] of [
        ['{ academics(first: 1) { nothing } }', {}],
        ['{ academics(first: 1, nothing: 2) { totalCount } }', {}],
        ['{ academics(first: 1, filter: { nothing: ["a"] }) { totalCount } }', {}],
        ['{ academics(first: 1, first: 2) { totalCount } }', {}],
        ['{ academics(first: 1, filter: { topics: ["a"], topics: ["b"] }) { totalCount } }', {}],
        [create, { input: { ...input, accountId: '7d9f2c1e-3b5a-4c8d-9e0f-1a2b3c4d5e6f' } }],
        [create, { input: { ...input, source: 'mine', version: 9 } }],
        [create, { input: { ...input, constructor: 1 } }],
        [create, { input: { ...input, works: [{ kind: 'trial', title: 'A', meshHeadings: ['x'] }] } }],
      ] as const) {
        const reply = await post(url, query, variables, mine());
        expect({ query, status: reply.status, problem: sayProblem(reply), refused: reply.codes.length > 0 }).toEqual({
          query,
          status: 400,
          problem: undefined,
          refused: true,
        });
      }
    });
  });

  describe('a change of which one part is wrong', () => {
    it('changes nothing at all', async () => {
      const academic = 'mutation ($input: UpdateAcademicInput!) { updateAcademic(input: $input) { version } }';
      const row = () =>
        everything.benchside.database.row('SELECT * FROM academic WHERE account_id = $1', [everything.actor.accountId]);
      const unchanged = await row();
      const { id, version } = unchanged as { id: string; version: number };
      const good = { id, version, summary: 'This should never be read.', city: 'Leeds' };
      const work = { kind: 'trial', title: 'A trial' };
      for (const wrong of [
        { topics: ['no-such-topic'] },
        { employerId: '7d9f2c1e-3b5a-4c8d-9e0f-1a2b3c4d5e6f' },
        { familyName: '   ' },
        { summary: null },
        { availableFrom: '2027-02-30' },
        { version: version + 1 },
        { works: [work, { ...work, year: 1 }] },
        {
          works: [
            { ...work, identifier: 'X1' },
            { ...work, identifier: 'X1' },
          ],
        },
        { works: Array.from({ length: 501 }, () => work) },
        { fieldVisibility: [{ field: 'summary', visibility: 'nobody' }] },
      ]) {
        const reply = await post(url, academic, { input: { ...good, ...wrong } }, mine());
        expect({ wrong: Object.keys(wrong), refused: reply.codes.length > 0, problem: sayProblem(reply) }).toEqual({
          wrong: Object.keys(wrong),
          refused: true,
          problem: undefined,
        });
        expect(await row()).toEqual(unchanged);
      }
    });
  });
});

badValues(() => everything);
