import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { describeInBrowser, fill, openBrowser, press, reads, settled, type TestBrowser } from './browser.js';
import { scout } from './directory.js';
import { type Served, serve } from './served.js';

let served: Served;
let browser: TestBrowser;
let url: string;

const signedIn = async (options = {}) => {
  const opened = await browser.open(options);
  const { page } = opened;
  await page.goto(`${url}/sign-in`);
  await settled(page);
  await fill(page, 'input[name="email"]', scout.email);
  await fill(page, 'input[name="password"]', scout.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('button[aria-label^="Your account"]');
  // A request that is cut off by leaving would look as if it never ended.
  await settled(page);
  return opened;
};

const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

describeInBrowser('a profile', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('is there without scripts, with its data, and breaks no rule of the policy', async () => {
    const plain = await browser.open({ scripts: false });
    await plain.page.goto(`${url}/academics/${served.people.academicId}`);
    expect(await textOf(plain.page, 'h1')).toBe('Ada Lowell');
    expect(await textOf(plain.page, 'main')).toContain('I run nurse-led clinics for severe asthma');
    expect(plain.problems).toEqual([]);
    const { page, problems } = await browser.open();
    await page.goto(`${url}/academics/${served.people.academicId}`);
    await settled(page);
    expect(await page.$$('main')).toHaveLength(1);
    expect(JSON.parse(await textOf(page, 'script[type="application/ld+json"]'))).toMatchObject({ '@type': 'Person' });
    expect(problems).toEqual([]);
  });

  it('that was loaded before by somebody says how you match, and the calculation adds up', async () => {
    const { page, problems } = await signedIn();
    await page.goto(`${url}/academics/${served.people.academicId}`);
    await settled(page);
    await page.waitForSelector('[aria-labelledby="how-you-match"] a');
    await reads(page, '[aria-labelledby="how-you-match"]', 'Both name Asthma');
    await press(page, '[aria-labelledby="how-you-match"] a', 'How this was worked out');
    await page.waitForSelector('table tfoot');
    const numbers = (selector: string) =>
      page.$$eval(selector, (cells) => cells.map((cell) => Math.round(Number(cell.textContent) * 10)));
    const points = await numbers('table tbody td:last-child');
    const [together] = await numbers('table tfoot td:last-child');
    expect(points.length).toBeGreaterThan(5);
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(together);
    const weights = await numbers('table tbody td:nth-last-child(2)');
    expect(weights.reduce((sum, one) => sum + one, 0)).toBe(1000);
    await reads(page, 'main', 'What would change it');
    expect(problems).toEqual([]);
  });

  it('shows nobody how to reach its person', async () => {
    const { page } = await signedIn();
    await page.goto(`${url}/academics/${served.people.academicId}`);
    await reads(page, '[aria-labelledby="contact-rule"]', 'once a request has been accepted');
    await settled(page);
    expect(await page.content()).not.toContain('ada@example.org');
  });

  it('that is unknown says the same as any other address that leads nowhere', async () => {
    const { page } = await browser.open();
    const said: string[] = [];
    for (const path of ['/academics/00000000-0000-4000-8000-000000000000', '/academics/nonsense', '/nowhere']) {
      expect((await page.goto(`${url}${path}`))?.status()).toBe(404);
      await settled(page);
      said.push(await textOf(page, 'main'));
    }
    expect(new Set(said).size).toBe(1);
  });

  it('is printed without what is only for the screen', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/academics/${served.people.academicId}`);
    await settled(page);
    await page.emulateMediaType('print');
    const shown = (selector: string) => page.$eval(selector, (element) => getComputedStyle(element).display !== 'none');
    expect(await shown('header nav')).toBe(false);
    expect(await shown('aside')).toBe(false);
    expect(await shown('h1')).toBe(true);
  });

  it('shows its shape while it loads', async () => {
    const { page } = await browser.open();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      if (request.url().endsWith('/graphql')) await held;
      await request.continue();
    });
    await page.goto(`${url}/opportunities`, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('h1');
    await page.waitForSelector('[class*="Skeleton"]');
    answer();
    await page.waitForSelector('article');
  });
});
