import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { authRoutes } from './auth.routes.js';
import { type AccountsForTests, accountsForTests, Browser, goodPassword } from './testing.js';

let world: AccountsForTests;
beforeAll(async () => {
  world = await accountsForTests();
});
afterAll(() => world.close());
afterEach(() => world.forgetAttempts());

const orcid = { clientId: 'APP-1', clientSecret: 'secret' };
const written = (routes: { method: string; path: string }[]) => routes.map(({ method, path }) => `${method} ${path}`);

describe('what can be reached', () => {
  test('is exactly this list', () => {
    const always = [
      'POST /sign-up/email',
      'POST /sign-in/email',
      'POST /sign-out',
      'GET /verify-email',
      'POST /send-verification-email',
      'POST /request-password-reset',
      'POST /reset-password',
      'GET /get-session',
      'GET /list-sessions',
      'POST /revoke-session',
      'POST /revoke-sessions',
      'POST /revoke-other-sessions',
      'POST /change-password',
      'POST /two-factor/enable',
      'POST /two-factor/disable',
      'POST /two-factor/get-totp-uri',
      'POST /two-factor/verify-totp',
      'POST /two-factor/verify-backup-code',
      'POST /two-factor/generate-backup-codes',
    ];
    expect(written(authRoutes({ orcid: null }))).toEqual(always);
    expect(written(authRoutes({ orcid }))).toEqual([
      ...always,
      'POST /sign-in/social',
      'POST /link-social',
      'GET /callback/orcid',
    ]);
  });

  test('everything else that better-auth brings is not found, whatever the method', async () => {
    const allowed = new Set(written(authRoutes(world.settings)));
    const brought = Object.values(world.auth.api).flatMap((endpoint) => {
      const { path, options } = endpoint as { path?: string; options: { method: string | string[] } };
      return path ? [options.method].flat().map((method) => ({ method, path: path.replace(/:\w+/g, 'x') })) : [];
    });
    expect(brought.length).toBeGreaterThan(60);
    const found = [];
    for (const { method, path } of brought) {
      for (const asked of new Set([method, 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'])) {
        const reply = await world.request(asked, `/auth${path}`, asked === 'GET' ? {} : { body: {} });
        const listed = allowed.has(`${asked} ${path}`);
        if (listed === (reply.status === 404)) found.push(`${asked} ${path}: ${reply.status}`);
      }
      await world.forgetAttempts();
    }
    expect(found).toEqual([]);
  });

  test.each([
    '/auth',
    '/auth/',
    '/auth/sign-in/email/',
    '/auth//sign-in/email',
    '/auth/SIGN-IN/EMAIL',
    '/auth/organization/create',
    '/auth/organization%2Fcreate',
    '/auth/sign-in/..%2forganization/create',
    '/auth/reset-password/sometoken',
    '/auth/delete-user/callback',
    '/auth/update-user',
    '/auth/change-email',
    '/auth/link-social',
    '/auth/sign-in/social',
    '/auth/error',
    '/auth/ok',
  ])('%s is not there', async (path) => {
    const { cookieHeader } = (await world.join('Probe', `p${Math.abs(hash(path))}@example.org`)).browser;
    await world.forgetAttempts();
    const reply = await world.request('POST', path, { body: {}, headers: { cookie: cookieHeader ?? '' } });
    expect(reply.status).toBe(404);
  });
});

const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

describe('how it is asked', () => {
  const signIn = { email: 'asked@example.org', password: goodPassword };

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'email=a%40b.c&password=x', 415],
    ['plain text', 'text/plain', JSON.stringify(signIn), 415],
    ['broken JSON', 'application/json', '{"email":', 400],
    ['a list', 'application/json', '[]', 400],
    ['a word', 'application/json', '"sign me in"', 400],
    ['nothing', 'application/json', '', 400],
    ['a prototype', 'application/json', '{"__proto__":{"platformRole":"platform-admin"}}', 400],
    ['types that do not fit', 'application/json', '{"email":{"$ne":null},"password":["x"]}', 400],
    ['a null byte', 'application/json', '{"email":"a\\u0000@example.org","password":"xxxxxxxxxxxx"}', 400],
    ['20 kB', 'application/json', JSON.stringify({ ...signIn, padding: 'x'.repeat(20_000) }), 413],
  ])('%s is refused with a coded answer', async (_what, type, body, status) => {
    const reply = await world.request('POST', '/auth/sign-in/email', { body, headers: { 'content-type': type } });
    expect(reply).toMatchObject({ status, body: { code: expect.any(String), message: expect.any(String) } });
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: 'null' }],
    ['a look-alike', { origin: 'http://localhost:3000.evil.example' }],
  ])('a signed-in browser is refused from %s', async (_what, headers) => {
    const { browser } = await world.join('Csrf', `csrf${hash(headers.origin)}@example.org`.replace('-', ''));
    const reply = await world.request('POST', '/auth/sign-out', { body: {}, browser, headers });
    expect(reply.status).toBe(403);
    expect((await world.viewers.of(browser.cookieHeader)).name).toBe('Csrf');
  });

  test('nothing that is answered may be kept', async () => {
    for (const path of ['/auth/get-session', '/auth/nothing', '/auth/confirm-email?token=x']) {
      expect((await world.request('GET', path, {})).headers['cache-control']).toBe('no-store');
    }
  });

  test('the cookie is for our host alone, over https alone, and for no script', async () => {
    const secure = await accountsForTests({ baseUrl: 'https://benchside.example', production: true });
    try {
      await secure.join('Host', 'host@example.org');
      const browser = new Browser();
      const { setCookies } = await secure.call(
        'POST',
        '/sign-in/email',
        { email: 'host@example.org', password: goodPassword },
        browser,
      );
      expect(setCookies.length).toBeGreaterThan(0);
      for (const cookie of setCookies) {
        expect(cookie).toMatch(/^__Host-benchside\./);
        for (const part of [/; Path=\//, /; Secure/, /; HttpOnly/, /; SameSite=Lax/i]) expect(cookie).toMatch(part);
        expect(cookie).not.toMatch(/domain=/i);
      }
      expect((await secure.viewers.of(browser.cookieHeader)).name).toBe('Host');
      const cookie = browser.cookieHeader?.replace('__Host-', '');
      expect((await secure.viewers.of(cookie)).accountId).toBeNull();
    } finally {
      await secure.close();
    }
  });

  test('a failure of the database is answered without its words', async () => {
    const broken = await accountsForTests();
    try {
      await broken.database.affected('ALTER TABLE account_holder RENAME TO gone');
      const reply = await broken.call('POST', '/request-password-reset', { email: 'a@example.org' });
      expect(reply).toMatchObject({ status: 500, body: { code: 'UNAVAILABLE' } });
      expect(JSON.stringify(reply.body)).not.toMatch(/relation|account_holder|select/i);
    } finally {
      await broken.close();
    }
  });
});
