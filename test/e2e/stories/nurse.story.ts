import { expect } from '@jest/globals';
import ICAL from 'ical.js';
import type { Actor } from '../../support/benchside.js';
import { firstDayComes } from '../../support/collaborating.js';
import {
  accepts,
  changesTerms,
  dayOf,
  decides,
  held,
  moves,
  organisationOf,
  type Pair,
  profileOf,
  type Stage,
  sends,
  sign,
  signOffsOf,
} from './working.steps.js';

const days = { startsOn: dayOf(1, '09-01'), endsOn: dayOf(2, '08-31') };
const returnsOn = dayOf(2, '09-01');

const before = async (stage: Stage): Promise<Pair & { officeOf: Actor }> => {
  const company = await stage.benchside.person({ email: 'joan@wearable.example', name: 'Joan Frost' });
  const officeOf = await stage.benchside.person({ email: 'mags@ouse-trust.example', name: 'Mags Reed' });
  const academic = await stage.benchside.person({ email: 'ada@example.org', name: 'Ada Nwosu' });
  const companyId = await organisationOf(stage, company, { name: 'Wearable Breath', type: 'company' });
  const employerId = await organisationOf(stage, officeOf, { name: 'Ouse Trust', type: 'nhs-organisation' });
  const academicId = await profileOf(academic, {
    ...{ givenName: 'Ada', familyName: 'Nwosu', profession: 'nurse', careerStage: 'doctoral', employerId },
    ...{ trainingStatus: 'not-applicable', engagementTypes: ['secondment-part-time'] },
  });
  const reason = 'Two days a week with us: our sensor needs a research nurse who has taught inhaler technique.';
  const asking = { asOrganisationId: companyId, toAcademicId: academicId, type: 'secondment-part-time', reason };
  const requestId = await sends(company, { ...asking, terms: { fte: 0.4, startsOn: days.startsOn, lengthMonths: 12 } });
  return { academic, company, officeOf, collaborationId: await accepts(academic, requestId) };
};

/** The planner knows no time out of programme for a nurse: a secondment, agreed with the employer, and its way back. */
const plans = async ({ academic }: Pair) => {
  const input = { profession: 'nurse', trainingStatus: 'not-applicable', purpose: 'industry-post', ...days };
  const { advice, calendar } = await academic.ask<{
    advice: { suggestions: { code: string }[]; returnsOn: string; timeline: { code: string; on: string }[] };
    calendar: { base64: string; name: string };
  }>(
    `query ($input: TrainingPlanInput!) { advice: trainingAdvice(input: $input) { suggestions { code } returnsOn timeline { code on } }
      calendar: trainingCalendar(input: $input) { base64 name } }`,
    { input },
  );
  expect(advice.suggestions.map(({ code }) => code)).toContain('secondment');
  expect(advice.suggestions.filter(({ code }) => code.startsWith('OOP'))).toEqual([]);
  expect(advice.returnsOn).toBe(returnsOn);
  const read = new ICAL.Component(ICAL.parse(Buffer.from(calendar.base64, 'base64').toString('utf8')));
  const events = read.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('dtstart')));
  expect(calendar.name).toMatch(/\.ics$/);
  expect(events.sort()).toEqual(advice.timeline.map(({ on }) => on).sort());
  expect(events).toContain(returnsOn);
};

/** The request's terms are the first ones; the two add who pays, the honorary contract and the way back. */
const agreesTerms = async ({ academic, company, collaborationId: id }: Pair) => {
  const query = `query ($id: ID!) { collaboration(id: $id) { termsNumber terms { type { code } fte startsOn endsOn returnsOn
    rightToReturn honoraryContract oopType paidBy } } }`;
  const first = await company.ask<{ collaboration: object }>(query, { id });
  expect(first.collaboration).toMatchObject({ termsNumber: 1, terms: { fte: 0.4, ...days, honoraryContract: null } });
  const kept = { fte: 0.4, ...days, returnsOn, rightToReturn: true, honoraryContract: true, paidBy: 'recharge' };
  await changesTerms(academic, id, 1, { type: 'secondment-part-time', ...kept });
  const { collaboration } = await company.ask<{ collaboration: object }>(query, { id });
  expect(collaboration).toEqual({
    termsNumber: 2,
    terms: { type: { code: 'secondment-part-time' }, oopType: null, ...kept },
  });
};

/** The employer and the company approve, and nobody of a training programme is asked. */
const isApproved = async (stage: Stage, { academic, company, collaborationId: id }: Pair) => {
  await moves(academic, id, 'start-governance');
  const list = await signOffsOf(academic, id);
  expect(list.map(({ code }) => code)).toEqual(['employer', 'company']);
  expect(list.every(({ necessary }) => necessary)).toBe(true);
  const { who, withWhom, terms } = await decides(stage, { by: academic, id, code: 'employer' });
  expect([who, withWhom]).toEqual(['Ada Nwosu', 'Wearable Breath']);
  expect(terms.map(({ value }) => value)).toContain('Part-time secondment');
  expect(terms.find(({ label }) => /honorary/i.test(label))?.value).toBe('Yes');
  expect(await held(company, id, 'start-agreement')).toEqual(['SIGN_OFF_COMPANY']);
  await decides(stage, { by: company, id, code: 'company' });
  expect(await moves(company, id, 'start-agreement')).toBe('agreement');
};

/** The secondment and the honorary contract are both recorded as signed before the work begins, and it ends with the return. */
const worksAndReturns = async ({ benchside }: Stage, pair: Pair) => {
  const { academic, collaborationId: id } = pair;
  expect(await held(academic, id, 'activate')).toEqual(['agreement-missing']);
  await sign(pair, 'secondment');
  await sign(pair, 'honorary-contract');
  expect(await moves(academic, id, 'activate')).toBe('active');
  expect(await held(academic, id, 'complete')).toEqual(['NOT_BEGUN']);
  await firstDayComes(benchside, id);
  expect(await moves(academic, id, 'complete')).toBe('completed');
  const { agreements } = await pair.company.ask<{ agreements: { state: string; kind: { code: string } }[] }>(
    'query ($id: ID!) { agreements(collaborationId: $id) { state kind { code } } }',
    { id },
  );
  expect(agreements.map(({ state, kind }) => [kind.code, state])).toEqual([
    ['secondment', 'signed'],
    ['honorary-contract', 'signed'],
  ]);
};

/** A research nurse works two days a week for a company, and returns. */
export const nursesSecondment = async (stage: Stage): Promise<void> => {
  const pair = await before(stage);
  await plans(pair);
  await agreesTerms(pair);
  await isApproved(stage, pair);
  await worksAndReturns(stage, pair);
};
