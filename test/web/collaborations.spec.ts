import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;
let requestId: string;

const open = async (name: keyof People['actors'], path: string, options = {}) => {
  const opened = await browser.open(options);
  await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

describeInBrowser('the pages of collaborations', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    const { scientist, nurse } = people.actors;
    const { organisationId, academicId } = people.ids;
    const sent = await scientist.ask<{ sendRequest: { request: { id: string } } }>(
      `mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }`,
      {
        input: {
          toAcademicId: academicId,
          asOrganisationId: organisationId,
          type: 'consultancy',
          reason: 'Our sensor tells people how well they inhale, and your trial on technique is the closest to it.',
          idempotencyKey: 'sensor-for-ada',
        },
      },
    );
    requestId = sent.sendRequest.request.id;
    await nurse.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id: requestId });
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('lead from an accepted request to the work', async () => {
    const { page, problems } = await open('nurse', `/requests/${requestId}`);
    await press(page, 'Open the collaboration');
    await sees(page, 'Where it stands: exploring');
    await press(page, 'Change the terms');
    await write(page, 'terms-place', 'Newcastle');
    await press(page, 'Save the terms');
    await sees(page, 'All 2 versions');
    await press(page, 'Go on to governance');
    await sees(page, 'what must be right before the work starts');
    await press(page, 'Go on to governance');
    await sees(page, 'Where it stands: governance');
    if (process.env.SHOTS) {
      await settled(page);
      await page.screenshot({ path: `${process.env.SHOTS}/page.png`, fullPage: true });
      await page.goto(`${url}/collaborations`);
      await settled(page);
      await page.screenshot({ path: `${process.env.SHOTS}/board.png` });
      await page.setViewport({ width: 320, height: 900 });
      await settled(page);
      await page.screenshot({ path: `${process.env.SHOTS}/board320.png` });
    }
    for (const path of [page.url(), `${url}/collaborations`]) {
      await page.goto(path);
      for (const width of [1280, 320]) {
        for (const value of ['light', 'dark']) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          await settled(page);
          expect((await axe(page)).map((line) => `${width} ${value} ${line}`)).toEqual([]);
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect({ width, wide: Math.max(0, wide) }).toEqual({ width, wide: 0 });
        }
      }
    }
    expect(problems).toEqual([]);
  }, 90_000);
});
