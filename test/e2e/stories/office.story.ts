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

interface People {
  company: Actor;
  academic: Actor;
  office: Actor;
  companyId: string;
  universityId: string;
  academicId: string;
}

/** A university whose office approves requests, one of its people, and a company. */
const before = async (stage: Stage): Promise<People> => {
  const company = await stage.benchside.person({ email: 'dan@novara.example', name: 'Dan Novak' });
  const office = await stage.benchside.person({ email: 'office@redbridge.example', name: 'Priya Shah' });
  const academic = await stage.benchside.person({ email: 'tom@example.org', name: 'Tom Baines' });
  const companyId = await organisationOf(stage, company, { name: 'Novara', type: 'company' });
  const universityId = await organisationOf(stage, office, { name: 'Redbridge University', type: 'university' });
  const academicId = await profileOf(academic, {
    ...{ givenName: 'Tom', familyName: 'Baines', profession: 'healthcare-scientist', universityId },
    ...{ careerStage: 'senior', trainingStatus: 'not-applicable', engagementTypes: ['contract-research'] },
  });
  await office.ask(
    'mutation ($id: ID!) { setRequestPolicy(organisationId: $id, policy: "office-approves") { requestPolicy } }',
    { id: universityId },
  );
  return { company, academic, office, companyId, universityId, academicId };
};

/** The office writes its rules, sees what they would say, and publishes them: some warn, and one blocks. */
const writesItsPolicy = async ({ academic, office, companyId, universityId }: People) => {
  const sourceTitle = 'Redbridge University, Policy on outside work';
  const warns = { kind: 'ip-office-told', effect: 'warn', codes: ['contract-research'], sourceTitle };
  const asksFirst = { kind: 'declaration-before-start', effect: 'warn', sourceTitle };
  const blocks = { kind: 'max-outside-days', effect: 'block', amount: 30, sourceTitle };
  const { trial } = await office.ask<{ trial: { briefs: { total: number } } }>(
    'query ($input: PolicyTrialInput!) { trial: policyTrial(input: $input) { requests { total } briefs { total notAsItStands } } }',
    { input: { organisationId: universityId, rules: [warns, asksFirst, blocks] } },
  );
  expect(trial).toMatchObject({ requests: { total: 0 } });
  const saving = 'mutation ($input: SavePolicyPackInput!) { pack: savePolicyPack(input: $input) { version inForce } }';
  const draft = { organisationId: universityId, validFrom: thisDay, rules: [warns, asksFirst, blocks] };
  const says = async (daysPerYear: number) => {
    const input = { organisationId: companyId, engagementType: 'contract-research', daysPerYear };
    const { check } = await academic.ask<{
      check: { blocked: boolean; lines: { code: string; from: string; level: string; rule: { source: string } }[] };
    }>(
      'query ($input: PreCheckInput!) { check: preCheck(input: $input) { blocked lines { code from level rule { source } } } }',
      { input },
    );
    const policies = check.lines.filter(({ from }) => from === 'policy');
    for (const { rule } of policies) expect(rule.source).toContain(sourceTitle);
    return { blocked: check.blocked, lines: policies.map(({ code, level }) => `${code} ${level}`).sort() };
  };
  await office.ask(saving, { input: { ...draft, after: 0, publish: false, idempotencyKey: key() } });
  expect(await says(60)).toEqual({ blocked: false, lines: [] });
  const { pack } = await office.ask<{ pack: object }>(saving, {
    input: { ...draft, after: 1, publish: true, idempotencyKey: key() },
  });
  expect(pack).toEqual({ version: 2, inForce: true });
  expect(await says(20)).toEqual({
    blocked: false,
    lines: ['declaration-before-start needs-attention', 'ip-office-told needs-attention', 'max-outside-days ready'],
  });
  await academic.ask('mutation { declareNoInterests { nothing } }');
  expect(await says(60)).toEqual({
    blocked: true,
    lines: ['declaration-before-start ready', 'ip-office-told needs-attention', 'max-outside-days not-as-it-stands'],
  });
};

/** The company asks; the academic hears of it once the office has approved. */
const approves = async ({ company, academic, office, companyId, universityId, academicId }: People) => {
  const reason = 'Your laboratory measures what our device only guesses: please test it against your reference method.';
  const asking = { asOrganisationId: companyId, toAcademicId: academicId, type: 'contract-research', reason };
  const id = await sends(company, asking, 'office-review');
  await academic.refused('NOT_FOUND', 'query ($id: ID!) { request(id: $id) { id } }', { id });
  const { waiting } = await office.ask<{ waiting: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { waiting: officeRequests(organisationId: $id, first: 10, waiting: true) { nodes { id } } }',
    { id: universityId },
  );
  expect(waiting.nodes).toEqual([{ id }]);
  const approving = 'mutation ($id: ID!) { approved: approveRequest(id: $id, note: "Within the policy.") { state } }';
  await company.refused('NOT_FOUND', approving, { id }).catch(() => company.refused('NOT_ALLOWED', approving, { id }));
  expect(await office.ask(approving, { id })).toEqual({ approved: { state: 'delivered' } });
  return { academic, company, collaborationId: await accepts(academic, id) };
};

/** The office reads the collaboration, and changes nothing in it. */
const looksOn = async ({ academic, collaborationId: id }: Pair, { office, universityId }: People) => {
  const { collaboration } = await office.ask<{ collaboration: object }>(
    'query ($id: ID!) { collaboration(id: $id) { role actions mayWork state } }',
    { id },
  );
  expect(collaboration).toEqual({ role: 'office', actions: [], mayWork: false, state: 'exploring' });
  const { list } = await office.ask<{ list: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { list: officeCollaborations(organisationId: $id, first: 10) { nodes { id } } }',
    { id: universityId },
  );
  expect(list.nodes).toEqual([{ id }]);
  const moving = 'mutation ($input: MoveCollaborationInput!) { moveCollaboration(input: $input) { state } }';
  await office.refused('NOT_ALLOWED', moving, { input: { id, action: 'start-governance' } });
  const terms = { id, basedOn: 1, terms: { type: 'contract-research' } };
  await office.refused(
    'NOT_ALLOWED',
    'mutation ($input: ChangeTermsInput!) { changeTerms(input: $input) { number } }',
    {
      input: terms,
    },
  );
  expect(await moves(academic, id, 'start-governance')).toBe('governance');
};

/** Once the work is under way, the money that came of it stands in the lines of the office's return. */
const counts = async (stage: Stage, pair: Pair, { office, company, universityId }: People) => {
  const { academic, collaborationId } = pair;
  const terms = { type: 'contract-research', daysPerYear: 60, startsOn: thisDay };
  await changesTerms(academic, collaborationId, 1, terms);
  expect(await everybodyApproves(stage, academic, collaborationId)).toEqual(['university-office', 'company']);
  // Sixty days are more than its policy allows: the step waits for the office, which permits them.
  expect(await held(academic, collaborationId, 'start-agreement')).toEqual(['POLICY_MAX_OUTSIDE_DAYS']);
  const organisation = { collaborationId, organisationId: universityId };
  await academic.ask('mutation ($input: AskPermissionInput!) { askPolicyPermission(input: $input) { state } }', {
    input: organisation,
  });
  await office.ask('mutation ($input: DecidePermissionInput!) { decidePolicyPermission(input: $input) { state } }', {
    input: { ...organisation, termsNumber: 2, given: true, reason: 'The laboratory is staffed meanwhile.' },
  });
  await moves(academic, collaborationId, 'start-agreement');
  await sign(pair, 'lambert-5');
  expect(await moves(academic, collaborationId, 'activate')).toBe('active');
  await academic.ask('mutation ($input: AddOutcomeInput!) { addOutcome(input: $input) { id } }', {
    input: {
      ...{ idempotencyKey: key(), collaborationId, kind: 'funding', title: 'Payment for the tests' },
      ...{ happenedOn: thisDay, amountPence: 4_200_000 },
    },
  });
  const began = Number(thisDay.slice(0, 4)) - (thisDay.slice(5) < '08-01' ? 1 : 0);
  const path = (year: number) => `/downloads/he-bci/${universityId}.csv?year=${year}`;
  const file = await fetches(office, path(began));
  expect([file.status, file.type]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(file.text).toMatch(/^Contract research,Contract research,[^,]*,Tom Baines,Novara,[\d-]+,,42000.00\r$/m);
  expect((await fetches(office, path(began - 1))).text).not.toContain('Tom Baines');
  expect((await fetches(company, path(began))).status).toBe(404);
};

/** An office approves what its people are asked to do, by its own rules, and counts what comes of it. */
export const officesApproval = async (stage: Stage): Promise<void> => {
  const people = await before(stage);
  await writesItsPolicy(people);
  const pair = await approves(people);
  await looksOn(pair, people);
  await counts(stage, pair, people);
};
