import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { choose, press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;
let collaborationId: string;

const open = async (name: keyof People['actors'], path: string) => {
  const opened = await browser.open();
  await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

const pages: [string, keyof People['actors'], () => string, string][] = [
  ['my interests', 'nurse', () => '/me/interests', 'Recorded about you'],
  ['transfers of value', 'scientist', () => `/organisations/${people.ids.organisationId}/transfers`, 'Save the return'],
  ['the register of interests', 'officer', () => `/office/${people.ids.hospitalId}/interests`, 'Asthma Society'],
];

describeInBrowser('the pages of declarations', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    const { nurse, scientist } = people.actors;
    const { academicId, organisationId, hospitalId } = people.ids;
    await served.benchside.database.affected(
      'UPDATE academic SET employer_id = $2, industry_experience = $3 WHERE id = $1',
      [academicId, hospitalId, 'In 2022 I advised Breathe Devices on how people hold an inhaler.'],
    );
    await nurse.ask('mutation ($input: DeclareInterestInput!) { declareInterest(input: $input) { id } }', {
      input: {
        category: 'non-financial-professional',
        situation: 'loyalty',
        counterparty: 'Asthma Society',
        description: 'Trustee, unpaid.',
        idempotencyKey: randomUUID(),
      },
    });
    await scientist.ask('mutation ($input: RecordTransferInput!) { recordTransfer(input: $input) { id } }', {
      input: {
        organisationId,
        toAcademicId: academicId,
        category: 'fees',
        amountPence: 45_000,
        paidOn: '2026-10-05',
        description: 'Half a day on our advisory board.',
        idempotencyKey: randomUUID(),
      },
    });
    const { sendRequest } = await scientist.ask<{ sendRequest: { request: { id: string } } }>(
      'mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
      {
        input: {
          toAcademicId: academicId,
          asOrganisationId: organisationId,
          type: 'consultancy',
          reason: 'Our sensor tells people how well they inhale, and your trial is the closest to it that we know of.',
          idempotencyKey: randomUUID(),
        },
      },
    );
    await nurse.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id: sendRequest.request.id });
    const { collaborations } = await nurse.ask<{ collaborations: { nodes: { id: string }[] } }>(
      '{ collaborations(first: 1) { nodes { id } } }',
    );
    collaborationId = collaborations.nodes[0]?.id ?? '';
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it.each(pages)(
    '%s: nothing that WCAG 2.2 AA forbids, light and dark, narrow and wide',
    async (_name, actor, path, words) => {
      const { page, problems } = await open(actor, path());
      await sees(page, words);
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
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
    },
    60_000,
  );

  it('what is perhaps missing is declared in one go, with what is known filled in', async () => {
    const { page, problems } = await open('nurse', '/me/interests');
    await sees(page, 'In 2022 I advised Breathe Devices');
    await press(page, 'Declare this: Breathe Devices');
    await sees(page, 'What it is about');
    expect(await page.$eval('#situation', (field) => (field as HTMLSelectElement).value)).toBe('outside-employment');
    expect(await axe(page)).toEqual([]);
    await write(page, 'description', 'An advisory board, two days a year.');
    await choose(page, 'Partners and office');
    await press(page, 'Declare it');
    await sees(page, 'The interest is declared.');
    await sees(page, 'An advisory board, two days a year.');
    await page.waitForFunction(() => !document.body.textContent?.includes('Perhaps missing'));
    await press(page, 'Agree to be named: £450.00 of Breathe Devices');
    await sees(page, 'Agreed to be named');
    await press(page, 'Everything here still holds');
    await sees(page, 'Confirmed.');
    await page.goto(`${url}/collaborations/${collaborationId}`);
    await sees(page, 'An advisory board, two days a year.');
    expect(problems).toEqual([]);
  }, 60_000);

  it('what is left out is told on top of the form, each line leading to its field', async () => {
    const { page } = await open('scientist', `/organisations/${people.ids.organisationId}/transfers`);
    await press(page, 'Record a transfer');
    await sees(page, 'Who got it');
    await write(page, 'amount', 'a lot');
    await press(page, 'Record it');
    await sees(page, 'A few things need your attention');
    for (const line of ['Choose who got it', 'Choose a category', 'Write the amount in pounds']) await sees(page, line);
    expect(await axe(page)).toEqual([]);
  }, 60_000);
});
