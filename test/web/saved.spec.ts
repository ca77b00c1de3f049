import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { RebuildService } from '#search';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;

const open = async (name: keyof People['actors'] | null, path: string) => {
  const opened = await browser.open();
  if (name) await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

/** What axe finds, light and dark, wide and narrow. */
const everyWay = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const width of [1280, 320]) {
    for (const value of ['light', 'dark']) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await settled(page);
      found.push(...(await axe(page)).map((line) => `${width} ${value} ${line}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (wide) found.push(`${width} ${value} is wider than the screen`);
    }
  }
  return found;
};
const fieldsValue = (page: Page, start: string) =>
  page.waitForSelector(`select[id^="${start}"]`).then((field) => field?.evaluate((element) => element.value));

describeInBrowser('what people keep and are told', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('a search with no result is saved, renamed and deleted, and comes back as it was', async () => {
    const { page, problems } = await open('scientist', '/academics?q=zebrafish');
    await sees(page, 'No academic has all of this');
    await press(page, 'Tell me when there is one');
    await sees(page, 'With this you agree');
    expect(await axe(page)).toEqual([]);
    await write(page, 'saved-name', 'Zebrafish people');
    await page.select('#saved-cadence', 'weekly');
    await press(page, 'Save this search');
    await sees(page, 'Saved as “Zebrafish people”. The next letter is due on');
    await page.$eval('[role="dialog"] a[href="/me/searches"]', (link) => (link as HTMLElement).click());
    await sees(page, '1 of at most 25');
    expect(await fieldsValue(page, 'cadence-')).toBe('weekly');
    expect(await everyWay(page)).toEqual([]);
    await press(page, 'Rename Zebrafish people');
    await write(page, (await page.$eval('input[id^="name-"]', ({ id }) => id)) ?? '', 'Fish people');
    await press(page, 'Keep this name');
    await press(page, 'Fish people');
    await page.waitForFunction(() => location.pathname === '/academics' && location.search === '?q=zebrafish');
    await page.goBack();
    await press(page, 'Delete Fish people');
    await press(page, 'Delete it');
    await sees(page, 'You have not saved a search yet');
    await page.goto(`${url}/me/consent`);
    await sees(page, 'Letters about what is new');
    expect(await everyWay(page)).toEqual([]);
    await press(page, 'Take it back: Letters about what is new');
    await sees(page, 'Taken back on');
    expect(problems).toEqual([]);
  }, 60_000);

  it('somebody who is not signed in is told how to keep a search', async () => {
    const { page } = await open(null, '/opportunities?topics=asthma');
    await press(page, 'Save this search');
    await sees(page, 'Sign in, and the search is kept for you');
    expect(await axe(page)).toEqual([]);
  });

  it('an academic sees that a company looked, and can stop it', async () => {
    const looking = await browser.open();
    await signInAs(looking.page, url, people.actors.scientist);
    const recorded = looking.page.waitForResponse(async (response) =>
      (await response.text().catch(() => '')).includes('"recordView":true'),
    );
    await looking.page.goto(`${url}/academics/${people.ids.academicId}`);
    await recorded;
    const { page, problems } = await open('nurse', '/dashboard');
    await sees(page, 'Who from industry looked');
    await sees(page, 'Breathe Devices');
    expect(await everyWay(page)).toEqual([]);
    await page.goto(`${url}/me/searches`);
    await settled(page);
    await page.waitForSelector('input[role="switch"]');
    await page.evaluate(() => {
      const label = [...document.querySelectorAll('label')].find(({ textContent }) =>
        textContent?.startsWith('Show me which companies'),
      );
      label?.click();
    });
    await page.waitForFunction(
      () => [...document.querySelectorAll<HTMLInputElement>('input[role="switch"]')].at(-1)?.checked === false,
    );
    await page.goto(`${url}/dashboard`);
    await sees(page, 'is not recorded, as you chose');
    expect(problems).toEqual([]);
  }, 60_000);

  it('the inbox is walked and emptied with single keys, until they are switched off', async () => {
    const sent = `mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }`;
    const { academicId, organisationId } = people.ids;
    await people.actors.scientist.ask(sent, {
      input: {
        toAcademicId: academicId,
        asOrganisationId: organisationId,
        type: 'consultancy',
        reason:
          'Our sensor tells people how well they inhale, and your trial on technique is the closest that we know.',
        idempotencyKey: 'keys-for-ada',
      },
    });
    const { page } = await open('nurse', '/inbox');
    const row = 'main li h2 a';
    await page.waitForSelector(row);
    await settled(page);
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Breathe Devices'));
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[role="switch"]');
      input?.click();
    });
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[role="switch"]')?.checked === false,
    );
    await page.focus(row);
    await page.keyboard.press('e');
    expect(await page.$$eval(row, ({ length }) => length)).toBe(1);
    await page.evaluate(() => document.querySelector<HTMLInputElement>('input[role="switch"]')?.click());
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[role="switch"]')?.checked);
    await page.focus(row);
    await page.keyboard.press('e');
    await sees(page, 'Nobody has asked you yet');
  });

  it('an administrator builds an index anew and sees how far it is', async () => {
    const { page, problems } = await open('administrator', '/admin?part=index');
    await press(page, 'Build anew: the index of academics');
    await sees(page, 'Waits for the worker.');
    expect(await axe(page)).toEqual([]);
    const row = await served.benchside.database.row<{ id: string }>(
      `SELECT id FROM index_rebuild WHERE state = 'waiting'`,
    );
    await served.benchside.app.get(RebuildService).run(row?.id ?? '');
    await sees(page, 'Built anew with');
    expect(problems).toEqual([]);
  });

  it('an office reads what was looked for in vain', async () => {
    await served.benchside.database.affected(
      // On a Monday the search above was counted under the same day.
      `INSERT INTO search_gap (kind, week, term, count) VALUES ('academics', current_date, 'zebrafish', 4)
       ON CONFLICT (kind, week, term) DO UPDATE SET count = 4`,
    );
    const { page } = await open('officer', `/office/${people.ids.hospitalId}`);
    await sees(page, 'zebrafish (academics)');
    expect(await everyWay(page)).toEqual([]);
  });
});
