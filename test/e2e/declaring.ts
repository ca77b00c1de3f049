import { randomUUID } from 'node:crypto';
import type { Actor, Benchside } from '../support/benchside.js';

export const key = () => randomUUID();

/** Who declares, who records, who looks at it, and who has no business with it. */
export interface Declaring {
  /** A nurse, whose profile it is. */
  ada: Actor;
  /** Of the company. */
  sam: Actor;
  /** Of the office of the hospital that employs Ada. */
  ines: Actor;
  stranger: Actor;
  company: string;
  hospital: string;
  profile: string;
  collaboration: string;
}

let worlds = 0;

/** People, a company, a hospital and a collaboration of their own; organisations of others are called otherwise. */
export const declaringPeople = async (benchside: Benchside): Promise<Declaring> => {
  const { database } = benchside;
  const rowOf = async (sql: string, parameters: unknown[] = []) =>
    (await database.row<{ id: string }>(sql, parameters))?.id ?? '';
  worlds += 1;
  await database.affected(`UPDATE organisation SET name = 'Former ' || slug`);
  const person = (mailbox: string, name: string, more: object = {}) =>
    benchside.person({ email: `${mailbox}.${worlds}@example.org`, name, ...more });
  const ada = await person('ada', 'Ada Nwosu');
  const sam = await person('sam', 'Sam Okafor');
  const ines = await person('ines', 'Ines Marsh');
  const stranger = await person('lee', 'Lee Ferris', { platformRole: 'platform-admin' });
  const organisation = (name: string, type: string) =>
    rowOf(`INSERT INTO organisation (slug, name, type, verification) VALUES ($1, $2, $3, 'verified') RETURNING id`, [
      key(),
      name,
      type,
    ]);
  const company = await organisation('Breathe Devices Ltd', 'company');
  const hospital = await organisation('Moorside Teaching Hospital', 'nhs-organisation');
  const belongs = (id: string, who: Actor, role: string) =>
    database.affected('INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, $3)', [
      id,
      who.accountId,
      role,
    ]);
  await belongs(company, sam, 'admin');
  await belongs(hospital, ines, 'office');
  const profile = await rowOf(
    `INSERT INTO academic (given_name, family_name, profession, account_id, employer_id) VALUES ('Ada', 'Nwosu', 'nurse', $1, $2) RETURNING id`,
    [ada.accountId, hospital],
  );
  const sent = await sam.ask<{ sendRequest: { request: { id: string } } }>(
    'mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
    {
      input: {
        toAcademicId: profile,
        asOrganisationId: company,
        type: 'consultancy',
        reason:
          'We have built an inhaler sensor and look for somebody who knows severe asthma to try it with patients.',
        idempotencyKey: key(),
      },
    },
  );
  await ada.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id: sent.sendRequest.request.id });
  const collaboration = await rowOf('SELECT id FROM collaboration WHERE request_id = $1', [
    sent.sendRequest.request.id,
  ]);
  return { ada, sam, ines, stranger, company, hospital, profile, collaboration };
};

const interestFields = `id version role actions nothing situation counterparty state confirmBy mitigation mitigationNote ownerName
  history { action by fields { field before after } }`;

export interface Interest {
  id: string;
  version: number;
  role: string;
  actions: string[];
  state: string;
  confirmBy: string | null;
  mitigationNote: string | null;
  history: { action: string; by: string; fields: { field: string; before: string; after: string }[] }[];
}

/** Declares an interest in a company, or in what `input` says. */
export const declares = async (who: Actor, organisationId: string, input: object = {}) =>
  (
    await who.ask<{ made: Interest }>(
      `mutation ($input: DeclareInterestInput!) { made: declareInterest(input: $input) { ${interestFields} } }`,
      {
        input: {
          category: 'financial',
          situation: 'outside-employment',
          organisationId,
          description: 'Advisory board on inhalers, two days a year',
          valueBand: 'up-to-500',
          idempotencyKey: key(),
          ...input,
        },
      },
    )
  ).made;

export const interestOf = async (who: Actor, id: string) =>
  (await who.ask<{ found: Interest }>(`query ($id: ID!) { found: interest(id: $id) { ${interestFields} } }`, { id }))
    .found;
