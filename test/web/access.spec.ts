import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import {
  axe,
  becomes,
  click,
  describeInBrowser,
  drawn,
  fill,
  openBrowser,
  openPalette,
  press,
  settled,
  type TestBrowser,
} from './browser.js';
import { scout } from './directory.js';
import { type Served, serve } from './served.js';

let served: Served;
let browser: TestBrowser;
let url: string;

/** Looks at a page as it stands, narrow and wide, light and dark. */
const violations = async (page: Page, widths = [1280, 320]): Promise<string[]> => {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.waitForFunction(
        (wanted: string) => document.documentElement.getAttribute('data-mantine-color-scheme') === wanted,
        {},
        scheme,
      );
      await drawn(page);
      for (const line of await axe(page)) found.push(`${width} ${scheme}: ${line}`);
    }
    for (const wide of await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
        .slice(0, 5);
    })) {
      found.push(`${width}: wider than the screen: ${wide}`);
    }
  }
  return found;
};

const opened = async (path: string) => {
  const { page } = await browser.open();
  await page.goto(`${url}${path}`);
  await settled(page);
  return page;
};

const signedIn = async (path: string) => {
  const page = await opened('/sign-in');
  await fill(page, 'input[name="email"]', scout.email);
  await fill(page, 'input[name="password"]', scout.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('button[aria-label^="Your account"]');
  // A request that is cut off by leaving would look as if it never ended.
  await settled(page);
  await page.goto(`${url}${path}`);
  await settled(page);
  return page;
};

const idOf = async (kind: string) => {
  const { found } = await served.benchside.nobody.ask<{ found: { nodes: { id: string }[] } }>(
    `{ found: ${kind}(first: 1) { nodes { id } } }`,
  );
  return found.nodes[0]?.id ?? '';
};

describeInBrowser('axe finds nothing wrong, narrow and wide, light and dark,', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it.each([
    ['the home page', '/'],
    ['a list with filters', '/academics?q=asthma&professions=nurse'],
    ['a list without', '/organisations'],
    ['the opportunities', '/opportunities?q=asthma'],
    ['a list with nothing in it', '/academics?q=asthma&regions=wales&careerStages=professor'],
    ['sign-in', '/sign-in?confirmed=yes'],
    ['sign-up', '/sign-up'],
    ['a forgotten password', '/forgotten-password'],
    ['a new password', '/reset-password?token=abc'],
    ['how it works', '/about'],
    ['accessibility', '/accessibility'],
    ['privacy', '/privacy'],
    ['terms', '/terms'],
    ['nothing there', '/nowhere'],
    [
      'a match of nobody',
      '/match?a=academic:00000000-0000-4000-8000-000000000000&b=organisation:00000000-0000-4000-8000-000000000001',
    ],
    ['a comparison of nobody', '/compare'],
  ])('in %s', async (_name, path) => {
    expect(await violations(await opened(path))).toEqual([]);
  });

  it.each(['academics', 'organisations', 'opportunities'])('in a profile of %s', async (kind) => {
    expect(await violations(await opened(`/${kind}/${await idOf(kind)}`))).toEqual([]);
  });

  it('in a profile that says how you match, in the calculation, and in a list that says so', async () => {
    const { academicId, organisationId } = served.people;
    const page = await signedIn(`/academics/${academicId}`);
    await page.waitForSelector('[aria-labelledby="how-you-match"] a');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${url}/match?a=organisation:${organisationId}&b=academic:${academicId}`);
    await page.waitForSelector('table');
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.goto(`${url}/academics?q=asthma`);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 1280, height: 900 });
    await click(page, 'button[aria-label^="Your account"]');
    await page.waitForSelector('[role="menu"]');
    expect(await violations(page, [1280])).toEqual([]);
  });

  it('in reasons, dialogs, the palette, a comparison and the filters of a narrow screen', async () => {
    const page = await opened('/academics?q=asthma');
    await click(page, 'article button[aria-expanded="false"]');
    await page.waitForSelector('article button[aria-expanded="true"]');
    const boxes = (await page.$$('input[aria-label^="Compare"]')).slice(0, 3);
    for (const box of boxes) await box.evaluate((input) => (input as HTMLInputElement).click());
    await page.waitForSelector('section[aria-label="Chosen to compare"] a');
    await becomes(() => page.$$eval('input[aria-label^="Compare"]:checked', (chosen) => chosen.length), 3);
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${url}/academics`);
    await settled(page);
    await press(page, 'button', /^Show all/);
    await page.waitForSelector('[role="dialog"]');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    await page.setViewport({ width: 320, height: 900 });
    await press(page, 'button', 'Filters');
    await page.waitForSelector('[role="dialog"]');
    expect(await violations(page, [320])).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    await press(page, 'section[aria-label="Chosen to compare"] a', 'Compare');
    await page.waitForSelector('table');
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await openPalette(page);
    await page.keyboard.type('asthma');
    await page.waitForSelector('[role="option"]');
    expect(await violations(page)).toEqual([]);
  });

  it('in what went wrong and in the basic search', async () => {
    const { page } = await browser.open();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().endsWith('/graphql')) return void request.continue();
      const errors = [
        { message: 'Something went wrong here.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '42' } },
      ];
      return void request.respond({ status: 200, contentType: 'application/json', body: JSON.stringify({ errors }) });
    });
    await page.goto(`${url}/academics`);
    await page.waitForSelector('section[aria-label="Results"] [role="alert"]');
    expect(await violations(page)).toEqual([]);
  });
});
