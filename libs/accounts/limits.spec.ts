import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Attempts } from './attempts.js';
import { type AccountsForTests, accountsForTests, Browser, goodPassword } from './testing.js';

let world: AccountsForTests;
beforeAll(async () => {
  world = await accountsForTests();
});
afterAll(() => world.close());
beforeEach(() => world.forgetAttempts());

const from = (address: string) => Object.assign(new Browser(), { address });
const wrong = 'not the right password';
const tryIn = (email: string, address: string, password = wrong) =>
  world.call('POST', '/sign-in/email', { email, password }, from(address));

describe('guessing passwords', () => {
  test.each(['known', 'unknown'])(
    'ten wrong ones for a %s account from one place, and the next is refused',
    async (kind) => {
      const email = `${kind}-here@example.org`;
      if (kind === 'known') await world.join('Known', email);
      await world.forgetAttempts();
      for (let guess = 0; guess < 10; guess += 1) expect((await tryIn(email, '203.0.113.1')).status).toBe(401);
      const refused = await tryIn(email, '203.0.113.1', goodPassword);
      expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY' } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    },
  );

  test('the owner still gets in from elsewhere while one place is refused', async () => {
    await world.join('Owner', 'owner@example.org');
    for (let guess = 0; guess < 11; guess += 1) await tryIn('owner@example.org', '203.0.113.1');
    expect((await tryIn('owner@example.org', '198.51.100.9', goodPassword)).status).toBe(200);
  });

  test('fifty wrong ones for an account from many places, and the next is refused from anywhere', async () => {
    await world.join('Many', 'many@example.org');
    for (let guess = 0; guess < 50; guess += 1) await tryIn('many@example.org', `203.0.113.${guess}`);
    expect((await tryIn('many@example.org', '198.51.100.9', goodPassword)).status).toBe(429);
  });

  test('thirty for many accounts from one place, and the next is refused', async () => {
    const statuses = [];
    for (let guess = 0; guess < 31; guess += 1)
      statuses.push((await tryIn(`n${guess}@example.org`, '203.0.113.1')).status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
    expect(statuses[30]).toBe(429);
  });

  test('signing in rightly is not counted', async () => {
    await world.join('Often', 'often@example.org');
    for (let time = 0; time < 35; time += 1) {
      expect((await tryIn('often@example.org', '203.0.113.1', goodPassword)).status).toBe(200);
    }
  });

  test('twenty at once are all counted', async () => {
    await Promise.all(Array.from({ length: 20 }, () => tryIn('burst@example.org', '203.0.113.1')));
    expect((await tryIn('burst@example.org', '203.0.113.1')).status).toBe(429);
  });

  test('what a caller says of their own address is not believed', async () => {
    for (let guess = 0; guess < 10; guess += 1) {
      await world.request('POST', '/auth/sign-in/email', {
        body: { email: 'spoof@example.org', password: wrong },
        headers: { 'x-benchside-address': `203.0.113.${guess}` },
      });
    }
    const reply = await world.request('POST', '/auth/sign-in/email', {
      body: { email: 'spoof@example.org', password: wrong },
      headers: { 'x-benchside-address': '203.0.113.99' },
    });
    expect(reply.status).toBe(429);
  });
});

describe('asking for letters', () => {
  test.each([
    ['/request-password-reset', (email: string) => ({ email })],
    ['/send-verification-email', (email: string) => ({ email })],
    ['/sign-up/email', (email: string) => ({ email, name: 'Letter', password: goodPassword })],
  ])('%s takes five for one address in an hour', async (path, body) => {
    const statuses = [];
    for (let time = 0; time < 6; time += 1) {
      statuses.push((await world.call('POST', path, body('letters@example.org'), from(`203.0.113.${time}`))).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test('a mailbox gets at most five confirmations an hour, however they are caused', async () => {
    const email = 'flood@example.org';
    for (let time = 0; time < 5; time += 1) {
      await world.call(
        'POST',
        '/sign-up/email',
        { email, name: 'Flood', password: goodPassword },
        from(`203.0.113.${time}`),
      );
      await tryIn(email, `203.0.113.${time}`, goodPassword);
    }
    expect(await world.letters(email)).toHaveLength(5);
  });
});

describe('the count of attempts', () => {
  test('starts anew when its window has ended, and keeps no address', async () => {
    const attempts = new Attempts(world.database.pool, 'secret');
    const key = attempts.keyOf('sign-in', 'Somebody@example.org');
    expect(key).toBe(attempts.keyOf('sign-in', 'somebody@example.org'));
    expect(key).not.toContain('somebody');
    expect(await attempts.consume(key, { max: 1, window: 60 })).toMatchObject({ allowed: true });
    expect(await attempts.consume(key, { max: 1, window: 60 })).toEqual({
      allowed: false,
      retryAfter: 60,
      count: 2,
    });
    await world.database.affected(`UPDATE account_attempt SET ends_at = now() - interval '1 second'`);
    expect(await attempts.consume(key, { max: 1, window: 60 })).toMatchObject({ allowed: true });
  });

  test('forgets windows that have ended', async () => {
    const attempts = new Attempts(world.database.pool, 'secret');
    for (const key of ['a', 'b', 'c']) await attempts.consume(key, { max: 1, window: 60 });
    await world.database.affected(`UPDATE account_attempt SET ends_at = now() - interval '1 second'`);
    await attempts.consume('d', { max: 1, window: 60 });
    expect(await world.database.rows('SELECT key FROM account_attempt')).toEqual([{ key: 'd' }]);
  });
});
