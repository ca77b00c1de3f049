import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { expectRefusal, post, postBody, type Reply, send } from './asking.js';

let behindProxy: Benchside;
let direct: Benchside;

beforeAll(async () => {
  behindProxy = await startBenchside({ TRUST_PROXY: '1' });
  direct = await startBenchside();
});
afterAll(async () => {
  await behindProxy?.stop();
  await direct?.stop();
});

/** Costs 5,901 of the 60,000 that an address has in a minute. */
const dear = `{ academics(first: 100) { nodes { ${'id name summary source '.repeat(14)} id name } } }`;
const cheap = '{ __typename }';

const exhaust = async (ask: () => Promise<Reply>, most: number): Promise<Reply> => {
  for (let asked = 0; asked < most; asked += 1) {
    const reply = await ask();
    if (reply.status === 429) return reply;
    expect(reply.errors).toEqual([]);
  }
  throw new Error(`${most} dear operations were answered`);
};

const expectTooMany = (reply: Reply) => {
  expectRefusal(reply, 'TOO_MANY');
  const wait = Number(reply.headers.get('retry-after'));
  expect(reply.status).toBe(429);
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expect(reply.errors[0]?.extensions.retryAfterSeconds).toBe(wait);
  expect(reply.errors[0]?.extensions.requestId).toBe(reply.headers.get('x-request-id'));
};

describe('what an address may ask for in a minute', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('ends, and others do not notice', async () => {
    const ask = (query: string, address = '192.0.2.1') => post(behindProxy.url, query, {}, from(address));
    expectTooMany(await exhaust(() => ask(dear), 11));
    expectTooMany(await ask(cheap));
    expectTooMany(await ask('{ nonsense'));
    expect((await ask(cheap, '192.0.2.2')).errors).toEqual([]);
  });

  it('is counted for the address that the trusted proxy has seen, whatever the caller writes before it', async () => {
    let invented = 0;
    const ask = (query: string) => {
      invented += 1;
      return post(behindProxy.url, query, {}, from(`10.0.0.${invented}, 192.0.2.3`));
    };
    expectTooMany(await exhaust(() => ask(dear), 11));
    expectTooMany(await ask(cheap));
  });

  it('is also used up by what is refused: reading it was work', async () => {
    const nonsense = `{ ${'x'.repeat(100_000)} }`;
    const statuses: number[] = [];
    for (let sent = 0; sent < 14; sent += 1) {
      statuses.push((await post(behindProxy.url, nonsense, {}, from('192.0.2.4'))).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 400));
    expect(statuses.at(-1)).toBe(429);
  });

  it('is told without a proxy by the connection, not by a header', async () => {
    let invented = 0;
    const ask = (query: string) => {
      invented += 1;
      return post(direct.url, query, {}, from(`192.0.2.${invented}`));
    };
    expectTooMany(await exhaust(() => ask(dear), 11));
    expect((await send(`${direct.url}/health/live`, {})).status).toBe(200);
  });
});

describe('what an account may ask for in a minute', () => {
  let ada: Actor;
  let ben: Actor;
  beforeAll(async () => {
    ada = await behindProxy.person({ email: 'ada@example.org' });
    ben = await behindProxy.person({ email: 'ben@example.org' });
  });

  it('is its own, wherever it asks from, and twice that of an address', async () => {
    let address = 0;
    const ask = (person: Actor, query: string) => {
      address += 1;
      return postBody(behindProxy.url, JSON.stringify({ query }), {
        'content-type': 'application/json',
        'x-forwarded-for': `203.0.113.${address}`,
        cookie: person.cookie,
      });
    };
    let answered = 0;
    const refused = await exhaust(() => {
      answered += 1;
      return ask(ada, dear);
    }, 21);
    expectTooMany(refused);
    expect(answered).toBe(21);
    expectTooMany(await ask(ada, cheap));
    expect((await ask(ben, cheap)).errors).toEqual([]);
  });
});
