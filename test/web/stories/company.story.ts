import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { ElementHandle, Page } from 'puppeteer-core';
import { organisationOf, profileOf } from '../../e2e/stories/working.steps.js';
import { click } from '../browser.js';
import { choose, press, sees, write } from '../working.js';
import {
  asks,
  finds,
  heading,
  misses,
  opensWork,
  type PageStage,
  picks,
  reloads,
  signsIn,
  type Visitor,
} from './page.steps.js';

const title = 'An adviser for a device that nobody has seen';
const secret = /Halcyon|Quillan/;
const design = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

interface People {
  company: Visitor;
  academic: Visitor;
  other: Visitor;
}

const before = async (stage: PageStage): Promise<People> => {
  const company = await signsIn(stage, { email: 'quillan@halcyon.example', name: 'Quillan Moss' });
  await organisationOf(stage, company.actor, { name: 'Halcyon Devices', type: 'company' });
  const pharmacist = async (givenName: string, familyName: string) => {
    const name = `${givenName} ${familyName}`;
    const visitor = await signsIn(stage, { email: `${givenName.toLowerCase()}@example.org`, name });
    await profileOf(visitor.actor, {
      givenName,
      familyName,
      profession: 'pharmacist',
      engagementTypes: ['consultancy'],
    });
    return visitor;
  };
  return { company, academic: await pharmacist('Tamsin', 'Yeo'), other: await pharmacist('Owen', 'Price') };
};

/** What a page says, all of it, hidden or not. */
const said = (page: Page) => page.$eval('body', (body) => body.outerHTML);

/** The brief is written blind: what gives the company away is pointed out while it is typed. */
const writes = async (stage: PageStage, { company: { page, opens } }: People) => {
  await opens('/opportunities/new');
  await page.select('#opportunityType', 'consultancy');
  await write(page, 'title', title);
  await choose(page, 'Keep hidden who is behind it');
  await choose(page, 'Once the other side has signed an NDA');
  const text =
    'A company develops a device for severe asthma and looks for a pharmacist who knows how inhalers are used.';
  await write(page, 'text', `${text} Halcyon Devices pays by the day.`);
  await sees(page, 'This gives away who you are');
  await write(page, 'text', `${text} It pays by the day.`);
  await sees(page, 'Nothing in the text gives away who is behind it');
  await picks(page, 'topics', 'asthma', 'Asthma');
  await press(page, 'Publish');
  await heading(page, title);
  await stage.benchside.indexed();
};

/** The brief is found and asked about, and nothing of it says whose it is. */
const staysBlind = async ({ academic }: People) => {
  const { page } = academic;
  await finds(academic, '/opportunities', 'device severe asthma pharmacist', title);
  await sees(page, 'once both sides have said yes and you have signed an NDA');
  expect(await said(page)).not.toMatch(secret);
  await press(page, 'I am interested');
  const reason = 'I teach inhaler technique in the pharmacy, and would like to know what this device sees of it.';
  await asks(academic, { type: 'Consultancy', reason });
  await press(page, 'Open the request');
  await heading(page, `Your request about “${title}”`);
  expect(await said(page)).not.toMatch(secret);
};

/** The company says yes, and she signs that it stays between them: now she, and nobody else, reads who it is. */
const showsItself = async ({ academic, company, other }: People) => {
  await company.opens('/inbox');
  await press(company.page, 'Tamsin Yeo');
  await press(company.page, 'Accept');
  await press(company.page, 'Accept the request');
  await sees(company.page, 'They sign this text next');
  await reloads(academic);
  await sees(academic.page, 'Who may sign');
  expect(await said(academic.page)).not.toMatch(secret);
  await choose(academic.page, 'An office of my organisation has signed');
  await write(academic.page, 'organisation', 'Redbridge Pharmacy');
  await write(academic.page, 'signatory', 'Olive Office');
  await write(academic.page, 'role', 'Head of contracts');
  await click(academic.page, '#confirmed');
  await press(academic.page, 'Sign the NDA');
  await sees(academic.page, 'quillan@halcyon.example');
  await finds(academic, '/opportunities', 'device severe asthma pharmacist', title);
  await sees(academic.page, 'Halcyon Devices');
  await finds(other, '/opportunities', 'device severe asthma pharmacist', title);
  await sees(other.page, 'once both sides have said yes and you have signed an NDA');
  expect(await said(other.page)).not.toMatch(secret);
};

/** What the company restricts is open to her under the NDA, each opening is told, and the end of the NDA locks it. */
const isUnderNda = async ({ academic, company }: People) => {
  await opensWork(company, 'Tamsin Yeo');
  await sees(company.page, 'Olive Office, Head of contracts');
  const folder = mkdtempSync(join(tmpdir(), 'benchside-design-'));
  const file = join(folder, 'Design of the device.pdf');
  writeFileSync(file, design);
  const chooser = await company.page.waitForSelector('#document-file');
  await (chooser as ElementHandle<HTMLInputElement>).uploadFile(file);
  await write(company.page, 'document-title', 'Design of the device');
  await choose(company.page, 'Restricted: the other side opens it');
  await press(company.page, 'Add the document');
  await sees(company.page, 'Open it to the other side');
  rmSync(folder, { recursive: true });

  await opensWork(academic, 'Halcyon Devices');
  await sees(academic.page, 'Olive Office, Head of contracts');
  const content = await academic.saves(/^Design of the device.*\.pdf$/, () =>
    press(academic.page, 'Design of the device'),
  );
  expect(content.toString('latin1')).toBe(design);
  await reloads(company);
  await press(company.page, 'End this agreement');
  await sees(company.page, 'ended an agreement');
  await sees(company.page, 'Opened once');
  await sees(company.page, 'Tamsin Yeo, ');
  await reloads(academic);
  await sees(academic.page, 'It opens once both sides have signed a confidentiality agreement.');
  await misses(academic.page, 'Design of the device');
};

/** A company that does not say who it is finds a pharmacist, and under an NDA shows itself and its device. */
export const companysBlindBrief = async (stage: PageStage): Promise<void> => {
  const people = await before(stage);
  await writes(stage, people);
  await staysBlind(people);
  await showsItself(people);
  await isUnderNda(people);
  const { academic, company, other } = people;
  expect([academic, company, other].flatMap(({ problems }) => problems)).toEqual([]);
};
