import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ElementHandle } from 'puppeteer-core';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;
let requestId: string;
let folder: string;
let file: string;

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
    folder = mkdtempSync(join(tmpdir(), 'benchside-plan-'));
    file = join(folder, 'plan.pdf');
    writeFileSync(file, '%PDF-1.4\n% The plan\n%%EOF\n');
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
    if (folder) rmSync(folder, { recursive: true });
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
    await press(page, 'Add a task');
    await write(page, 'task-title', 'Send the protocol');
    await press(page, 'Save the task');
    await press(page, 'Add a task');
    await write(page, 'task-title', 'Ask the sponsor');
    await press(page, 'Save the task');
    await press(page, 'Move up: Ask the sponsor');
    await page.waitForFunction(() =>
      /Ask the sponsor[\s\S]*Send the protocol/.test(document.querySelector('#tasks')?.textContent ?? ''),
    );
    await press(page, 'Change: Ask the sponsor');
    const due = await page.waitForSelector('input[id^="task-"][type="date"]');
    const dueId = (await due?.evaluate(({ id }) => id)) ?? '';
    await write(page, dueId.replace('dueOn', 'title'), 'Ask the sponsor for the plan');
    await write(page, dueId.replace('dueOn', 'note'), 'Before the next meeting.');
    await press(page, 'Save the task');
    await sees(page, 'Before the next meeting.');
    await press(page, 'Remove: Ask the sponsor for the plan');
    await page.waitForFunction(() => !document.querySelector('#tasks')?.textContent?.includes('Ask the sponsor'));
    await sees(page, 'Nobody yet');
    const chooser = await page.waitForSelector('#document-file');
    await (chooser as ElementHandle<HTMLInputElement>).uploadFile(file);
    await write(page, 'document-title', 'The plan');
    await press(page, 'Add the document');
    await page.waitForFunction(() => document.querySelector('#documents')?.textContent?.includes('The plan'));
    await write(page, 'message', 'The plan is here.');
    await press(page, 'Send');
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#message')?.value === '');
    const path = new URL(page.url()).pathname;

    const other = await open('scientist', '/collaborations');
    await sees(other.page, '1 new message');
    await other.page.goto(`${url}${path}`);
    await sees(other.page, 'The plan is here.');
    // Nobody has approved anything yet: the page says so before the step is tried.
    await sees(other.page, 'Before “go on to the agreement”');
    await press(other.page, 'Put it on hold');
    await sees(other.page, 'it goes on where it stopped');
    await press(other.page, 'Put it on hold');
    await sees(other.page, 'Where it stands: on hold');
    await press(other.page, 'Go on with it');
    await other.page.waitForSelector('#step-note');
    await press(other.page, 'Go on with it');
    await sees(other.page, 'Where it stands: governance');
    for (const address of [`${url}${path}`, `${url}/collaborations`]) {
      await page.goto(address);
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
