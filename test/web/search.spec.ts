import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { projectPath } from '#config';
import {
  becomes,
  click,
  describeInBrowser,
  fill,
  focused,
  openBrowser,
  openPalette,
  press,
  reads,
  settled,
  type TestBrowser,
} from './browser.js';
import { type Served, serve } from './served.js';

let served: Served;
let browser: TestBrowser;
let url: string;

const count = (page: Page) =>
  page.$eval('section[aria-label="Results"] [role="status"]', (status) => status.textContent);
const names = (page: Page) => page.$$eval('article h2 a', (links) => links.map((link) => link.textContent ?? ''));
const address = (page: Page) => decodeURIComponent(new URL(page.url()).search);

/** The list that belongs to what was just asked for: it is there when the address, the count and the rest agree. */
const listed = async (page: Page, search: string, text: string) => {
  await page.waitForFunction(
    (wanted: string, said: string) =>
      decodeURIComponent(location.search) === wanted &&
      document.querySelector('section[aria-label="Results"] [role="status"]')?.textContent === said,
    {},
    search,
    text,
  );
};

/** Goes on with Tab, as somebody without a mouse does, until the focus is on what `name` says. */
const tabTo = async (page: Page, name: RegExp, most = 90): Promise<void> => {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element) return '';
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Nothing named ${name} can be reached with Tab`);
};

const openList = async (path: string, options = {}) => {
  const opened = await browser.open(options);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

describeInBrowser('searching', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('works with the keyboard alone, and the way back restores each step', async () => {
    const { page, problems } = await openList('/');
    await openPalette(page);
    await page.keyboard.type('asthma');
    await reads(page, '[role="option"][aria-selected="true"]', 'asthma');
    await page.keyboard.press('Enter');
    await listed(page, '?q=asthma', '11 academics');
    await becomes(() => focused(page), 'h1 Find academics');

    await tabTo(page, /^Nurse/);
    await page.keyboard.press('Space');
    await listed(page, '?q=asthma&professions=nurse', '2 academics');
    await tabTo(page, /^Remove the filter Profession: Nurse/);
    await page.keyboard.press('Enter');
    await listed(page, '?q=asthma', '11 academics');

    await page.goBack();
    await listed(page, '?q=asthma&professions=nurse', '2 academics');
    await page.goBack();
    await listed(page, '?q=asthma', '11 academics');
    await page.goForward();
    await listed(page, '?q=asthma&professions=nurse', '2 academics');
    const first = (await names(page))[0];
    await tabTo(page, new RegExp(`^${first}$`));
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (name: string) => document.querySelector('h1')?.textContent?.includes(name),
      {},
      first ?? '',
    );
    await page.goBack();
    await listed(page, '?q=asthma&professions=nurse', '2 academics');
    expect(problems).toEqual([]);
  });

  it('follows what is typed, and what is typed is in the address', async () => {
    const { page } = await openList('/academics');
    await fill(page, 'input[name="q"]', 'psoriasis');
    await listed(page, '?q=psoriasis', '9 academics');
    const marks = () => page.$$eval('article mark', (all) => [...new Set(all.map((mark) => mark.textContent))]);
    await becomes(marks, ['psoriasis']);
  });

  it('counts what else there is in a facet, whatever of it is chosen', async () => {
    const { page } = await openList('/academics?q=asthma');
    const rows = () =>
      page.$$eval('fieldset', (fieldsets) =>
        fieldsets
          .filter((fieldset) => fieldset.querySelector('legend')?.textContent === 'Profession')
          .flatMap((fieldset) => [...fieldset.querySelectorAll('label')].map((label) => label.textContent)),
      );
    const before = await rows();
    expect(before.length).toBeGreaterThan(1);
    await page.goto(`${url}/academics?q=asthma&professions=nurse`);
    await settled(page);
    await becomes(rows, before);
  });

  it('keeps everything in its place while a filter changes', async () => {
    const { page } = await openList('/academics?q=asthma');
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          if (!shift.hadRecentInput) shifts.push(shift.value);
        }
      }).observe({ type: 'layout-shift', buffered: false });
    });
    const places = () =>
      page.$$eval('summary', (summaries) =>
        summaries.map((summary) => Math.round(summary.getBoundingClientRect().top)),
      );
    const before = await places();
    await press(page, 'label', /^Nurse/);
    await listed(page, '?q=asthma&professions=nurse', '2 academics');
    await settled(page);
    await becomes(places, before);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });

  it('that finds nothing says what there would be without each filter', async () => {
    const { page } = await openList('/academics?q=asthma&professions=nurse&regions=wales&careerStages=professor');
    await becomes(() => count(page), '0 academics');
    await page.waitForSelector('section[aria-label="Results"] li button');
    await settled(page);
    const ways = await page.$$eval('section[aria-label="Results"] li button', (buttons) =>
      buttons.map((button) => button.textContent ?? '').filter((text) => text.startsWith('Without')),
    );
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way).toMatch(/^Without .+\d+ academics?$/);
    await press(page, 'button', /^Without/);
    await page.waitForSelector('article');
    await settled(page);
    expect(ways[0]).toContain((await count(page)) ?? 'nothing');
  });

  it('shows why somebody was found, in place', async () => {
    const { page } = await openList('/academics?q=asthma');
    await click(page, 'article button[aria-expanded="false"]');
    const why = await page.waitForSelector('article button[aria-expanded="true"]');
    const id = await why?.evaluate((button) => button.getAttribute('aria-controls'));
    await reads(page, `[id="${id}"]`, /asthma/i);
    expect(new URL(page.url()).pathname).toBe('/academics');
  });

  it('has pages that can be opened by their address', async () => {
    const { page } = await openList('/academics?sort=name');
    const first = await names(page);
    expect(first).toHaveLength(20);
    await click(page, 'nav[aria-label="Pages"] a[rel="next"]');
    await page.waitForFunction(() =>
      document.querySelector('[aria-label="Results"] [role="status"]')?.textContent?.includes('page 2'),
    );
    await settled(page);
    const second = await names(page);
    await click(page, 'nav[aria-label="Pages"] a[aria-label="Page 3 of 3"]');
    await page.waitForFunction(() =>
      document.querySelector('[aria-label="Results"] [role="status"]')?.textContent?.includes('page 3'),
    );
    await settled(page);
    const third = await names(page);
    expect(new Set([...first, ...second, ...third]).size).toBe(47);
    await page.reload();
    await settled(page);
    await becomes(() => names(page), third);
  });

  it('puts up to four side by side', async () => {
    const { page } = await openList('/academics?q=asthma');
    const wanted = (await names(page)).slice(0, 2);
    for (const name of wanted)
      await click(page, `input[aria-label="Compare ${name.replace(/^Dr /, '')}"], input[aria-label="Compare ${name}"]`);
    await becomes(() => page.$$eval('input[aria-label^="Compare"]:checked', (chosen) => chosen.length), 2);
    await click(page, 'section[aria-label="Chosen to compare"] a');
    await becomes(() => page.$$eval('thead th a', (links) => links.map((link) => link.textContent)), wanted);
  });

  it('says what went wrong with its number, keeps the filters, and tries again', async () => {
    const { page } = await browser.open();
    let broken = true;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!broken || !request.url().endsWith('/graphql')) return void request.continue();
      const errors = [
        {
          message: 'Something went wrong here.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'number-42' },
        },
      ];
      return void request.respond({ status: 200, contentType: 'application/json', body: JSON.stringify({ errors }) });
    });
    await page.goto(`${url}/academics?q=asthma&professions=nurse`);
    const notice = await page.waitForSelector('section[aria-label="Results"] [role="alert"]');
    expect(await notice?.evaluate((element) => element.textContent)).toContain('Request number-42');
    broken = false;
    await press(page, 'button', 'Try again');
    await listed(page, '?q=asthma&professions=nurse', '2 academics');
  });

  it('says so when only the basic search answers', async () => {
    const { page } = await browser.open();
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      if (!request.url().endsWith('/graphql')) return void request.continue();
      const answer = await fetch(request.url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: request.postData(),
      });
      const body = (await answer.text()).replace('"degraded":false', '"degraded":true');
      await request.respond({ status: answer.status, contentType: 'application/json', body });
    });
    await page.goto(`${url}/academics`);
    await page.waitForFunction(() => document.body.textContent?.includes('Basic search'));
  });

  it('loads at most 200 KB of scripts', async () => {
    const { page } = await openList('/academics?q=asthma');
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    );
    expect(scripts.length).toBeGreaterThan(3);
    const bytes = scripts
      .filter((name) => name.includes('/assets/'))
      .map((name) => gzipSync(readFileSync(projectPath('dist', 'web', 'assets', basename(name))), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
    console.log(`The list of academics loads ${(bytes / 1024).toFixed(1)} KB of scripts.`);
    expect(bytes).toBeLessThanOrEqual(200 * 1024);
  });

  it('starts from a brief whose topics can be left out', async () => {
    const { page } = await openList('/');
    await fill(page, 'textarea', 'We look for a nurse who treats severe asthma and eczema every week.');
    await page.waitForFunction(() => document.querySelectorAll('button[aria-pressed="true"]').length === 3);
    await press(page, 'button', 'Eczema');
    await page.waitForFunction(() =>
      document.querySelector('form [role="status"]')?.textContent?.startsWith('11 academics'),
    );
    await press(page, 'form a', 'Find academics');
    await page.waitForFunction(() => location.pathname === '/academics');
    await becomes(async () => address(page), expect.stringContaining('topics=asthma'));
    expect(address(page)).not.toContain('topics=eczema');
    await settled(page);
    await page.waitForSelector('article h2 a');
  });
});
