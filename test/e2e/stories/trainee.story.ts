import { expect } from '@jest/globals';
import type { Actor } from '../../support/benchside.js';
import { firstDayComes } from '../../support/collaborating.js';
import {
  accepts,
  briefOf,
  changesTerms,
  dayOf,
  decides,
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
  signOffsOf,
  thisDay,
} from './working.steps.js';

const title = 'A year with us on an inhaler sensor';
const year = { startsOn: dayOf(2, '08-04'), endsOn: dayOf(3, '08-03') };
const chain = ['educational-supervisor', 'training-programme-director', 'dean', 'employer', 'company'];

/** What the company and the hospital have on the platform before the trainee looks. */
const before = async (stage: Stage) => {
  const company = await stage.benchside.person({ email: 'sam@aerosense.example', name: 'Sam Okafor' });
  const manager = await stage.benchside.person({ email: 'mo@tees-hospital.example', name: 'Mo Tees' });
  const companyId = await organisationOf(stage, company, { name: 'Aerosense', type: 'company' });
  const employerId = await organisationOf(stage, manager, { name: 'Tees Hospital', type: 'nhs-organisation' });
  const brief = {
    organisationId: companyId,
    title,
    opportunityType: 'out-of-programme-year',
    engagementTypes: ['out-of-programme-year'],
    professions: ['doctor'],
    text: 'We build a sensor that tells people with severe asthma how well they inhale. A doctor in training spends a year with us.',
  };
  const briefId = await briefOf(stage, company, brief);
  const academic = await stage.benchside.person({ email: 'ravi@example.org', name: 'Ravi Menon' });
  const training = { trainingStatus: 'in-programme', careerStage: 'pre-doctoral', employerId };
  const name = { givenName: 'Ravi', familyName: 'Menon' };
  const profile = { ...name, profession: 'doctor', engagementTypes: ['out-of-programme-year'], ...training };
  const academicId = await profileOf(academic, profile);
  return { company, academic, academicId, briefId };
};

const finds = async (academic: Actor, briefId: string) => {
  const { found } = await academic.ask<{ found: { edges: { node: { id: string }; match: { eligible: boolean } }[] } }>(
    '{ found: opportunities(query: "asthma sensr", first: 5) { edges { node { id } match { eligible sentence } } } }',
  );
  expect(found.edges).toContainEqual(
    expect.objectContaining({ node: { id: briefId }, match: expect.objectContaining({ eligible: true }) }),
  );
};

/** "Can I do this?", with the rule and the source of each answer. */
const checks = async (academic: Actor, opportunityId: string) => {
  const { check } = await academic.ask<{
    check: { blocked: boolean; overall: string; lines: { code: string; fix: string; rule: { source: string } }[] };
  }>(
    'query ($input: PreCheckInput!) { check: preCheck(input: $input) { blocked overall lines { code fix rule { source } } } }',
    { input: { opportunityId, engagementType: 'out-of-programme-year', ...year } },
  );
  expect(check).toMatchObject({ blocked: false, overall: 'needs-attention' });
  expect(check.lines.map(({ code }) => code)).toEqual(expect.arrayContaining(['check-oop', 'suggested-type']));
  expect(check.lines.filter(({ fix, rule }) => !fix || !rule.source)).toEqual([]);
};

/** The year, planned backwards from its first day, kept, and taken to a calendar and to the application form. */
const plans = async (academic: Actor) => {
  const facts = {
    profession: 'doctor',
    trainingStatus: 'in-programme',
    nation: 'england',
    purpose: 'industry-post',
    ...year,
  };
  type File = { base64: string };
  const { plan } = await academic.ask<{
    plan: {
      advice: {
        returnsOn: string;
        suggestions: { code: string; fit: string }[];
        timeline: { code: string; on: string }[];
      };
      calendar: File;
    };
  }>(
    `mutation ($input: SaveTrainingPlanInput!) { plan: saveTrainingPlan(input: $input) { calendar { base64 }
      advice { returnsOn suggestions { code fit } timeline { code on lateByDays } } } }`,
    { input: { name: 'A year in industry', facts, idempotencyKey: key() } },
  );
  const { advice, calendar } = plan;
  expect(advice.suggestions[0]).toMatchObject({ code: 'OOPC' });
  const days = advice.timeline.map(({ on }) => on);
  expect(days).toEqual([...days].sort());
  expect(advice.timeline.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['discuss', 'apply', 'notice', 'return']),
  );
  expect(advice.returnsOn).toBe(dayOf(3, '08-04'));
  expect(Buffer.from(calendar.base64, 'base64').toString()).toContain(advice.returnsOn.replaceAll('-', ''));
  const { form } = await academic.ask<{ form: File }>(
    'query ($input: TrainingPlanInput!) { form: trainingForm(input: $input) { base64 } }',
    { input: facts },
  );
  expect(Buffer.from(form.base64, 'base64').toString('latin1')).toMatch(/^%PDF-/);
};

/** Five people are asked one after the other; the dean wants another first day, so that all begin again. */
const isApproved = async (stage: Stage, { academic, collaborationId: id }: Pair) => {
  const terms = {
    type: 'out-of-programme-year',
    oopType: 'OOPC',
    fte: 1,
    rightToReturn: true,
    paidBy: 'company',
    ...year,
  };
  await changesTerms(academic, id, 1, { ...terms, startsOn: dayOf(2, '08-01') });
  await moves(academic, id, 'start-governance');
  const states = async () =>
    (await signOffsOf(academic, id)).filter(({ necessary }) => necessary).map(({ code, state }) => [code, state]);
  expect(await states()).toEqual(chain.map((code) => [code, 'to-ask']));
  const dean = (await signOffsOf(academic, id)).find(({ code }) => code === 'dean');
  await academic.refused('NOT_READY', 'mutation ($input: AskSignOffInput!) { askSignOff(input: $input) { id } }', {
    input: { signOffId: dean?.id, name: 'Dr Dean', email: 'dean@deanery.example', idempotencyKey: key() },
  });
  for (const code of chain.slice(0, 2)) await decides(stage, { by: academic, id, code });
  const reason = 'Rotations change on the fourth of August: begin then.';
  const { others } = await decides(stage, { by: academic, id, code: 'dean', decision: 'changes-wanted', reason });
  expect(others.map(({ value }) => value)).toEqual(['Approved by Dr Pat Lead', 'Approved by Dr Pat Lead']);
  expect(await held(academic, id, 'start-agreement')).toContain('SIGN_OFF_DEAN');
  await changesTerms(academic, id, 2, terms);
  expect(await states()).toEqual(chain.map((code) => [code, 'to-ask']));
  expect(await everybodyApproves(stage, academic, id)).toEqual(chain);
  expect(
    (await signOffsOf(academic, id)).filter(({ state }) => state === 'approved').map((each) => each.termsNumber),
  ).toEqual(chain.map(() => 3));
};

/** The agreement is signed, and only then does the work begin. */
const begins = async (pair: Pair) => {
  const { academic, collaborationId: id } = pair;
  expect(await moves(academic, id, 'start-agreement')).toBe('agreement');
  expect(await held(academic, id, 'activate')).toEqual(['agreement-missing']);
  const { advice } = await academic.ask<{ advice: { recommended: { kind: { code: string } } } }>(
    'query ($answers: [AgreementAnswerInput!]!) { advice: agreementNavigator(answers: $answers) { recommended { kind { code } } } }',
    {
      answers: [
        { question: 'purpose', answer: 'post' },
        { question: 'post-kind', answer: 'to-company' },
        { question: 'confidential', answer: 'no' },
      ],
    },
  );
  await sign(pair, advice.recommended.kind.code);
  expect(await moves(academic, id, 'activate')).toBe('active');
};

/** The year ends: what came of it, and what each side makes of it. */
const ends = async ({ benchside }: Stage, { academic, company, collaborationId }: Pair) => {
  expect(await held(academic, collaborationId, 'complete')).toEqual(['NOT_BEGUN']);
  await firstDayComes(benchside, collaborationId);
  expect(await moves(academic, collaborationId, 'complete')).toBe('completed');
  const outcome = {
    kind: 'publication',
    title: 'How people with severe asthma inhale',
    identifier: '10.1000/inhale.1',
  };
  await academic.ask('mutation ($input: AddOutcomeInput!) { addOutcome(input: $input) { id } }', {
    input: {
      idempotencyKey: key(),
      collaborationId,
      happenedOn: thisDay,
      creditRoles: ['formal-analysis'],
      ...outcome,
    },
  });
  const review =
    'mutation ($input: ReviewCollaborationInput!) { reviewCollaboration(input: $input) { reviews { text } } }';
  await academic.ask(review, { input: { collaborationId, again: true, text: 'I learnt how a device is made.' } });
  await company.ask(review, { input: { collaborationId, again: true, text: 'Ravi showed us what patients do.' } });
  // Now each has read the other: nobody writes theirs anew.
  await academic.refused('WRONG_STATE', review, { input: { collaborationId, again: false, text: 'Another text.' } });
};

const takesAway = async ({ academic, company }: Pair) => {
  const json = await fetches(academic, '/downloads/portfolio/mine.json');
  expect(JSON.parse(json.text)).toMatchObject({
    name: 'Ravi Menon',
    work: [
      {
        ...{
          title,
          state: 'completed',
          partner: 'Aerosense',
          oopType: 'OOPC',
          partnerSays: 'Ravi showed us what patients do.',
        },
        ...{ startsOn: thisDay, endsOn: year.endsOn },
        outcomes: [{ identifier: '10.1000/inhale.1' }],
        signOffs: chain.map(() => expect.objectContaining({ state: 'approved', current: true })),
      },
    ],
  });
  const pdf = await fetches(academic, '/downloads/portfolio/mine.pdf');
  expect([pdf.status, pdf.type, pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  expect((await fetches(company, '/downloads/portfolio/mine.json')).status).not.toBe(200);
};

/** By consent, the profile shows the year, and the way back. */
const isShown = async (academic: Actor, reader: Actor, academicId: string) => {
  const saving = 'mutation ($input: SaveMobilityInput!) { saveMobility(input: $input) { id } }';
  const spell = { organisation: 'Aerosense', startedOn: '2024-08-01', endedOn: '2025-07-31' };
  await academic.ask(saving, { input: { ...spell, direction: 'to-industry', what: 'Medical adviser', shown: true } });
  await academic.ask(saving, { input: { ...spell, direction: 'to-academia', what: 'Back to training', shown: false } });
  const shown = async (as: Actor) =>
    (
      await as.ask<{ mobility: { what: string }[] }>('query ($id: ID!) { mobility(academicId: $id) { what } }', {
        id: academicId,
      })
    ).mobility.map(({ what }) => what);
  expect((await shown(academic)).sort()).toEqual(['Back to training', 'Medical adviser']);
  expect(await shown(reader)).toEqual(['Medical adviser']);
};

/** A doctor in training spends a year out of programme with a company, from the search to the return. */
export const traineesYear = async (stage: Stage): Promise<void> => {
  const { company, academic, academicId, briefId } = await before(stage);
  await finds(academic, briefId);
  await checks(academic, briefId);
  await plans(academic);
  const reason = 'I look after people with severe asthma, and would like to learn how a device for them is made.';
  const requestId = await sends(academic, { type: 'out-of-programme-year', reason, opportunityId: briefId });
  const pair = { academic, company, collaborationId: await accepts(company, requestId) };
  await isApproved(stage, pair);
  await begins(pair);
  await ends(stage, pair);
  await takesAway(pair);
  await isShown(academic, company, academicId);
};
