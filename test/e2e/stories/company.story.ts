import { expect } from '@jest/globals';
import type { Actor } from '../../support/benchside.js';
import {
  briefOf,
  fetches,
  key,
  organisationOf,
  type Pair,
  profileOf,
  type Stage,
  sends,
  uploads,
} from './working.steps.js';

const secret = /Halcyon|Quillan/;

interface People {
  company: Actor;
  academic: Actor;
  other: Actor;
  briefId: string;
}

const before = async (stage: Stage): Promise<People> => {
  const company = await stage.benchside.person({ email: 'quillan@halcyon.example', name: 'Quillan Moss' });
  const companyId = await organisationOf(stage, company, { name: 'Halcyon Devices', type: 'company' });
  const briefId = await briefOf(stage, company, {
    ...{ organisationId: companyId, blind: true, title: 'An adviser for a device that nobody has seen' },
    ...{ opportunityType: 'consultancy', engagementTypes: ['consultancy'], professions: ['pharmacist'] },
    text: 'A company develops a device for severe asthma and looks for a pharmacist who knows how inhalers are used.',
  });
  const people = [];
  for (const [givenName, familyName] of [
    ['Tamsin', 'Yeo'],
    ['Owen', 'Price'],
  ] as const) {
    const person = await stage.benchside.person({
      email: `${givenName}@example.org`,
      name: `${givenName} ${familyName}`,
    });
    await profileOf(person, { givenName, familyName, profession: 'pharmacist', engagementTypes: ['consultancy'] });
    people.push(person);
  }
  const [academic, other] = people as [Actor, Actor];
  return { company, academic, other, briefId };
};

const opportunity = 'query ($id: ID!) { opportunity(id: $id) { title blind organisation { name } } }';
const request = `query ($id: ID!) { request(id: $id) { state receiver { name hidden person organisation { name } } contact { name email }
  opportunity { organisation { name } } messages { by text } events { by } } }`;

/** The undertaking is read and signed; with it the collaboration begins. */
const signsNda = async (by: Actor, id: string) => {
  const { ndaUndertaking } = await by.ask<{ ndaUndertaking: { version: string; notice: string } }>(
    '{ ndaUndertaking { version notice sections { title text } facts { text source } } }',
  );
  expect(ndaUndertaking.notice).toMatch(/not legal advice/);
  const input = {
    ...{ id, version: ndaUndertaking.version, idempotencyKey: key(), capacity: 'office', organisation: 'Redbridge' },
    ...{ signatory: 'Olive Office', role: 'Head of contracts', signedOn: new Date().toISOString().slice(0, 10) },
  };
  const { signed } = await by.ask<{ signed: { state: string; collaborationId: string } }>(
    'mutation ($input: SignRequestNdaInput!) { signed: signRequestNda(input: $input) { state collaborationId } }',
    { input },
  );
  expect(signed.state).toBe('accepted');
  return signed.collaborationId;
};

/** The brief is found and asked about, and nothing of it says whose it is, until both have said yes and the NDA is signed. */
const staysBlind = async ({ company, academic, other, briefId }: People) => {
  const found = await academic.ask<{ found: { nodes: { id: string }[] } }>(
    '{ found: opportunities(query: "device severe asthma pharmacist", first: 5) { nodes { id title blind text organisation { name } } } }',
  );
  expect(found.found.nodes.map(({ id }) => id)).toContain(briefId);
  expect(JSON.stringify(found)).not.toMatch(secret);
  const reason = 'I teach inhaler technique in the pharmacy, and would like to know what this device sees of it.';
  const requestId = await sends(academic, { type: 'consultancy', reason, opportunityId: briefId });
  const waiting = await academic.ask(request, { id: requestId });
  expect(waiting).toMatchObject({ request: { state: 'delivered', receiver: { hidden: true }, contact: null } });
  expect(JSON.stringify(waiting)).not.toMatch(secret);
  const telling = 'mutation ($id: ID!) { askRequest(id: $id, question: "Do you know Halcyon Devices?") { state } }';
  await company.refused('BAD_INPUT', telling, { id: requestId });
  await company.ask('mutation ($id: ID!) { acceptRequest(id: $id, note: "Gladly.") { state } }', { id: requestId });
  const agreed = await academic.ask(request, { id: requestId });
  expect(agreed).toMatchObject({ request: { state: 'awaiting-nda', receiver: { hidden: true }, contact: null } });
  expect(JSON.stringify(agreed)).not.toMatch(secret);
  const collaborationId = await signsNda(academic, requestId);
  expect(await academic.ask(request, { id: requestId })).toMatchObject({
    request: { receiver: { hidden: false }, contact: { name: 'Quillan Moss', email: 'quillan@halcyon.example' } },
  });
  expect(JSON.stringify(await academic.ask(opportunity, { id: briefId }))).toContain('Halcyon Devices');
  expect(await other.ask(opportunity, { id: briefId })).toMatchObject({ opportunity: { organisation: null } });
  return { academic, company, collaborationId };
};

interface Listed {
  title: string;
  opens: boolean;
  file: { id: string } | null;
  views: { person: string; at: string }[];
}

const documents = async (as: Actor, id: string) =>
  (
    await as.ask<{ list: Listed[] }>(
      'query ($id: ID!) { list: collaborationDocuments(collaborationId: $id) { title opens file { id } views { person at } } }',
      { id },
    )
  ).list;

/** The second curtain: what the company restricts is open to the one who has signed, and to nobody else. */
const isUnderNda = async (stage: Stage, pair: Pair, other: Actor) => {
  const { academic, company, collaborationId } = pair;
  const fileId = await uploads(stage, company, 'document', 'Design of the device.pdf');
  await company.ask('mutation ($input: AddDocumentInput!) { addDocument(input: $input) { id } }', {
    input: { idempotencyKey: key(), collaborationId, fileId, title: 'Design of the device', restricted: true },
  });
  const opening = async (as: Actor) => (await fetches(as, `/files/${fileId}`)).status;
  expect(await documents(academic, collaborationId)).toMatchObject([
    { title: 'Design of the device', opens: true, file: { id: fileId } },
  ]);
  expect([await opening(academic), await opening(other)]).toEqual([200, 404]);
  const [design] = await documents(company, collaborationId);
  expect(design?.views.map(({ person }) => person)).toEqual(['Tamsin Yeo']);
  expect(Date.parse(design?.views[0]?.at ?? '')).toBeGreaterThan(0);
  return { opening };
};

const agreements = async (as: Actor, id: string) =>
  (
    await as.ask<{ list: { id: string; version: number }[] }>(
      `query ($id: ID!) { list: agreements(collaborationId: $id) { id version state kind { code }
        sections { code text } signatures { side signatory role recordedBy } } }`,
      { id },
    )
  ).list;

/** The NDA is an agreement of both sides, what happened is written down in its order, and its end locks the document. */
const isRecorded = async ({ academic, company, collaborationId: id }: Pair) => {
  const { collaboration } = await company.ask<{ collaboration: { events: { action: string; person: string }[] } }>(
    'query ($id: ID!) { collaboration(id: $id) { events { action person } } }',
    { id },
  );
  const told = collaboration.events.map(({ action, person }) => `${person}: ${action}`);
  const order = ['Tamsin Yeo: begin', 'Tamsin Yeo: sign-agreement', 'Quillan Moss: add-document'];
  expect([told, [...told].reverse()]).toContainEqual(order);
  const [nda, ...more] = await agreements(company, id);
  expect(more).toEqual([]);
  expect(nda).toMatchObject({
    ...{ state: 'signed', kind: { code: 'nda' } },
    signatures: expect.arrayContaining([
      { side: 'sender', signatory: 'Olive Office', role: 'Head of contracts', recordedBy: 'Tamsin Yeo' },
      expect.objectContaining({ side: 'receiver', signatory: 'Quillan Moss' }),
    ]),
  });
  expect(JSON.stringify(nda)).toContain('The recipient is Redbridge; the discloser is Halcyon Devices.');
  await company.ask('mutation ($input: MoveAgreementInput!) { moveAgreement(input: $input) { state } }', {
    input: { id: nda?.id, version: nda?.version, action: 'end' },
  });
  expect(await documents(academic, id)).toMatchObject([{ title: 'Restricted document', opens: false }]);
};

/** A company that does not say who it is finds a pharmacist, and shows itself and its device under an NDA. */
export const companysBlindBrief = async (stage: Stage): Promise<void> => {
  const people = await before(stage);
  const pair = await staysBlind(people);
  const { opening } = await isUnderNda(stage, pair, people.other);
  await isRecorded(pair);
  expect(await opening(people.academic)).toBe(404);
};
