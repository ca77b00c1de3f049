import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import {
  becomes,
  click,
  describeInBrowser,
  fill,
  openBrowser,
  press as pressAmong,
  settled,
  type TestBrowser,
} from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { choose, press, sees, tabTo, write, written } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;

const as = async (name: keyof People['actors'], path: string) => {
  const opened = await browser.open();
  await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted: string) => document.querySelector('h1')?.textContent?.includes(wanted), {}, text);

/** What is written is saved a moment later. */
const draftHolds = (text: string) =>
  becomes(
    () => served.benchside.database.rows('SELECT id FROM request_draft WHERE content::text LIKE $1', [`%${text}%`]),
    [expect.anything()],
  );

const reason =
  'Our sensor tells people how well they inhale. Your trial on inhaler technique is the closest to it that we know of.';

describeInBrowser('two people find each other, ask, answer and get in touch', () => {
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

  it('the main job, from a search to an address to write to', async () => {
    const { page, problems } = await as('scientist', '/academics?q=inhaler%20technique%20severe%20asthma');
    await sees(page, 'Ada Nwosu');
    await click(page, 'article button[aria-expanded="false"]');
    await page.waitForSelector('article button[aria-expanded="true"]');
    await pressAmong(page, 'h2 a', 'Ada Nwosu');
    await heading(page, 'Ada Nwosu');
    await sees(page, 'You share');

    await press(page, 'Ask Ada');
    await heading(page, 'Ask Ada Nwosu');
    await choose(page, 'Consultancy');
    await press(page, 'Continue');
    await page.waitForSelector('[id="fte"]');
    await page.select('[id="fte"]', '0.2');
    await press(page, 'Continue');
    await page.waitForFunction(
      () => ((document.getElementById('reason') as HTMLTextAreaElement | null)?.value.length ?? 0) >= 50,
    );
    await becomes(() => written(page, 'reason'), expect.stringContaining('asthma and inhaled therapy'));
    await write(page, 'reason', reason);
    await press(page, 'Continue');
    await sees(page, 'One day a week');
    await sees(page, reason);
    await press(page, 'Send the request');
    await heading(page, 'Your request is on its way');
    await sees(page, 'You have an answer by');
    expect(problems).toEqual([]);

    const other = await as('nurse', '/inbox');
    await sees(other.page, 'Breathe Devices');
    await sees(other.page, 'Reply due in');
    await other.page.waitForSelector('header [aria-label^="Notifications, "][aria-label$=" unread"]');
    await press(other.page, 'Breathe Devices');
    await heading(other.page, 'Breathe Devices asks you');
    await sees(other.page, reason);
    expect(await other.page.evaluate(() => document.body.textContent)).not.toContain('sam@breathe.example');
    await press(other.page, 'Accept');
    await write(other.page, 'step-text', 'Gladly. Tuesdays suit me best.');
    await press(other.page, 'Accept the request');
    await sees(other.page, 'sam@breathe.example');
    await sees(other.page, 'You can take it back until');

    await press(page, 'Open the request');
    await heading(page, 'Your request to Ada Nwosu');
    await page.reload();
    await sees(page, 'ada.nwosu@example.org');
    await sees(page, 'Gladly. Tuesdays suit me best.');
    await write(page, 'message', 'Thank you. Shall we talk on Tuesday?');
    await press(page, 'Send');
    await sees(page, 'Thank you. Shall we talk on Tuesday?');
    expect(other.problems).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('the wizard works with the keyboard alone, and says where something is missing', async () => {
    const { page, problems } = await as('nurse', `/requests/new?opportunity=${people.ids.opportunityId}`);
    await sees(page, 'Breathe Devices');
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await sees(page, 'One thing needs your attention');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-labelledby') === 'error-summary');
    await tabTo(page, /^Choose how you would like to work together$/, 3);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'type');
    await page.keyboard.press('Space');
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await sees(page, 'Say what you know already');
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#reason');
    await page.waitForFunction(() => (document.getElementById('reason') as HTMLTextAreaElement).value.length > 0);
    await tabTo(page, /^Why do you ask/);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('Too short');
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await sees(page, 'Say in at least 50 characters why you ask');
    await tabTo(page, /^Why do you ask/);
    await page.keyboard.type(': and yet I teach inhaler technique every week to people with severe asthma.');
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await sees(page, 'Check answers');
    await page.waitForFunction(() => document.querySelector('dl') !== null);
    await tabTo(page, /^Send the request$/);
    await page.keyboard.press('Enter');
    await heading(page, 'Your request is on its way');
    expect(problems).toEqual([]);
  });

  it('a draft is kept on the server, and a session that ends keeps the form', async () => {
    const { page } = await as('officer', `/requests/new?to=${people.ids.academicId}`);
    await choose(page, 'Consultancy');
    await press(page, 'Continue');
    await write(page, 'note', 'The hospital pays the travel.');
    await sees(page, 'Draft saved at');
    await draftHolds('The hospital pays the travel.');
    await page.reload();
    await becomes(() => written(page, 'note'), 'The hospital pays the travel.');

    await press(page, 'Continue');
    await write(page, 'reason', reason);
    await press(page, 'Continue');
    await draftHolds(reason);
    await settled(page);
    await page.browserContext().deleteCookie(...(await page.browserContext().cookies()));
    await press(page, 'Send the request');
    await fill(page, '[role="dialog"] input[name="email"]', 'research.office@moorside.example');
    await fill(page, '[role="dialog"] input[name="password"]', 'a long enough phrase for tests');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
    await sees(page, reason);
    await press(page, 'Send the request');
    await heading(page, 'Your request is on its way');
  });

  it('new mail waits to be shown, and asking twice is stopped before it is sent', async () => {
    const { page } = await as('nurse', '/inbox');
    await sees(page, 'Moorside Teaching Hospital');
    const before = await page.$$eval('main li h2', (titles) => titles.map((title) => title.textContent));
    const { actors, ids } = people;
    await actors.administrator.ask(
      'mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { id } }',
      { input: { idempotencyKey: 'kits-company', name: 'Kit Trials', type: 'company' } },
    );
    const { viewer } = await actors.administrator.ask<{ viewer: { memberships: { organisation: { id: string } }[] } }>(
      '{ viewer { memberships { organisation { id } } } }',
    );
    const asOrganisationId = viewer.memberships[0]?.organisation.id;
    await actors.administrator.ask(
      'mutation ($id: ID!) { verifyOrganisation(organisationId: $id, verification: "verified", evidence: "Register of companies, active") { id } }',
      { id: asOrganisationId },
    );
    await actors.administrator.ask(
      'mutation ($input: SendRequestInput!) { sendRequest(input: $input) { __typename } }',
      {
        input: {
          toAcademicId: ids.academicId,
          asOrganisationId,
          type: 'consultancy',
          reason,
          idempotencyKey: 'kit-asks-ada',
        },
      },
    );
    await page.waitForFunction(() => (document.body.textContent ?? '').includes('Show 1 new'), { timeout: 120_000 });
    expect(await page.$$eval('main li h2', (titles) => titles.map((title) => title.textContent))).toEqual(before);
    await press(page, 'Show 1 new');
    await sees(page, 'Kit Trials');

    const again = await as('officer', `/requests/new?to=${ids.academicId}`);
    await sees(again.page, 'You have asked already');
  });
});
