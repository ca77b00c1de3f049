import { expect } from '@jest/globals';
import ICAL from 'ical.js';
import { briefOf, dayOf, organisationOf, profileOf, thisDay } from '../../e2e/stories/working.steps.js';
import { axe } from '../browser.js';
import { choose, press, sees, setDay, write } from '../working.js';
import {
  accepts,
  asks,
  completes,
  drafts,
  finds,
  heading,
  isAnswered,
  opensWork,
  type PageStage,
  reloads,
  says,
  signs,
  signsIn,
  takes,
  type Visitor,
} from './page.steps.js';

const title = 'A year with us on an inhaler counter';
const year = { startsOn: dayOf(2, '08-04'), endsOn: dayOf(3, '08-03') };
const chain = [
  'Educational supervisor',
  'Training programme director or head of school',
  'Postgraduate dean',
  'Employer',
  'Company',
];

interface People {
  academic: Visitor;
  company: Visitor;
  academicId: string;
}

const before = async (stage: PageStage): Promise<People> => {
  const company = await signsIn(stage, { email: 'sam@aerosense.example', name: 'Sam Okafor' });
  const manager = await stage.benchside.person({ email: 'mo@tees-hospital.example', name: 'Mo Tees' });
  const academic = await signsIn(stage, { email: 'ravi@example.org', name: 'Ravi Menon' });
  const companyId = await organisationOf(stage, company.actor, { name: 'Aerosense', type: 'company' });
  const employerId = await organisationOf(stage, manager, { name: 'Tees Hospital', type: 'nhs-organisation' });
  const academicId = await profileOf(academic.actor, {
    ...{ givenName: 'Ravi', familyName: 'Menon', profession: 'doctor', careerStage: 'pre-doctoral', employerId },
    ...{ trainingStatus: 'in-programme', engagementTypes: ['out-of-programme-year'] },
  });
  await briefOf(stage, company.actor, {
    ...{ organisationId: companyId, title, opportunityType: 'out-of-programme-year', professions: ['doctor'] },
    engagementTypes: ['out-of-programme-year'],
    text: 'We build a counter that tells people with severe asthma how often they inhale. A doctor in training spends a year with us.',
  });
  return { academic, company, academicId };
};

/** The brief is found and read, and with it whether it can be done. */
const findsTheYear = async ({ academic }: People) => {
  const { page } = academic;
  await finds(academic, '/opportunities', 'inhaler counter asthma', title);
  await sees(page, 'You share');
  await press(page, 'Can I do this?');
  await sees(page, 'Needs attention');
  await sees(page, 'What helps:');
  await page.goBack();
  await heading(page, title);
};

/** The year, planned backwards from its first day, kept, and taken to a calendar and to the application form. */
const plans = async ({ page, opens, saves }: Visitor) => {
  await opens('/planner');
  await choose(page, 'A post in industry');
  await setDay(page, 'startsOn', year.startsOn);
  await setDay(page, 'endsOn', year.endsOn);
  await press(page, 'See what the rules say');
  await sees(page, 'What is due when');
  const calendar = await saves(/\.ics$/, () => press(page, 'Download the calendar (.ics)'));
  const events = new ICAL.Component(ICAL.parse(calendar.toString('utf8'))).getAllSubcomponents('vevent');
  expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toContain(dayOf(3, '08-04'));
  const form = await saves(/\.pdf$/, () => press(page, 'Download the application form (PDF)'));
  expect(form.subarray(0, 5).toString()).toBe('%PDF-');
  await write(page, 'planName', 'My year in industry');
  await press(page, 'Keep the plan');
  await page.waitForFunction(() => document.querySelector('aside')?.textContent?.includes('My year in industry'));
};

/** Five people are asked one after the other, the last by the company; the dean wants another first day, so that all begin again. */
const isApproved = async (stage: PageStage, { academic, company }: People) => {
  const { page } = academic;
  const asked = (label: string, more = {}) => {
    const name = `Pat ${label.split(' ')[0]}`;
    return isAnswered(stage, { by: label === 'Company' ? company : academic, label, name, ...more });
  };
  await press(page, 'Change the terms');
  await page.waitForSelector('#terms-oopType');
  await page.select('#terms-oopType', 'OOPC');
  await page.select('#terms-fte', '1');
  await page.select('#terms-paidBy', 'company');
  await page.select('#terms-rightToReturn', 'yes');
  await setDay(page, 'terms-startsOn', dayOf(2, '08-01'));
  await setDay(page, 'terms-endsOn', year.endsOn);
  await press(page, 'Save the terms');
  await sees(page, 'All 2 versions');
  await sees(page, 'Out of programme: Career break (OOPC)');
  await takes(academic, 'Go on to governance', 'governance');
  await sees(page, 'Comes after: Educational supervisor');
  const [supervisor = '', director = '', dean = ''] = chain;
  await asked(supervisor, { reads: ['Ravi Menon and Aerosense', 'Career break (OOPC)', 'Right to return'] });
  await asked(director);
  const reason = 'Rotations change on the fourth of August: begin then.';
  const reads = ['Approved by Pat Educational', 'Approved by Pat Training'];
  await asked(dean, { answer: 'I ask for changes', reason, reads });
  await sees(page, reason);
  await press(page, 'Change the terms');
  await setDay(page, 'terms-startsOn', year.startsOn);
  await press(page, 'Save the terms');
  await sees(page, 'All 3 versions');
  await sees(page, '0 of 5 needed approvals given');
  await opensWork(company, 'Ravi Menon');
  for (const label of chain) await asked(label);
  await reloads(academic);
  await sees(page, '5 of 5 needed approvals given');
};

/** The agreement is signed by both, and only then does the work begin. */
const begins = async ({ academic, company }: People) => {
  await takes(academic, 'Go on to the agreement', 'agreement');
  await sees(academic.page, 'No agreement for the work is signed');
  const post = { purpose: 'Have somebody work on the other side', 'post-kind': 'A clinician or academic works for' };
  await drafts(academic, post, 'Secondment agreement');
  await signs(academic, 'Ruth Hale');
  await opensWork(company, 'Ravi Menon');
  await signs(company, 'Sam Okafor');
  await sees(company.page, 'Signed by both sides on');
  await reloads(academic);
  await takes(academic, 'Start the work', 'active');
};

/** The year ends: what came of it, and what each side makes of it. */
const ends = async (stage: PageStage, { academic, company }: People) => {
  const { page } = academic;
  await completes(stage, academic);
  await press(page, 'Add something');
  await write(page, 'title', 'How people with severe asthma inhale');
  await write(page, 'identifier', '10.1000/inhale.1');
  await choose(page, 'Formal analysis');
  await setDay(page, 'happenedOn', thisDay);
  await press(page, 'Save');
  await sees(page, 'How people with severe asthma inhale');
  await says(academic, 'I learnt how a device is made.');
  await sees(page, 'You read what the other side says once they have written too');
  for (const width of [1280, 320]) {
    await page.setViewport({ width, height: 900 });
    expect((await axe(page)).map((line) => `${width} ${line}`)).toEqual([]);
  }
  await page.setViewport({ width: 1280, height: 900 });
  await reloads(company);
  await says(company, 'Ravi showed us what patients do.');
  await sees(company.page, 'I learnt how a device is made.');
};

/** What is left of it: a portfolio to take away, and, by consent, a line of the profile. */
const returns = async ({ academic, company, academicId }: People) => {
  const { page, opens, saves } = academic;
  await opens('/me/portfolio');
  const portfolio = await saves(/\.json$/, () => press(page, 'Download as JSON'));
  expect(JSON.parse(portfolio.toString('utf8'))).toMatchObject({
    name: 'Ravi Menon',
    work: [
      {
        ...{ title, state: 'completed', partner: 'Aerosense', oopType: 'OOPC', endsOn: year.endsOn },
        partnerSays: 'Ravi showed us what patients do.',
        outcomes: [{ identifier: '10.1000/inhale.1' }],
        signOffs: chain.map(() => expect.objectContaining({ state: 'approved', current: true })),
      },
    ],
  });
  const pdf = await saves(/\.pdf$/, () => press(page, 'Download as PDF'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await press(page, 'Add a move');
  await write(page, 'organisation', 'Aerosense');
  await write(page, 'what', 'Out-of-programme year');
  await setDay(page, 'startedOn', dayOf(-2, '08-01'));
  await setDay(page, 'endedOn', dayOf(-1, '07-31'));
  await press(page, 'Save');
  await sees(page, 'Only you see it.');
  await company.opens(`/academics/${academicId}`);
  expect(await company.page.$eval('main', (main) => main.textContent)).not.toContain(
    'Out-of-programme year, Aerosense',
  );
  await press(page, 'Change: Aerosense');
  await choose(page, 'Show it on my profile');
  await press(page, 'Save');
  await sees(page, 'On your profile.');
  await company.opens(`/academics/${academicId}`);
  await sees(company.page, 'To industry: Out-of-programme year, Aerosense');
};

/** A doctor in training spends a year out of programme with a company, from the search to the return. */
export const traineesYear = async (stage: PageStage): Promise<void> => {
  const people = await before(stage);
  const { academic, company } = people;
  await findsTheYear(people);
  await plans(academic);
  await finds(academic, '/opportunities', 'inhaler counter', title);
  await press(academic.page, 'I am interested');
  const reason = 'I look after people with severe asthma, and would like to learn how a device for them is made.';
  await asks(academic, { type: 'Out-of-programme year', reason });
  await accepts(company, 'Ravi Menon', 'Gladly. August suits us.');
  await opensWork(academic, 'Aerosense');
  await isApproved(stage, people);
  await begins(people);
  await ends(stage, people);
  await returns(people);
  expect([...academic.problems, ...company.problems]).toEqual([]);
};
