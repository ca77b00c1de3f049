import { expect } from '@jest/globals';
import { organisationOf, profileOf, thisDay } from '../../e2e/stories/working.steps.js';
import { press, sees, setDay, write } from '../working.js';
import {
  accepts,
  asks,
  drafts,
  finds,
  isAnswered,
  misses,
  opensWork,
  type PageStage,
  picks,
  reloads,
  signs,
  signsIn,
  takes,
  type Visitor,
} from './page.steps.js';

const calendarYear = Number(thisDay.slice(0, 4));
const fee = 'Fees for service and consultancy,Healthcare professional';

interface People {
  academic: Visitor;
  company: Visitor;
  office: Visitor;
  companyId: string;
  employerId: string;
}

/** A professor who says in her profile that she has advised the company before. */
const before = async (stage: PageStage): Promise<People> => {
  const company = await signsIn(stage, { email: 'lena@morrow.example', name: 'Lena Morrow' });
  const office = await signsIn(stage, { email: 'ines@calder.example', name: 'Ines Marsh' });
  const academic = await signsIn(stage, { email: 'helen@example.org', name: 'Helen Achebe' });
  const companyId = await organisationOf(stage, company.actor, {
    ...{ name: 'Morrow Therapeutics', type: 'company', sector: 'pharmaceutical' },
  });
  const employerId = await organisationOf(stage, office.actor, {
    ...{ name: 'Calder University Hospital', type: 'nhs-organisation' },
  });
  await profileOf(academic.actor, {
    ...{ givenName: 'Helen', familyName: 'Achebe', profession: 'doctor', careerStage: 'professor' },
    ...{ trainingStatus: 'post-cct', employerId, engagementTypes: ['advisory-board'] },
    summary: 'I study how people with severe asthma report side effects.',
    industryExperience: 'From 2021 to 2023 I advised Morrow Therapeutics on how patients report side effects.',
  });
  await stage.benchside.indexed();
  return { academic, company, office, companyId, employerId };
};

/** The company looks for somebody like her, reads why she fits, and asks; she says yes. */
const agree = async ({ academic, company }: People) => {
  await finds(company, '/academics', 'severe asthma side effects', 'Helen Achebe');
  await sees(company.page, 'From 2021 to 2023 I advised Morrow Therapeutics');
  await press(company.page, 'Ask Helen');
  const reason =
    'You know how people with severe asthma report side effects; we would like you on our advisory board, four days a year.';
  await asks(company, { type: 'Advisory board', reason });
  await accepts(academic, 'Morrow Therapeutics', 'Gladly, once it is declared.');
};

/** "Can I do this?", of the advisory board of this company. */
const checks = async ({ page, opens }: Visitor) => {
  await opens('/can-i');
  await page.select('#engagementType', 'advisory-board');
  await picks(page, 'other', 'Morrow', 'Morrow Therapeutics');
  await write(page, 'daysPerYear', '4');
  await press(page, 'Check it');
};

/** What she has perhaps not declared is pointed out; once she declares it, nothing is left to point out. */
const declares = async ({ academic, company }: People) => {
  const { page, opens } = academic;
  await checks(academic);
  await sees(page, 'There is no interest on record in the other side.');
  await sees(page, 'Disclosure UK');
  await opens('/me/interests');
  await sees(page, 'Perhaps missing');
  await sees(page, 'I advised Morrow Therapeutics');
  await press(page, 'Declare this: Morrow Therapeutics');
  await page.waitForSelector('#valueBand');
  await page.select('#valueBand', '500-5000');
  await write(page, 'description', 'Advisory board, four days a year.');
  await setDay(page, 'startsOn', '2021-03-01');
  await press(page, 'Declare it');
  await sees(page, 'The interest is declared.');
  await misses(page, 'Perhaps missing');
  await checks(academic);
  await sees(page, 'What was looked at');
  await misses(page, 'There is no interest on record in the other side.');
  // The company reads it beside the work.
  await opensWork(company, 'Helen Achebe');
  await sees(company.page, 'Helen Achebe: Morrow Therapeutics');
  await sees(company.page, '£500 to £5,000 a year');
};

/** The employer's office reads it in its register, says what follows from it, and takes the register along. */
const isRegistered = async ({ office, employerId }: People) => {
  const { page, opens, saves } = office;
  await opens(`/office/${employerId}`);
  await press(page, 'Register of interests');
  await press(page, 'What is done about it: Morrow Therapeutics, Helen Achebe');
  const id = await page.$eval('select[id^="mitigation-"]', (field) => field.id.replace('mitigation-', ''));
  await page.select(`[id="mitigation-${id}"]`, 'restrict');
  await write(page, `note-${id}`, 'Takes no part in choosing medicines of this company.');
  await press(page, 'Keep');
  await sees(page, 'Restrict.');
  const register = await saves(/\.csv$/, () => press(page, 'Save the register'));
  expect(register.toString('utf8')).toMatch(
    /Interest,Helen Achebe,Financial,Outside employment,Morrow Therapeutics.*Restrict/,
  );
};

/** Advice needs the company's approval and an agreement for consultancy. */
const begins = async (stage: PageStage, { academic, company }: People) => {
  const { page } = company;
  await press(page, 'Change the terms');
  await write(page, 'terms-daysPerYear', '4');
  await setDay(page, 'terms-startsOn', thisDay);
  await press(page, 'Save the terms');
  await sees(page, 'All 2 versions');
  await takes(company, 'Go on to governance', 'governance');
  await sees(page, '0 of 1 needed approval given');
  await isAnswered(stage, {
    by: company,
    label: 'Company',
    name: 'Jo Signer',
    reads: ['Advisory board', '4 days a year'],
  });
  await takes(company, 'Go on to the agreement', 'agreement');
  await drafts(company, { purpose: 'Give or take expert advice for a fee' }, 'Consultancy agreement');
  await signs(company, 'Lena Morrow');
  await opensWork(academic, 'Morrow Therapeutics');
  await signs(academic, 'Helen Achebe');
  await sees(academic.page, 'Signed by both sides on');
  await reloads(company);
  await takes(company, 'Start the work', 'active');
};

/** The company's return of the year, as a file. */
const returned = async ({ company: { page, saves } }: People) =>
  (await saves(/\.csv$/, () => press(page, `Save the return of ${calendarYear}`))).toString('utf8');

/** A fee is recorded, disputed and put right; it stands against her name once she agrees. */
const isPaid = async (people: People) => {
  const { academic, company, office, companyId, employerId } = people;
  await company.opens(`/organisations/${companyId}/desk`);
  await press(company.page, 'Transfers of value');
  await press(company.page, 'Record a transfer');
  await picks(company.page, 'person', 'Achebe', 'Helen Achebe');
  await company.page.select('#category', 'fees');
  await write(company.page, 'amount', '12500');
  await write(company.page, 'description', 'Advisory board');
  await press(company.page, 'Record it');
  await sees(company.page, 'The transfer is recorded.');
  await sees(company.page, '£12,500.00');
  expect(await returned(people)).toContain(`Aggregate,${calendarYear},${fee},,1,1,12500.00,0`);

  await academic.opens('/me/interests');
  await press(academic.page, 'Something is wrong: £12,500.00 of Morrow Therapeutics');
  const dispute = await academic.page.waitForSelector('textarea[id^="dispute-"]');
  await write(academic.page, (await dispute?.evaluate(({ id }) => id)) ?? '', 'It was £1,250.');
  await press(academic.page, 'Tell the company');
  await sees(academic.page, 'What is said to be wrong: It was £1,250.');

  await reloads(company);
  await sees(company.page, 'What is said to be wrong: It was £1,250.');
  await press(company.page, 'Correct £12,500.00 to Helen Achebe');
  await write(company.page, 'amount', '1250.00');
  await press(company.page, 'Save the correction');
  await sees(company.page, 'The transfer is corrected.');

  await reloads(academic);
  await press(academic.page, 'Agree to be named: £1,250.00 of Morrow Therapeutics');
  await sees(academic.page, 'Agreed to be named');
  await reloads(company);
  await sees(company.page, 'Agreed to be named');
  expect(await returned(people)).toContain(`Named,${calendarYear},${fee},Helen Achebe,1,1,1250.00,0`);

  await office.opens(`/office/${employerId}/interests`);
  await sees(office.page, 'Morrow Therapeutics to Helen Achebe');
  await sees(office.page, '£1,250.00');
};

/** A professor advises a company whose past payments she has declared, and is paid for it in the open. */
export const professorsAdvice = async (stage: PageStage): Promise<void> => {
  const people = await before(stage);
  await agree(people);
  await declares(people);
  await isRegistered(people);
  await begins(stage, people);
  await isPaid(people);
  const { academic, company, office } = people;
  expect([academic, company, office].flatMap(({ problems }) => problems)).toEqual([]);
};
