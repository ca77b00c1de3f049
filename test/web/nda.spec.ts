import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { axe, becomes, click, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { builtPages } from './served.js';
import { choose, press, sees, write } from './working.js';

let benchside: Benchside;
let browser: TestBrowser;
let people: People;
let briefId: string;

const secret = /Breathe Devices|Okafor/;
const textOf = (page: Page) => page.$eval('main', (main) => main.textContent ?? '');

const brief = async () => {
  const { scientist } = people.actors;
  const input = {
    ...{ organisationId: people.ids.organisationId, idempotencyKey: 'a-blind-brief', blind: true, revealAfter: 'nda' },
    ...{ title: 'A device that nobody has seen', opportunityType: 'consultancy', topics: ['asthma'] },
    text: 'A company develops a device for severe asthma and looks for a nurse who knows how inhalers are used.',
  };
  const { made } = await scientist.ask<{ made: { id: string } }>(
    'mutation ($input: CreateOpportunityInput!) { made: createOpportunity(input: $input) { id } }',
    { input },
  );
  await scientist.ask('mutation ($id: ID!) { publishOpportunity(id: $id) { state } }', { id: made.id });
  return made.id;
};

/** The nurse asks about the brief, and the company says yes: answers the request. */
const answered = async () => {
  const input = {
    ...{ opportunityId: briefId, type: 'consultancy', idempotencyKey: 'a-request-about-it', acknowledgeMismatch: true },
    reason: 'I have taught inhaler technique for ten years and would like to know what this device sees of it.',
  };
  const { sent } = await people.actors.nurse.ask<{ sent: { request: { id: string } } }>(
    'mutation ($input: SendRequestInput!) { sent: sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
    { input },
  );
  const { id } = sent.request;
  await people.actors.scientist.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id });
  return id;
};

const passes = async (page: Page, there: string) => {
  for (const [width, value] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await sees(page, there);
    await settled(page);
    expect((await axe(page)).map((line) => `${width} ${value} ${line}`)).toEqual([]);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect({ width, wide: await wide() }).toEqual({ width, wide: false });
  }
  await page.setViewport({ width: 1280, height: 900 });
};

describeInBrowser('the NDA on the pages', () => {
  beforeAll(async () => {
    await builtPages();
    benchside = await startBenchside({ RATE_LIMIT: 'false' });
    people = await seedPeople(benchside);
    briefId = await brief();
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await benchside?.stop();
  });

  it('is read and signed by the one side, waited for by the other, and shows each who the other is', async () => {
    const { url } = benchside;
    const { page, problems } = await browser.open();
    await signInAs(page, url, people.actors.nurse);
    await page.goto(`${url}/opportunities/${briefId}`);
    await sees(page, 'once both sides have said yes and you have signed an NDA');
    expect(await textOf(page)).not.toMatch(secret);

    const id = await answered();
    await page.goto(`${url}/dashboard`);
    await sees(page, 'Sign the NDA: the other side has said yes');
    await page.goto(`${url}/requests/${id}`);
    await sees(page, 'Who may sign');
    await sees(page, 'said yes; the NDA comes next');
    expect(await textOf(page)).toContain('not legal advice');
    expect(await textOf(page)).not.toMatch(secret);
    await passes(page, 'Sign the NDA');

    await press(page, 'Sign the NDA');
    await becomes(
      () => page.$$eval('[role="alert"] li', (lines) => lines.map((line) => line.textContent)),
      [
        'Choose for whom it is signed',
        'Write who signs',
        'Write in which role',
        'Say that the text was read and is signed',
      ],
    );
    await choose(page, 'An office of my organisation has signed');
    await write(page, 'organisation', 'Moorside Teaching Hospital');
    await write(page, 'signatory', 'Ines Marsh');
    await write(page, 'role', 'Research office');
    await click(page, '#confirmed');

    const other = await browser.open();
    await signInAs(other.page, url, people.actors.scientist);
    await other.page.goto(`${url}/requests/${id}`);
    await sees(other.page, 'They sign this text next');
    await passes(other.page, 'Waiting for the NDA');

    await press(page, 'Sign the NDA');
    await sees(page, 'The NDA is signed');
    await sees(page, 'Open the collaboration');
    expect(await textOf(page)).toMatch(secret);
    await other.page.reload();
    await sees(other.page, 'Ines Marsh, Research office');
    await press(other.page, 'Open the collaboration');
    await sees(other.page, 'Confidentiality agreement (NDA or CDA)');
    expect([...problems, ...other.problems]).toEqual([]);
  }, 300_000);

  it('is what a blind brief asks for, unless its owner chooses otherwise', async () => {
    const { page } = await browser.open();
    await signInAs(page, benchside.url, people.actors.scientist);
    await page.goto(`${benchside.url}/opportunities/new`);
    await choose(page, 'Keep hidden who is behind it');
    await sees(page, 'When are you named?');
    const chosen = () => page.$eval('input[name="revealAfter"]:checked', (field) => (field as HTMLInputElement).value);
    await becomes(chosen, 'nda');
    await sees(page, 'Read the NDA');
    await choose(page, 'As soon as both sides have said yes');
    await becomes(chosen, 'acceptance');
    await becomes(async () => (await textOf(page)).includes('Read the NDA'), false);
  }, 120_000);
});
