import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { type Collaborating, collaborating, inserting, letters } from '../support/collaborating.js';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { signInAs } from './people.js';
import { builtPages } from './served.js';
import { choose, press, sees, write } from './working.js';

let benchside: Benchside;
let browser: TestBrowser;
let both: Collaborating;

const wrongWith = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewport({ width, height: 900 });
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.waitForFunction(
        (wanted: string) => document.documentElement.getAttribute('data-mantine-color-scheme') === wanted,
        {},
        value,
      );
      found.push(...(await axe(page)).map((line) => `${width} ${value} ${line}`));
    }
  }
  await page.setViewport({ width: 1280, height: 900 });
  return found;
};

describeInBrowser('sign-offs on the pages', () => {
  beforeAll(async () => {
    await builtPages();
    benchside = await startBenchside({ RATE_LIMIT: 'false' });
    both = await collaborating(benchside, {
      type: 'secondment-part-time',
      values: { profession: 'nurse', training_status: 'not-applicable' },
    });
    await both.academic.ask(
      'mutation ($input: MoveCollaborationInput!) { moveCollaboration(input: $input) { state } }',
      { input: { id: both.collaborationId, action: 'start-governance' } },
    );
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await benchside?.stop();
  });

  it('are asked for by one person and given by another, who has no account', async () => {
    const { page, problems } = await browser.open();
    await signInAs(page, benchside.url, both.academic);
    await page.goto(`${benchside.url}/collaborations/${both.collaborationId}`);
    await settled(page);
    await sees(page, 'needed approvals given');
    await press(page, 'Ask: Employer');
    await press(page, 'Send the link');
    await sees(page, 'Enter the name of the person who approves it');
    const id = await page.$eval('input[id$="-email"]', (field) => field.id.replace(/-email$/, ''));
    await write(page, `${id}-name`, 'Pat Lead');
    await write(page, `${id}-email`, 'pat.lead@trust.example');
    await press(page, 'Send the link');
    await sees(page, 'Pat Lead was asked');
    expect(await wrongWith(page)).toEqual([]);

    const [link] = (await letters(benchside)).filter(({ to }) => to === 'pat.lead@trust.example');
    const address = /http\S+\/sign-off#\S+/.exec(link?.text ?? '')?.[0] ?? '';
    const approver = await browser.open();
    await approver.page.goto(address);
    await sees(approver.page, 'p•••@trust.example');
    expect(await wrongWith(approver.page)).toEqual([]);
    await press(approver.page, 'Send me the code');
    await sees(approver.page, 'Six digits');
    const codes = (await letters(benchside)).filter(({ subject }) => /is your code$/.test(subject));
    await write(approver.page, 'code', codes.at(-1)?.subject.slice(0, 6) ?? '');
    await press(approver.page, 'Read what is proposed');
    await sees(approver.page, 'Ada Nwosu and Breathe Devices');
    await sees(approver.page, 'Part-time secondment');
    expect(await wrongWith(approver.page)).toEqual([]);
    await press(approver.page, 'Send my answer');
    await sees(approver.page, 'Choose your answer');
    await choose(approver.page, 'I ask for changes');
    await press(approver.page, 'Send my answer');
    await sees(approver.page, 'Say what would have to change, or why not');
    await choose(approver.page, 'I approve it');
    await press(approver.page, 'Send my answer');
    await sees(approver.page, 'You have approved it');
    await approver.page.goto('about:blank');
    await approver.page.goto(address);
    await sees(approver.page, 'This link has been used');

    await page.reload();
    await sees(page, '1 of 2 needed approvals given');
    expect([...problems, ...approver.problems]).toEqual([]);
  }, 120_000);

  it('wait for the permission of an employer whose own rule blocks, which its office gives', async () => {
    const { collaborationId, employerId } = both;
    const office = await benchside.person({ email: 'office@tyne.example', name: 'Priya Shah' });
    const insert = inserting(benchside);
    await insert('account_membership', { organisation_id: employerId, account_id: office.accountId, role: 'office' });
    const rule = { kind: 'prior-permission', effect: 'block', amount: null, codes: [], note: '', sourceUrl: null };
    await insert('policy_pack', {
      ...{ organisation_id: employerId, version: 1, state: 'published', valid_from: '2026-01-01' },
      rules: JSON.stringify([{ ...rule, sourceTitle: 'Outside work policy, section 3' }]),
    });
    const address = `${benchside.url}/collaborations/${collaborationId}`;
    const { page, problems } = await browser.open();
    await signInAs(page, benchside.url, both.academic);
    await page.goto(address);
    await sees(page, 'Tyne Hospitals wants to be asked before this starts. The agreement waits for it.');
    await press(page, 'Ask for permission: Tyne Hospitals');
    await sees(page, 'Ada Nwosu asked the office');
    expect(await wrongWith(page)).toEqual([]);

    const deciding = await browser.open();
    await signInAs(deciding.page, benchside.url, office);
    await deciding.page.goto(`${benchside.url}/office/${employerId}/collaborations`);
    await sees(deciding.page, 'Waits for our permission');
    await sees(deciding.page, 'Waiting for us (1)');
    await press(deciding.page, 'Completed');
    await sees(deciding.page, 'There is none here');
    await press(deciding.page, 'Waiting for us (1)');
    await sees(deciding.page, 'Ada Nwosu');
    expect(await wrongWith(deciding.page)).toEqual([]);
    await deciding.page.goto(address);
    await choose(deciding.page, 'We permit it');
    await press(deciding.page, 'Record our answer');
    await sees(deciding.page, 'Write the reason: both sides read it');
    await write(deciding.page, `why-${employerId}`, 'The rota has room for it.');
    expect(await wrongWith(deciding.page)).toEqual([]);
    await press(deciding.page, 'Record our answer');
    await sees(deciding.page, 'Priya Shah gave the permission of Tyne Hospitals');

    await page.reload();
    await sees(page, 'The rota has room for it.');
    await press(page, 'Check these terms against all rules');
    await sees(page, 'Tyne Hospitals wants to be asked before this starts. It has given its permission.');
    expect(await wrongWith(page)).toEqual([]);
    expect([...problems, ...deciding.problems]).toEqual([]);
  }, 120_000);
});
