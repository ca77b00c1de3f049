import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { Post } from '#accounts';
import {
  becomes,
  click,
  describeInBrowser,
  drawn,
  fill,
  focused,
  openBrowser,
  openPalette,
  press,
  reads,
  settled,
  type TestBrowser,
} from './browser.js';
import { nurse, scout } from './directory.js';
import { type Served, serve } from './served.js';

let served: Served;
let browser: TestBrowser;
let url: string;

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted: string) => document.querySelector('h1')?.textContent === wanted, {}, text);

const signIn = async (page: Page, { email, password }: { email: string; password: string }) => {
  await fill(page, 'input[name="email"]', email);
  await fill(page, 'input[name="password"]', password);
  await page.keyboard.press('Enter');
};

describeInBrowser('around every page', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    browser = await openBrowser();
  }, 300_000);
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
    await becomes(() => focused(page), 'h1 Find organisations');
    await becomes(() => page.title(), 'Find organisations – Benchside');
    await reads(page, '[data-announcer]', /^Find organisations$/);
    await press(page, 'footer a', 'Accessibility');
    await heading(page, 'Accessibility');
    await becomes(() => focused(page), 'h1 Accessibility');
    expect(problems).toEqual([]);
  });

  it('the first thing that Tab reaches leads past the header', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/about`);
    await settled(page);
    await page.keyboard.press('Tab');
    await becomes(() => focused(page), 'a Skip to the page');
    await page.keyboard.press('Enter');
    await becomes(() => page.evaluate(() => document.activeElement?.id), 'main');
  });

  it('Ctrl and K opens the palette, which finds people and gives the focus back', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/about`);
    await settled(page);
    await page.focus('footer a[href="/about"]');
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await page.keyboard.type('Ada Lowell');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role="option"]')].some((option) => option.textContent?.startsWith('Ada Lowell')),
    );
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[role="combobox"]'));
    await becomes(() => focused(page), 'a How Benchside works');
    await openPalette(page);
    await page.keyboard.type('Ada Lowell');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role="option"]')].some((option) => option.textContent?.startsWith('Ada Lowell')),
    );
    // What else was found may still be on its way: the arrow is pressed until it is her.
    const chosen = () => page.$eval('[role="option"][aria-selected="true"]', (option) => option.textContent ?? '');
    for (let step = 0; step < 12 && !(await chosen()).startsWith('Ada Lowell'); step += 1) {
      await page.keyboard.press('ArrowDown');
      await drawn(page);
    }
    await reads(page, '[role="option"][aria-selected="true"]', /^Ada Lowell/);
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
    await click(page, 'button[aria-label="Colours: light"]');
    await press(page, '[role="menuitem"]', 'Dark');
    await page.waitForFunction(() => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark');
    await page.reload();
    await settled(page);
    expect(await scheme()).toBe('dark');
  });

  it('an account is opened, confirmed from the letter, and signed in to', async () => {
    const { page, problems } = await browser.open();
    await page.goto(`${url}/sign-up`);
    await settled(page);
    await fill(page, 'input[name="name"]', 'Noor Patel');
    await fill(page, 'input[name="email"]', 'noor@example.org');
    await fill(page, 'input[name="password"]', 'eleven careful pelicans');
    await click(page, 'input[name="terms"]');
    await page.keyboard.press('Tab');
    await press(page, 'button[type="submit"]', 'Open an account');
    await heading(page, 'Look at your e-mail');
    await served.benchside.app.get(Post).settled();
    const letter = await letterTo('noor@example.org');
    await page.goto(letter);
    await press(page, 'button', 'Confirm this address');
    await heading(page, 'Sign in');
    await reads(page, 'main', 'Your address is confirmed');
    await settled(page);
    await signIn(page, { email: 'noor@example.org', password: 'eleven careful pelicans' });
    await page.waitForSelector('button[aria-label^="Your account: Noor Patel"]');
    expect(problems).toEqual([]);
  });

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
    await settled(page);
    for (const cookie of await page.browserContext().cookies()) await page.browserContext().deleteCookie(cookie);
    await fill(page, 'input[name="q"]', 'Ada Lowell');
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
