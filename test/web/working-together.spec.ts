import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { everybodyApproves, thisDay } from '../e2e/stories/working.steps.js';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { type Collaborating, collaborating, firstDayComes } from '../support/collaborating.js';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { signInAs } from './people.js';
import { builtPages } from './served.js';
import { choose, press, sees, write } from './working.js';

let benchside: Benchside;
let browser: TestBrowser;
let both: Collaborating;

/** Sets the day of a date field, whatever the order of its parts in this language. */
const setDay = async (page: Page, id: string, day: string) => {
  await page.waitForSelector(`[id="${id}"]`);
  await page.$eval(
    `[id="${id}"]`,
    (field, value) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    day,
  );
};

/** Takes a step: its button asks once more, and there a word may go with it. */
const takes = async (page: Page, step: string, leadsTo: string) => {
  await press(page, step);
  await page.waitForSelector('#step-note');
  await press(page, step);
  await sees(page, `Where it stands: ${leadsTo}`);
};

/** Records in the open agreement that the own side has signed. */
const signs = async (page: Page, signatory: string) => {
  await sees(page, 'Record that your side has signed');
  const id = await page.$eval('[id$="-signatory"]', (field) => {
    field.closest('details')?.querySelector('summary')?.click();
    return field.id.replace(/-signatory$/, '');
  });
  await write(page, `${id}-signatory`, signatory);
  await write(page, `${id}-role`, 'Director');
  await setDay(page, `${id}-day`, thisDay);
  await press(page, 'Record the signature');
  await sees(page, `${signatory}, Director, on`);
};

describeInBrowser('a year out of programme on the pages', () => {
  beforeAll(async () => {
    await builtPages();
    benchside = await startBenchside({ RATE_LIMIT: 'false' });
    both = await collaborating(benchside, { type: 'out-of-programme-year' });
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await benchside?.stop();
  });

  it('goes from its terms over approvals and the agreement to what came of it', async () => {
    const { academic, company, collaborationId } = both;
    const address = `${benchside.url}/collaborations/${collaborationId}`;
    const { page, problems } = await browser.open();
    await signInAs(page, benchside.url, academic);
    await page.goto(address);
    await settled(page);

    await press(page, 'Change the terms');
    await page.waitForSelector('#terms-oopType');
    await page.select('#terms-oopType', 'OOPC');
    await setDay(page, 'terms-startsOn', '2028-08-02');
    await setDay(page, 'terms-endsOn', '2029-07-31');
    await press(page, 'Save the terms');
    await sees(page, 'All 2 versions');
    await sees(page, 'Out of programme: Career break (OOPC)');

    await takes(page, 'Go on to governance', 'governance');
    await sees(page, 'Comes after: Educational supervisor');
    await everybodyApproves({ benchside }, academic, collaborationId);
    await page.reload();
    await sees(page, '5 of 5 needed approvals given');
    await takes(page, 'Go on to the agreement', 'agreement');
    await sees(page, 'No agreement for the work is signed');

    await press(page, 'Find the agreement that fits');
    await choose(page, 'Have somebody work on the other side for a time');
    await choose(page, 'A clinician or academic works for the company for a time');
    await press(page, 'Draft it for this collaboration');
    await press(page, 'Send to review');
    await signs(page, 'Ruth Hale');
    const other = await browser.open();
    await signInAs(other.page, benchside.url, company);
    await other.page.goto(address);
    await signs(other.page, 'Sam Okafor');
    await sees(other.page, 'Signed by both sides on');

    await page.goto(address);
    await settled(page);
    await takes(page, 'Start the work', 'active');
    await sees(page, 'by the terms the work starts on 2 August 2028, which is still to come');
    await firstDayComes(benchside, collaborationId);
    await takes(page, 'Complete it', 'completed');
    await page.waitForFunction(() => !document.body.textContent?.includes('End this agreement'));
    expect(await page.$eval('#agreements', (section) => section.textContent)).toContain('Signed by both sides on');
    await press(page, 'Add something');
    await write(page, 'title', 'How people with severe asthma inhale');
    await setDay(page, 'happenedOn', thisDay);
    await press(page, 'Save');
    await sees(page, 'How people with severe asthma inhale');
    await write(page, 'review', 'I learnt how a device is made.');
    await choose(page, 'Yes');
    await press(page, 'Save what you say');
    await sees(page, 'You read what the other side says once they have written too');
    for (const width of [1280, 320]) {
      await page.setViewport({ width, height: 900 });
      expect((await axe(page)).map((line) => `${width} ${line}`)).toEqual([]);
    }

    await page.goto(`${benchside.url}/me/portfolio`);
    await sees(page, 'Evidence for an ARCP or an appraisal');
    const portfolio = await page.evaluate(async () => {
      const link = document.querySelector<HTMLAnchorElement>('a[href$="/portfolio/mine.json"]');
      return (await fetch(link?.href ?? '')).json();
    });
    expect(portfolio).toMatchObject({
      work: [{ state: 'completed', oopType: 'OOPC', outcomes: [{ title: 'How people with severe asthma inhale' }] }],
    });
    expect([...problems, ...other.problems]).toEqual([]);
  }, 180_000);
});
