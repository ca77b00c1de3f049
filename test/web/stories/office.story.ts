import { expect } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { organisationOf, profileOf, thisDay } from '../../e2e/stories/working.steps.js';
import { choose, press, sees, setDay, write } from '../working.js';
import {
  accepts,
  answers,
  asks,
  drafts,
  finds,
  heading,
  isAnswered,
  opensWork,
  type PageStage,
  picks,
  reloads,
  signs,
  signsIn,
  takes,
  type Visitor,
} from './page.steps.js';

interface People {
  academic: Visitor;
  company: Visitor;
  office: Visitor;
  universityId: string;
}

const source = 'Redbridge University, Policy on outside work';

const before = async (stage: PageStage): Promise<People> => {
  const company = await signsIn(stage, { email: 'dan@novara.example', name: 'Dan Novak' });
  const office = await signsIn(stage, { email: 'office@redbridge.example', name: 'Priya Shah' });
  const academic = await signsIn(stage, { email: 'tom@example.org', name: 'Tom Baines' });
  await organisationOf(stage, company.actor, { name: 'Novara', type: 'company' });
  const universityId = await organisationOf(stage, office.actor, { name: 'Redbridge University', type: 'university' });
  await profileOf(academic.actor, {
    ...{ givenName: 'Tom', familyName: 'Baines', profession: 'healthcare-scientist', universityId },
    ...{ careerStage: 'senior', trainingStatus: 'not-applicable', engagementTypes: ['contract-research'] },
    summary: 'My laboratory measures lung function by a reference method.',
  });
  await stage.benchside.indexed();
  return { academic, company, office, universityId };
};

/** Adds a rule to the form, and answers the key that its fields end with. */
const addsRule = async (page: Page, kind: string) => {
  await page.waitForSelector('#adding');
  const rules = () => page.$$eval('fieldset[id^="rule-"]', (all) => all.length);
  const already = await rules();
  await page.select('#adding', kind);
  await press(page, 'Add a rule');
  const field = await page.waitForSelector(`#rule-${already + 1} input[id^="source-"]`);
  const key = (await field?.evaluate(({ id }) => id.replace('source-', ''))) ?? '';
  await write(page, `source-${key}`, source);
  return key;
};

/** The office decides that requests go by it first, writes its rules, sees what they would say, and publishes them. */
const writesItsPolicy = async ({ academic, office, universityId }: People) => {
  const { page, opens } = office;
  await opens(`/organisations/${universityId}/desk`);
  await choose(page, 'The office decides first');
  await press(page, 'Set the rule');
  await sees(page, 'This is the rule from now on.');
  await press(page, 'Policies');
  await sees(page, 'There is no rule yet');
  const told = await addsRule(page, 'ip-office-told');
  await answers(page, `codes-${told}`, 'Contract research');
  const days = await addsRule(page, 'max-outside-days');
  await write(page, `amount-${days}`, '30');
  await answers(page, `effect-${days}`, 'Blocks it');
  await press(page, 'Try it');
  await sees(page, 'What these rules would say today');
  await press(page, 'Save a draft');
  await sees(page, 'Version 1 is saved.');
  const checks = async (daysPerYear: string) => {
    await academic.opens('/can-i');
    await academic.page.select('#engagementType', 'contract-research');
    await picks(academic.page, 'other', 'Novara', 'Novara');
    await write(academic.page, 'daysPerYear', daysPerYear);
    await press(academic.page, 'Check it');
    await sees(academic.page, 'What was looked at');
  };
  await checks('60');
  expect(await academic.page.$eval('main', (main) => main.textContent)).not.toContain('Blocked by policy');
  await press(page, 'Publish');
  await sees(page, 'Version 2 is saved.');
  await sees(page, 'Version 2, in force');
  await checks('60');
  await sees(academic.page, 'Blocked by policy');
  await sees(academic.page, source);
  await checks('20');
  await sees(academic.page, source);
  expect(await academic.page.$eval('main', (main) => main.textContent)).not.toContain('Blocked by policy');
};

/** The company asks; the academic hears of it once the office has approved. */
const approves = async ({ academic, company, office, universityId }: People) => {
  await finds(company, '/academics', 'lung function reference method', 'Tom Baines');
  await press(company.page, 'Ask Tom');
  const reason = 'Your laboratory measures what our device only guesses: please test it against your reference method.';
  await asks(company, { type: 'Contract research', reason });
  await academic.opens('/inbox');
  expect(await academic.page.$eval('main', (main) => main.textContent)).not.toContain('Novara');
  await office.opens(`/office/${universityId}`);
  await sees(office.page, 'Novara asks Tom Baines');
  await press(office.page, 'Approve the request of Novara to Tom Baines');
  await sees(office.page, 'Nothing waits for the office.');
  return accepts(academic, 'Novara', 'Gladly. Send us the device.');
};

/** The office reads the collaboration, and changes nothing in it. */
const looksOn = async ({ office: { page, opens }, universityId }: People, path: string) => {
  await opens(`/office/${universityId}`);
  await press(page, 'All that we are told of');
  await press(page, 'Novara asks Tom Baines');
  await heading(page, 'Novara asks Tom Baines');
  await sees(page, 'They work on it together');
  await press(page, 'Open the collaboration');
  await sees(page, 'You look on, as an office');
  expect(new URL(page.url()).pathname).toBe(path);
  const buttons = await page.$$eval('main button', (all) => all.map(({ textContent }) => textContent));
  expect(buttons.filter((name) => /Change the terms|Go on to governance|Add a task|Ask/.test(name ?? ''))).toEqual([]);
};

/** Once the work is under way, the money that came of it stands in the lines of the office's return. */
const counts = async (stage: PageStage, { academic, company, office, universityId }: People) => {
  const { page } = academic;
  await opensWork(academic, 'Novara');
  await press(page, 'Change the terms');
  await write(page, 'terms-daysPerYear', '20');
  await setDay(page, 'terms-startsOn', thisDay);
  await press(page, 'Save the terms');
  await sees(page, 'All 2 versions');
  await takes(academic, 'Go on to governance', 'governance');
  await isAnswered(stage, { by: academic, label: 'University office', name: 'Priya Shah' });
  await reloads(company);
  await opensWork(company, 'Tom Baines');
  await isAnswered(stage, { by: company, label: 'Company', name: 'Dana Director' });
  await reloads(academic);
  await takes(academic, 'Go on to the agreement', 'agreement');
  const research = {
    purpose: 'Do a research project together',
    parties: 'Two',
    'nhs-collaboration': 'No',
    critical: 'Yes',
    'publication-harms': 'Yes',
  };
  await drafts(academic, research, 'Lambert model agreement 5');
  await signs(academic, 'Contracts Office');
  await reloads(company);
  await signs(company, 'Dan Novak');
  await reloads(academic);
  await takes(academic, 'Start the work', 'active');
  await press(page, 'Add something');
  await page.waitForSelector('#kind');
  await page.select('#kind', 'funding');
  await write(page, 'title', 'Payment for the tests');
  await write(page, 'amountPence', '42,000');
  await setDay(page, 'happenedOn', thisDay);
  await press(page, 'Save');
  await sees(page, '£42,000.00');
  await office.opens(`/office/${universityId}`);
  const file = await office.saves(/\.csv$/, () => press(office.page, 'Lines for the HE-BCI return (CSV)'));
  expect(file.toString('utf8')).toMatch(
    /^Contract research,Contract research,[^,]*,Tom Baines,Novara,[\d-]+,,42000.00\r$/m,
  );
};

/** An office approves what its people are asked to do, by its own rules, and counts what comes of it. */
export const officesApproval = async (stage: PageStage): Promise<void> => {
  const people = await before(stage);
  await writesItsPolicy(people);
  const path = await approves(people);
  await looksOn(people, path);
  await counts(stage, people);
  const { academic, company, office } = people;
  expect([academic, company, office].flatMap(({ problems }) => problems)).toEqual([]);
};
