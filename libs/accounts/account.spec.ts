import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AccountsForTests, accountsForTests, Browser, goodPassword } from './testing.js';
import { nobody } from './viewer.js';

let world: AccountsForTests;
beforeAll(async () => {
  world = await accountsForTests();
});
afterAll(() => world.close());
// All of these people sit at one address.
beforeEach(() => world.forgetAttempts());

const code = (expected: string) => expect.objectContaining({ code: expected });
const signIn = async (email: string, password: string) => {
  const browser = new Browser();
  await world.call('POST', '/sign-in/email', { email, password }, browser);
  return browser;
};

describe('an account that the platform opens', () => {
  test('signs in without a letter, in the role it was given', async () => {
    const id = await world.accounts.open({
      name: 'Root',
      email: ' Root@Example.org ',
      password: goodPassword,
      platformRole: 'platform-admin',
    });
    const browser = await signIn('root@example.org', goodPassword);
    expect(await world.viewers.of(browser.cookieHeader)).toMatchObject({
      accountId: id,
      platformRole: 'platform-admin',
    });
    expect(await world.letters('root@example.org')).toEqual([]);
    expect(await world.accounts.byEmail('ROOT@example.org')).toEqual({ id, name: 'Root', email: 'root@example.org' });
    expect(await world.accounts.cards([id])).toHaveLength(1);
  });

  test('is refused for an address in use, no address, no name and a weak password', async () => {
    const person = { name: 'Taken', email: 'taken@example.org', password: goodPassword };
    await world.accounts.open(person);
    await expect(world.accounts.open(person)).rejects.toEqual(code('ALREADY_EXISTS'));
    await expect(world.accounts.open({ ...person, email: 'taken' })).rejects.toEqual(code('BAD_INPUT'));
    await expect(world.accounts.open({ ...person, name: ' \n ' })).rejects.toEqual(code('BAD_INPUT'));
    const weak = { ...person, email: 'weak@example.org', password: 'password1234' };
    await expect(world.accounts.open(weak)).rejects.toEqual(code('BAD_INPUT'));
  });

  test('loses its sessions when its role on the platform changes', async () => {
    const { browser, viewer } = await world.join('Changing', 'changing@example.org');
    await world.accounts.setPlatformRole(viewer.accountId ?? '', 'platform-admin');
    expect(await world.viewers.of(browser.cookieHeader)).toBe(nobody);
    const again = await signIn('changing@example.org', goodPassword);
    expect((await world.viewers.of(again.cookieHeader)).platformRole).toBe('platform-admin');
  });
});

describe('sweeping', () => {
  test('removes what has outlived its purpose, and nothing else', async () => {
    // What other tests left is none of it.
    await world.database.affected('DELETE FROM account_verification');
    const { browser } = await world.join('Kept', 'kept@example.org');
    const ended = await signIn('kept@example.org', goodPassword);
    const { sessionId } = await world.viewers.of(ended.cookieHeader);
    await world.database.affected(`UPDATE account_session SET expires_at = now() - interval '1 day' WHERE id = $1`, [
      sessionId,
    ]);
    await world.call('POST', '/request-password-reset', { email: 'kept@example.org' });
    await world.database.affected(`UPDATE account_verification SET expires_at = now() - interval '1 day'`);
    for (const email of ['old@example.org', 'new@example.org']) {
      await world.call('POST', '/sign-up/email', { name: 'Unconfirmed', email, password: goodPassword });
    }
    await world.database.affected(
      `UPDATE account_holder SET created_at = now() - interval '8 days' WHERE email = 'old@example.org'`,
    );
    expect(await world.accounts.sweep()).toEqual({ sessions: 1, values: 1, signUps: 1, claims: 0 });
    expect((await world.viewers.of(browser.cookieHeader)).name).toBe('Kept');
    expect(await world.accounts.byEmail('old@example.org')).toBeUndefined();
    expect(await world.accounts.byEmail('new@example.org')).toBeDefined();
  });
});

describe('the post', () => {
  test('loses no letter to a letter that cannot be sent', async () => {
    const letter = () => ({ subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' });
    world.post.send('greeting', 'not an address', letter);
    world.post.send('greeting', 'fine@example.org', () => {
      throw new Error('cannot be written');
    });
    world.post.send('greeting', 'fine@example.org', letter);
    expect(await world.letters('fine@example.org')).toHaveLength(1);
  });

  test('leaves a list that a person can open', async () => {
    await world.post.settled();
    const index = await readFile(join(world.folder, 'index.html'), 'utf8');
    for (const [, file = ''] of index.matchAll(/href="([^"]+)"/g))
      expect(existsSync(join(world.folder, file))).toBe(true);
  });
});
