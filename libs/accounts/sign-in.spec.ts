import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountsForTests, accountsForTests, Browser, goodPassword } from './testing.js';
import { nobody } from './viewer.js';

let world: AccountsForTests;
beforeAll(async () => {
  world = await accountsForTests();
});
afterAll(() => world.close());
afterEach(() => world.forgetAttempts());

const signUp = (name: string, email: string, password = goodPassword) =>
  world.call('POST', '/sign-up/email', { name, email, password });
const signIn = (email: string, password = goodPassword, browser?: Browser) =>
  world.call('POST', '/sign-in/email', { email, password }, browser);

describe('signing up', () => {
  test('a newcomer signs up, follows the letter, signs in, and is the viewer', async () => {
    const browser = new Browser();
    const email = 'amina@example.org';
    const body = { name: '  Amina\nYusuf ', email: 'Amina@Example.org', password: goodPassword };
    const signedUp = await world.call('POST', '/sign-up/email', body, browser);
    expect(signedUp).toMatchObject({ status: 200, body: { status: true } });
    expect(browser.cookieHeader).toBeUndefined();

    const link = new URL((await world.letter(email, 'confirm-email')).link);
    const page = await world.request('GET', `${link.pathname}${link.search}`, {});
    expect(page.body).toContain('<button type="submit">Confirm this address</button>');
    expect((await signIn(email)).status).toBe(401);

    const confirmed = await world.confirm(email);
    expect([confirmed.status, confirmed.headers.location]).toEqual([302, '/']);
    expect((await signIn(email, goodPassword, browser)).status).toBe(200);
    expect(await world.viewers.of(browser.cookieHeader)).toEqual({
      accountId: expect.any(String),
      sessionId: expect.any(String),
      name: 'Amina Yusuf',
      email,
      emailVerified: true,
      secondFactor: false,
      platformRole: 'person',
      memberships: [],
      academicId: null,
    });
  });

  test('the page of the letter confirms nothing by being opened', async () => {
    await signUp('Bo', 'bo@example.org');
    const link = new URL((await world.letter('bo@example.org', 'confirm-email')).link);
    await world.request('GET', `${link.pathname}${link.search}`, {});
    const row = await world.database.row('SELECT FROM account_holder WHERE email = $1 AND email_verified', [
      'bo@example.org',
    ]);
    expect(row).toBeUndefined();
  });

  test('the page of the letter shows what it is given as text', async () => {
    const page = await world.request('GET', '/auth/confirm-email?token="><script>alert(1)</script>&callbackURL=/', {});
    expect(page.body).not.toContain('<script>');
  });

  test.each([
    ['a role on the platform', { platformRole: 'platform-admin' }],
    ['a confirmed address', { emailVerified: true }],
    ['an id', { id: '00000000-0000-0000-0000-000000000000' }],
    ['a picture from elsewhere', { image: 'https://tracker.example/x.png' }],
  ])('nobody signs up with %s of their own choice', async (_what, extra) => {
    const body = { name: 'Mallory', email: 'mallory@example.org', password: goodPassword, ...extra };
    expect((await world.call('POST', '/sign-up/email', body)).status).toBe(400);
    expect(await world.accounts.byEmail('mallory@example.org')).toBeUndefined();
  });

  test.each([
    ['short', 'too short'],
    ['a first guess', 'password1234'],
    ['a first guess in disguise', 'P.a.s.s.w.o.r.d 1234'],
    ['one letter', 'aaaaaaaaaaaaaaaaaaaa'],
    ['their own name', 'Mallory Quist 12'],
    ['their own address', 'mquist@example1'],
    ['longer than 128 characters', 'abcdefgh '.repeat(20)],
  ])('a password that is %s is refused with what to do', async (_what, password) => {
    const body = { name: 'Mallory Quist', email: 'mquist@example.org', password };
    const reply = await world.call('POST', '/sign-up/email', body);
    expect(reply).toMatchObject({ status: 400, body: { code: 'PASSWORD_TOO_WEAK', message: expect.any(String) } });
  });

  test('a callback to another site is refused', async () => {
    const body = {
      name: 'Eve',
      email: 'eve@example.org',
      password: goodPassword,
      callbackURL: 'https://evil.example/',
    };
    expect((await world.call('POST', '/sign-up/email', body)).status).toBe(403);
  });

  test('two sign-ups with one address at once are answered alike, and one account is opened', async () => {
    const replies = await Promise.all([1, 2, 3, 4].map(() => signUp('Race', 'race@example.org')));
    expect(new Set(replies.map((reply) => JSON.stringify([reply.status, reply.body]))).size).toBe(1);
    await world.post.settled();
    const rows = await world.database.rows('SELECT FROM account_holder WHERE email = $1', ['race@example.org']);
    expect(rows).toHaveLength(1);
  });

  test('an account opened in advance by somebody else dies when the owner of the address signs up', async () => {
    const email = 'victim@example.org';
    await signUp('Victim', email, 'the attacker knows this one');
    const first = new URL((await world.letter(email, 'confirm-email')).link).search;
    await signUp('Victim', email);
    expect((await world.call('GET', `/verify-email${first}`)).headers.location).toContain('error=');
    await world.confirm(email);
    expect((await signIn(email, 'the attacker knows this one')).status).toBe(401);
    expect((await signIn(email)).status).toBe(200);
  });
});

describe('what an outsider can learn', () => {
  test('sign-up, sign-in and reset answer alike for known, unconfirmed and unknown addresses', async () => {
    await world.join('Known', 'known@example.org');
    await signUp('Pending', 'pending@example.org');
    const emails = ['known@example.org', 'pending@example.org', 'unknown@example.org'];
    const answersTo = async (ask: (email: string) => Promise<{ status: number; body: unknown; headers: object }>) => {
      const replies = [];
      for (const email of emails) {
        const { status, body, headers } = await ask(email);
        replies.push(JSON.stringify([status, body, Object.keys(headers).sort()]));
        await world.forgetAttempts();
      }
      return new Set(replies).size;
    };
    expect(await answersTo((email) => world.call('POST', '/request-password-reset', { email }))).toBe(1);
    expect(await answersTo((email) => world.call('POST', '/send-verification-email', { email }))).toBe(1);
    expect(await answersTo((email) => signIn(email, 'not the right password'))).toBe(1);
    expect(await answersTo((email) => signUp('Somebody', email))).toBe(1);
  });

  test('signing up with an address and then signing in does not tell whether it had an account', async () => {
    await world.join('Settled', 'settled@example.org');
    const guess = 'a password of the outsider';
    const answers = [];
    for (const email of ['settled@example.org', 'vacant@example.org']) {
      await signUp('Outsider', email, guess);
      const { status, body } = await signIn(email, guess);
      answers.push(JSON.stringify([status, body]));
    }
    expect(answers[0]).toBe(answers[1]);
  });

  test('answers that could tell leave on the beat', async () => {
    const slow = await accountsForTests({ answerBeat: 300 });
    try {
      await slow.join('Known', 'known@example.org');
      for (const email of ['known@example.org', 'unknown@example.org']) {
        const started = performance.now();
        await slow.call('POST', '/request-password-reset', { email });
        const took = performance.now() - started;
        expect(took).toBeGreaterThanOrEqual(295);
        expect(took % 300).toBeLessThan(150);
      }
    } finally {
      await slow.close();
    }
  });

  test('the owner of a known address is told of a second sign-up, and nothing changes', async () => {
    await world.join('Owner', 'owner@example.org');
    await signUp('Impostor', 'owner@example.org', 'another password altogether');
    expect((await world.letter('owner@example.org', 'already-registered')).text).toContain('Hello Owner,');
    expect((await signIn('owner@example.org')).status).toBe(200);
    expect((await signIn('owner@example.org', 'another password altogether')).status).toBe(401);
  });

  test('a name cannot bring headers or markup into a letter', async () => {
    await signUp('Eve\r\nBcc: all@example.org <b>', 'eve2@example.org');
    const letter = await world.letter('eve2@example.org', 'confirm-email');
    expect(letter.text).toContain('Hello Eve Bcc: all@example.org <b>,');
    expect((await world.letters()).some((sent) => sent.to === 'all@example.org')).toBe(false);
  });
});

describe('choosing a new password', () => {
  test('the link of the letter sets it once, signs everybody out, and the owner is told', async () => {
    const email = 'reset@example.org';
    const { browser } = await world.join('Reset', email);
    await world.call('POST', '/request-password-reset', { email });
    const token = new URL((await world.letter(email, 'reset-password')).link).searchParams.get('token');
    const weak = await world.call('POST', '/reset-password', { token, newPassword: 'reset@example1' });
    expect(weak.body.code).toBe('PASSWORD_TOO_WEAK');

    const newPassword = 'a new kettle on the hob';
    expect((await world.call('POST', '/reset-password', { token, newPassword })).status).toBe(200);
    expect(await world.viewers.of(browser.cookieHeader)).toBe(nobody);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, newPassword)).status).toBe(200);
    expect((await world.letter(email, 'security-change')).text).toContain(
      'password of your Benchside account was changed',
    );
    const again = await world.call('POST', '/reset-password', { token, newPassword: 'yet another kettle' });
    expect(again.status).toBe(400);
  });

  test('an old link does nothing', async () => {
    const email = 'late@example.org';
    await world.join('Late', email);
    await world.call('POST', '/request-password-reset', { email });
    const token = new URL((await world.letter(email, 'reset-password')).link).searchParams.get('token');
    await world.database.affected(`UPDATE account_verification SET expires_at = now() - interval '1 second'`);
    const reply = await world.call('POST', '/reset-password', { token, newPassword: 'a new kettle on the hob' });
    expect(reply.status).toBe(400);
    expect((await signIn(email)).status).toBe(200);
  });

  test('a signed-in person changes it, keeps the place where they are, and loses the others', async () => {
    const email = 'change@example.org';
    const { browser } = await world.join('Change', email);
    const elsewhere = new Browser();
    await signIn(email, goodPassword, elsewhere);
    const body = { currentPassword: goodPassword, newPassword: 'a new kettle on the hob' };
    const wrong = await world.call(
      'POST',
      '/change-password',
      { ...body, currentPassword: 'not this one either' },
      browser,
    );
    expect(wrong.status).toBe(400);
    expect((await world.call('POST', '/change-password', body, browser)).status).toBe(200);
    expect((await world.viewers.of(browser.cookieHeader)).email).toBe(email);
    expect(await world.viewers.of(elsewhere.cookieHeader)).toBe(nobody);
    expect((await world.letter(email, 'security-change')).to).toBe(email);
  });
});
