import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { Post } from '#accounts';
import { describeInBrowser, focused, openBrowser, press, settled, type TestBrowser } from './browser.js';
import { nurse, scout } from './directory.js';
import { type Served, serve } from './served.js';

let served: Served;
let browser: TestBrowser;
let url: string;

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted: string) => document.querySelector('h1')?.textContent === wanted, {}, text);

const signIn = async (page: Page, { email, password }: { email: string; password: string }) => {
  await page.type('input[name="email"]', email);
  await page.type('input[name="password"]', password);
  await page.keyboard.press('Enter');
};

describeInBrowser('around every page', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('a new page gets the focus on its heading, names the tab, and is announced', async () => {
    const { page, problems } = await browser.open();
    await page.goto(url);
    await settled(page);
    expect(await focused(page)).toBe('nothing');
    await press(page, 'header a', 'Organisations');
    await heading(page, 'Find organisations');
    expect(await focused(page)).toBe('h1 Find organisations');
    expect(await page.title()).toBe('Find organisations – Benchside');
    expect(await page.$eval('[data-announcer]', (element) => element.textContent)).toBe('Find organisations');
    await press(page, 'footer a', 'Accessibility');
    await heading(page, 'Accessibility');
    expect(await focused(page)).toBe('h1 Accessibility');
    expect(problems).toEqual([]);
  });

  it('the first thing that Tab reaches leads past the header', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/about`);
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('a Skip to the page');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('Ctrl and K opens the palette, which finds people and gives the focus back', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/about`);
    await settled(page);
    await page.focus('footer a');
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await page.waitForSelector('[role="combobox"]');
    await page.keyboard.type('Ada Lowell');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role="option"]')].some((option) => option.textContent?.startsWith('Ada Lowell')),
    );
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[role="combobox"]'));
    expect(await focused(page)).toBe('a How Benchside works');
    await page.keyboard.press('/');
    await page.waitForSelector('[role="combobox"]');
    await page.keyboard.type('Ada Lowell');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role="option"]')].some((option) => option.textContent?.startsWith('Ada Lowell')),
    );
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(page, 'Ada Lowell');
  });

  it('an address that leads nowhere says so, and leads on', async () => {
    const { page } = await browser.open();
    const response = await page.goto(`${url}/nowhere`);
    expect(response?.status()).toBe(404);
    await heading(page, 'There is nothing at this address');
    await press(page, 'main a', 'Find academics');
    await heading(page, 'Find academics');
  });

  it('the colours that somebody chose stay', async () => {
    const { page } = await browser.open();
    await page.goto(url);
    await settled(page);
    const scheme = () => page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'));
    expect(await scheme()).toBe('light');
    await page.click('button[aria-label="Colours: light"]');
    await press(page, '[role="menuitem"]', 'Dark');
    await page.waitForFunction(() => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark');
    await page.reload();
    expect(await scheme()).toBe('dark');
  });

  it('an account is opened, confirmed from the letter, and signed in to', async () => {
    const { page, problems } = await browser.open();
    await page.goto(`${url}/sign-up`);
    await settled(page);
    await page.type('input[name="name"]', 'Noor Patel');
    await page.type('input[name="email"]', 'noor@example.org');
    await page.type('input[name="password"]', 'eleven careful pelicans');
    await page.click('input[name="terms"]');
    await page.keyboard.press('Tab');
    await press(page, 'button[type="submit"]', 'Open an account');
    await heading(page, 'Look at your e-mail');
    await served.benchside.app.get(Post).settled();
    const letter = await letterTo('noor@example.org');
    await page.goto(letter);
    await press(page, 'button', 'Confirm this address');
    await heading(page, 'Sign in');
    expect(await page.$eval('main', (main) => main.textContent)).toContain('Your address is confirmed');
    await signIn(page, { email: 'noor@example.org', password: 'eleven careful pelicans' });
    await page.waitForSelector('button[aria-label^="Your account: Noor Patel"]');
    expect(problems).toEqual([]);
  }, 60_000);

  it('a wrong password is said beside the form, which stays filled in', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/sign-in`);
    await settled(page);
    await signIn(page, { email: nurse.email, password: 'not the password' });
    await page.waitForSelector('form [role="alert"]');
    expect(await page.$eval('input[name="email"]', (input) => (input as HTMLInputElement).value)).toBe(nurse.email);
  });

  it('a session that has ended asks for a sign-in over the page, which stays', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/sign-in`);
    await settled(page);
    await signIn(page, scout);
    await page.waitForSelector('button[aria-label^="Your account: Kit Marlow"]');
    await press(page, 'header a', 'Academics');
    await heading(page, 'Find academics');
    for (const cookie of await page.browserContext().cookies()) await page.browserContext().deleteCookie(cookie);
    await page.type('input[name="q"]', 'Ada Lowell');
    await page.waitForFunction(() => document.querySelectorAll('article').length === 1);
    await press(page, 'article h2 a', 'Ada Lowell');
    await page.waitForSelector('[role="dialog"] input[name="email"]');
    await heading(page, 'Ada Lowell');
    await signIn(page, scout);
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    await page.waitForFunction(() =>
      document.querySelector('[aria-labelledby="how-you-match"]')?.textContent?.includes('Asthma'),
    );
  });
});

/** The link in the newest letter to somebody. */
const letterTo = async (address: string): Promise<string> => {
  const folder = join(served.benchside.settings.stateDir, 'mail');
  const letters = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.includes(address));
  const text = (letters.at(-1) ?? '').replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  const [link] = /http:\/\/127\.0\.0\.1:\d+\/auth\/confirm-email\S+/.exec(text) ?? [];
  if (!link) throw new Error(`There is no letter to ${address}`);
  return link.replace(/&amp;/g, '&').replace(/["<>].*$/, '');
};
