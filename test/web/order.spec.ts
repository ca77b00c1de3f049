import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { becomes, describeInBrowser, fill, openBrowser, settled, type TestBrowser } from './browser.js';
import { signInAs } from './people.js';
import { type Served, serve } from './served.js';

let served: Served;
let browser: TestBrowser;

const order = (page: Page) => page.$eval('section[aria-label="Results"] select', (select) => select.value);
const orders = (page: Page) =>
  page.$$eval('section[aria-label="Results"] option', (options) => options.map(({ value }) => value));
const names = (page: Page) => page.$$eval('article h2 a', (links) => links.map((link) => link.textContent ?? ''));
const address = async (page: Page) => decodeURIComponent(new URL(page.url()).search);

const openAs = async (who: 'academic' | 'company' | null, path: string) => {
  const { page, problems } = await browser.open();
  if (who) await signInAs(page, served.benchside.url, served.people[who]);
  await page.goto(`${served.benchside.url}${path}`);
  await settled(page);
  return { page, problems };
};

describeInBrowser('the order of a list', () => {
  beforeAll(async () => {
    served = await serve();
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('begins with what fits best where somebody has a side that is matched, and words and choices go before that', async () => {
    const { nodes } = (
      await served.people.academic.ask<{ found: { nodes: { title: string }[] } }>(
        '{ found: opportunities(sort: "fit", filter: { openToday: true }, first: 20) { nodes { title } } }',
      )
    ).found;
    const byFit = nodes.map(({ title }) => title);
    const { page, problems } = await openAs('academic', '/opportunities');
    await becomes(() => order(page), 'fit');
    await becomes(() => names(page), byFit);
    expect(await orders(page)).not.toContain('relevance');
    expect(await address(page)).toBe('');

    await page.select('section[aria-label="Results"] select', 'name');
    await becomes(() => address(page), '?sort=name');
    await becomes(
      () => names(page),
      byFit.toSorted((a, b) => a.localeCompare(b, 'en-GB')),
    );
    await page.goBack();
    await becomes(() => order(page), 'fit');
    await becomes(() => names(page), byFit);
    await page.goForward();
    await becomes(() => order(page), 'name');
    await fill(page, 'input[name="q"]', 'sensor');
    await becomes(() => address(page), '?q=sensor&sort=name');
    await becomes(() => order(page), 'name');

    await page.goto(`${served.benchside.url}/opportunities?q=sensor`);
    await becomes(() => order(page), 'relevance');
    expect(problems).toEqual([]);
  });

  it('is that of the names where nothing of a list is matched with who looks', async () => {
    const { page } = await openAs('academic', '/academics');
    await becomes(() => order(page), 'name');
    expect(await orders(page)).not.toContain('fit');
  });

  it('goes on from page to page, for whoever is sent the address', async () => {
    const { page } = await openAs('company', '/academics');
    await becomes(() => order(page), 'fit');
    const first = await names(page);
    await page.$eval('nav[aria-label="Pages"] a[rel="next"]', (link) => (link as HTMLElement).click());
    await page.waitForFunction(() => location.search.includes('sort=fit&after='));
    await becomes(
      () => page.$eval('[aria-label="Pages"] [aria-current="page"]', ({ textContent }) => textContent),
      '2',
    );
    await settled(page);
    expect((await names(page)).filter((name) => first.includes(name))).toEqual([]);
    await page.goBack();
    await becomes(() => names(page), first);
    await page.goForward();
    await page.waitForFunction(() => location.search.includes('after='));

    const visitor = await openAs(null, new URL(page.url()).pathname + new URL(page.url()).search);
    await becomes(async () => (await names(visitor.page)).length, 20);
    await becomes(() => order(visitor.page), 'name');
  });

  it('costs nobody who is signed out a comparison', async () => {
    const { page } = await browser.open();
    const asked: unknown[] = [];
    page.on('request', (request) => {
      const body = request.postData();
      if (request.url().endsWith('/graphql') && body?.includes('"openToday"'))
        asked.push((JSON.parse(body) as { variables: { sort: unknown } }).variables.sort);
    });
    await page.goto(`${served.benchside.url}/opportunities`);
    await settled(page);
    await becomes(() => order(page), 'name');
    expect(asked).toEqual([null]);
    expect(await orders(page)).not.toContain('fit');
  });
});
