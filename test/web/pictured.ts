import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Indexer } from '#search';
import { loadDemonstration } from '../../apps/api/demonstration.js';
import type { Actor, Benchside } from '../support/benchside.js';
import { letters } from '../support/collaborating.js';
import { measureForPictures } from './pictured.exposure.js';

/** People of the demonstration, signed in, and the ids of what they have on the platform. */
export interface Pictured {
  people: Record<
    'trainee' | 'professor' | 'nurse' | 'scientist' | 'companyAdmin' | 'office' | 'administrator' | 'newcomer',
    Actor
  >;
  ids: Record<string, string>;
  /** The secret of a link to approve something. */
  signOff: { path: string; code: string };
}

const addresses = {
  trainee: 'tamsin.adeleke@calderwick.example',
  professor: 'rhiannon.thackray@calderwick.example',
  nurse: 'marisol.dacanay@calderwick-hospitals.example',
  scientist: 'freya.lindqvist@ostrevane-biologics.example',
  companyAdmin: 'gareth.penhallow@ostrevane-biologics.example',
  office: 'sunita.raval@calderwick.example',
  administrator: 'robin.ashdown@benchside.example',
} as const;

const key = () => ({ idempotencyKey: randomUUID() });
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Math.ceil(Date.now() / hour) * hour + hours * hour).toISOString();
const year = new Date().getUTCFullYear();
const terms = {
  ...{ type: 'out-of-programme-year', oopType: 'OOPC', startsOn: `${year + 1}-08-04`, endsOn: `${year + 2}-08-03` },
  ...{
    returnsOn: `${year + 2}-08-04`,
    fte: 1,
    rightToReturn: true,
    paidBy: 'company',
    payRoute: 'Through the employer, invoiced each quarter',
  },
  ...{ place: 'Cambridge', placeMode: 'hybrid', countsToTraining: false },
};

const passwordOf = ({ settings }: Benchside) =>
  /the password of all is ([a-z-]+)/.exec(
    readFileSync(join(settings.stateDir, 'demonstration-accounts.txt'), 'utf8'),
  )?.[1] ?? '';

/** Somebody who has an account already. */
const signedIn = async (benchside: Benchside, email: string): Promise<Actor> => {
  const { url, database, nobody } = benchside;
  const response = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: passwordOf(benchside) }),
  });
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const row = await database.row<{ id: string }>('SELECT id FROM account_holder WHERE email = $1', [email]);
  return {
    ...nobody,
    accountId: row?.id ?? null,
    cookie,
    async ask<Data>(query: string, variables: object = {}) {
      const asked = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await asked.json()) as { data: Data; errors?: object[] };
      if (errors) throw new Error(`${query} is refused: ${JSON.stringify(errors)}`);
      return data;
    },
  };
};

/** Calls one mutation with its input and answers the object's id. */
const makes = async (by: Actor, operation: string, type: string, input: object, fields = 'id') =>
  (
    await by.ask<{ made: { id: string; version: number } }>(
      `mutation ($input: ${type}!) { made: ${operation}(input: $input) { ${fields} } }`,
      { input },
    )
  ).made;

const asks = async (by: Actor, input: object) => {
  const { sent } = await by.ask<{ sent: { request: { id: string } } }>(
    'mutation ($input: SendRequestInput!) { sent: sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
    { input: { ...key(), acknowledgeMismatch: true, ...input } },
  );
  return sent.request.id;
};

const accepts = async (by: Actor, id: string) =>
  (
    await by.ask<{ accepted: { collaborationId: string } }>(
      'mutation ($id: ID!) { accepted: acceptRequest(id: $id) { collaborationId } }',
      { id },
    )
  ).accepted.collaborationId;

type Approval = { id: string; code: string; state: string; necessary: boolean };

/** Asks for the first approval that is missing; answers the link and the code that its reader got. */
const asksFirst = async (benchside: Benchside, by: Actor, collaborationId: string, name: string) => {
  const { list } = await by.ask<{ list: Approval[] }>(
    'query ($id: ID!) { list: signOffs(collaborationId: $id) { id code state necessary } }',
    { id: collaborationId },
  );
  const next = list.find(({ necessary, state }) => necessary && state === 'to-ask');
  const email = `${next?.code}@approvals.example`;
  await makes(by, 'askSignOff', 'AskSignOffInput', { ...key(), signOffId: next?.id, name, email });
  const sent = async () => (await letters(benchside)).filter(({ to }) => to === email);
  const token = /\/sign-off#([\w-]+)/.exec((await sent()).at(-1)?.text ?? '')?.[1] ?? '';
  await benchside.nobody.ask('mutation ($token: String!) { sendSignOffCode(token: $token) }', { token });
  const code =
    (await sent())
      .filter(({ subject }) => /^\d{6} is/.test(subject))
      .at(-1)
      ?.subject.slice(0, 6) ?? '';
  return { path: `/sign-off#${token}`, token, code };
};

/** A document that one side puts beside the work. */
const attaches = async ({ url }: Benchside, by: Actor, collaborationId: string, title: string, text: string) => {
  const uploaded = await fetch(`${url}/files?purpose=document`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'plan.csv', cookie: by.cookie },
    body: text,
  });
  const { id: fileId } = (await uploaded.json()) as { id: string };
  await makes(by, 'addDocument', 'AddDocumentInput', { ...key(), collaborationId, fileId, title, restricted: false });
};

const workTogether = async (benchside: Benchside, { people, ids }: Pictured) => {
  const { trainee, professor, nurse, scientist } = people;
  const asOrganisationId = ids.company;
  const yearRequest = await asks(scientist, {
    ...{ toAcademicId: ids.trainee, asOrganisationId, type: 'out-of-programme-year' },
    reason:
      'Your tapering protocol is what our phase 3 needs before it is fixed. We would like you to spend a year with our clinical team in Cambridge, and to go back to training with it.',
    terms: { fte: 1, lengthMonths: 12, startsOn: `${year + 1}-08-04`, placeMode: 'hybrid' },
  });
  ids.yearRequest = yearRequest;
  ids.year = await accepts(trainee, yearRequest);
  await makes(trainee, 'changeTerms', 'ChangeTermsInput', { id: ids.year, basedOn: 1, terms }, 'number');
  await makes(trainee, 'moveCollaboration', 'MoveCollaborationInput', { id: ids.year, action: 'start-governance' });
  const { token, code } = await asksFirst(benchside, trainee, ids.year, 'Dr Hannah Moss');
  await benchside.nobody.ask('mutation ($input: DecideSignOffInput!) { decideSignOff(input: $input) }', {
    input: { token, code, decision: 'approved' },
  });
  await attaches(benchside, scientist, ids.year, 'Plan of the year, month by month', 'month,what\n1,Induction\n');

  ids.advice = await accepts(
    professor,
    await asks(scientist, {
      ...{ toAcademicId: ids.professor, asOrganisationId, type: 'advisory-board' },
      reason:
        'We choose the comparator of our phase 3 this winter, and your network would have to be convinced by it. Two meetings, one in Leeds.',
    }),
  );
  for (const state of ['governance', 'agreement', 'active', 'completed'])
    await benchside.database.affected('UPDATE collaboration SET state = $2 WHERE id = $1', [ids.advice, state]);
  await makes(professor, 'addOutcome', 'AddOutcomeInput', {
    ...{ ...key(), collaborationId: ids.advice, kind: 'publication', happenedOn: `${year}-06-02` },
    ...{
      title: 'Choosing a comparator for twice-yearly biologics in severe asthma',
      identifier: '10.1000/comparator.7',
    },
  });
  await makes(professor, 'saveMobility', 'SaveMobilityInput', {
    ...{ direction: 'to-industry', organisation: 'Ostrevane Biologics', what: 'Medical adviser, one day a week' },
    ...{ startedOn: `${year - 2}-09-01`, endedOn: `${year - 1}-08-31`, shown: true },
  });
  ids.waiting = await asks(scientist, {
    ...{ toAcademicId: ids.nurse, asOrganisationId, type: 'secondment-part-time' },
    reason:
      'Giving a biologic at home takes a nurse who has done it. Would you spend a day a week with us while we write the training for it?',
    terms: { fte: 0.2, lengthMonths: 6, placeMode: 'hybrid' },
  });
  await makes(nurse, 'saveSearch', 'SaveSearchInput', {
    ...{ ...key(), name: 'Secondments for nurses', kind: 'opportunities', query: 'asthma nurse', filters: [] },
    cadence: 'weekly',
  });
};

const declareAndMeet = async ({ database }: Benchside, { people, ids }: Pictured) => {
  const { trainee, professor, nurse, scientist, companyAdmin } = people;
  await makes(professor, 'declareInterest', 'DeclareInterestInput', {
    ...{ ...key(), category: 'non-financial-professional', situation: 'loyalty', counterparty: 'Asthma Society' },
    ...{ description: 'Trustee, unpaid.', startsOn: `${year - 3}-01-01` },
  });
  await makes(scientist, 'recordTransfer', 'RecordTransferInput', {
    ...{ ...key(), organisationId: ids.company, toAcademicId: ids.professor, category: 'fees', amountPence: 90_000 },
    ...{ paidOn: `${year}-03-12`, description: 'Two meetings of the advisory board.' },
  });
  await makes(trainee, 'saveTrainingPlan', 'SaveTrainingPlanInput', {
    ...{ ...key(), name: 'A year at Ostrevane' },
    facts: {
      ...{ profession: 'doctor', trainingStatus: 'in-programme', nation: 'england', purpose: 'industry-post' },
      ...{ startsOn: terms.startsOn, endsOn: terms.endsOn },
    },
  }).then(({ id }) => {
    ids.plan = id;
  });
  for (const [mentor, experience, helpWith] of [
    [
      professor,
      'Advisory boards, two trials with companies, and a day a week in one.',
      'Pay, declarations, and when to say no.',
    ],
    [nurse, 'A part-time secondment to a device company.', 'How to arrange cover on the ward, and the way back.'],
  ] as const)
    await makes(
      mentor,
      'saveMentoring',
      'SaveMentorInput',
      { grounds: ['industry-year'], experience, helpWith, sectors: ['medical-technology'], mostOpen: 3 },
      'academicId',
    );
  await professor.ask('mutation ($input: OfferSlotsInput!) { offerSlots(input: $input) { id } }', {
    input: { ...key(), times: [inHours(30), inHours(54)], minutes: 30, link: 'https://meet.example.org/rhiannon' },
  });
  await makes(trainee, 'askMentor', 'AskMentorInput', {
    ...{ ...key(), academicId: ids.professor },
    message: 'I plan a year at a company before I finish training. What would you settle before you said yes?',
  });
  const event = await makes(
    companyAdmin,
    'createEvent',
    'CreateEventInput',
    {
      ...{ ...key(), organisationId: ids.company, name: 'Severe asthma industry day', kind: 'conference' },
      ...{
        startsAt: inHours(500),
        endsAt: inHours(504),
        place: 'Leeds',
        topics: ['asthma'],
        slotMinutes: 30,
        tables: 4,
      },
      ...{ description: 'Clinics and companies that work on severe asthma, in one room for a day.', sectors: [] },
    },
    'id times',
  );
  ids.event = event.id;
  await companyAdmin.ask('mutation ($id: ID!) { publishEvent(id: $id) { id } }', { id: event.id });
  const { times } = event as unknown as { times: string[] };
  const go = { eventId: event.id, visible: true, times, lookingFor: 'Clinics that taper steroids.' };
  await makes(scientist, 'goToEvent', 'GoToEventInput', { ...go, asOrganisationId: ids.company });
  await makes(trainee, 'goToEvent', 'GoToEventInput', { ...go, lookingFor: 'A company for a year.' });
  await makes(professor, 'goToEvent', 'GoToEventInput', { ...go, lookingFor: 'Trials for our network.' });
  await professor.ask('mutation { chooseIntroductions(available: true) }');
  await database.affected(
    `INSERT INTO account_invitation (id, organisation_id, email, role, status, expires_at, inviter_id)
     VALUES (gen_random_uuid(), $1, 'new.person@example.org', 'member', 'pending', now() + interval '7 days', $2)`,
    [ids.company, companyAdmin.accountId],
  );
};

/** Loads the demonstration and lets its people work together, declare, plan and meet. */
export const picturedWorld = async (benchside: Benchside): Promise<Pictured> => {
  const { app, settings, database } = benchside;
  await loadDemonstration(app, settings);
  await app.get(Indexer).refresh();
  const people = {
    newcomer: await benchside.person({ email: 'new.person@example.org', name: 'Lee Ferris' }),
  } as Pictured['people'];
  const ids: Record<string, string> = {};
  for (const [name, email] of Object.entries(addresses)) {
    people[name as keyof typeof addresses] = await signedIn(benchside, email);
    const row = await database.row<{ academic: string | null; organisation: string | null }>(
      `SELECT a.id AS academic, m.organisation_id AS organisation FROM account_holder h LEFT JOIN academic a ON a.account_id = h.id
       LEFT JOIN account_membership m ON m.account_id = h.id WHERE h.email = $1`,
      [email],
    );
    ids[name] = row?.academic ?? row?.organisation ?? '';
  }
  ids.company = ids.scientist ?? '';
  ids.university = ids.office ?? '';
  const world: Pictured = { people, ids, signOff: { path: '', code: '' } };
  await declareAndMeet(benchside, world);
  await workTogether(benchside, world);
  world.signOff = await asksFirst(benchside, people.trainee, ids.year ?? '', 'Professor Idris Bell');
  const one = async (query: string) =>
    (await benchside.nobody.ask<{ found: { nodes: { id: string }[] } }>(`{ found: ${query} { nodes { id } } }`)).found
      .nodes;
  ids.compared = (await one('academics(query: "asthma", first: 3)')).map(({ id }) => `ids=${id}`).join('&');
  ids.opportunity = (await one('opportunities(query: "asthma", first: 1)'))[0]?.id ?? '';
  const unclaimed = await database.row<{ id: string }>(
    'SELECT id FROM academic WHERE account_id IS NULL ORDER BY family_name LIMIT 1',
  );
  ids.unclaimed = unclaimed?.id ?? '';
  const invitation = await database.row<{ id: string }>('SELECT id FROM account_invitation LIMIT 1');
  ids.invitation = invitation?.id ?? '';
  const own = await database.row<{ id: string }>('SELECT id FROM opportunity WHERE organisation_id = $1 LIMIT 1', [
    ids.company,
  ]);
  ids.ownOpportunity = own?.id ?? '';
  const underNda = await database.row<{ id: string; brief: string }>(
    `SELECT id, opportunity_id AS brief FROM collaboration_request WHERE state = 'awaiting-nda'`,
  );
  ids.underNda = underNda?.id ?? '';
  ids.blindBrief = underNda?.brief ?? '';
  await measureForPictures(benchside);
  await app.get(Indexer).refresh();
  return world;
};
