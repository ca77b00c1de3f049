import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountsForTests, accountsForTests, Browser, goodPassword } from './testing.js';
import { nobody } from './viewer.js';

let world: AccountsForTests;
beforeAll(async () => {
  world = await accountsForTests();
});
afterAll(() => world.close());
afterEach(() => world.forgetAttempts());

const base32 = (text: string) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
};

/** What an authenticator app shows (RFC 6238), `steps` half-minutes from now. */
const codeOf = (totpURI: string, steps = 0) => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const secret = base32(new URL(totpURI).searchParams.get('secret') ?? '');
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

const switchOn = async (name: string, email: string) => {
  const { browser } = await world.join(name, email);
  const { body } = await world.call('POST', '/two-factor/enable', { password: goodPassword }, browser);
  await world.call('POST', '/two-factor/verify-totp', { code: codeOf(body.totpURI) }, browser);
  return { browser, totpURI: body.totpURI as string, backupCodes: body.backupCodes as string[] };
};
const firstStep = async (email: string) => {
  const browser = new Browser();
  const reply = await world.call('POST', '/sign-in/email', { email, password: goodPassword }, browser);
  return { browser, reply };
};

describe('two-step sign-in', () => {
  test('is switched on with the password and a right code, and the owner is told', async () => {
    const { browser } = await world.join('On', 'on@example.org');
    const refused = await world.call('POST', '/two-factor/enable', { password: 'not the right one' }, browser);
    expect(refused.status).toBe(400);
    const { body } = await world.call('POST', '/two-factor/enable', { password: goodPassword }, browser);
    expect(body.backupCodes.length).toBeGreaterThanOrEqual(8);
    expect((await world.viewers.of(browser.cookieHeader)).secondFactor).toBe(false);
    const wrong = await world.call('POST', '/two-factor/verify-totp', { code: '000000' }, browser);
    expect(wrong.status).toBe(401);
    await world.call('POST', '/two-factor/verify-totp', { code: codeOf(body.totpURI) }, browser);
    expect((await world.viewers.of(browser.cookieHeader)).secondFactor).toBe(true);
    expect((await world.letter('on@example.org', 'security-change')).text).toContain('switched on');
  });

  test('lets nobody in with the password alone', async () => {
    await switchOn('Alone', 'alone@example.org');
    const { browser, reply } = await firstStep('alone@example.org');
    expect(reply.body).toMatchObject({ twoFactorRedirect: true });
    expect(await world.viewers.of(browser.cookieHeader)).toBe(nobody);
    expect(reply.setCookies.some((cookie) => /session_token=[^;]/.test(cookie))).toBe(false);
  });

  test('lets the owner in with the code of their app', async () => {
    const { totpURI } = await switchOn('App', 'app@example.org');
    const { browser } = await firstStep('app@example.org');
    const verified = await world.call('POST', '/two-factor/verify-totp', { code: codeOf(totpURI, 1) }, browser);
    expect(verified.status).toBe(200);
    expect((await world.viewers.of(browser.cookieHeader)).email).toBe('app@example.org');
  });

  test('takes a code of the app once', async () => {
    const { totpURI } = await switchOn('Seen', 'seen@example.org');
    const code = codeOf(totpURI, 1);
    const browsers = [];
    for (const status of [200, 401]) {
      const { browser } = await firstStep('seen@example.org');
      expect((await world.call('POST', '/two-factor/verify-totp', { code }, browser)).status).toBe(status);
      browsers.push(browser);
    }
    expect((await world.viewers.of(browsers[0]?.cookieHeader)).email).toBe('seen@example.org');
    expect(await world.viewers.of(browsers[1]?.cookieHeader)).toBe(nobody);
  });

  test('takes a backup code once', async () => {
    const { backupCodes } = await switchOn('Backup', 'backup@example.org');
    const [code] = backupCodes;
    const { browser } = await firstStep('backup@example.org');
    expect((await world.call('POST', '/two-factor/verify-backup-code', { code }, browser)).status).toBe(200);
    const again = await firstStep('backup@example.org');
    expect((await world.call('POST', '/two-factor/verify-backup-code', { code }, again.browser)).status).toBe(401);
    expect(await world.viewers.of(again.browser.cookieHeader)).toBe(nobody);
  });

  test('ends a challenge after five wrong codes, and then the right one does not help', async () => {
    const { totpURI } = await switchOn('Guess', 'guess@example.org');
    const { browser } = await firstStep('guess@example.org');
    const statuses = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const reply = await world.call('POST', '/two-factor/verify-totp', { code: `00000${guess}` }, browser);
      statuses.push(reply.status);
      await world.forgetAttempts();
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    const right = await world.call('POST', '/two-factor/verify-totp', { code: codeOf(totpURI, 1) }, browser);
    expect(right.status).toBe(401);
    expect(await world.viewers.of(browser.cookieHeader)).toBe(nobody);
  });

  test('does not take the second step of one account for another', async () => {
    const mine = await switchOn('Mine', 'mine@example.org');
    await switchOn('Theirs', 'theirs@example.org');
    const { browser } = await firstStep('theirs@example.org');
    const reply = await world.call('POST', '/two-factor/verify-totp', { code: codeOf(mine.totpURI) }, browser);
    expect(reply.status).toBe(401);
  });

  test('is switched off with the password, and the owner is told', async () => {
    const { browser } = await switchOn('Off', 'off@example.org');
    expect((await world.call('POST', '/two-factor/disable', { password: goodPassword }, browser)).status).toBe(200);
    expect((await world.viewers.of(browser.cookieHeader)).secondFactor).toBe(false);
    expect((await world.letter('off@example.org', 'security-change')).text).toContain('switched off');
    expect((await firstStep('off@example.org')).reply.body.user.email).toBe('off@example.org');
  });

  test('keeps its secret and its backup codes unreadable in the database', async () => {
    const { totpURI, backupCodes } = await switchOn('Kept', 'kept@example.org');
    const rows = await world.database.rows<{ text: string }>('SELECT t::text AS text FROM account_two_factor t');
    const all = rows.map((row) => row.text).join();
    expect(all).not.toContain(backupCodes[0]);
    expect(all).not.toContain(base32(new URL(totpURI).searchParams.get('secret') ?? '').toString());
  });
});
