import { expect } from '@jest/globals';
import type { Actor } from '../../support/benchside.js';
import {
  accepts,
  changesTerms,
  everybodyApproves,
  fetches,
  held,
  key,
  moves,
  organisationOf,
  type Pair,
  profileOf,
  type Stage,
  sends,
  sign,
  thisDay,
} from './working.steps.js';

const calendarYear = Number(thisDay.slice(0, 4));

interface People extends Pair {
  office: Actor;
  companyId: string;
  employerId: string;
  academicId: string;
}

/** A professor who says in her profile that she has advised the company before, and whom it asks again. */
const before = async (stage: Stage): Promise<People> => {
  const company = await stage.benchside.person({ email: 'lena@morrow.example', name: 'Lena Morrow' });
  const office = await stage.benchside.person({ email: 'ines@calder.example', name: 'Ines Marsh' });
  const academic = await stage.benchside.person({ email: 'helen@example.org', name: 'Helen Achebe' });
  const pharmaceutical = { name: 'Morrow Therapeutics', type: 'company', sector: 'pharmaceutical' };
  const companyId = await organisationOf(stage, company, pharmaceutical);
  const employerId = await organisationOf(stage, office, {
    name: 'Calder University Hospital',
    type: 'nhs-organisation',
  });
  const academicId = await profileOf(academic, {
    ...{ givenName: 'Helen', familyName: 'Achebe', profession: 'doctor', careerStage: 'professor' },
    ...{ trainingStatus: 'post-cct', employerId, engagementTypes: ['advisory-board'] },
    industryExperience: 'From 2021 to 2023 I advised Morrow Therapeutics on how patients report side effects.',
  });
  const reason = 'You know how people with severe asthma report side effects; we would like you on our advisory board.';
  const asking = { asOrganisationId: companyId, toAcademicId: academicId, type: 'advisory-board', reason };
  const collaborationId = await accepts(academic, await sends(company, asking));
  return { academic, company, office, companyId, employerId, academicId, collaborationId };
};

const linesOf = async ({ academic, companyId }: People) => {
  const { check } = await academic.ask<{ check: { lines: { code: string }[] } }>(
    'query ($input: PreCheckInput!) { check: preCheck(input: $input) { lines { code rule { source } } } }',
    { input: { organisationId: companyId, engagementType: 'advisory-board', daysPerYear: 4 } },
  );
  return check.lines.map(({ code }) => code);
};

/** What she has perhaps not declared is pointed out; once she declares it, nothing is left to point out. */
const declares = async (people: People) => {
  const { academic, companyId } = people;
  const suggested = '{ found: interestSuggestions { organisationId category situation evidence { kind text } } }';
  type Suggested = { found: { category: string; situation: string; evidence: { kind: string; text: string }[] }[] };
  const { found } = await academic.ask<Suggested>(suggested);
  expect(found).toMatchObject([{ organisationId: companyId, category: 'financial', situation: 'outside-employment' }]);
  expect(found[0]?.evidence.map(({ kind }) => kind)).toEqual(['industry-experience', 'collaboration']);
  expect(found[0]?.evidence[0]?.text).toContain('I advised Morrow Therapeutics');
  expect(await linesOf(people)).toEqual(expect.arrayContaining(['check-transfer-of-value', 'check-no-interest']));
  const { made } = await academic.ask<{ made: { id: string } }>(
    'mutation ($input: DeclareInterestInput!) { made: declareInterest(input: $input) { id } }',
    {
      input: {
        ...{ category: 'financial', situation: 'outside-employment', organisationId: companyId, valueBand: '500-5000' },
        ...{ description: 'Advisory board, four days a year', startsOn: '2021-03-01', idempotencyKey: key() },
      },
    },
  );
  expect(await academic.ask(suggested)).toEqual({ found: [] });
  const lines = await linesOf(people);
  expect(lines).toContain('check-interest');
  expect(lines).not.toContain('check-no-interest');
  return made.id;
};

/** The company reads it beside the work; the employer's office reads it in its register, and says what follows from it. */
const isSeen = async ({ company, office, employerId, collaborationId }: People, interestId: string) => {
  const { beside } = await company.ask<{ beside: object[] }>(
    'query ($id: ID!) { beside: declarationsFor(collaborationId: $id) { id role ownerName valueBand } }',
    { id: collaborationId },
  );
  expect(beside).toEqual([{ id: interestId, role: 'party', ownerName: 'Helen Achebe', valueBand: '500-5000' }]);
  const { register } = await office.ask<{ register: { nodes: object[] } }>(
    'query ($id: ID!) { register: interestRegister(organisationId: $id, first: 10) { nodes { id role actions } } }',
    { id: employerId },
  );
  expect(register.nodes).toEqual([{ id: interestId, role: 'office', actions: ['mitigate'] }]);
  await office.ask('mutation ($input: MitigateInterestInput!) { mitigateInterest(input: $input) { id } }', {
    input: { id: interestId, mitigation: 'restrict', note: 'Takes no part in choosing medicines of this company.' },
  });
  const { text } = await fetches(office, `/downloads/register-of-interests/${employerId}.csv`);
  expect(text).toMatch(/Interest,Helen Achebe,Financial,Outside employment,Morrow Therapeutics.*Restrict/);
};

/** Advice needs the company's approval and an agreement for consultancy. */
const begins = async (stage: Stage, { academic, company, collaborationId }: People) => {
  await changesTerms(company, collaborationId, 1, { type: 'advisory-board', daysPerYear: 4, startsOn: thisDay });
  await moves(company, collaborationId, 'start-governance');
  expect(await held(company, collaborationId, 'start-agreement')).toEqual(['SIGN_OFF_COMPANY']);
  expect(await everybodyApproves(stage, company, collaborationId)).toEqual(['company']);
  await moves(company, collaborationId, 'start-agreement');
  await sign({ academic, company, collaborationId }, 'consultancy');
  expect(await moves(company, collaborationId, 'activate')).toBe('active');
};

/** A fee is recorded, disputed and put right; it stands against her name once she agrees. */
const isPaid = async ({ academic, company, office, companyId, employerId, academicId, collaborationId }: People) => {
  const line = 'Fees for service and consultancy,Healthcare professional';
  const returned = async () =>
    (await fetches(company, `/downloads/transfers-of-value/${companyId}.csv?year=${calendarYear}`)).text;
  const fee = { category: 'fees', paidOn: thisDay, description: 'Advisory board' };
  const { made } = await company.ask<{ made: { id: string; consent: string } }>(
    'mutation ($input: RecordTransferInput!) { made: recordTransfer(input: $input) { id consent } }',
    {
      input: {
        ...{ organisationId: companyId, toAcademicId: academicId, collaborationId, idempotencyKey: key() },
        ...{ ...fee, amountPence: 1_250_000 },
      },
    },
  );
  expect(made.consent).toBe('asked');
  expect(await returned()).toContain(`Aggregate,${calendarYear},${line},,1,1,12500.00,0`);
  const { disputed } = await academic.ask<{ disputed: { state: string; version: number } }>(
    'mutation ($id: ID!) { disputed: disputeTransfer(id: $id, reason: "It was £1,250.") { state version } }',
    { id: made.id },
  );
  expect(disputed.state).toBe('disputed');
  expect(await returned()).toContain(`,${line},,1,1,12500.00,1`);
  const corrected = await company.ask(
    'mutation ($input: CorrectTransferInput!) { fee: correctTransfer(input: $input) { state amountPence } }',
    { input: { ...fee, id: made.id, amountPence: 125_000, version: disputed.version } },
  );
  expect(corrected).toEqual({ fee: { state: 'corrected', amountPence: 125_000 } });
  const consent = 'mutation ($id: ID!) { fee: setNamingConsent(id: $id, consent: "given") { named } }';
  await company.refused('NOT_ALLOWED', consent, { id: made.id });
  expect(await academic.ask(consent, { id: made.id })).toEqual({ fee: { named: true } });
  expect(await returned()).toContain(`Named,${calendarYear},${line},Helen Achebe,1,1,1250.00,0`);
  const { list } = await office.ask<{ list: { nodes: object[] } }>(
    'query ($id: ID!) { list: transfersToPeople(organisationId: $id, first: 10) { nodes { recipientName amountPence roles } } }',
    { id: employerId },
  );
  expect(list.nodes).toEqual([{ recipientName: 'Helen Achebe', amountPence: 125_000, roles: ['office'] }]);
};

/** A professor advises a company whose past payments she has declared, and is paid for it in the open. */
export const professorsAdvice = async (stage: Stage): Promise<void> => {
  const people = await before(stage);
  const interestId = await declares(people);
  await isSeen(people, interestId);
  await begins(stage, people);
  await isPaid(people);
};
