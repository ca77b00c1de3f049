import { expect } from '@jest/globals';
import ICAL from 'ical.js';
import { dayOf, organisationOf, profileOf, thisDay } from '../../e2e/stories/working.steps.js';
import { choose, press, sees, setDay, write } from '../working.js';
import {
  accepts,
  asks,
  completes,
  drafts,
  finds,
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

const days = { startsOn: dayOf(1, '09-01'), endsOn: dayOf(2, '08-31') };
const returnsOn = dayOf(2, '09-01');

interface People {
  academic: Visitor;
  company: Visitor;
}

const before = async (stage: PageStage): Promise<People> => {
  const company = await signsIn(stage, { email: 'joan@wearable.example', name: 'Joan Frost' });
  const manager = await stage.benchside.person({ email: 'mags@ouse-trust.example', name: 'Mags Reed' });
  const academic = await signsIn(stage, { email: 'edith@example.org', name: 'Edith Nwosu' });
  await organisationOf(stage, company.actor, { name: 'Wearable Breath', type: 'company' });
  const employerId = await organisationOf(stage, manager, { name: 'Ouse Trust', type: 'nhs-organisation' });
  await profileOf(academic.actor, {
    ...{ givenName: 'Edith', familyName: 'Nwosu', profession: 'nurse', careerStage: 'doctoral', employerId },
    ...{ trainingStatus: 'not-applicable', engagementTypes: ['secondment-part-time'] },
    summary: 'I am a research nurse and teach inhaler technique.',
  });
  await stage.benchside.indexed();
  return { academic, company };
};

/** The company finds her, and asks for two days a week. */
const agree = async ({ academic, company }: People) => {
  const { page } = company;
  await finds(company, '/academics', 'research nurse inhaler technique', 'Edith Nwosu');
  await press(page, 'Ask Edith');
  const terms = async () => {
    await page.select('#fte', '0.4');
    await setDay(page, 'startsOn', days.startsOn);
    await write(page, 'lengthMonths', '12');
  };
  const reason = 'Two days a week with us: our sensor needs a research nurse who has taught inhaler technique.';
  await asks(company, { type: 'Part-time secondment', reason, terms });
  await accepts(academic, 'Wearable Breath', 'Gladly, if my ward can spare me.');
};

/** The planner knows no time out of programme for a nurse: a secondment, agreed with the employer, and its way back. */
const plans = async ({ academic: { page, opens, saves } }: People) => {
  await opens('/planner');
  await page.select('#profession', 'nurse');
  await page.select('#trainingStatus', 'not-applicable');
  await choose(page, 'A post in industry');
  await setDay(page, 'startsOn', days.startsOn);
  await setDay(page, 'endsOn', days.endsOn);
  await press(page, 'See what the rules say');
  await sees(page, 'By agreement with your employer');
  await sees(page, 'Secondment');
  expect(await page.$eval('main', (main) => main.textContent)).not.toContain('OOPC');
  const file = await saves(/\.ics$/, () => press(page, 'Download the calendar (.ics)'));
  const events = new ICAL.Component(ICAL.parse(file.toString('utf8'))).getAllSubcomponents('vevent');
  expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toContain(returnsOn);
};

/** The request's terms are the first ones; she adds who pays, the honorary contract and the way back. */
const agreesTerms = async ({ academic, company }: People) => {
  const { page } = academic;
  await opensWork(academic, 'Wearable Breath');
  await sees(page, 'Two days a week');
  await press(page, 'Change the terms');
  await page.waitForSelector('#terms-paidBy');
  await page.select('#terms-paidBy', 'recharge');
  await page.select('#terms-rightToReturn', 'yes');
  await page.select('#terms-honoraryContract', 'yes');
  await setDay(page, 'terms-returnsOn', returnsOn);
  await press(page, 'Save the terms');
  await sees(page, 'All 2 versions');
  await opensWork(company, 'Edith Nwosu');
  await sees(company.page, 'Honorary contract: Yes');
};

/** The employer and the company approve, and nobody of a training programme is asked. */
const isApproved = async (stage: PageStage, { academic, company }: People) => {
  await takes(academic, 'Go on to governance', 'governance');
  await sees(academic.page, '0 of 2 needed approvals given');
  const reads = ['Edith Nwosu and Wearable Breath', 'Part-time secondment', 'Honorary contract'];
  await isAnswered(stage, { by: academic, label: 'Employer', name: 'Una Matron', reads });
  await sees(academic.page, 'Before “go on to the agreement”');
  await reloads(company);
  await isAnswered(stage, { by: company, label: 'Company', name: 'Ann Director' });
  await takes(company, 'Go on to the agreement', 'agreement');
};

/** The secondment and the honorary contract are both signed before the work begins, and it ends with the return. */
const worksAndReturns = async (stage: PageStage, { academic, company }: People) => {
  const { page, opens, saves } = academic;
  await reloads(academic);
  const purpose = 'Have somebody work on the other side for a time';
  await drafts(academic, { purpose, 'post-kind': 'A clinician or academic works for' }, 'Secondment agreement');
  await signs(academic, 'Ruth Hale');
  await reloads(company);
  await signs(company, 'Joan Frost');
  await sees(company.page, 'Signed by both sides on');
  await reloads(academic);
  await drafts(academic, { purpose, 'post-kind': 'Somebody whom the NHS does not employ' }, 'Honorary');
  await signs(academic, 'Ruth Hale');
  await reloads(company);
  await signs(company, 'Joan Frost');
  await reloads(academic);
  await takes(academic, 'Start the work', 'active');
  await completes(stage, academic);
  await press(page, 'Add something');
  await page.waitForSelector('#kind');
  await page.select('#kind', 'product');
  await write(page, 'title', 'A sensor that nurses can read');
  await page.select('#trlBefore', '4');
  await page.select('#trlAfter', '6');
  await setDay(page, 'happenedOn', thisDay);
  await press(page, 'Save');
  await sees(page, 'Technology readiness 4 to 6');
  await says(academic, 'I would do it again, on Tuesdays.');
  await opens('/me/portfolio');
  const portfolio = await saves(/\.json$/, () => press(page, 'Download as JSON'));
  expect(JSON.parse(portfolio.toString('utf8'))).toMatchObject({
    work: [
      {
        state: 'completed',
        partner: 'Wearable Breath',
        endsOn: days.endsOn,
        outcomes: [{ trlBefore: 4, trlAfter: 6 }],
      },
    ],
  });
};

/** A research nurse works two days a week for a company, and returns. */
export const nursesSecondment = async (stage: PageStage): Promise<void> => {
  const people = await before(stage);
  await agree(people);
  await plans(people);
  await agreesTerms(people);
  await isApproved(stage, people);
  await worksAndReturns(stage, people);
  expect([...people.academic.problems, ...people.company.problems]).toEqual([]);
};
