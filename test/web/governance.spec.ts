import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { choose, press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;

const yearsAhead = (years: number) => `${new Date().getUTCFullYear() + years}`;

const open = async (name: keyof People['actors'] | null, path: string, options = {}) => {
  const opened = await browser.open(options);
  if (name) await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

/** What axe and the width of the window have to say, in both schemes, narrow and wide. */
const complaints = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const width of [1280, 320]) {
    for (const scheme of ['light', 'dark']) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await settled(page);
      found.push(...(await axe(page)).map((line) => `${width} ${scheme} ${line}`));
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) found.push(`${width} ${scheme}: ${wide} px wider than the window`);
    }
  }
  await page.setViewport({ width: 1280, height: 900 });
  return found;
};

/** Keeps what the page hands to the browser as a file. */
const watchFiles = (page: Page) =>
  page.evaluate(() => {
    const kept = window as unknown as { files: string[] };
    kept.files = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file: Blob) => {
      void file.text().then((text) => kept.files.push(text.slice(0, 20_000)));
      return make(file);
    };
  });

const file = async (page: Page, at: number): Promise<string> => {
  await page.waitForFunction(
    (count: number) => (window as unknown as { files: string[] }).files.length > count,
    {},
    at,
  );
  return page.evaluate((count) => (window as unknown as { files: string[] }).files[count] ?? '', at);
};

/** Sets a day as a picker of days does: typing one goes by the order of the machine's language. */
const pick = async (page: Page, id: string, day: string) => {
  const field = await page.waitForSelector(`#${id}`);
  await field?.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, day);
};

const fillYear = async (page: Page) => {
  await pick(page, 'startsOn', `${yearsAhead(2)}-02-01`);
  await pick(page, 'endsOn', `${yearsAhead(3)}-01-31`);
};

describeInBrowser('planning and checking', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('a visitor plans a year in industry, and takes the calendar and the form along', async () => {
    const { page, problems } = await open(null, '/planner');
    await press(page, 'See what the rules say');
    await sees(page, 'Give the first day');
    await fillYear(page);
    await choose(page, 'It would fall into the final year');
    await press(page, 'See what the rules say');
    await sees(page, 'Career break (OOPC)');
    await sees(page, 'not normally taken in the final year');
    await sees(page, `1 November ${yearsAhead(1)}`);
    await sees(page, 'to keep a plan and open it again');
    expect(await complaints(page)).toEqual([]);
    await watchFiles(page);
    await press(page, 'Download the calendar (.ics)');
    expect(await file(page, 0)).toContain(`DTSTART;VALUE=DATE:${yearsAhead(2)}0201`);
    await press(page, 'Download the application form (PDF)');
    expect(await file(page, 1)).toMatch(/^%PDF/);
    expect(problems).toEqual([]);
  });

  it('a nurse plans a secondment, keeps it, opens it again and removes it', async () => {
    const { page, problems } = await open('nurse', '/planner');
    await page.waitForSelector('#profession');
    await page.select('#profession', 'nurse');
    await page.select('#trainingStatus', 'not-applicable');
    await fillYear(page);
    await press(page, 'See what the rules say');
    await sees(page, 'By agreement with your employer');
    await sees(page, 'Not yet sourced: ');
    await write(page, 'planName', 'With a company in spring');
    await press(page, 'Keep the plan');
    await page.waitForFunction(() => window.location.search.includes('plan='));
    await sees(page, 'Your plans');
    await page.reload();
    await settled(page);
    await sees(page, 'By agreement with your employer');
    expect(await page.$eval('#profession', (field) => (field as HTMLSelectElement).value)).toBe('nurse');
    page.once('dialog', (dialog) => void dialog.accept());
    await press(page, 'Remove With a company in spring');
    await sees(page, 'None is kept yet');
    expect(problems).toEqual([]);
  });

  it('an office publishes a rule, and its nurse is told by it before she asks', async () => {
    const { academicId, hospitalId, opportunityId } = people.ids;
    await served.benchside.database.affected('UPDATE academic SET employer_id = $2 WHERE id = $1', [
      academicId,
      hospitalId,
    ]);
    const { page, problems } = await open('officer', `/organisations/${hospitalId}/policies`);
    await press(page, 'Add a rule');
    await press(page, 'Publish');
    await sees(page, 'Rule 1 needs your attention');
    const field = (prefix: string) =>
      page.waitForSelector(`input[id^="${prefix}-"]`).then((found) => found?.evaluate((element) => element.id) ?? '');
    await write(page, await field('amount'), '10');
    await write(page, await field('source'), 'Outside work policy, section 4');
    await choose(page, 'Blocks it');
    await press(page, 'Try it');
    await sees(page, 'Published briefs');
    expect(await complaints(page)).toEqual([]);
    await press(page, 'Publish');
    await sees(page, 'Version 1 is saved.');
    await sees(page, 'Version 1, in force');
    expect(problems).toEqual([]);

    const { page: hers, problems: none } = await open('nurse', `/opportunities/${opportunityId}`);
    await press(hers, 'Can I do this?');
    await sees(hers, 'An organisation’s own policy blocks it as it stands.');
    await sees(hers, 'allows at most 10 days of outside work a year; this is 44.');
    await sees(hers, 'Outside work policy, section 4');
    expect(await complaints(hers)).toEqual([]);
    await write(hers, 'daysPerYear', '8');
    await press(hers, 'Check it');
    await sees(hers, 'Moorside Teaching Hospital allows up to 10 days');
    expect(none).toEqual([]);
  });

  it('a visitor asks in free terms, and is told what is missing', async () => {
    const { page, problems } = await open(null, '/can-i');
    await press(page, 'Check it');
    await sees(page, 'Say how you would work together');
    await page.select('#engagementType', 'advisory-board');
    await press(page, 'Check it');
    await sees(page, 'Needs attention');
    await sees(page, 'No profile: the policy of an employer or a university was not looked at.');
    expect(await complaints(page)).toEqual([]);
    const { page: missing } = await open(null, '/can-i?opportunity=00000000-0000-4000-8000-000000000000');
    await sees(missing, 'There is nothing at this address');
    expect(problems).toEqual([]);
  });

  it('a funder’s rules are written down by the administrators, and told to whoever names the funder', async () => {
    const { page, problems } = await open('administrator', '/admin?part=funders');
    await sees(page, 'There are none yet.');
    expect(await complaints(page)).toEqual([]);
    await press(page, 'Go on to its rules');
    await sees(page, 'Give the funder’s name');
    await write(page, 'funder', 'Quell Fund');
    await press(page, 'Go on to its rules');
    await sees(page, 'Rules of Quell Fund');
    await press(page, 'Add a rule');
    const field = (prefix: string) =>
      page.waitForSelector(`input[id^="${prefix}-"]`).then((found) => found?.evaluate((element) => element.id) ?? '');
    await write(page, await field('amount'), '12');
    await write(page, await field('source'), 'Conditions of award, section 7');
    await press(page, 'Try it');
    await sees(page, 'What these rules would say today');
    await press(page, 'Publish');
    await sees(page, 'Version 1, in force');
    expect(await complaints(page)).toEqual([]);
    await press(page, 'All funders');
    await sees(page, 'Quell Fund');
    expect(problems).toEqual([]);

    const { page: visitors } = await open(null, '/can-i');
    await visitors.waitForSelector('#funders option[value="Quell Fund"]');
    await visitors.select('#engagementType', 'consultancy');
    await write(visitors, 'daysPerYear', '40');
    await write(visitors, 'funder', 'quell fund');
    await press(visitors, 'Check it');
    await sees(visitors, 'Conditions of award, section 7');
  });
});
